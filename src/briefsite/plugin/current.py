"""docs/ brought up to date with seeds/ and briefing/, while MkDocs builds and between the edits of a live server."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.plugins import get_plugin_logger
from mkdocs.utils import get_relative_url
from mkdocs.utils.meta import get_data

from briefsite.diagnostic import Severity
from briefsite.live import differences, look, look_again
from briefsite.pages import notice
from briefsite.pipeline import ChangedSeeds, Renderer, Workspace, draft
from briefsite.report import report

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mkdocs.config.defaults import MkDocsConfig

    from briefsite.diagnostic import Diagnostic
    from briefsite.live import Look
    from briefsite.pages import Site

log = get_plugin_logger("briefsite")

MANY = 20
"""Briefings from which on the pages across them take so long that the edited one is shown before."""
_LEVELS = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.WARNING, Severity.NOTE: logging.INFO}


class Current:
    """What of a workspace is shown now, and what is wrong with it.

    `folders` are those of the site: docs/, and that of the theme's overrides. `is_alone`: nobody else drafts, nor says
    what is wrong. `is_served`: people look at it while they edit, and see what is wrong on the pages.
    """

    def __init__(
        self,
        workspace: Workspace,
        site: Site,
        folders: Sequence[Path],
        *,
        is_alone: bool,
        is_served: bool,
        jobs: int,
    ) -> None:
        self.made_for = (workspace, site, tuple(folders))
        self.problems: tuple[Diagnostic, ...] = ()
        """Everything wrong with what is shown."""
        self._workspace = workspace
        self._site = site
        self._folders = tuple(folders)
        self._is_alone = is_alone
        self._is_served = is_served
        self._jobs = jobs
        self._renderer = self._new_renderer()
        self._changed_seeds = ChangedSeeds(workspace)
        self._drafting_problems: tuple[Diagnostic, ...] = ()
        self.seen: Look = {}
        """The files of a served site, as they were when it was last brought up to date."""
        self._showing: set[str] = set()

    @property
    def briefings(self) -> int:
        """How many there are."""
        return len(self._workspace.briefing_files())

    def bring_up_to_date(
        self, changed: frozenset[Path] | None = None, early: Callable[[set[Path]], object] = lambda _: None
    ) -> set[Path]:
        """Draft new and changed seeds, render what they change: the files of the site that are not as they were.

        `changed` are the files that changed since the last time, None where that is not known. Only a served site
        is told of its files, and `early` of those that are the edited briefing's own, as soon as they are written.
        """
        if self._is_alone and (changed is None or any(map(self._may_draft, changed))):
            self._draft()
            changed = None
        told: set[Path] = set()

        def tell(paths: Sequence[str]) -> None:
            if self._is_served and paths and self.briefings >= MANY:
                told.update(self._edits(changed, paths), (self._workspace.docs / path for path in paths))
                early(set(told))

        rendering = self._renderer.render(changed=changed, early=tell)
        found = tuple(dict.fromkeys((*self._drafting_problems, *rendering.problems)))
        if self._is_alone and found != self.problems:  # a rebuild says only what is new
            self._report(found)
        self.problems = found
        if not self._is_served:
            self._renderer = self._new_renderer()  # nothing more is asked of it: let go of what it holds
            return set()
        seen_only_here = {self._workspace.docs / path for path in rendering.other_in_full}
        return self._edits(changed, (*rendering.written, *rendering.removed)) | (seen_only_here - told)

    def _edits(self, changed: frozenset[Path] | None, paths: Sequence[str]) -> set[Path]:
        """The files of the site that are not as they were; `paths` are those below docs/ that were written."""
        if changed is None:
            now = look(self._folders)
        else:
            touched = (*changed, *(self._workspace.docs / path for path in paths))
            now = look_again(self.seen, map(str, touched), self._folders)
        edits, self.seen = set(differences(self.seen, now)), now
        return edits

    def markdown(self, path: str, published: str) -> str:
        """The Markdown of a page below docs/ as it is shown here.

        Where its rights allow the published page an excerpt only, people who edit see the source in full.
        """
        full = self._renderer.in_full(path) if self._is_served else None
        return get_data(full)[0] if full else published

    def note(self, address: str, *, shows_problems: bool) -> None:
        """Whether a page shows what is wrong with its own briefing."""
        (self._showing.add if shows_problems else self._showing.discard)(address)

    def notice_at(self, address: str) -> str:
        """The errors that the page at an address does not show itself: HTML for its head."""
        address = address.removesuffix("index.html")
        here = address.split("/")[1] if address.startswith("b/") else None
        shown = []
        for problem in self.problems:
            slug = _slug_of_briefing(problem)
            # A briefing's page marks the words that its source does not have, and its error page shows everything.
            is_shown = slug is not None and slug == here and (problem.code[0] == "A" or address in self._showing)
            if problem.severity is Severity.ERROR and not is_shown:
                elsewhere = slug is not None and slug != here
                shown.append((problem, get_relative_url(f"b/{slug}/", address) if elsewhere else ""))
        return notice(shown, self._site)

    def _new_renderer(self) -> Renderer:
        return Renderer(self._workspace, self._site, show_errors=self._is_served, jobs=self._jobs)

    def _may_draft(self, path: Path) -> bool:
        """Whether a change of a file may be a new or changed seed, or a briefing that came or went."""
        if path.is_relative_to(self._workspace.seeds):
            return True
        return path.parent == self._workspace.briefing and not path.exists()

    def _draft(self) -> None:
        drafting = draft(self._workspace, only_new=True)
        fates = dict(drafting.fates)
        if changed := self._changed_seeds.slugs():
            again = draft(self._workspace, changed)
            fates |= again.fates
            # An error in a seed is one of the briefing that cites it, and stays until it is mended.
            self._report([problem for problem in again.problems if problem.severity is not Severity.ERROR])
        for slug, fate in fates.items():
            log.info("%s: briefing/%s.yaml", fate, slug)
        self._drafting_problems = drafting.problems

    def _report(self, problems: Sequence[Diagnostic]) -> None:
        for problem in problems:
            # While serving nothing is logged as a warning: `serve --strict` would stop at it.
            level = logging.INFO if self._is_served else _LEVELS[problem.severity]
            log.log(level, "%s", report([problem], "text").rstrip())


def workspace_of(config: MkDocsConfig) -> Workspace:
    """The workspace that a mkdocs.yml stands in."""
    return Workspace.at(Path(config.config_file_path or "mkdocs.yml").resolve().parent, Path(config.docs_dir))


def folders(config: MkDocsConfig) -> tuple[Path, ...]:
    """Where people edit: seeds, briefings, then the folders of the site: docs/, and that of the theme's overrides."""
    workspace = workspace_of(config)
    own = [Path(config.theme.custom_dir)] if config.theme.custom_dir else []
    return workspace.seeds, workspace.briefing, workspace.docs, *own


def _slug_of_briefing(problem: Diagnostic) -> str | None:
    """Of the briefing that a problem lies in; None where it lies in another file."""
    folder, _, name = problem.source.name.rpartition("/")
    return name.removesuffix(".yaml") if folder == "briefing" and name.endswith(".yaml") else None
