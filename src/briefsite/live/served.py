"""The site that was served last: the next server shows it at once, and builds behind it.

A site counts as whole only by a record that is written once all of it is built, and that says what it was built of. A
server that is cut short, other settings, templates or programs: then there is no such site, and the build comes first.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Self, TextIO

    from briefsite.live.watch import Look

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

_RECORD = "whole.json"


class InUseError(Exception):
    """Another server uses the place, or the system cannot tell."""


class LastServed:
    """A folder with the site that was served last, and the one that is being built in its stead."""

    def __init__(self, folder: Path) -> None:
        """Take the folder, until `close` or the end of the process.

        Raises:
            InUseError: another process has it.
        """
        self._folder = folder
        self._lock = self._taken()
        self._whole: str | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let others have the folder."""
        self._lock.close()

    def find(self, made_with: str) -> tuple[Path, Look] | None:
        """The whole site that was made with these settings, and the files that it was made of; None without one."""
        with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
            record = json.loads((self._folder / _RECORD).read_bytes())
            site = next((path for path in self._folder.iterdir() if path.name == record["site"]), None)
            if record["made_with"] == made_with and site and site.is_dir():
                self._whole = record["site"]
                return site, {path: (modified, size) for path, (modified, size) in record["sources"].items()}
        return None

    def place(self) -> Path:
        """An empty folder for a site to be built into, beside the one that was found."""
        if self._whole is None:
            self._spoil()
            self.tidy()
        return Path(tempfile.mkdtemp(dir=self._folder))

    def begin(self, site: Path) -> None:
        """A site is being built: it is whole no longer, if it was."""
        if self._whole == site.name:
            self._spoil()

    def complete(self, site: Path, made_with: str, sources: Look) -> None:
        """A site is whole, and is the one to be found."""
        new = self._folder / f"{_RECORD}.new"
        new.write_text(json.dumps({"site": site.name, "made_with": made_with, "sources": sources}), encoding="utf-8")
        new.replace(self._folder / _RECORD)
        self._whole = site.name

    def tidy(self) -> None:
        """Take away every site but the one that is whole: of a large one, that takes seconds."""
        for site in self._folder.iterdir():
            if site.is_dir() and site.name != self._whole:
                shutil.rmtree(site, ignore_errors=True)

    def _spoil(self) -> None:
        self._whole = None
        (self._folder / _RECORD).unlink(missing_ok=True)

    def _taken(self) -> TextIO:
        if fcntl is None:
            raise InUseError
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            lock = (self._folder / "lock").open("w")
        except OSError as error:
            raise InUseError from error
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            lock.close()
            raise InUseError from error
        return lock
