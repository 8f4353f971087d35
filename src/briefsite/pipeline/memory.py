"""What one run found and the next need not find again: a file of JSON in `.briefsite/`, with the digests of files.

Taking the file away costs time and nothing else. Nothing in it is trusted: what cannot be read, or was found by other
code, is as if it were not there.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from briefsite.diagnostic import BriefsiteError
from briefsite.pipeline.digests import Digests, digest, digests_from
from briefsite.running.code import code_digest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from briefsite.pipeline.digests import Stat
    from briefsite.pipeline.workspace import Workspace

_Found = TypeVar("_Found")

NOTHING: tuple[Any, Mapping[str, tuple[Stat, str]]] = ({}, {})
"""What no file holds as well: where there is nothing to keep, none is written."""


@dataclass
class Memory:
    """One such file."""

    workspace: Workspace
    name: str
    """Of the file: drafted.json."""
    settings: str = ""
    """What the findings depend on beside the code and the files; with other settings, nothing was found."""
    digests: Digests = field(default_factory=Digests, init=False)
    """Of the files that are looked at; of those that are as the last run found them, without reading them."""
    _lying: tuple[Any, Mapping[str, tuple[Stat, str]]] = field(default=NOTHING, init=False)
    """What the file is known to hold: findings and digests."""

    def recall(self, read: Callable[[Any], _Found | None]) -> _Found | None:
        """What was found, as `read` makes it of plain JSON; None where there is nothing that holds.

        `read` may take any form for granted: where the JSON has another, there is nothing. It can look at `digests`.
        """
        try:
            data = json.loads(self._file.read_bytes())
            if data["made_with"] != self._made_with:
                return None
            found, digests = data["found"], digests_from(data["files"])
            self.digests, self._lying = digests, (found, digests.known)
            return read(found)
        except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError, BriefsiteError):
            return None

    def keep(self, found: Any) -> None:
        """Keep it for the next run, in the plain form that JSON gives back: dictionaries, lists, texts and numbers."""
        now = (found, self.digests.settled())
        if now != self._lying:
            data = {"made_with": self._made_with, "found": found, "files": now[1]}
            self.workspace.write(self._file, json.dumps(data))
            self._lying = now

    def forget(self) -> None:
        """Let the next run find everything again."""
        self._file.unlink(missing_ok=True)
        self._lying = NOTHING

    @property
    def _file(self) -> Path:
        return self.workspace.scratch / self.name

    @property
    def _made_with(self) -> str:
        return digest(f"{code_digest()} {self.settings}".encode())
