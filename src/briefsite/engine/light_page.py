"""A page that holds its words only while it is read, and again while it is written.

MkDocs holds all pages from the first that is read to the last that is written: of a site of tens of thousands, that is
gigabytes. What other pages ask for (title, address, anchors) stays.
"""

from __future__ import annotations

import pickle
import zlib
from typing import TYPE_CHECKING, Any

from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

if TYPE_CHECKING:
    from collections.abc import Iterable, MutableMapping


class LightPage(Page):
    """A page whose content, table of contents and front matter are let go of by `lighten`, and come again."""

    _active = False
    _content: str | None = None
    _toc: Any = None
    _meta: Any = None
    _around: tuple[str, str] | None = None
    """What plugins put before and behind the content that was made; None while the words are held."""
    _packed_meta: bytes | None = None

    def content_is_set(self) -> None:
        """The content was set, while the page is read."""

    def words_again(self) -> dict[str, Any]:
        """`content` and `toc` as they were made."""
        raise NotImplementedError

    def lighten(self, made: str) -> None:
        """Let go of the words until the page is active; `made` is the content as it can be had again."""
        before, found, after = (self._content or "").partition(made) if made else ("", "", "")
        if found:
            self._around = before, after
            self._content = self._toc = None
        self._packed_meta = zlib.compress(pickle.dumps(self._meta), 1)  # never leaves this process
        self._meta = None

    @property
    def active(self) -> bool:
        """Whether the page is being written."""
        return self._active

    @active.setter
    def active(self, value: bool) -> None:
        self._active = value
        if self._packed_meta is not None:
            self._meta = pickle.loads(zlib.decompress(self._packed_meta)) if value else None
        if self._around is not None:
            self._content = self._toc = None

    @property
    def content(self) -> str | None:
        """The page as HTML."""
        if self._content is None and self._around is not None:
            self._have_words()
        content = self._content
        self._let_go()
        return content

    @content.setter
    def content(self, value: str | None) -> None:
        self._content = value
        if not self._active:
            self._around = None
            self.content_is_set()

    @property
    def toc(self) -> Any:
        """The table of contents."""
        if self._toc is None and self._around is not None:
            self._have_words()
        toc = self._toc
        self._let_go()
        return toc

    @toc.setter
    def toc(self, value: Any) -> None:
        self._toc = value

    @property
    def meta(self) -> MutableMapping[str, Any]:
        """The front matter."""
        meta = self._meta
        if meta is None and self._packed_meta is not None:
            meta = pickle.loads(zlib.decompress(self._packed_meta))
        return meta  # type: ignore[no-any-return]

    @meta.setter
    def meta(self, value: MutableMapping[str, Any]) -> None:
        self._meta = value
        if not self._active:
            self._packed_meta = None

    def _have_words(self) -> None:
        assert self._around is not None
        before, after = self._around
        made = self.words_again()
        self._around = before, after
        self._content = f"{before}{made['content']}{after}"
        self._toc = toc_of(made["toc"])

    def _let_go(self) -> None:
        if self._around is not None and not self._active:
            self._content = self._toc = None


class Ids:
    """The ids of a page, of which it is only asked whether one is among them; in a tenth of the memory of a set."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._joined = "\0".join(("", *ids, ""))

    def __contains__(self, id: str) -> bool:
        return f"\0{id}\0" in self._joined


def plain(links: Iterable[AnchorLink]) -> list[list[object]]:
    """A table of contents as JSON."""
    return [[link.title, link.id, link.level, plain(link.children)] for link in links]


def toc_of(links: list[list[Any]]) -> TableOfContents:
    """A table of contents, of what `plain` made of one."""
    toc = TableOfContents(_links(links))
    for first in toc.items[:1]:
        first.active = True  # type: ignore[attr-defined]
    return toc


def _links(links: list[list[Any]]) -> list[AnchorLink]:
    found = []
    for title, id, level, children in links:
        link = AnchorLink(title, id, level)
        link.children = _links(children)
        found.append(link)
    return found
