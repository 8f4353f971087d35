"""new, diff: making a workspace, and seeing what people changed."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path

import click

from briefsite.briefing import Sidecar, decode
from briefsite.briefing.merge import conflict_problems, edits
from briefsite.cli.errors import CannotRun
from briefsite.cli.summary import edit_lines
from briefsite.pipeline import Library, Workspace, draft
from briefsite.report import report
from briefsite.source import Source


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
