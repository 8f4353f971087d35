"""Whom the briefings name, without reading those that are as they were: `.briefsite/names.json` (see `memory`)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from briefsite.briefing import Named, decode, named_in
from briefsite.diagnostic import BriefsiteError
from briefsite.pipeline.memory import Memory
from briefsite.running import HERE
from briefsite.source import Source

if TYPE_CHECKING:
    from pathlib import Path

    from briefsite.pipeline.workspace import Workspace
    from briefsite.running import Run

CHUNK = 64
"""Files that a process is given at a time: one is read in a millisecond or two."""

Known = dict[str, tuple[str, list[tuple[str, str]]]]
"""Slug → the digest of the briefing's file, and (name, role) of everybody in it."""


def names_in(workspace: Workspace, run: Run = HERE) -> list[Named]:
    """Everybody whom the briefings name, in order of file; nobody of a file that cannot be read as a briefing.

    `run` says where files are read.
    """
    memory = Memory(workspace, "names.json")
    known = memory.recall(_known) or {}
    files = workspace.briefing_files()
    of = {path: memory.digests.of(path) for path in files}
    fresh = [path for path in files if known.get(path.stem, ("",))[0] != of[path]]
    read = dict(zip(fresh, run(fresh, partial(_read, workspace), lambda _: [], chunk=CHUNK), strict=True))
    now: Known = {path.stem: (of[path], read[path]) if path in read else known[path.stem] for path in files}
    memory.keep({slug: [digest, [list(one) for one in names]] for slug, (digest, names) in now.items()})
    return [Named(slug, name, role) for slug, (_, names) in now.items() for name, role in names]


def _read(workspace: Workspace, path: Path) -> list[tuple[str, str]]:
    try:
        briefing = decode(Source.read(path, workspace.name(path))).briefing
    except BriefsiteError:
        return []  # the check stage reports it
    return [(one.name, one.role) for one in named_in(path.stem, briefing)] if briefing else []


def _known(found: Any) -> Known:
    return {
        str(slug): (str(digest), [(str(name), str(role)) for name, role in names])
        for slug, (digest, names) in found.items()
    }
