"""The command line as tests call it, and the files of this repository that they read."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from briefsite.cli import main

REPOSITORY = Path(__file__).resolve().parent.parent
SLUG = "2025-07-10-channel-crossings"
CHANNEL = REPOSITORY / "seeds" / f"{SLUG}.txt"
"""The real article that the project was made for."""


def run(*arguments: str, input: str | bytes | None = None) -> Result:
    """`briefsite ARGUMENTS`; a bug of ours is raised, not turned into an exit status."""
    return CliRunner().invoke(main, list(arguments), input=input, catch_exceptions=False)
