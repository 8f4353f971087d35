"""What drafting need not do again: `.briefsite/drafted.json`. Taking the file away costs time and nothing else.

Drafting is a pure function of the seed, the briefing and its sidecar as they stand, and the code. Where all of them
are as they were when it last had nothing to change and nothing to say, it has nothing to change and to say now.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefsite.briefing.record import snapshot_name
from briefsite.pipeline.digests import Digests, digest, digests_from
from briefsite.running.code import code_digest

if TYPE_CHECKING:
    from pathlib import Path

    from briefsite.pipeline.workspace import Workspace


@dataclass
class Drafted:
    """Which briefings are up to date, by the digests of all that drafting reads."""

    workspace: Workspace
    _digests: Digests = field(default_factory=Digests)
    _known: dict[str, str] = field(default_factory=dict)
    _now: dict[str, str] = field(default_factory=dict, init=False)

    @classmethod
    def load(cls, workspace: Workspace) -> Drafted:
        """What earlier runs of this very code have found; nothing where that cannot be read."""
        try:
            data = json.loads(_file(workspace).read_bytes())
            if data["code"] != code_digest():
                return cls(workspace)
            known = {str(slug): str(state) for slug, state in data["drafted"].items()}
            return cls(workspace, digests_from(data["files"]), known)
        except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return cls(workspace)

    def is_up_to_date(self, slug: str, seed: Path) -> bool:
        """Whether drafting would change nothing and say nothing."""
        if slug not in self._known:
            return False
        files = (seed, self.workspace.briefing_file(slug), self.workspace.sidecar_file(slug))
        of_seed, of_briefing, of_sidecar = map(self._digests.of, files)
        if not self.workspace.snapshot_file(slug, snapshot_name(of_seed)).is_file():
            return False
        now = state(self.workspace.name(seed), of_seed, of_briefing, of_sidecar)
        if self._known[slug] == now:
            self._now[slug] = now
        return self._known[slug] == now

    def remember(self, slug: str, state: str) -> None:
        """It is up to date in this state."""
        self._now[slug] = state

    def save(self) -> None:
        """Keep it for the next run."""
        files = self._digests.settled()
        if self._now != self._known or files != self._digests.known:
            data = {"code": code_digest(), "drafted": self._now, "files": files}
            self.workspace.write(_file(self.workspace), json.dumps(data))


def state(seed: str, of_seed: str, of_briefing: str, of_sidecar: str) -> str:
    """What drafting depends on, beside the code: the seed's name, and the digests of the three files."""
    return digest("\n".join((seed, of_seed, of_briefing, of_sidecar)).encode())


def _file(workspace: Workspace) -> Path:
    return workspace.scratch / "drafted.json"
