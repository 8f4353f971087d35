"""What drafting need not do again: `.briefsite/drafted.json` (see `memory`).

Drafting is a pure function of the seed, the briefing and its sidecar as they stand, and the code. Where all of them
are as they were when it last had nothing to change and nothing to say, it has nothing to change and to say now.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from briefsite.briefing.record import snapshot_name
from briefsite.pipeline.digests import digest
from briefsite.pipeline.memory import Memory

if TYPE_CHECKING:
    from pathlib import Path

    from briefsite.pipeline.workspace import Workspace


@dataclass
class Drafted:
    """Which briefings are up to date, by the digests of all that drafting reads."""

    workspace: Workspace
    _memory: Memory
    _known: dict[str, str]
    _now: dict[str, str] = field(default_factory=dict, init=False)

    @classmethod
    def load(cls, workspace: Workspace) -> Drafted:
        """What earlier runs of this very code have found; nothing where that cannot be read."""
        memory = Memory(workspace, "drafted.json")
        return cls(workspace, memory, memory.recall(_states) or {})

    def is_up_to_date(self, slug: str, seed: Path) -> bool:
        """Whether drafting would change nothing and say nothing."""
        if slug not in self._known:
            return False
        files = (seed, self.workspace.briefing_file(slug), self.workspace.sidecar_file(slug))
        of_seed, of_briefing, of_sidecar = map(self._memory.digests.of, files)
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
        self._memory.keep(self._now)


def state(seed: str, of_seed: str, of_briefing: str, of_sidecar: str) -> str:
    """What drafting depends on, beside the code: the seed's name, and the digests of the three files."""
    return digest("\n".join((seed, of_seed, of_briefing, of_sidecar)).encode())


def _states(found: Any) -> dict[str, str]:
    return {str(slug): str(state) for slug, state in found.items()}
