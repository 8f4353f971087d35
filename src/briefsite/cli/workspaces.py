"""new, add, diff: making a workspace, putting a source into it, and seeing what people changed."""

from __future__ import annotations

import json
import sys
import urllib.error
import urllib.request
from importlib.resources import as_file, files
from pathlib import Path

import click

from briefsite.article import parse_day
from briefsite.briefing import Sidecar, decode
from briefsite.briefing.merge import conflict_problems, edits
from briefsite.cli.errors import CannotRun
from briefsite.cli.summary import edit_lines
from briefsite.diagnostic import BriefsiteError, Diagnostic, Severity
from briefsite.pipeline import Library, Workspace, draft, slug_of
from briefsite.report import report
from briefsite.source import MAX_BYTES, Source


@click.command()
@click.argument("directory", type=click.Path(path_type=Path), metavar="DIR")
def new(directory: Path) -> None:
    """A workspace with one small sample article, ready to serve."""
    if directory.exists() and (not directory.is_dir() or any(directory.iterdir())):
        raise CannotRun(f"{directory} is there already and not empty; nothing was written")
    with as_file(files("briefsite.workspace")) as template:
        for path in sorted(template.rglob("*")):
            if path.is_file() and path.suffix not in {".pyc"} and path.name != "__init__.py":
                # A file named .gitignore inside the package would be taken at its word by packaging tools.
                name = path.relative_to(template).as_posix().replace("dot-", ".")
                target = directory / name
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(path.read_bytes())
    workspace = Workspace.at(directory.resolve())
    workspace.briefing.mkdir(exist_ok=True)
    draft(workspace)
    click.echo(f"a workspace is in {directory}; see it live:\n\n  cd {directory}\n  briefsite serve")


@click.command()
@click.argument("source", metavar="FILE|URL|-")
@click.option("--title", help="The headline.")
@click.option("--date", help="The day of publication: 2025-07-10.")
@click.option("--publisher", help="Who published it.")
@click.option("--url", help="Where the original can be read.")
@click.option("--name", help="The name to give it in seeds/. Default: from the date and the title or file.")
def add(
    source: str, title: str | None, date: str | None, publisher: str | None, url: str | None, name: str | None
) -> None:
    """Put a source into seeds/ with its metadata, and draft it. Plain text only."""
    workspace = Workspace.find(Path.cwd())
    if source.startswith(("http://", "https://")):
        text, url = _fetched(source).text, url or source
    elif source == "-":
        text = Source.decode(sys.stdin.buffer.read(), "<stdin>").text
    else:
        text = Source.read(Path(source)).text
    if date is not None and parse_day(date) is None:
        raise click.BadParameter(f"a day such as 2025-07-10 was expected, not {date}", param_hint="--date")
    known = {"title": title, "date": date, "publisher": publisher, "url": url}
    head = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in known.items() if value)
    stem = name or "-".join(part for part in (date, title or (Path(source).stem if source != "-" else "")) if part)
    target = workspace.seeds / f"{slug_of(stem)}.txt"
    if target.exists():
        raise CannotRun(f"{workspace.name(target)} is there already; choose another --name")
    if head and text.lstrip().startswith("---"):
        raise CannotRun(f"{source} has metadata of its own at its head: edit them there")
    workspace.write(target, (f"---\n{head}---\n" if head else "") + text)
    slug = slug_of(target.stem)
    drafting = draft(workspace, [slug])
    click.echo(f"added {workspace.name(target)}")
    if slug in drafting.fates:
        click.echo(f"{drafting.fates[slug]:5} {workspace.name(workspace.briefing_file(slug))}")
    if drafting.problems:
        click.echo(report(drafting.problems, "text"), err=True, nl=False)
        raise SystemExit(1 if any(problem.severity is Severity.ERROR for problem in drafting.problems) else 0)


@click.command()
@click.argument("slug")
def diff(slug: str) -> None:
    """What people changed against the machine's draft; exit 1 where they changed something."""
    workspace = Workspace.find(Path.cwd())
    Library(workspace).load([slug])  # says which briefings there are, where this one is not
    path = workspace.briefing_file(slug)
    decoded = decode(Source.read(path, workspace.name(path)))
    if decoded.briefing is None:
        click.echo(report(decoded.problems, "text"), err=True, nl=False)
        raise CannotRun(f"{workspace.name(path)} cannot be compared before it is mended")
    sidecar = Sidecar.load(workspace.sidecar_file(slug), decoded.source.text)
    if sidecar is None:
        raise CannotRun(f"{workspace.name(path)} has no record of the machine’s draft beside it")
    found = edits(sidecar, decoded)
    for line in edit_lines(found, decoded.source):
        click.echo(line)
    if conflicts := conflict_problems(sidecar, decoded, path.stem):
        click.echo(report(conflicts, "text"), nl=False)
    raise SystemExit(1 if found else 0)


def _fetched(url: str) -> Source:
    request = urllib.request.Request(url, headers={"User-Agent": "briefsite", "Accept": "text/plain"})
    try:
        with urllib.request.urlopen(request, timeout=30) as response:
            kind = response.headers.get_content_type()
            if kind not in {"text/plain", "text/markdown"}:
                raise _no_source(url, f"is {kind}; only plain text can be read", "save its text as a file and add that")
            data = response.read(MAX_BYTES + 1)
            if len(data) > MAX_BYTES:
                raise _no_source(url, f"is more than {MAX_BYTES / 1e6:.0f} MB, too much for one article")
            return Source.decode(data, url)
    except (urllib.error.URLError, OSError, ValueError) as error:
        raise _no_source(url, f"cannot be fetched: {getattr(error, 'reason', None) or error}") from None


def _no_source(name: str, message: str, help: str = "") -> BriefsiteError:
    return BriefsiteError(
        Diagnostic(code="S001", severity=Severity.ERROR, message=message, source=Source(name, ""), span=None, help=help)
    )
