"""docs/: which of its files are generated, and bringing them up to date without touching what people put there."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefsite.diagnostic import Diagnostic, Severity
from briefsite.pipeline.digests import digest, digest_of
from briefsite.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping
    from pathlib import Path

    from briefsite.pipeline.workspace import Workspace

MANIFEST = ".briefsite.json"
"""In docs/: which files there are generated. MkDocs does not publish hidden files."""
OWN_FOLDERS = ("b/", "assets/briefsite/")
"""Folders below docs/ in which every file is generated."""


@dataclass
class Generated:
    """The generated files of docs/; remembers what lies there, so that a live server need not look at all of it."""

    workspace: Workspace
    digests: dict[str, str] = field(default_factory=dict, init=False)
    """Of the files that `bring` was given, by path."""
    _in_the_way: set[str] = field(default_factory=set, init=False)

    def bring(
        self,
        fresh: Iterable[tuple[str, str | bytes]],
        again: Mapping[str, Callable[[], str | bytes]],
        problems: list[Diagnostic],
        *,
        lying: Collection[str],
        changed: Collection[Path] | None,
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Write what differs, and take away what is no longer wanted: both, as paths below docs/.

        `fresh` are files that are not as they were the last time; `again` are all files that there are to be, and what
        gives their content once more; `lying` are others that were brought up to date already. `changed` are the only
        files that may have changed since the last time, where that is known. A page of a person's own in the place of
        one of ours stays, and is added to `problems`.
        """
        docs = self.workspace.docs
        generated = _read_manifest(self.workspace)
        self._in_the_way = {path for path in self._in_the_way if _is_hand_written(docs / path)}
        written = [path for path, content in fresh if self._put(path, content, generated)]
        for path in sorted(again):
            if path in self.digests:
                is_other = changed is None and digest_of(docs / path) != self.digests[path]
                if not (is_other or (changed is not None and docs / path in changed)):
                    continue
            if path not in self._in_the_way and self._put(path, again[path](), generated):
                written.append(path)
        problems += [_in_the_way(self.workspace, path) for path in sorted(self._in_the_way & again.keys())]
        self.digests = {path: of for path, of in self.digests.items() if path in again}
        wanted = self.digests.keys() | set(lying)
        stale = generated - wanted - self._in_the_way
        for path in sorted(stale):
            (docs / path).unlink(missing_ok=True)
            parent = (docs / path).parent
            while parent != docs and parent.is_dir() and not any(parent.iterdir()):
                parent.rmdir()
                parent = parent.parent
        self._list(wanted)
        return tuple(written), tuple(sorted(stale))

    def add(self, paths: Collection[str]) -> None:
        """Some generated files were brought up to date; all others are as they were."""
        self._list(_read_manifest(self.workspace) | set(paths))

    def _put(self, path: str, content: str | bytes, generated: Collection[str]) -> bool:
        place = self.workspace.docs / path
        if path not in generated and not path.startswith(OWN_FOLDERS) and _is_hand_written(place):
            self._in_the_way.add(path)
            return False
        data = content.encode("utf-8") if isinstance(content, str) else content
        self.digests[path] = digest(data)
        return self.workspace.write(place, data)

    def _list(self, paths: Iterable[str]) -> None:
        manifest = json.dumps({"generated": sorted(paths)}, indent=0) + "\n"
        self.workspace.write(self.workspace.docs / MANIFEST, manifest)


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
