"""A page whose HTML was made before, of the same Markdown and with the same files beside it."""

from __future__ import annotations

import logging
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import File, Files
from mkdocs.utils.meta import get_data

from briefsite.engine.key import digest
from briefsite.engine.light_page import Ids, LightPage, plain, toc_of
from briefsite.engine.store import pack, unpack

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.config.defaults import MkDocsConfig

    from briefsite.engine.store import Store

_LOG = logging.getLogger("mkdocs.structure.pages")


class CachedPage(LightPage):
    """A page that is not in the navigation; its `title` is its own, never one of mkdocs.yml.

    `read_others` is called when it is its turn to be read: it may be read ahead by then, and others with it.
    """

    _links: bytes | None = None
    _made: dict[str, Any] | None = None
    """What was made of the Markdown, from then until plugins have seen it."""

    def __init__(
        self,
        file: File,
        config: MkDocsConfig,
        files: Files,
        store: Store,
        settings: bytes,
        read_others: Callable[[], object],
    ) -> None:
        super().__init__(None, file, config)
        self._config = config
        self._files = files
        self._store = store
        self._settings = settings
        self._read_others = read_others
        self._ahead: tuple[str | None, Any] | None = None
        self._key = b""
        self.content_digest = b""
        """Of the content as plugins left it."""
        self.made_of: bytes | None = None
        """The digest of all that `content` and `toc` were made of; None where a warning must be given each time."""

    def read_ahead(self) -> bytes | None:
        """Read the page before its turn; the key under which nothing is kept of it yet, None where something is."""
        super().read_source(self._config)
        self._ahead = self.markdown, self.meta
        self.markdown = self._with_plugins(self.markdown)
        key = self._key_now()
        return None if key in self._store else key

    def read_source(self, config: MkDocsConfig) -> None:
        """Read the page, unless it is read already."""
        if self._ahead is None:
            self._read_others()
        ahead, self._ahead = self._ahead, None
        if ahead:
            self.markdown, self.meta = ahead
        else:
            super().read_source(config)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Turn the Markdown into HTML, as MkDocs does it, or take what that gave before."""
        self._files = files
        self.made_of = self._made = None
        self._key = self._key_now()
        made = self._store.get(self._key)
        if made is None or any(_target(files, path) != target for path, target in made["asked"].items()):
            made = self.make(files)
            if made is None or not self._store.is_open:  # a page that is edited while the site is served
                return
            self._store.put(self._key, made)
        self.made_of = digest(self._key, made["asked"])
        self.content, self.toc = made["content"], toc_of(made["toc"])
        self._title_from_render = made["title"]
        self.present_anchor_ids = Ids(made["anchors"])  # type: ignore[assignment]
        self._links = pack(made["links"])
        self.markdown = ""  # which has a title
        self._made = made

    def make(self, files: Files) -> dict[str, Any] | None:
        """Render the Markdown; what is to be kept of it, None where something was said of the page."""
        asked = _Asked(files)
        with _Heard() as heard:
            super().render(self._config, asked)
        if heard.is_anything:
            return None
        return {
            "content": self.content,
            "toc": plain(self.toc),
            "title": self._title_from_render,
            "anchors": sorted(self.present_anchor_ids or ()),
            "links": {file.src_uri: links for file, links in (self.links_to_anchors or {}).items()},
            "asked": asked.targets,
        }

    def content_is_set(self) -> None:
        """Once it is made, plugins have seen it when it is set again; what it was made of is not needed any more."""
        if self._made is not None:
            made, self._made = self._made, None
            self.content_digest = digest(self._content or "")
            self.lighten(made["content"])

    def words_again(self) -> dict[str, Any]:
        """The words as they were made: they are in the store, unless somebody took that away meanwhile."""
        made = self._store.get(self._key)
        if made is None:
            self.markdown = self._with_plugins(get_data(self.file.content_string)[0])
            super().render(self._config, self._files)
            made = {"content": self._content, "toc": plain(self._toc)}
            self.markdown = ""
        return made  # type: ignore[no-any-return]

    @property
    def links_to_anchors(self) -> dict[File, dict[str, str]] | None:
        """Where the page links to, inside of other pages."""
        if self._links is None:
            return None
        found = ((self._files.get_file_from_path(uri), links) for uri, links in unpack(self._links).items())
        return {file: links for file, links in found if file}

    @links_to_anchors.setter
    def links_to_anchors(self, value: dict[File, dict[str, str]] | None) -> None:
        self._links = None if value is None else pack({file.src_uri: links for file, links in value.items()})

    def _with_plugins(self, markdown: str | None) -> str:
        return self._config.plugins.on_page_markdown(markdown or "", page=self, config=self._config, files=self._files)

    def _key_now(self) -> bytes:
        return digest(b"markdown", self._settings, self.file.src_uri, self.markdown or "")


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
