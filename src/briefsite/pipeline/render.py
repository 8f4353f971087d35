"""briefing/ → docs/: each page written only when its bytes change, and taken away with its briefing."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from threading import Lock
from typing import TYPE_CHECKING

from briefsite.diagnostic import Diagnostic, Severity
from briefsite.pages import Listing, Site, assets, briefing_pages, error_page, site_pages, sources_in_full
from briefsite.pipeline.load import Library, Loaded
from briefsite.source import Source

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path

    from briefsite.pipeline.workspace import Workspace

MANIFEST = ".briefsite.json"
"""In docs/: which files there are generated. MkDocs does not publish hidden files."""
OWN_FOLDERS = ("b/", "assets/briefsite/")
"""Folders below docs/ in which every file is generated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """What a run of the render stage did."""

    written: tuple[str, ...]
    """Paths below docs/ whose bytes changed."""
    removed: tuple[str, ...]
    problems: tuple[Diagnostic, ...]
    made: tuple[str, ...] = ()
    """Paths below docs/ of the pages that were made, whether their bytes changed or not."""

    @property
    def has_errors(self) -> bool:
        """Whether something is wrong that must not be published."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Made:
    """The pages of one briefing file as it stood."""

    loaded: Loaded
    pages: dict[str, str]
    listing: Listing | None
    """None where the file cannot be shown."""
    last_good: str | None
    """The last page of it that could be made: an error page shows what it was."""


@dataclass
class Renderer:
    """The render stage; keeps the pages of unchanged briefings between runs, as a live server needs it."""

    workspace: Workspace
    site: Site
    """What pages are made with; another one needs another renderer."""
    show_errors: bool = False
    """Show a broken briefing's problems on its page (while serving) instead of leaving the page out."""
    _library: Library = field(init=False)
    _made: dict[str, _Made] = field(default_factory=dict, init=False)
    _listed: tuple[list[Listing], dict[str, str]] | None = field(default=None, init=False)
    """The pages over all briefings, and what they list."""
    _written: dict[str, str | bytes] = field(default_factory=dict, init=False)
    """What lies in docs/ since the last run."""
    _lock: Lock = field(default_factory=Lock, init=False, repr=False)

    def __post_init__(self) -> None:
        self._library = Library(self.workspace)

    def render(self, slugs: Sequence[str] = (), *, changed: Collection[Path] | None = None) -> Rendering:
        """Bring docs/ up to date; with slugs, only their own pages. Bad briefings never stop the others.

        `changed` are the only files that may have changed since the last run, where that is known.
        """
        with self._lock:
            everything = self._library.load(changed=changed)
            for slug in slugs:
                self._library.load([slug])
            wanted: dict[str, str | bytes] = {}
            listings = []
            anew: list[str] = []
            for loaded in everything:
                before = self._made.get(loaded.slug)
                made = self._of(loaded)
                anew += made.pages if made is not before else ()
                if made.listing:
                    listings.append(made.listing)
                if not slugs or loaded.slug in slugs:
                    wanted |= made.pages
            problems = [problem for loaded in everything for problem in loaded.problems]
            if not slugs:
                wanted |= self._over_all(listings)
                wanted |= assets()
            rendering = self._bring_up_to_date(wanted, problems, changed, partial=bool(slugs))
            return replace(rendering, made=tuple(anew))

    def in_full(self, path: str) -> str | None:
        """The Markdown of a source's view with everything in it, for a page below docs/; None for any other page.

        It is never written to docs/: what lies there may be published at any time, by another process or program.
        """
        made = self._made.get(path.removeprefix("b/").partition("/")[0])
        verified = made.loaded.verified if made and path in made.pages else None
        return sources_in_full(verified, self.site).get(path) if verified else None

    def _of(self, loaded: Loaded) -> _Made:
        made = self._made.get(loaded.slug)
        if made is None or made.loaded is not loaded:
            made = self._made[loaded.slug] = self._make(loaded, made.last_good if made else None)
        return made

    def _make(self, loaded: Loaded, last_good: str | None) -> _Made:
        if loaded.verified and (self.show_errors or not loaded.has_errors):
            pages = briefing_pages(loaded.verified, self.site)
            page = pages.get(f"b/{loaded.slug}/index.md")
            listing = Listing.of(loaded.verified, self.site)
            return _Made(loaded=loaded, pages=pages, listing=listing, last_good=page)
        pages = {}
        if self.show_errors:
            errors = [problem for problem in loaded.problems if problem.severity is Severity.ERROR]
            pages = error_page(loaded.slug, errors, last_good=last_good, site=self.site)
        return _Made(loaded=loaded, pages=pages, listing=None, last_good=last_good)

    def _over_all(self, listings: list[Listing]) -> dict[str, str]:
        if self._listed is None or self._listed[0] != listings:
            self._listed = (listings, site_pages(listings, self.site))
        return self._listed[1]

    def _bring_up_to_date(
        self,
        wanted: Mapping[str, str | bytes],
        problems: list[Diagnostic],
        changed: Collection[Path] | None,
        *,
        partial: bool,
    ) -> Rendering:
        docs, manifest = self.workspace.docs, self.workspace.docs / MANIFEST
        generated = _read_manifest(self.workspace)
        written = []
        lying = self._written if changed is not None else {}
        touched = {self.workspace.name(path) for path in changed or ()}
        top = self.workspace.name(docs)
        in_the_way = set()
        for path in sorted(wanted):
            if lying.get(path) == wanted[path] and f"{top}/{path}" not in touched:
                continue
            if path not in generated and not path.startswith(OWN_FOLDERS) and _is_hand_written(docs / path):
                problems.append(_in_the_way(self.workspace, path))
                in_the_way.add(path)
                continue
            if self.workspace.write(docs / path, wanted[path]):
                written.append(path)
        stale = set() if partial else generated - set(wanted)
        for path in sorted(stale):
            (docs / path).unlink(missing_ok=True)
            parent = (docs / path).parent
            while parent != docs and parent.is_dir() and not any(parent.iterdir()):
                parent.rmdir()
                parent = parent.parent
        self._written = {path: wanted[path] for path in wanted if path not in in_the_way}
        listed = sorted((generated | self._written.keys()) - stale)
        self.workspace.write(manifest, json.dumps({"generated": listed}, indent=0) + "\n")
        problems.sort(key=lambda problem: problem.sort_key)
        return Rendering(written=tuple(written), removed=tuple(sorted(stale)), problems=tuple(problems))


def _read_manifest(workspace: Workspace) -> set[str]:
    try:
        listed = json.loads((workspace.docs / MANIFEST).read_text(encoding="utf-8"))["generated"]
        return {path for path in listed if isinstance(path, str) and ".." not in path.split("/")}
    except (OSError, ValueError, KeyError, TypeError):
        return set()


def _is_hand_written(page: Path) -> bool:
    """Whether a page that the manifest does not list is a person's; ours say so in their front matter."""
    try:
        head = page.read_bytes()[:2000]
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return b'"generator": "briefsite"' not in head


def _in_the_way(workspace: Workspace, path: str) -> Diagnostic:
    return Diagnostic(
        code="W004",
        severity=Severity.NOTE,
        message="was written by hand, so the generated page of that name was not written over it",
        source=Source(workspace.name(workspace.docs / path), ""),
        span=None,
        help="link to b/index.md, the list of all briefings, from it; or move it away",
    )
