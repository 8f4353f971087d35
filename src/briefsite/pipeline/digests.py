"""Digests of files, for telling whether what was made of them still holds; a file is read again only when it changed.

The system says of a file when it was last written, when anything of it was last changed, its size and its number on
the disk. While all four stay, so does the digest. A file that changed only just now is read again all the same: a
second change within the same tick of the disk's clock would show in none of them.
"""

from __future__ import annotations

import hashlib
import os
import time
from dataclasses import dataclass, field
from stat import S_ISREG
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_SETTLED = 2 * 10**9
"""Nanoseconds after which a file's times tell of every later change: the coarsest disks count by two seconds."""

UNSETTLED = "?"
"""In the place of a digest: the file changed while it was read, so that nothing is known of what was read."""

Stat = tuple[int, int, int, int]
"""When it was written, when anything of it changed (nanoseconds), bytes, its number on the disk."""


@dataclass
class Digests:
    """The digests of files, as they are and as an earlier run found them."""

    known: Mapping[str, tuple[Stat, str]] = field(default_factory=dict)
    """From an earlier run, by path."""
    _seen: dict[str, tuple[Stat, str]] = field(default_factory=dict, init=False)

    def of(self, path: Path) -> str:
        """The digest of the bytes of a file, in hexadecimal; empty where there is none that can be read."""
        name = str(path)
        try:
            stat = _stat(name)
            known = self._seen.get(name) or self.known.get(name)
            if known is None or known[0] != stat:
                with open(name, "rb") as file:  # noqa: PTH123 (half the time of Path.read_bytes, ten thousands of times)
                    known = stat, digest(file.read())
        except OSError:
            return ""
        self._seen[name] = known
        return known[1]

    def anew(self) -> Digests:
        """To look at all files again, which may have changed since."""
        return Digests({**self.known, **self.settled()})

    def settled(self) -> dict[str, tuple[Stat, str]]:
        """What can be relied on in a later run, of the files that were looked at in this one."""
        latest = time.time_ns() - _SETTLED
        return {name: (stat, of) for name, (stat, of) in self._seen.items() if max(stat[:2]) < latest}


def digest_of(path: Path) -> str:
    """The digest of the bytes of a file; empty where there is none that can be read."""
    try:
        return digest(path.read_bytes()) if path.is_file() else ""
    except OSError:
        return ""


def digest(data: bytes) -> str:
    """The digest of these bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def digests_from(data: Any) -> Digests:
    """Those of an earlier run, as `settled` and then JSON had them.

    Raises:
        TypeError, ValueError, AttributeError: they are not in that form.
    """
    known = {}
    for name, ((written, changed, size, number), of) in data.items():
        known[str(name)] = ((int(written), int(changed), int(size), int(number)), str(of))
    return Digests(known)


def _stat(name: str) -> Stat:
    found = os.stat(name)  # noqa: PTH116 (as above)
    if not S_ISREG(found.st_mode):  # a device could be read for ever
        raise OSError(f"{name} is no file")
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino
