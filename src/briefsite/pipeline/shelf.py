"""What earlier runs made of each briefing: `.briefsite/made.sqlite`. Taking the file away costs time and nothing else.

Whatever is on it was made by this very code, for a site with these settings; another code or site empties it. Nothing
on it is trusted: what cannot be read is as if it were not there, and it can hold nothing but values of our own.
"""

from __future__ import annotations

import contextlib
import io
import pickle
import sqlite3
from typing import TYPE_CHECKING, Any

from briefsite.pipeline.database import open_database
from briefsite.pipeline.digests import UNSETTLED, digest
from briefsite.pipeline.made import Made
from briefsite.running.code import code_digest

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from briefsite.pages import Site

_SCHEMA = """
CREATE TABLE IF NOT EXISTS made (slug TEXT PRIMARY KEY, made BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS state (made_with TEXT NOT NULL);
"""
_PLAIN = {
    "builtins": frozenset({"frozenset", "set", "tuple", "list", "dict"}),
    "datetime": frozenset({"date"}),
    "decimal": frozenset({"Decimal"}),
    "markupsafe": frozenset({"Markup"}),
}
_OURS = ("briefsite.pages.", "briefsite.briefing.", "briefsite.pipeline.made", "briefsite.span", "briefsite.article.")


class Shelf:
    """Briefings as they were made, by slug. `site` is what they were made for."""

    def __init__(self, path: Path, site: Site) -> None:
        self._path = path
        self._made_with = digest(f"{code_digest()} {site!r}".encode())

    def load(self) -> dict[str, Made]:
        """All that is on it."""
        found = {}
        with self._open() as database:
            for slug, packed in database.execute("SELECT slug, made FROM made"):
                with contextlib.suppress(Exception):  # a damaged entry may fail in any way
                    made = _Reader(io.BytesIO(packed)).load()
                    if isinstance(made, Made) and made.slug == slug:
                        found[slug] = made
        return found

    def put(self, briefings: Iterable[Made], *, gone: Iterable[str] = ()) -> None:
        """Keep these, and let go of those that are gone."""
        with self._open() as database, database:
            database.executemany("DELETE FROM made WHERE slug = ?", ((slug,) for slug in gone))
            for made in briefings:
                # A problem holds the text of its file; and one that is being mended will be made again anyway.
                if made.problems or UNSETTLED in made.read.values():
                    database.execute("DELETE FROM made WHERE slug = ?", (made.slug,))
                else:
                    row = (made.slug, pickle.dumps(made, protocol=5))
                    database.execute("INSERT OR REPLACE INTO made VALUES (?, ?)", row)

    @contextlib.contextmanager
    def _open(self) -> Any:
        """The database; where there can be none, one that is forgotten."""
        database = open_database(self._path, self._begin)
        if database is None:
            database = sqlite3.connect(":memory:")
            database.executescript(_SCHEMA)
        with contextlib.closing(database), contextlib.suppress(sqlite3.Error):
            yield database

    def _begin(self, database: sqlite3.Connection) -> None:
        database.executescript(_SCHEMA)
        with database:
            state = database.execute("SELECT made_with FROM state").fetchone()
            if state is None or state[0] != self._made_with:
                database.execute("DELETE FROM made")
                database.execute("DELETE FROM state")
                database.execute("INSERT INTO state VALUES (?)", (self._made_with,))


class _Reader(pickle.Unpickler):
    """Reads values of our own classes and plain ones. A file in a work tree must not be code."""

    def find_class(self, module: str, name: str) -> Any:
        """A class that may be made."""
        if name in _PLAIN.get(module, ()):
            return super().find_class(module, name)
        if f"{module}.".startswith(_OURS) and "." not in name:
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is nothing that we keep")
