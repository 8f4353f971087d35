"""briefing/ → docs/: each page written only when its bytes change, and taken away with its briefing.

A briefing is made by itself (see `made`), again only when a file that it was read from changed; then the pages across
briefings are, and the block on each page that tells of other briefings.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from threading import Lock
from typing import TYPE_CHECKING

from briefsite.diagnostic import BriefsiteError, Diagnostic, Severity
from briefsite.pages import Across, Elsewhere, Site, assets, with_elsewhere
from briefsite.pipeline.digests import digest, digest_of
from briefsite.pipeline.generated import MANIFEST, Generated
from briefsite.pipeline.load import no_such_briefing
from briefsite.pipeline.made import IN_FULL, Made, Making, Task, given_up, make, unpacked
from briefsite.pipeline.people import read_people
from briefsite.pipeline.rendered import Rendered
from briefsite.pipeline.shelf import Shelf
from briefsite.running import running

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from pathlib import Path

    from briefsite.briefing import Joins
    from briefsite.pipeline.workspace import Workspace

FEW = 24
"""Briefings for which starting processes takes longer than it saves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """What a run of the render stage did."""

    written: tuple[str, ...]
    """Paths below docs/ whose bytes changed."""
    removed: tuple[str, ...]
    problems: tuple[Diagnostic, ...]
    other_in_full: tuple[str, ...] = ()
    """Paths below docs/ of pages that a person who edits sees otherwise than before, whether docs/ changed or not."""

    @property
    def has_errors(self) -> bool:
        """Whether something is wrong that must not be published."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)


@dataclass
class Renderer:
    """The render stage; goes on from what it made before, as a live server needs it."""

    workspace: Workspace
    site: Site
    """What pages are made with; another one needs another renderer."""
    show_errors: bool = False
    """People look at it while they edit (see `made.make`); else a broken briefing has no page."""
    jobs: int = 1
    """Processes to use where there is much to make."""
    _made: dict[str, Made] = field(default_factory=dict, init=False)
    _is_begun: bool = field(default=False, init=False)
    _pages: dict[str, tuple[Made, str]] = field(default_factory=dict, init=False)
    """By slug, what its own page was made of, and the digest of the page."""
    _said: Mapping[str, tuple[Elsewhere, ...]] = field(default_factory=dict, init=False)
    """What was last said of other briefings, by slug."""
    _beside: set[str] = field(default_factory=set, init=False)
    """Slugs of pages that have to say otherwise of other briefings than they do."""
    _lock: Lock = field(default_factory=Lock, init=False, repr=False)

    def __post_init__(self) -> None:
        name = "made-to-edit" if self.show_errors else "made"
        self._shelf = Shelf(self.workspace.scratch / f"{name}.sqlite", self.site)
        self._memory = Rendered(self.workspace, self.site, to_edit=self.show_errors)
        self._generated = Generated(self.workspace)
        self._across = Across(self.site)

    def render(
        self,
        slugs: Sequence[str] = (),
        *,
        changed: Collection[Path] | None = None,
        early: Callable[[Sequence[str]], object] = lambda _: None,
    ) -> Rendering:
        """Bring docs/ up to date; with slugs, only their own pages. Bad briefings never stop the others.

        `changed` are the only files that may have changed since the last run, where that is known. `early` is told the
        files of a briefing that was edited (paths below docs/) as soon as they are written, with what its page said of
        other briefings before: whoever edits need not wait for the pages across all of them.

        Raises:
            BriefsiteError: a slug that is named has no file.
        """
        with self._lock:
            files = {path.stem: path for path in self.workspace.briefing_files()}
            if unknown := [slug for slug in slugs if slug not in files]:
                raise BriefsiteError(no_such_briefing(self.workspace, unknown[0]))
            if not (slugs or self._is_begun):
                self._is_begun = True
                if (said := self._memory.problems()) is not None:
                    return Rendering(written=(), removed=(), problems=said)
            return self._render(files, slugs, changed, early)

    def in_full(self, path: str) -> str | None:
        """The Markdown of a source's view with everything in it, for a page below docs/; None for any other page."""
        try:
            return (self.workspace.scratch / IN_FULL / path).read_text(encoding="utf-8")
        except (OSError, ValueError):
            return None

    def _render(
        self,
        files: Mapping[str, Path],
        slugs: Sequence[str],
        changed: Collection[Path] | None,
        early: Callable[[Sequence[str]], object],
    ) -> Rendering:
        makings = self._make(files, slugs, changed)
        at_once: list[str] = []
        if changed is not None:
            at_once = [path for making in makings for path in self._write_early(making)]
            early([*at_once, *(path for making in makings for path in making.other_in_full)])
        everything = [self._made[slug] for slug in files]
        joins = read_people(self.workspace, [one for made in everything for one in made.named])
        problems = [problem for made in everything for problem in made.problems]
        problems += joins.problems
        wanted = [self._made[slug] for slug in slugs] or everything
        touched = None if changed is None else self.workspace.below_docs(changed)
        written, lying = self._write_pages(wanted, everything, touched)
        removed: tuple[str, ...] = ()
        if slugs:
            self._generated.add(lying)
        else:
            more, removed = self._bring_over_all(everything, joins, problems, lying, touched)
            written += more
        problems.sort(key=lambda problem: problem.sort_key)
        if not slugs and changed is None:
            self._remember(everything, lying, problems)
        written += [*at_once, *(path for making in makings for path in making.written)]
        return Rendering(
            written=tuple(sorted(set(written))),
            removed=removed,
            problems=tuple(problems),
            other_in_full=tuple(path for making in makings for path in making.other_in_full),
        )

    # --- each briefing by itself

    def _make(self, files: Mapping[str, Path], slugs: Sequence[str], changed: Collection[Path] | None) -> list[Making]:
        """Make the briefings that are not as they were made."""
        if not self._made:
            self._made = self._shelf.load()
            changed = None
        gone = self._made.keys() - files.keys()
        for slug in gone:
            del self._made[slug]
            self._pages.pop(slug, None)
            shutil.rmtree(self.workspace.scratch / IN_FULL / "b" / slug, ignore_errors=True)
        is_stale = self._tell_stale(changed)
        tasks = [
            Task(
                file=file,
                last_good=known.last_good if known else b"",
                is_wanted=not slugs or slug in slugs,
            )
            for slug, file in files.items()
            for known in (self._made.get(slug),)
            if known is None or is_stale(known)
        ]
        jobs = self.jobs if len(tasks) >= FEW else 1
        with running(jobs) as run:
            one = partial(make, self.workspace, self.site, self.show_errors)
            makings = list(run(tasks, one, partial(given_up, self.workspace)))
        self._made |= {making.made.slug: making.made for making in makings}
        wanted = [making.made for making, task in zip(makings, tasks, strict=True) if task.is_wanted]
        if wanted or gone:
            self._shelf.put(wanted, gone=gone)
        return makings

    def _tell_stale(self, changed: Collection[Path] | None) -> Callable[[Made], bool]:
        """Whether a briefing has to be made again: for a file that it was read from, or one that was made of it."""
        root, docs = self.workspace.root, self.workspace.docs
        if changed is not None:
            names = {self.workspace.name(path) for path in changed}
            places = self.workspace.below_docs(changed)
            return lambda made: not names.isdisjoint(made.read) or not places.isdisjoint(made.files)
        of = self._memory.looked_at_anew().of
        return lambda made: (
            any(of(root / name) != known for name, known in made.read.items())
            or any(of(docs / path) != known for path, known in made.files.items())
        )

    # --- what depends on several

    def _write_early(self, making: Making) -> list[str]:
        """Write the page of a briefing as far as it does not depend on others; all of its files that changed."""
        made = making.made
        paths = list(making.written)
        if made.page:
            page = with_elsewhere(unpacked(made.page), self._said.get(made.slug, ()), self.site)
            if self.workspace.write(self.workspace.docs / made.path, page):
                paths.append(made.path)
        return paths

    def _write_pages(
        self, wanted: Sequence[Made], everything: Sequence[Made], touched: Collection[str] | None
    ) -> tuple[list[str], dict[str, str]]:
        """Write the own pages of briefings, with what they say of others: what changed, and all that lies in docs/."""
        beside = self._across.elsewhere([made.listing for made in everything if made.listing])
        self._said, self._beside = beside, self._beside | beside.changed
        written = []
        lying = {path: of for made in wanted for path, of in made.files.items()}
        for made in wanted:
            if not made.page:
                continue
            before = self._pages.get(made.slug)
            may_lie_otherwise = touched is None or made.path in touched
            if may_lie_otherwise or before is None or before[0] is not made or made.slug in self._beside:
                page = with_elsewhere(unpacked(made.page), beside.get(made.slug, ()), self.site).encode("utf-8")
                if self.workspace.write(self.workspace.docs / made.path, page):
                    written.append(made.path)
                before = self._pages[made.slug] = (made, digest(page))
            lying[made.path] = before[1]
        self._beside -= {made.slug for made in wanted}
        return written, lying

    def _bring_over_all(
        self,
        everything: Sequence[Made],
        joins: Joins,
        problems: list[Diagnostic],
        lying: Mapping[str, str],
        touched: Collection[str] | None,
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Bring the files over all briefings up to date, and take away what is no longer wanted."""
        pages = self._across.pages([made.listing for made in everything if made.listing], joins.accepted)
        files = self._across.files(made.share for made in everything if made.share)
        given = assets()

        def again(path: str) -> str | bytes:
            content = given[path] if path in given else self._across.again(path)
            assert content is not None
            return content

        fresh, wanted = chain(pages.made, files.made), {*pages.paths, *files.paths, *given}
        return self._generated.bring(fresh, wanted, again, problems, lying=lying.keys(), touched=touched)

    def _remember(
        self,
        everything: Sequence[Made],
        lying: Mapping[str, str],
        problems: Sequence[Diagnostic],
    ) -> None:
        """Let the next process see at once that there is nothing to do."""
        read = {name: of for made in everything for name, of in made.read.items()}
        manifest = {MANIFEST: digest_of(self.workspace.docs / MANIFEST)}
        self._memory.remember(read, {**lying, **self._generated.digests, **manifest}, problems)
