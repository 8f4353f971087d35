"""docs/: which of its files are generated, and bringing them up to date without touching what people put there."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefsite.diagnostic import Diagnostic, Severity
from briefsite.source import Source

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from briefsite.pipeline.workspace import Workspace

MANIFEST = ".briefsite.json"
"""In docs/: which files there are generated. MkDocs does not publish hidden files."""
OWN_FOLDERS = ("b/", "assets/briefsite/")
"""Folders below docs/ in which every file is generated."""


@dataclass
class Generated:
    """The generated files of docs/; remembers what it wrote, so that a live server need not look at all of them."""

    workspace: Workspace
    _written: dict[str, str | bytes] = field(default_factory=dict, init=False)
    """What it last wrote, or found as it is to be."""

    def bring(
        self,
        wanted: Mapping[str, str | bytes],
        problems: list[Diagnostic],
        *,
        lying: Collection[str],
        changed: Collection[Path] | None,
        is_part: bool,
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Write what differs, and take away what is no longer wanted: both, as paths below docs/.

        `lying` are generated files that were brought up to date already; with `is_part`, others stay as they are.
        `changed` are the only files that may have changed since the last time, where that is known. A page of a
        person's own in the place of one of ours stays, and is added to `problems`.
        """
        docs = self.workspace.docs
        generated = _read_manifest(self.workspace)
        touched = {path.relative_to(docs).as_posix() for path in changed or () if path.is_relative_to(docs)}
        before = self._written if changed is not None else {}
        written = []
        in_the_way = set()
        for path in sorted(wanted):
            if path not in touched and before.get(path) == wanted[path]:
                continue
            if path not in generated and not path.startswith(OWN_FOLDERS) and _is_hand_written(docs / path):
                problems.append(_in_the_way(self.workspace, path))
                in_the_way.add(path)
                continue
            if self.workspace.write(docs / path, wanted[path]):
                written.append(path)
        ours = {path: content for path, content in wanted.items() if path not in in_the_way}
        stale = set() if is_part else generated - wanted.keys() - set(lying)
        for path in sorted(stale):
            (docs / path).unlink(missing_ok=True)
            parent = (docs / path).parent
            while parent != docs and parent.is_dir() and not any(parent.iterdir()):
                parent.rmdir()
                parent = parent.parent
        if not is_part:
            self._written = ours
        listed = sorted((generated | ours.keys() | set(lying)) - stale)
        self.workspace.write(docs / MANIFEST, json.dumps({"generated": listed}, indent=0) + "\n")
        return tuple(written), tuple(sorted(stale))


def _read_manifest(workspace: Workspace) -> set[str]:
    try:
        listed = json.loads((workspace.docs / MANIFEST).read_text(encoding="utf-8"))["generated"]
        return {path for path in listed if isinstance(path, str) and ".." not in path.split("/")}
    except (OSError, ValueError, KeyError, TypeError):
        return set()


def _is_hand_written(page: Path) -> bool:
    """Whether a page that the manifest does not list is a person's; ours say so in their front matter."""
    try:
        head = page.read_bytes()[:2000]
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return b'"generator": "briefsite"' not in head


def _in_the_way(workspace: Workspace, path: str) -> Diagnostic:
    return Diagnostic(
        code="W004",
        severity=Severity.NOTE,
        message="was written by hand, so the generated page of that name was not written over it",
        source=Source(workspace.name(workspace.docs / path), ""),
        span=None,
        help="link to b/index.md, the list of all briefings, from it; or move it away",
    )
