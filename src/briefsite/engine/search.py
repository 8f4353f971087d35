"""Material's search index, kept page by page: one page's entries are replaced without making the others again."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from material.plugins.search.plugin import SearchIndex, SearchPlugin

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.config.defaults import MkDocsConfig

PATH = "search/search_index.json"
_SEPARATORS = (",", ":")


class PackedIndex(SearchIndex):  # type: ignore[misc]
    """Material's search index, holding the entries of each page as text."""

    entries: list[dict[str, object]]

    def __init__(self, config: dict[str, Any]) -> None:
        super().__init__(**config)
        self._parts: list[str] = []
        self.last = ""
        """The entries of the page that was added last."""

    def add_entry_from_context(self, page: Any) -> None:
        """Add a page."""
        known = self.known(page)
        if known is None:
            super().add_entry_from_context(page)
            known, self.entries = packed(self.entries), []
        self.last = known
        self._parts.append(known)

    def known(self, page: Any) -> str | None:
        """The entries of a page that need not be read; None where it must."""
        return None

    def generate_search_index(self, prev: object) -> str:
        """The index as text."""
        return joined(super().generate_search_index(None), self._parts)


class KeptIndex:
    """The entries of each page, as the index holds them; of a site without search, none."""

    def __init__(self, config: MkDocsConfig) -> None:
        self._plugin = next((p for p in config.plugins.values() if type(p) is SearchPlugin and p.config.enabled), None)
        self._pages: dict[str, str] = {}
        self._taken = 0

    @property
    def is_made(self) -> bool:
        """Whether the site has such an index."""
        return self._plugin is not None

    def take(self, page: str) -> None:
        """Keep what the plugin has added since the last time as the entries of a page, by its path below docs/."""
        if self._plugin:
            index = self._plugin.search_index
            if isinstance(index, PackedIndex):
                self._pages[page] = index.last
            else:
                self.put(page, index.entries[self._taken :])
                self._taken = len(index.entries)

    def forget_objects(self) -> None:
        """Let the plugin begin anew: what it has is kept here, smaller."""
        if self._plugin:
            self._plugin.search_index = SearchIndex(**self._plugin.config)
            self._taken = 0

    def put(self, page: str, entries: list[dict[str, object]]) -> None:
        """Let these be the entries of a page."""
        self._pages[page] = packed(entries)

    def drop(self, page: str) -> None:
        """Let a page have none."""
        self._pages.pop(page, None)

    def text(self, pages: Iterable[str]) -> str:
        """The whole index, in the order of these pages: byte for byte what the plugin writes."""
        assert self._plugin
        frame = SearchIndex(**self._plugin.config).generate_search_index(None)
        return joined(frame, (self._pages.get(page, "") for page in pages))


def packed(entries: list[dict[str, object]]) -> str:
    """Entries as the plugin writes them, without the brackets round them."""
    # `default` is for tags and boosts that YAML made a date.
    return json.dumps(entries, separators=_SEPARATORS, default=str)[1:-1]


def joined(frame: str, parts: Iterable[str]) -> str:
    """An index without entries, filled with those of each page."""
    return f"{frame.removesuffix(']}')}{','.join(part for part in parts if part)}]}}"
