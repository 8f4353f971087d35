"""What rendering need not do again: `.briefsite/rendered.json` (see `memory`).

Rendering is a pure function of the briefings, the sources that they cite, the settings and the code, and writes files.
Where all that it reads and all that it wrote is as the last run left it, there is nothing to do; what that run had to
say is said again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from briefsite.diagnostic import Diagnostic, Fix, Severity
from briefsite.pipeline.digests import UNSETTLED
from briefsite.pipeline.memory import Memory
from briefsite.source import Source
from briefsite.span import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefsite.pages import Site
    from briefsite.pipeline.digests import Digests
    from briefsite.pipeline.workspace import Workspace


@dataclass
class Rendered:
    """The last run of the render stage: what it read, what it wrote, and what it said."""

    workspace: Workspace
    site: Site
    to_edit: bool = False
    """Whether it was for people who edit, who see more (see `made.make`)."""

    def __post_init__(self) -> None:
        name = "rendered-to-edit.json" if self.to_edit else "rendered.json"
        self._memory = Memory(self.workspace, name, f"{self.workspace.docs} {self.site!r} {self.to_edit}")

    def problems(self) -> tuple[Diagnostic, ...] | None:
        """What the last run said, where another one would do nothing and say the same; None where it would not."""
        recalled = self._memory.recall(self._holding)
        if recalled is None:
            return None
        found, problems = recalled
        self._memory.keep(found)  # with the digests of what was read again
        return problems

    def looked_at_anew(self) -> Digests:
        """The digests of the files that it looks at, which may have changed since."""
        self._memory.digests = self._memory.digests.anew()
        return self._memory.digests

    def remember(self, read: Mapping[str, str], lying: Mapping[str, str], problems: Sequence[Diagnostic]) -> None:
        """Keep what a run did for the next one: the digests of what it read, by name, and of what lies in docs/."""
        seen = {name: self._of(name) for name in sorted(self._around())} | dict(read)
        seen |= {self.workspace.name(self.workspace.docs / path): of for path, of in lying.items()}
        theirs = {problem.source.name for problem in problems if problem.code == "W004"}
        seen |= {name: self._of(name) for name in theirs}
        if UNSETTLED in seen.values():
            self._memory.forget()
        else:
            self._memory.keep({"seen": seen, "problems": [_as_json(problem) for problem in problems]})

    def _holding(self, found: dict[str, Any]) -> tuple[dict[str, Any], tuple[Diagnostic, ...]] | None:
        """What was found and said, where all files are as they were."""
        seen = {str(name): str(of) for name, of in found["seen"].items()}
        # A file may have come since.
        if not self._around() <= seen.keys() or any(self._of(name) != of for name, of in seen.items()):
            return None
        return found, tuple(self._problem(entry) for entry in found["problems"])

    def _of(self, name: str) -> str:
        return self._memory.digests.of(self.workspace.root / name)

    def _around(self) -> set[str]:
        """What may have a say in the pages without being cited by a briefing: all in briefing/, and settings."""
        found = self.workspace.briefing.glob("*") if self.workspace.briefing.is_dir() else ()
        settings = (path for path in self.workspace.root.glob("*.y*ml"))
        return {self.workspace.name(path) for path in (*found, *settings) if path.is_file()}

    def _problem(self, data: dict[str, Any]) -> Diagnostic:
        name = data["file"]
        fix = data["fix"]
        return Diagnostic(
            code=data["code"],
            severity=Severity(data["severity"]),
            message=data["message"],
            # The file is as it was, so its text is.
            source=Source.read(self.workspace.root / name, name) if data["has_text"] else Source(name, ""),
            span=Span(*data["span"]) if data["span"] else None,
            help=data["help"],
            fix=Fix(Span(*fix[0]), fix[1]) if fix else None,
        )


def _as_json(problem: Diagnostic) -> dict[str, Any]:
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "message": problem.message,
        "file": problem.source.name,
        "has_text": bool(problem.source.text),
        "span": [problem.span.start, problem.span.end] if problem.span else None,
        "help": problem.help,
        "fix": [[problem.fix.span.start, problem.fix.span.end], problem.fix.replacement] if problem.fix else None,
    }
