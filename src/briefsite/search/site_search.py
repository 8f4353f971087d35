"""The search of a large site: Pagefind behind the theme's own search box, in place of an index that is loaded whole.

The theme sends every search to a worker, in messages of four kinds. A script of ours (`search-box.js`) answers in that
worker's stead, so that box, keys and looks stay the theme's. The theme's search plugin stays switched on, because it
draws the box, but is given no page: its index then holds the settings alone.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from html import unescape
from pathlib import Path
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING, Any

from mkdocs.plugins import get_plugin_logger

from briefsite.pages.assets import FOLDER
from briefsite.search.pagefind import PagefindError, program, write_index
from briefsite.search.records import Record

if TYPE_CHECKING:
    from collections.abc import Collection, MutableMapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

log = get_plugin_logger("briefsite")

FROM = 300
"""Briefings from which on it is used. The theme's index has about 9 kB for each, and every page of the site loads it
whole: 300 are 2.7 MB, where Pagefind's first answer costs a fifth of one."""
BUNDLE = "pagefind"
"""The folder of the index, below the top of the site."""


class SiteSearch:
    """Which search a site has, and the index of it where it is Pagefind's."""

    def __init__(self) -> None:
        self.is_on = False
        self._records: dict[str, Record] = {}
        self._hidden: dict[str, MutableMapping[str, Any]] = {}
        self._behind: _Behind | None = None

    def choose(self, config: MkDocsConfig, *, briefings: int, threshold: int) -> None:
        """Decide at the start of a build; puts script and stylesheet on the pages where it is Pagefind."""
        self._records.clear()
        wanted = briefings >= threshold and config.theme.name == "material" and "material/search" in config.plugins
        self.is_on = wanted and program() is not None
        if wanted and not self.is_on:
            log.info(
                "%d briefings make a large search index, which every page loads: pip install 'briefsite[search]'",
                briefings,
            )
        if self.is_on:
            config.extra.setdefault("polyfills", []).append(f"{FOLDER}/search-box.js")
            config.extra_css.append(f"{FOLDER}/search-box.css")

    def take(self, page: Page) -> None:
        """Note a page, and hide it from the theme's search plugin; before that plugin looks at it."""
        if not self.is_on:
            return
        self._hidden[page.url] = dict(page.meta)
        search = page.meta.get("search")
        settings = search if isinstance(search, dict) else {}
        if not settings.get("exclude"):
            self._records[page.url] = Record(
                place=page.url,
                title=unescape(str(page.title)),
                content=page.content or "",
                facets=_facets(page.meta.get("facets")),
                weight=settings["boost"] if isinstance(settings.get("boost"), int | float) else 1,
            )
        page.meta["search"] = {**settings, "exclude": True}

    def give_back(self, page: Page) -> None:
        """Show a page again as it was; after the theme's search plugin."""
        if self.is_on and page.url in self._hidden:
            page.meta = self._hidden.pop(page.url)

    def keep(self, places: Collection[str]) -> None:
        """Let go of the pages that are at none of these addresses."""
        self._records = {place: record for place, record in self._records.items() if place in places}

    def write(self, site: Path, *, language: str, labels: dict[str, str], behind: bool) -> None:
        """Write the index into the site; `behind` its back, while it is served already, as the last one is used.

        Raises:
            PagefindError: it could not be made.
        """
        if not self.is_on:
            return
        _tell(site / "search" / "search_index.json", labels)
        # In order of address: after any edits the index is what a build of its own would make.
        records = [self._records[place] for place in sorted(self._records)]
        if not behind:
            write_index(records, site / BUNDLE, language=language)
            return
        if self._behind is None:
            self._behind = _Behind()
        self._behind.bring(records, site / BUNDLE, language)

    def close(self) -> None:
        """Stop what runs behind."""
        if self._behind:
            self._behind.stop()
            self._behind = None


class _Behind:
    """Makes the index of a site that is being served: one at a time, of the pages as they last stood."""

    def __init__(self) -> None:
        self._last = Path(tempfile.mkdtemp(prefix="briefsite_index_"))
        self._lock = Lock()
        self._wanted: tuple[list[Record], Path, str] | None = None
        self._made: list[Record] = []
        self._wake = Event()
        self._stopped = False
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()

    def bring(self, records: list[Record], out: Path, language: str) -> None:
        """Have the last index at once, where MkDocs cleared it away, and the new one when it is made."""
        with self._lock:
            if not (out / "pagefind.js").is_file():
                _put(self._last, out)
            self._wanted = None if records == self._made else (records, out, language)
        self._wake.set()

    def stop(self) -> None:
        """End it, once what it makes is made."""
        self._stopped = True
        self._wake.set()
        self._thread.join()
        shutil.rmtree(self._last, ignore_errors=True)

    def _run(self) -> None:
        while not self._stopped:
            self._wake.wait()
            self._wake.clear()
            with self._lock:
                wanted, self._wanted = self._wanted, None
            if wanted is None or self._stopped:
                continue
            records, out, language = wanted
            try:
                write_index(records, self._last / "new", language=language)
            except PagefindError as error:
                log.info("%s", error)
                continue
            with self._lock:
                _replace(self._last)
                self._made = records
                if out.parent.is_dir():  # the server may have ended
                    _put(self._last, out)


def _replace(folder: Path) -> None:
    shutil.rmtree(folder / "now", ignore_errors=True)
    (folder / "new").rename(folder / "now")


def _put(last: Path, out: Path) -> None:
    if (last / "now").is_dir():
        shutil.rmtree(out, ignore_errors=True)
        shutil.copytree(last / "now", out)


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
