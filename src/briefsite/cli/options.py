"""Options that several commands have."""

from __future__ import annotations

import click

JOBS = click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="Processes to use.")
DASK = click.option("--dask", metavar="ADDRESS", help="Run on the Dask cluster of that scheduler: tcp://HOST:8786.")
