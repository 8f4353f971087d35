"""add: articles from files, addresses and standard input → seeds/, and their drafts."""

from __future__ import annotations

import sys
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import click

from briefsite.article import parse_day
from briefsite.cli.errors import CannotRun
from briefsite.cli.fetch import fetched
from briefsite.diagnostic import BriefsiteError, Severity
from briefsite.pipeline import Known, Workspace, draft, take_in
from briefsite.report import report
from briefsite.source import MAX_BYTES, Source

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from briefsite.diagnostic import Diagnostic

_WEB = ("http", "https")
_OF_ONE = ("title", "url", "name")
"""Options that can be true of one article only."""


def _day(_: click.Context, __: click.Parameter, value: str | None) -> dt.date | None:
    if value is None:
        return None
    if (day := parse_day(value)) is None:
        raise click.BadParameter(f"a day such as 2025-07-10 was expected, not {value}")
    return day


def _address(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    try:
        if value is None or (_is_address(value) and urlsplit(value).hostname):
            return value
    except ValueError:
        pass  # such as a bracket that is not closed
    raise click.BadParameter(f"an address such as https://example.org/article was expected, not {value}")


def _line(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    if value is not None and (not value.strip() or not value.isprintable()):
        raise click.BadParameter("one line of text was expected")
    return value.strip() if value else value


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="FILE|URL|-…")
@click.option("--title", callback=_line, help="The headline.")
@click.option("--date", callback=_day, help="The day of publication: 2025-07-10.")
@click.option("--publisher", callback=_line, help="Who published it.")
@click.option("--url", callback=_address, help="Where the original can be read.")
@click.option("--rights", callback=_line, help="What may be shown of it: full, excerpt or link-only.")
@click.option("--name", callback=_line, help="Its name in seeds/. Default: from the date and the title or file.")
@click.option("--replace", is_flag=True, help="It is a newer version of one that is there: put it in its place.")
def add(
    sources: Sequence[str],
    title: str | None,
    date: dt.date | None,
    publisher: str | None,
    url: str | None,
    rights: str | None,
    name: str | None,
    replace: bool,
) -> None:
    """Put articles into seeds/ with their metadata, and draft them. Plain text only.

    An article that is there already is not added again. A newer version of one takes its place with
    --replace: its briefing follows, and what people wrote in it stays. A bad one does not stop the others.
    """
    workspace = Workspace.find(Path.cwd())
    given = {"title": title, "url": url, "name": name}
    if len(sources) > 1 and (one := [f"--{key}" for key in _OF_ONE if given[key]]):
        raise CannotRun(f"{' and '.join(one)} can be true of one article only: add them one by one")
    known = Known(title=title, date=date, publisher=publisher, url=url, rights=rights)
    problems: list[Diagnostic] = []
    for source in sources:
        try:
            text, called = _text(source)
            address = source.partition("#")[0] if _is_address(source) else None
            added = take_in(workspace, text, known, called=called, taken_from=address, name=name, replace=replace)
            click.echo(f"{added.fate:13} {workspace.name(added.seed)}")
            if added.kept:
                click.echo(f"{'kept':13} {workspace.name(added.kept)}, the version before")
            if added.fate != "there already":
                drafting = draft(workspace, [added.slug])
                for slug, fate in drafting.fates.items():
                    click.echo(f"{fate:13} {workspace.name(workspace.briefing_file(slug))}")
                problems += drafting.problems
        except BriefsiteError as error:
            problems.append(error.diagnostic)
    if problems:
        click.echo(report(problems, "text"), err=True, nl=False)
        raise SystemExit(1 if any(problem.severity is Severity.ERROR for problem in problems) else 0)


def _is_address(source: str) -> bool:
    return source.partition("://")[0].lower() in _WEB


def _text(source: str) -> tuple[Source, str]:
    """The text, and what its file is called, if it has a name."""
    if source == "-":
        if sys.stdin.isatty():
            click.echo("type or paste the article; Ctrl-D on an empty line ends it", err=True)
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise CannotRun(f"standard input is more than {MAX_BYTES / 1e6:.0f} MB, too much for one article")
        return Source.decode(data, "<stdin>"), ""
    if "://" in source:
        if not _is_address(source):
            raise CannotRun(f"{source}: only http:// and https:// addresses are fetched")
        return fetched(source), PurePosixPath(unquote(urlsplit(source).path)).stem
    return Source.read(Path(source)), Path(source).stem
