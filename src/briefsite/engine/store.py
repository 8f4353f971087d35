"""What was made once, by the digest of all that it was made of: one SQLite file, bounded, safe to delete.

Nothing in it is trusted: what cannot be read is as if it were not there, and what is there is data, not code.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
import zlib
from functools import partial
from typing import TYPE_CHECKING, Any

from briefsite.pipeline.database import open_database

if TYPE_CHECKING:
    from pathlib import Path

BUILDS = 4
"""Builds for which an entry is kept that none of them used: switching between two sites must not empty it."""
_SCHEMA = """
CREATE TABLE IF NOT EXISTS made (key BLOB PRIMARY KEY, value BLOB NOT NULL, used INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS state (version TEXT NOT NULL, build INTEGER NOT NULL);
"""


class Store:
    """Values of JSON by key. `version` names the programs that made them: another one empties it."""

    def __init__(self, path: Path, version: str) -> None:
        self._path = path
        self._used: set[bytes] = set()
        self._new: dict[bytes, bytes] = {}
        self._build = 0
        self._is_closed = False
        self._database = open_database(path, partial(self._begin, version))

    def get(self, key: bytes) -> Any:
        """What was made of that key; None where nothing was."""
        packed = self._new.get(key) or self._read(key)
        if packed is None:
            return None
        try:
            value = unpack(packed)
        except (ValueError, zlib.error):  # a damaged file
            return None
        self._used.add(key)
        return value

    def __contains__(self, key: bytes) -> bool:
        return key in self._new or self._read(key, "1") is not None

    def touch(self, key: bytes) -> bool:
        """Whether something was made of a key; it is used, though not read."""
        is_there = key in self
        if is_there:
            self._used.add(key)
        return is_there

    def put(self, key: bytes, value: object) -> None:
        """Keep what was made of a key."""
        self.put_packed(key, pack(value))

    def put_packed(self, key: bytes, packed: bytes) -> None:
        """The same, of what is packed already."""
        if self._is_closed:
            return  # a page that is edited while the site is served
        self._new[key] = packed
        self._used.add(key)
        if len(self._new) >= 200:
            self.write()

    @property
    def is_open(self) -> bool:
        """Whether what is put can be had again."""
        return not self._is_closed

    def write(self) -> None:
        """Have other processes see what is new."""
        if self._database:
            with contextlib.suppress(sqlite3.Error), self._database:
                rows = ((key, packed, self._build) for key, packed in self._new.items())
                self._database.executemany("INSERT OR REPLACE INTO made VALUES (?, ?, ?)", rows)
                self._new = {}

    def leave_to_parent(self) -> None:
        """In a process split off: SQLite must not be used on both sides of the split, and only the parent writes."""
        self._inherited, self._database = self._database, None
        with contextlib.suppress(sqlite3.Error):
            self._database = sqlite3.connect(f"{self._path.resolve().as_uri()}?mode=ro", uri=True, timeout=5)

    def close(self) -> None:
        """Write what is new, and let go of what no build used for long."""
        self.write()
        self._is_closed = True
        self._new = {}
        if self._database:
            with contextlib.suppress(sqlite3.Error), self._database:
                used = ((self._build, key) for key in self._used)
                self._database.executemany("UPDATE made SET used = ? WHERE key = ?", used)
                self._database.execute("DELETE FROM made WHERE used <= ?", (self._build - BUILDS,))
            with contextlib.suppress(sqlite3.Error):
                (free,) = self._database.execute("PRAGMA freelist_count").fetchone()
                (all_,) = self._database.execute("PRAGMA page_count").fetchone()
                if 2 * free > all_:
                    self._database.execute("VACUUM")
            self._database.close()
            self._database = None

    def _begin(self, version: str, database: sqlite3.Connection) -> None:
        database.executescript(_SCHEMA)
        with database:
            state = database.execute("SELECT version, build FROM state").fetchone()
            if state is None or state[0] != version:
                database.execute("DELETE FROM made")
            self._build = state[1] + 1 if state else 1
            database.execute("DELETE FROM state")
            database.execute("INSERT INTO state VALUES (?, ?)", (version, self._build))

    def _read(self, key: bytes, column: str = "value") -> bytes | None:
        with contextlib.suppress(sqlite3.Error):
            if self._database:
                row = self._database.execute(f"SELECT {column} FROM made WHERE key = ?", (key,)).fetchone()
                return row[0] if row else None
        return None


def pack(value: object) -> bytes:
    """A value as it is kept."""
    return zlib.compress(json.dumps(value, separators=(",", ":")).encode("utf-8"), 1)


def unpack(packed: bytes) -> Any:
    """What was packed."""
    return json.loads(zlib.decompress(packed))
