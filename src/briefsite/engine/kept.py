"""What a whole build leaves behind for the edits after it."""

from __future__ import annotations

import hashlib
import json
from bisect import insort
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING

from mkdocs.structure.files import File, Files, InclusionLevel, file_sort_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

    from briefsite.engine.search import KeptIndex


class AskedFiles(Files):
    """The files of a site; remembers which page asked for which, because it links to it or shows it."""

    def __init__(self, files: Iterable[File], askers: dict[str, set[str]] | None = None) -> None:
        super().__init__(files)
        self.asking: str | None = None
        """The page that is being read; None while none is."""
        self.askers: dict[str, set[str]] = defaultdict(set) if askers is None else askers
        """Path → the pages that asked for it, whether it was there or not."""

    def get_file_from_path(self, path: str) -> File | None:
        """The file of that path."""
        if self.asking is not None:
            self.askers[PurePath(path).as_posix()].add(self.asking)
        return super().get_file_from_path(path)


@dataclass
class Kept:
    """The site as it was last built, and went on to be edited."""

    config: MkDocsConfig
    files: AskedFiles
    nav: Navigation
    env: jinja2.Environment
    day: str
    """On which it was built: the sitemap says so."""
    index: KeptIndex
    sources: dict[str, bytes] = field(default_factory=dict)
    """Page → digest of its Markdown and front matter, as they were rendered."""
    due: set[str] = field(default_factory=set)
    """Pages that are left to be rendered in any case."""
    _pages: list[File] | None = None

    @property
    def pages(self) -> list[File]:
        """Every page that is built, in order."""
        if self._pages is None:
            self._pages = [file for file in self.files if file.is_documentation_page() and is_served(file)]
        return self._pages

    def replace_files(self, added: Iterable[File], removed: Iterable[str]) -> None:
        """Let files come and go; the order is that in which MkDocs lists a folder, the theme's files behind."""
        gone = set(removed)
        docs = self.config.docs_dir
        own = [file for file in self.files if file.src_dir == docs and file.src_uri not in gone]
        for file in added:
            insort(own, file, key=file_sort_key)
        theme = [file for file in self.files if file.src_dir != docs]
        self.files = AskedFiles([*own, *theme], self.files.askers)
        self._pages = None

    def is_changed(self, page: Page) -> bool:
        """Whether a page that has been read differs from what was rendered of it; remembers it."""
        digest = source_digest(page, page.markdown or "")
        if self.sources.get(page.file.src_uri) == digest:
            return False
        self.sources[page.file.src_uri] = digest
        return True

    def slim(self) -> None:
        """Let go of what no other page can see: the words of pages that are not in the navigation."""
        in_nav = {page.file.src_uri for page in self.nav.pages}
        for file in self.pages:
            if file.page and file.src_uri not in in_nav:
                slim(file.page)

    def listed_in_nav(self) -> set[str]:
        """Every path that the navigation names, in mkdocs.yml."""
        return {path.lstrip("/") for path in _strings(self.config.nav)}


def is_served(file: File) -> bool:
    """Whether a live server shows a file."""
    return file.inclusion is not InclusionLevel.EXCLUDED


def slim(page: Page) -> None:
    """Let go of the words of a page that is written."""
    page.markdown = ""
    page.content = None
    page.toc = []  # type: ignore[assignment]


def source_digest(page: Page, markdown: str) -> bytes:
    """Of what is rendered of a page: its Markdown as plugins left it, and its front matter."""
    meta = json.dumps(page.meta, default=repr)
    return hashlib.sha256(f"{meta}\0{markdown}".encode("utf-8", "surrogatepass")).digest()


def _strings(nav: object) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, dict):
        for value in nav.values():
            yield from _strings(value)
    elif isinstance(nav, list):
        for value in nav:
            yield from _strings(value)
