"""The records of a site in one temporary file: together they are as large as the site, and are needed one by one."""

from __future__ import annotations

import hashlib
import tempfile
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from briefsite.search.records import record_html

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from briefsite.search.records import Record


class _Kept(NamedTuple):
    start: int
    length: int
    digest: str


class Spool:
    """What Pagefind is to be given of each page, by the address of the page."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._file = tempfile.TemporaryFile(prefix="briefsite_search_")  # noqa: SIM115 (open until `close`)
        self._end = 0
        self._kept: dict[str, _Kept] = {}
        self._lock = Lock()

    def put(self, record: Record) -> None:
        """Let this be what is known of a page."""
        data = record_html(record, self.language).encode("utf-8")
        digest = hashlib.blake2b(data, digest_size=12).hexdigest()
        with self._lock:
            known = self._kept.get(record.place)
            if known and known.digest == digest:
                return
            self._file.seek(self._end)
            self._file.write(data)
            self._kept[record.place] = _Kept(self._end, len(data), digest)
            self._end += len(data)

    def drop(self, place: str) -> None:
        """Let nothing be known of a page."""
        with self._lock:
            self._kept.pop(place, None)

    def keep(self, places: Collection[str]) -> None:
        """Let go of the pages that are at none of these addresses."""
        with self._lock:
            self._kept = {place: kept for place, kept in self._kept.items() if place in places}

    def digests(self) -> dict[str, str]:
        """Address → digest of what is known of the page, in order of address."""
        with self._lock:
            return {place: self._kept[place].digest for place in sorted(self._kept)}

    def pages(self, places: Iterable[str]) -> Iterator[bytes]:
        """What is known of these pages, in their order."""
        for place in places:
            with self._lock:
                if kept := self._kept.get(place):
                    self._file.seek(kept.start)
                    data = self._file.read(kept.length)
                else:
                    continue
            yield data

    def close(self) -> None:
        """Take the file away."""
        self._file.close()
