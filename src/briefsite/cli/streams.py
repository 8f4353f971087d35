"""extract, mentions, schema: pure functions over files and streams."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefsite.briefing import schema
from briefsite.cli.batch import FORMATS, answered, extracted, given_up, mentioned
from briefsite.cli.errors import CannotRun
from briefsite.cli.options import DASK, JOBS
from briefsite.cli.progress import progress
from briefsite.cli.records import is_lines, names_of, read_records, records_of
from briefsite.running import NoClusterError, running
from briefsite.running.code import code_digest
from briefsite.running.files import placed
from briefsite.running.parts import parts_of, write_parts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from briefsite.cli.batch import Answer
    from briefsite.cli.records import Failed, Record
    from briefsite.running import Run
    from briefsite.running.parts import Part

_INPUTS = click.argument("inputs", nargs=-1, type=click.Path(), metavar="[FILE…|-]")
_FROM = click.option(
    "--from",
    "form",
    type=click.Choice(["text", "jsonl"]),
    help="What the input is. Default: by the file's name (.jsonl), else text.",
)


@click.command()
@_INPUTS
@click.option("--format", "output", type=click.Choice(FORMATS), help="Default: jsonl for JSON lines, else yaml.")
@_FROM
@JOBS
@DASK
@click.option("--out", metavar="DIR", help="Write JSON lines there in parts; done parts are not done again.")
def extract(
    inputs: Sequence[str], output: str | None, form: str | None, jobs: int, dask: str | None, out: str | None
) -> None:
    """Article(s) → briefing(s) on standard output.

    JSON lines in (a file named .jsonl, or --from jsonl) hold {"id", "text", "title"?, "date"?} each; the
    answers stand in the order of the input. One bad record never stops the others. With --out nothing is printed:
    the answers go to DIR/part-00000.jsonl and so on, and a run that was stopped goes on where it was.
    """
    with _in_words():
        names = names_of(inputs or ("-",))
        with running(jobs, dask) as run:
            if out is not None:
                if output not in (None, "jsonl") or "-" in names:
                    raise CannotRun("--out writes JSON lines, and reads files: no other --format, and no “-”")
                _write(names, form, out, run)
            else:
                streaming = any(is_lines(name, form) for name in names)
                _print(read_records(names, form), extracted(output or ("jsonl" if streaming else "yaml")), run)


@click.command()
@_INPUTS
@_FROM
@JOBS
@DASK
def mentions(inputs: Sequence[str], form: str | None, jobs: int, dask: str | None) -> None:
    """Every quotation, quantity and date found, with positions, as JSON lines."""
    with _in_words(), running(jobs, dask) as run:
        _print(read_records(names_of(inputs or ("-",)), form), mentioned, run)


@click.command("schema")
def schema_command() -> None:
    """The JSON Schema of a briefing file."""
    click.echo(schema(), nl=False)


def _print(records: Iterable[Record | Failed], answer: Callable[[Record | Failed], Answer], run: Run) -> None:
    failed = 0
    out = sys.stdout.buffer  # JSON and YAML are UTF-8, whatever the terminal's encoding
    with progress(records) as counted:
        for answer_to_one in run(counted, answer, partial(given_up, answer)):
            failed += answer_to_one.has_failed
            out.write(answer_to_one.text.encode("utf-8"))
            if answer_to_one.message:
                click.echo(answer_to_one.message, err=True)
    out.flush()
    _finish(failed)


def _write(names: Sequence[str], form: str | None, folder: str, run: Run) -> None:
    answer = extracted("jsonl")

    def one_by_one(part: Part) -> Iterable[Answer]:
        return run(records_of(form, part), answer, partial(given_up, answer), chunk=1)

    base = str(Path.cwd())
    parts = list(parts_of(((name, is_lines(name, form)) for name in names), base))
    made_with = f"{code_digest()} {form}"
    out = write_parts(
        parts, placed(folder, base), partial(answered, answer, form), one_by_one, made_with=made_with, run=run
    )
    failed = done_before = 0
    with progress(out, "parts", length=len(parts)) as counted:
        for _, written, is_old in counted:
            failed += written.failed
            done_before += is_old
    click.echo(f"{len(parts)} parts in {folder}" + (f", {done_before} done before" if done_before else ""), err=True)
    _finish(failed)


def _finish(failed: int) -> None:
    if failed:
        click.echo(f"{failed} of the articles could not be read", err=True)
        raise SystemExit(1)


@contextmanager
def _in_words() -> Iterator[None]:
    """Say why nothing can be done, where files or a cluster are out of reach."""
    try:
        yield
    except NoClusterError as error:
        raise CannotRun(str(error)) from None
    except BrokenPipeError:
        raise
    except OSError as error:
        raise CannotRun(
            f"{error.filename}: {error.strerror}" if error.filename else error.strerror or str(error)
        ) from None
