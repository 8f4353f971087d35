"""The search of a large site: Pagefind behind the theme's own search box, in place of an index that is loaded whole.

The theme sends every search to a worker, in messages of four kinds. A script of ours (`search-box.js`) answers in that
worker's stead, so that box, keys and looks stay the theme's. The theme's search plugin stays switched on, because it
draws the box, but is given no page: its index then holds the settings alone.
"""

from __future__ import annotations

import json
from html import unescape
from shutil import copyfile
from typing import TYPE_CHECKING, Any

from mkdocs.plugins import get_plugin_logger

from briefsite.pages import search_labels
from briefsite.pages.assets import FOLDER
from briefsite.search.edited import BUNDLE, EDITS, Edited
from briefsite.search.pagefind import program
from briefsite.search.records import Record
from briefsite.search.spool import Spool
from briefsite.search.whole import Whole

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, MutableMapping
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

    from briefsite.pages import Site

log = get_plugin_logger("briefsite")

FROM = 300
"""Briefings from which on it is used. The theme's index has about 9 kB for each, and every page of the site loads it
whole: 300 are 2.7 MB, where Pagefind's first answer costs a fifth of one."""


class SiteSearch:
    """Which search a site has, and the index of it where it is Pagefind's."""

    def __init__(self) -> None:
        self.is_on = False
        self._can_be_on = False
        self._threshold = 0
        self._labels: dict[str, str] = {}
        self._whole: Whole | None = None
        self._spool: Spool | None = None
        self._places: set[str] = set()
        """The addresses of the pages that are to be found."""
        self._hidden: dict[str, MutableMapping[str, Any]] = {}
        self._edited: Edited | None = None

    def choose(self, config: MkDocsConfig, site: Site, *, briefings: int, threshold: int, kept: Path) -> None:
        """Decide at the start of a build; puts script and stylesheet on the pages where it is Pagefind.

        `kept` is a folder for the index, which later builds of the same pages take.
        """
        self._places.clear()
        self._threshold, self._labels = threshold, search_labels(site)
        wanted = config.theme.name == "material" and "material/search" in config.plugins
        self._can_be_on = wanted and program() is not None
        self.is_on = self._can_be_on and briefings >= threshold
        if wanted and briefings >= threshold and not self.is_on:
            log.info(
                "%d briefings make a large search index, which every page loads: pip install 'briefsite[search]'",
                briefings,
            )
        if self.is_on:
            config.extra.setdefault("polyfills", []).append(f"{FOLDER}/search-box.js")
            config.extra_css.append(f"{FOLDER}/search-box.css")
            if self._spool is None or self._spool.language != site.language:
                self.close()
                self._spool, self._whole = Spool(site.language), Whole(kept)

    def fits(self, briefings: int) -> bool:
        """Whether a site with so many would have the same search."""
        return self.is_on == (self._can_be_on and briefings >= self._threshold)

    def take(self, page: Page) -> None:
        """Note a page, and hide it from the theme's search plugin; before that plugin looks at it."""
        if not self.is_on:
            return
        assert self._spool
        self._hidden[page.url] = dict(page.meta)
        search = page.meta.get("search")
        settings = search if isinstance(search, dict) else {}
        self._places.discard(page.url)
        if not settings.get("exclude"):
            self._places.add(page.url)
            self._spool.put(
                Record(
                    place=page.url,
                    title=unescape(str(page.title)),
                    content=page.content or "",
                    facets=_facets(page.meta.get("facets")),
                    weight=settings["boost"] if isinstance(settings.get("boost"), int | float) else 1,
                )
            )
        page.meta["search"] = {**settings, "exclude": True}

    def give_back(self, page: Page) -> None:
        """Show a page again as it was; after the theme's search plugin."""
        if self.is_on and page.url in self._hidden:
            page.meta = self._hidden.pop(page.url)

    def keep(self, places: Collection[str]) -> None:
        """Let go of the pages that are at none of these addresses."""
        self._places.intersection_update(places)

    def write(self, site: Path, *, behind: bool, copy: Callable[[str, str], object] = copyfile) -> None:
        """Write the index into the site; `behind` its back, while it is served already, as the last one is used.

        `copy` puts a file into a site that is not.

        Raises:
            PagefindError: it could not be made.
        """
        if not self.is_on:
            return
        assert self._spool
        assert self._whole
        self._spool.keep(self._places)
        told = {"edits": f"{EDITS}.json"} if behind else {}
        _tell(site / "search" / "search_index.json", self._labels | told)
        if behind:
            self._edited = self._edited or Edited(self._whole)
            self._edited.bring(self._spool, site)
            return
        if self._whole.digests(self._spool.language) != self._spool.digests():
            self._whole.make(self._spool)
        self._whole.put(site / BUNDLE, copy)

    def close(self) -> None:
        """Stop what runs behind."""
        if self._edited:
            self._edited.stop()
        if self._spool:
            self._spool.close()
        self._edited = self._spool = self._whole = None


def _tell(index: Path, labels: dict[str, str]) -> None:
    """Give our words to the script with the settings that the theme hands to it."""
    data = json.loads(index.read_text(encoding="utf-8"))
    data["config"]["labels"] = labels
    index.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _facets(written: object) -> dict[str, list[str]]:
    """Those of a page's front matter, which a person may have written as well."""
    if not isinstance(written, dict):
        return {}
    return {
        name: [unescape(str(value)) for value in values]
        for name, values in written.items()
        if name in {"person", "topic", "year"} and isinstance(values, list)
    }
