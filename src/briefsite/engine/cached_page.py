"""A page whose HTML was made before, of the same Markdown and with the same files beside it."""

from __future__ import annotations

import logging
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from briefsite.engine.key import digest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.config.defaults import MkDocsConfig

    from briefsite.engine.store import Store

_LOG = logging.getLogger("mkdocs.structure.pages")


class CachedPage(Page):
    """A page that is not in the navigation; its `title` is its own, never one of mkdocs.yml."""

    def __init__(self, file: File, config: MkDocsConfig, store: Store, settings: bytes) -> None:
        super().__init__(None, file, config)
        self._store = store
        self._settings = settings
        self._ahead: tuple[str | None, Any] | None = None
        self.made_of: bytes | None = None
        """The digest of all that `content` and `toc` were made of; None where a warning must be given each time."""

    def read_ahead(self, config: MkDocsConfig, files: Files) -> bytes | None:
        """Read the page before its turn; the key under which nothing is kept of it yet, None where something is."""
        self.read_source(config)
        self._ahead = self.markdown, self.meta
        self.markdown = config.plugins.on_page_markdown(self.markdown or "", page=self, config=config, files=files)
        key = self._key()
        return None if key in self._store else key

    def read_source(self, config: MkDocsConfig) -> None:
        """Read the page, unless it is read already."""
        ahead, self._ahead = self._ahead, None
        if ahead:
            self.markdown, self.meta = ahead
        else:
            super().read_source(config)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Turn the Markdown into HTML, as MkDocs does it, or take what that gave before."""
        key = self._key()
        made = self._store.get(key)
        if made is not None and all(_target(files, path) == target for path, target in made["asked"].items()):
            self._take(made, files)
        else:
            made = self.make(config, files)
            if made is None:
                return
            self._store.put(key, made)
        self.made_of = digest(key, made["asked"])

    def _key(self) -> bytes:
        return digest(b"markdown", self._settings, self.file.src_uri, self.markdown or "")

    def make(self, config: MkDocsConfig, files: Files) -> dict[str, Any] | None:
        """Render the Markdown; what is to be kept of it, None where something was said of the page."""
        asked = _Asked(files)
        with _Heard() as heard:
            super().render(config, asked)
        if heard.is_anything:
            return None
        return {
            "content": self.content,
            "toc": _plain(self.toc),
            "title": self._title_from_render,
            "anchors": sorted(self.present_anchor_ids or ()),
            "links": {file.src_uri: links for file, links in (self.links_to_anchors or {}).items()},
            "asked": asked.targets,
        }

    def _take(self, made: dict[str, Any], files: Files) -> None:
        self.content = made["content"]
        self.toc = TableOfContents(_links(made["toc"]))
        for first in self.toc.items[:1]:
            first.active = True  # type: ignore[attr-defined]
        self._title_from_render = made["title"]
        self.present_anchor_ids = set(made["anchors"])
        targets = ((files.get_file_from_path(uri), links) for uri, links in made["links"].items())
        self.links_to_anchors = {file: links for file, links in targets if file}


class _Asked(Files):
    """The files of a site, noting what a page asks them for."""

    def __init__(self, files: Files) -> None:
        super().__init__(())
        self._files_asked = files
        self.targets: dict[str, list[object]] = {}

    def get_file_from_path(self, path: str) -> File | None:
        self.targets[PurePath(path).as_posix()] = _target(self._files_asked, path)
        return self._files_asked.get_file_from_path(path)


def be_quiet() -> None:
    """In a process split off: what is said of a page is said by the process that writes it."""
    _LOG.propagate = False


class _Heard(logging.Handler):
    """Whether MkDocs said anything of a page, and says again each time."""

    def __init__(self) -> None:
        super().__init__()
        self.is_anything = False

    def __enter__(self) -> _Heard:
        _LOG.addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        _LOG.removeHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        self.is_anything = True


def _target(files: Files, path: str) -> list[object]:
    """What a link to a path depends on."""
    file = files.get_file_from_path(path)
    return [file.url, file.inclusion.name] if file else []


def _plain(links: Iterable[AnchorLink]) -> list[list[object]]:
    return [[link.title, link.id, link.level, _plain(link.children)] for link in links]


def _links(plain: list[list[Any]]) -> list[AnchorLink]:
    found = []
    for title, id, level, children in plain:
        link = AnchorLink(title, id, level)
        link.children = _links(children)
        found.append(link)
    return found
