"""docs/: which of its files are generated, and bringing them up to date without touching what people put there."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefsite.diagnostic import Diagnostic, Severity
from briefsite.pipeline.digests import digest, digest_of
from briefsite.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable
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
        wanted: Collection[str],
        again: Callable[[str], str | bytes],
        problems: list[Diagnostic],
        *,
        lying: Collection[str],
        touched: Collection[str] | None,
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Write what differs, and take away what is no longer wanted: both, as paths below docs/.

        `wanted` are all files that there are to be; `fresh` those that are not as they were the last time, and `again`
        gives the content of any other once more; `lying` are further ones that were brought up to date already.
        `touched` are the only ones that may lie otherwise than the last time, where that is known. A page of a person's
        own in the place of one of ours stays, and is added to `problems`.
        """
        docs = self.workspace.docs
        generated = _read_manifest(self.workspace)
        self._in_the_way = {path for path in self._in_the_way if _is_hand_written(docs / path)}
        written, given = [], set()
        for path, content in fresh:
            given.add(path)
            if self._put(path, content, generated):
                written.append(path)
        for path in sorted(set(wanted) - given - self._in_the_way):
            is_known = path in self.digests and not (
                digest_of(docs / path) != self.digests[path] if touched is None else path in touched
            )
            if not is_known and self._put(path, again(path), generated):
                written.append(path)
        problems += [_in_the_way(self.workspace, path) for path in sorted(self._in_the_way & set(wanted))]
        self.digests = {path: of for path, of in self.digests.items() if path in wanted}
        ours = self.digests.keys() | set(lying)
        stale = generated - ours - self._in_the_way
        for path in sorted(stale):
            (docs / path).unlink(missing_ok=True)
            parent = (docs / path).parent
            while parent != docs and parent.is_dir() and not any(parent.iterdir()):
                parent.rmdir()
                parent = parent.parent
        self._list(ours)
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
