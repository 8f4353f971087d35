"""The search of a site that is being edited: the index of all pages, and beside it a small one of those that changed.

The search box leaves out of the first what is told in `pagefind-edits.json`: the pages that changed or are gone. Only
when many have changed is the whole index made anew, while both go on being used.
"""

from __future__ import annotations

import json
import shutil
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING

from mkdocs.plugins import get_plugin_logger

from briefsite.search.pagefind import PagefindError, write_index

if TYPE_CHECKING:
    from pathlib import Path

    from briefsite.search.spool import Spool
    from briefsite.search.whole import Whole

log = get_plugin_logger("briefsite")

BUNDLE = "pagefind"
"""The folder of the index, below the top of the site."""
EDITS = "pagefind-edits"
"""The folder of the small index, and the name of the file that tells of it."""
FEW = 50
MOST = 10
"""From one page in so many on, and never below the few, the whole index is made anew."""


class Edited:
    """Brings the indexes of a site up to date behind its back, one at a time."""

    def __init__(self, whole: Whole) -> None:
        self._whole = whole
        self._lock = Lock()
        self._wanted: tuple[Spool, Path] | None = None
        self._number = 0
        self._wake = Event()
        self._stopped = False
        self._thread = Thread(target=self._run, name="briefsite-search", daemon=True)
        self._thread.start()

    def bring(self, spool: Spool, site: Path) -> None:
        """Have the last index at once, where MkDocs cleared it away, and the difference as soon as it is made."""
        with self._lock:
            if not (site / BUNDLE / "pagefind.js").is_file() and self._whole.digests(spool.language):
                self._whole.put_to_serve(site / BUNDLE)
            self._wanted = spool, site
        self._wake.set()

    def stop(self) -> None:
        """End it, once what it makes is made."""
        self._stopped = True
        self._wake.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._stopped:
            self._wake.wait()
            self._wake.clear()
            with self._lock:
                wanted, self._wanted = self._wanted, None
            if wanted is None or self._stopped:
                continue
            try:
                self._follow(*wanted)
            except (PagefindError, OSError) as error:  # the server may have ended, and the site be gone
                log.info("the search could not follow: %s", error)

    def _follow(self, spool: Spool, site: Path) -> None:
        now, then = spool.digests(), self._whole.digests(spool.language)
        changed = [place for place in now if now[place] != then.get(place)]
        gone = [place for place in then if now.get(place) != then[place]]
        if not then or len({*changed, *gone}) > max(FEW, len(then) // MOST):
            self._whole.make(spool)
            with self._lock:
                self._whole.put_to_serve(site / BUNDLE)
            changed, gone = [], []
            self.bring(spool, site)  # for what was edited meanwhile
        self._number += 1
        index = f"{EDITS}/{self._number}/"
        if changed:
            write_index(spool.pages(changed), site / index, language=spool.language)
        names = self._whole.fragments(spool.language)
        told = {"number": self._number, "index": index if changed else "", "gone": [names[place] for place in gone]}
        _replace(site / f"{EDITS}.json", json.dumps(told))
        for folder in (site / EDITS).glob("*"):
            if folder.name not in {str(self._number), str(self._number - 1)}:  # somebody may be searching
                shutil.rmtree(folder, ignore_errors=True)


def _replace(path: Path, text: str) -> None:
    new = path.with_name(f".{path.name}")
    new.write_text(text, encoding="utf-8")
    new.replace(path)
