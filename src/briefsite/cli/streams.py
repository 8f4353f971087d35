"""extract, mentions, schema: pure functions over files and streams; nothing is written but stdout."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

import click

from briefsite.briefing import schema
from briefsite.cli.batch import FORMATS, extracted, given_up, mentioned, read_records
from briefsite.cli.options import JOBS
from briefsite.cli.progress import progress
from briefsite.running import over

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from briefsite.cli.batch import Answer, Failed, Record

_INPUTS = click.argument("inputs", nargs=-1, type=click.Path(), metavar="[FILE…|-]")
_FROM = click.option(
    "--from",
    "form",
    type=click.Choice(["text", "jsonl"]),
    help="What the input is. Default: by the file's name (.jsonl), else text.",
)


@click.command()
@_INPUTS
@click.option(
    "--format",
    "output",
    type=click.Choice(FORMATS),
    help="Default: jsonl for JSON lines, else yaml.",
)
@_FROM
@JOBS
def extract(inputs: Sequence[str], output: str | None, form: str | None, jobs: int) -> None:
    """Article(s) → briefing(s) on standard output; nothing is written.

    JSON lines in (a file named .jsonl, or --from jsonl) hold {"id", "text", "title"?, "date"?} each; the
    answers stand in the order of the input. One bad record never stops the others.
    """
    records = read_records(inputs or ("-",), form)
    streaming = form == "jsonl" or any(name.endswith(".jsonl") for name in inputs)
    _print(records, extracted(output or ("jsonl" if streaming else "yaml")), jobs)


@click.command()
@_INPUTS
@_FROM
@JOBS
def mentions(inputs: Sequence[str], form: str | None, jobs: int) -> None:
    """Every quotation, quantity and date found, with positions, as JSON lines."""
    _print(read_records(inputs or ("-",), form), mentioned, jobs)


@click.command("schema")
def schema_command() -> None:
    """The JSON Schema of a briefing file."""
    click.echo(schema(), nl=False)


def _print(records: Iterable[Record | Failed], answer: Callable[[Record | Failed], Answer], jobs: int) -> None:
    failed = 0
    out = sys.stdout.buffer  # JSON and YAML are UTF-8, whatever the terminal's encoding
    with progress(records) as counted:
        for answered in over(counted, answer, partial(given_up, answer), jobs=jobs):
            failed += answered.has_failed
            out.write(answered.text.encode("utf-8"))
            if answered.message:
                click.echo(answered.message, err=True)
    out.flush()
    if failed:
        click.echo(f"{failed} of the articles could not be read", err=True)
        raise SystemExit(1)
