"""briefing/ → docs/: each page written only when its bytes change, and taken away with its briefing."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING, Generic, TypeVar

from briefsite.diagnostic import Severity
from briefsite.pages import (
    Elsewhere,
    Listing,
    Site,
    assets,
    briefing_pages,
    error_page,
    figures_elsewhere,
    site_pages,
    sources_in_full,
    with_elsewhere,
)
from briefsite.pipeline.generated import MANIFEST, Generated
from briefsite.pipeline.load import Library, Loaded
from briefsite.pipeline.machines import Machines
from briefsite.pipeline.people import read_people
from briefsite.pipeline.rendered import Rendered

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from pathlib import Path

    from briefsite.diagnostic import Diagnostic
    from briefsite.pipeline.workspace import Workspace

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """What a run of the render stage did."""

    written: tuple[str, ...]
    """Paths below docs/ whose bytes changed."""
    removed: tuple[str, ...]
    problems: tuple[Diagnostic, ...]
    made: tuple[str, ...] = ()
    """Paths below docs/ of the briefings' pages that were made, whether their bytes changed or not."""

    @property
    def has_errors(self) -> bool:
        """Whether something is wrong that must not be published."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Listed:
    """What pages across briefings know of one briefing file as it stood."""

    loaded: Loaded
    listing: Listing | None
    """None where the file cannot be shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Made:
    """The pages of one briefing file as it stood."""

    loaded: Loaded
    elsewhere: tuple[Elsewhere, ...]
    """What they say of other briefings."""
    pages: dict[str, str]
    last_good: str | None
    """The last page of it that could be made: an error page shows what it was."""


@dataclass(slots=True)
class _Kept(Generic[_T]):
    """What was last made, and what of: the same again is not made again."""

    of: tuple[object, ...] | None = None
    made: _T | None = None

    def or_made(self, of: tuple[object, ...], make: Callable[[], _T]) -> _T:
        if self.made is None or self.of != of:
            self.of, self.made = of, make()
        return self.made


@dataclass
class Renderer:
    """The render stage; keeps the pages of unchanged briefings between runs, as a live server needs it."""

    workspace: Workspace
    site: Site
    """What pages are made with; another one needs another renderer."""
    show_errors: bool = False
    """Show a broken briefing's problems on its page (while serving) instead of leaving the page out."""
    _library: Library = field(init=False)
    _machines: Machines = field(init=False)
    _generated: Generated = field(init=False)
    _listed: dict[str, _Listed] = field(default_factory=dict, init=False)
    _made: dict[str, _Made] = field(default_factory=dict, init=False)
    _elsewhere: _Kept[dict[str, tuple[Elsewhere, ...]]] = field(default_factory=_Kept, init=False)
    _across: _Kept[dict[str, str]] = field(default_factory=_Kept, init=False)
    _lock: Lock = field(default_factory=Lock, init=False, repr=False)

    def __post_init__(self) -> None:
        self._library = Library(self.workspace)
        self._machines = Machines(self.site)
        self._generated = Generated(self.workspace)

    def render(self, slugs: Sequence[str] = (), *, changed: Collection[Path] | None = None) -> Rendering:
        """Bring docs/ up to date; with slugs, only their own pages. Bad briefings never stop the others.

        `changed` are the only files that may have changed since the last run, where that is known.
        """
        with self._lock:
            # A live server goes on from the pages that it made: it needs them all.
            memory = None if slugs or self.show_errors else Rendered(self.workspace, self.site)
            if memory and (said := memory.problems()) is not None:
                return Rendering(written=(), removed=(), problems=said)
            everything = self._library.load(changed=changed)
            for slug in slugs:
                self._library.load([slug])
            joins = read_people(self.workspace, [loaded.verified for loaded in everything if loaded.verified])
            listings = tuple(listing for loaded in everything if (listing := self._listing(loaded)))
            elsewhere = self._elsewhere.or_made(listings, lambda: figures_elsewhere(listings, self.site))
            wanted: dict[str, str | bytes] = {}
            anew: list[str] = []
            for loaded in everything:
                before = self._made.get(loaded.slug)
                made = self._of(loaded, elsewhere.get(loaded.slug, ()))
                anew += made.pages if made is not before else ()
                if not slugs or loaded.slug in slugs:
                    wanted |= made.pages
            shown = [loaded for loaded in everything if self.show_errors or loaded.may_be_published]
            wanted |= self._machines.files(shown, slugs)
            problems = [problem for loaded in everything for problem in loaded.problems]
            problems += joins.problems
            if not slugs:
                wanted |= self._across.or_made(
                    (listings, joins.accepted), lambda: site_pages(listings, self.site, joins.accepted)
                )
                wanted |= assets()
            written, removed = self._generated.bring(wanted, problems, changed=changed, partial=bool(slugs))
            problems.sort(key=lambda problem: problem.sort_key)
            if memory:
                wanted[MANIFEST] = (self.workspace.docs / MANIFEST).read_bytes()
                memory.remember(everything, wanted, problems)
            return Rendering(written=written, removed=removed, problems=tuple(problems), made=tuple(anew))

    def in_full(self, path: str) -> str | None:
        """The Markdown of a source's view with everything in it, for a page below docs/; None for any other page.

        It is never written to docs/: what lies there may be published at any time, by another process or program.
        """
        made = self._made.get(path.removeprefix("b/").partition("/")[0])
        verified = made.loaded.verified if made and path in made.pages else None
        return sources_in_full(verified, self.site).get(path) if verified else None

    def _listing(self, loaded: Loaded) -> Listing | None:
        listed = self._listed.get(loaded.slug)
        if listed is None or listed.loaded is not loaded:
            listing = Listing.of(loaded.verified, self.site) if self._is_shown(loaded) and loaded.verified else None
            listed = self._listed[loaded.slug] = _Listed(loaded=loaded, listing=listing)
        return listed.listing

    def _of(self, loaded: Loaded, elsewhere: tuple[Elsewhere, ...]) -> _Made:
        made = self._made.get(loaded.slug)
        if made is None or made.loaded is not loaded or made.elsewhere != elsewhere:
            made = self._made[loaded.slug] = self._make(loaded, elsewhere, made.last_good if made else None)
        return made

    def _is_shown(self, loaded: Loaded) -> bool:
        return loaded.verified is not None and (self.show_errors or loaded.may_be_published)

    def _make(self, loaded: Loaded, elsewhere: tuple[Elsewhere, ...], last_good: str | None) -> _Made:
        if loaded.verified and self._is_shown(loaded):
            made = briefing_pages(loaded.verified, self.site)
            pages = {path: with_elsewhere(page, elsewhere, self.site) for path, page in made.items()}
            return _Made(
                loaded=loaded, elsewhere=elsewhere, pages=pages, last_good=pages.get(f"b/{loaded.slug}/index.md")
            )
        pages = {}
        if self.show_errors:
            errors = [problem for problem in loaded.problems if problem.severity is Severity.ERROR]
            pages = error_page(loaded.slug, errors, last_good=last_good, site=self.site)
        return _Made(loaded=loaded, elsewhere=elsewhere, pages=pages, last_good=last_good)
