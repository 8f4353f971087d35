"""draft, render, build, serve: the stages over a workspace."""

from __future__ import annotations

import logging
import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefsite.cli.errors import CannotRun
from briefsite.cli.names import slug_named
from briefsite.cli.options import DASK, JOBS
from briefsite.cli.summary import drafting_lines
from briefsite.diagnostic import BriefsiteError, Severity
from briefsite.pipeline import Renderer, Workspace, draft, names_in, propose_people, read_site
from briefsite.report import report
from briefsite.running import NoClusterError, running

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefsite.briefing import Named
    from briefsite.diagnostic import Diagnostic

_SLUGS = click.argument("slugs", nargs=-1, metavar="[SLUG…]")


@click.command("draft")
@_SLUGS
@click.option("--plan", is_flag=True, help="Show what would be done, and write nothing.")
@click.option("--keep-mine", is_flag=True, help="Settle the conflicts of the briefings named: your values stand.")
@JOBS
@DASK
def draft_command(slugs: Sequence[str], plan: bool, keep_mine: bool, jobs: int, dask: str | None) -> None:
    """Seeds → briefing: new seeds drafted, changed ones merged into what people wrote."""
    if keep_mine and not slugs:
        raise CannotRun("--keep-mine needs the briefings that it is meant for: briefsite draft SLUG --keep-mine")
    workspace, names = Workspace.find(Path.cwd()), [slug_named(slug) for slug in slugs]
    try:
        with running(jobs, dask) as run:
            drafting = draft(workspace, names, plan=plan, keep_mine=keep_mine, run=run)
            named = names_in(workspace, run)
    except NoClusterError as error:
        raise CannotRun(str(error)) from None
    for slug, done in drafting.redrafts.items():
        if done.fate != "unchanged" or slugs or (done.merged and done.merged.conflicts):
            for line in drafting_lines(slug, done, plan=plan):
                click.echo(line)
    unchanged = sum(fate == "unchanged" for fate in drafting.fates.values())
    told = [f"{unchanged} unchanged"] if unchanged or not drafting.fates else []
    if plan:
        told.append("nothing written (--plan)")
    if told:
        click.echo(", ".join(told))
    _finish((*drafting.problems, *_propose(workspace, named, plan=plan)))


def _propose(workspace: Workspace, named: Sequence[Named], *, plan: bool) -> tuple[Diagnostic, ...]:
    """Say who may be one person across briefings; what is wrong with the list of people."""
    found = propose_people(workspace, named, plan=plan)
    if found.added:
        said = (
            "person or organisation in several briefings: see"
            if found.added == 1
            else ("people or organisations in several briefings: see")
        )
        click.echo(f"{found.added} {said} “proposed” in briefing/people.yml")
    return found.problems


@click.command("render")
@_SLUGS
@JOBS
def render_command(slugs: Sequence[str], jobs: int) -> None:
    """Briefing → docs: pages written where their bytes change."""
    workspace = Workspace.find(Path.cwd())
    rendering = Renderer(workspace, read_site(workspace), jobs=jobs).render([slug_named(slug) for slug in slugs])
    click.echo(f"{len(rendering.written)} written, {len(rendering.removed)} removed in docs/")
    _finish(rendering.problems)


@click.command()
@click.option("--strict", is_flag=True, help="Let a warning fail the build.")
@click.option("--site-dir", type=click.Path(path_type=Path), help="Where the site goes. Default: site/.")
@JOBS
def build(strict: bool, site_dir: Path | None, jobs: int) -> None:
    """The published site in one command: draft, check, render, and MkDocs.

    Briefings with errors are reported and left out; the others are published, and the exit status is 1.
    """
    workspace = Workspace.find(Path.cwd())
    with running(jobs) as run:
        drafting = draft(workspace, run=run)
    for slug, done in drafting.redrafts.items():
        if done.fate != "unchanged":
            click.echo(next(drafting_lines(slug, done, plan=False)))
    options: dict[str, Any] = {"site_dir": str(site_dir.resolve())} if site_dir else {}
    site, found = _mkdocs_build(workspace, strict=strict, jobs=jobs, **options)
    if site:
        click.echo(f"the site is in {_shown(site)}")
    # Both look at the articles. A page of people's own that stands in the way is meant to be there.
    problems = [problem for problem in dict.fromkeys((*drafting.problems, *found)) if problem.code != "W004"]
    _finish(problems, strict=strict)
    if site is None:
        raise SystemExit(1)


@click.command()
@click.option("--dev-addr", metavar="HOST:PORT", help="Where to serve. Default: 127.0.0.1:8000.")
@click.option("--strict", is_flag=True, help="Stop at a warning of MkDocs.")
@click.option("--open", "open_browser", is_flag=True, help="Open the site in a browser.")
def serve(dev_addr: str | None, strict: bool, open_browser: bool) -> None:
    """The site, live: an edit of a YAML file shows in the browser."""
    from briefsite.plugin.serving import serve as serve_site

    workspace = Workspace.find(Path.cwd())
    _quiet_mkdocs(logging.INFO)
    options: dict[str, Any] = {"dev_addr": dev_addr} if dev_addr else {}
    with _files_to_blame(workspace):
        serve_site(workspace.config, open_browser=open_browser, strict=strict, **options)


def _mkdocs_build(
    workspace: Workspace, *, strict: bool, jobs: int, **options: Any
) -> tuple[Path | None, Sequence[Diagnostic]]:
    """Where MkDocs put the site, None where it stopped, having said why; and what is wrong with the briefings."""
    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    from briefsite.live import Overheard, explain, is_in_files
    from briefsite.plugin import BriefsitePlugin

    _quiet_mkdocs(logging.WARNING)
    try:
        config = load_config(config_file=str(workspace.config), strict=strict or None, **options)
    except MkDocsException as error:
        raise CannotRun(str(error)) from None
    plugin = config.plugins.get("briefsite")
    found: Sequence[Diagnostic] = ()
    if isinstance(plugin, BriefsitePlugin):
        plugin.is_alone, plugin.jobs = False, jobs
    else:  # somebody took it out of mkdocs.yml
        found = Renderer(workspace, read_site(workspace), jobs=jobs).render().problems
    config.plugins.on_startup(command="build", dirty=False)
    site = None
    try:
        with Overheard() as said:
            mkdocs_build(config)
        site = Path(config.site_dir)
    except MkDocsException as error:  # a warning in a strict build, an error of another plugin
        click.echo(str(error), err=True)
    except Exception as error:  # a template or a page of the site
        if not is_in_files(error):
            raise
        click.echo(report([explain(error, said.words, config=workspace.config)], "text"), err=True, nl=False)
    finally:
        config.plugins.on_shutdown()
    return site, plugin.problems if isinstance(plugin, BriefsitePlugin) else found


@contextmanager
def _files_to_blame(workspace: Workspace) -> Iterator[None]:
    """Say in words what lies in the files of the site, where MkDocs raises; a bug keeps its traceback."""
    from mkdocs.exceptions import MkDocsException

    from briefsite.live import Overheard, explain, is_in_files

    try:
        with Overheard() as said:
            yield
    except MkDocsException as error:
        raise CannotRun(str(error)) from None
    except Exception as error:
        if not is_in_files(error):
            raise
        raise BriefsiteError(explain(error, said.words, config=workspace.config)) from None


def _quiet_mkdocs(level: int) -> None:
    """Log as `mkdocs` itself does, from a level on."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(levelname)-8s-  %(message)s"))
    logger = logging.getLogger("mkdocs")
    logger.handlers[:] = [handler]
    logger.setLevel(level)


def _finish(problems: Sequence[Diagnostic], *, strict: bool = False) -> None:
    """Show the problems; exit with 1 where one is an error (with `strict`, a warning as well)."""
    if problems:
        click.echo(report(problems, "text"), err=True, nl=False)
    errors, warnings = _counts(problems)
    if errors or (strict and warnings):
        raise SystemExit(1)


def _counts(problems: Sequence[Diagnostic]) -> tuple[int, int]:
    return (
        sum(problem.severity is Severity.ERROR for problem in problems),
        sum(problem.severity is Severity.WARNING for problem in problems),
    )


def _shown(path: Path) -> str:
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)
