"""A file of SQLite in `.briefsite/`: what can be made again, and is done without where it cannot be kept."""

from __future__ import annotations

import contextlib
import logging
import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

log = logging.getLogger("mkdocs.plugins.briefsite")

PATIENCE = 5
"""Seconds for which another run may hold it."""


def open_database(path: Path, begin: Callable[[sqlite3.Connection], object]) -> sqlite3.Connection | None:
    """The database at a path, begun anew where it is damaged; None where there can be none.

    `begin` makes its tables, and empties them where what is in them does not hold any more.
    """
    for _ in range(2):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            return _begun(path, begin)
        except (OSError, sqlite3.OperationalError) as error:  # locked by another run, or no place to write
            log.debug("doing without what was made before: %s", error)
            return None
        except sqlite3.DatabaseError:
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)
    return None


def _begun(path: Path, begin: Callable[[sqlite3.Connection], object]) -> sqlite3.Connection:
    database = sqlite3.connect(path, timeout=PATIENCE, check_same_thread=False)  # a server ends in another thread
    try:
        # Should the machine stop meanwhile, the file may be lost: it can be made again.
        database.execute("PRAGMA synchronous = OFF")
        begin(database)
    except sqlite3.Error:
        database.close()
        raise
    return database
