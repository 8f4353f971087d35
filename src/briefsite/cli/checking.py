"""check: every problem of every briefing, shown, and with --fix what is certain mended."""

from __future__ import annotations

import os
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefsite.cli.names import slug_named
from briefsite.diagnostic import Severity
from briefsite.pipeline import Workspace, check, mend_briefings
from briefsite.pipeline.clock import today
from briefsite.report import FORMATS, mends_as_text, report

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TextIO

    from briefsite.diagnostic import Diagnostic


@click.command("check")
@click.argument("slugs", nargs=-1, metavar="[SLUG…]")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("--fix", is_flag=True, help="Mend what is certain, show each mend, and report what is left.")
def check_command(slugs: Sequence[str], form: str, fix: bool) -> None:
    """Every problem of every briefing at file:line:column; exit 0 clean, 1 problems, 2 could not run.

    --fix mends what is certain and nothing else (quotation marks and dashes that differ from the source's, a
    paragraph number that moved, a misspelt key, the id of a copied item); the exit status tells of what is left.
    """
    workspace = Workspace.find(Path.cwd())
    names = [slug_named(slug) for slug in slugs]
    mended = 0
    if fix:
        mending = mend_briefings(workspace, names, today=today())
        problems, mended = mending.problems, len(mending.mends)
        # Standard output holds the report alone where a script reads it.
        colour = shows_colour(sys.stdout if form == "text" else sys.stderr)
        shown = mends_as_text(mending.mends, colour=colour)
        click.echo(shown + ("\n" if shown and problems and form == "text" else ""), err=form != "text", nl=False)
        for path in mending.changed_meanwhile:
            name = workspace.name(path)
            click.echo(f"{name} was saved by somebody in between, and nothing was mended there: run it again", err=True)
    else:
        problems = check(workspace, names, today=today())
    click.echo(report(problems, form, colour=shows_colour(sys.stdout)), nl=False)
    if form == "text":
        click.echo(_summary(len(slugs) or len(workspace.briefing_files()), problems, mended), err=True)
    raise SystemExit(1 if any(problem.severity is Severity.ERROR for problem in problems) else 0)


def _summary(briefings: int, problems: Sequence[Diagnostic], mended: int) -> str:
    found = Counter(problem.severity for problem in problems)
    counts = [(briefings, "briefing"), (found[Severity.ERROR], "error"), (found[Severity.WARNING], "warning")]
    if found[Severity.NOTE]:
        counts.append((found[Severity.NOTE], "note"))
    told = ", ".join(f"{count} {noun}{'' if count == 1 else 's'}" for count, noun in counts)
    if mended:
        told += f"; {mended} mended"
    if fixable := sum(problem.fix is not None for problem in problems):
        told += f"; {fixable} fixable with --fix"
    return told


def shows_colour(stream: TextIO) -> bool:
    """Whether colours may be written there: to a terminal that has some, unless NO_COLOR says otherwise."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
