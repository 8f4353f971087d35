"""Whom the briefings name, without reading those that are as they were: `.briefsite/names.json`, by the files' digests.

Taking the file away costs time and nothing else.
"""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

from briefsite.briefing import Named, decode, named_in
from briefsite.diagnostic import BriefsiteError
from briefsite.pipeline.digests import Digests, digests_from
from briefsite.running import HERE
from briefsite.running.code import code_digest
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
    known, digests = _load(workspace)
    files = workspace.briefing_files()
    of = {path: digests.of(path) for path in files}
    fresh = [path for path in files if known.get(path.stem, ("",))[0] != of[path]]
    read = dict(zip(fresh, run(fresh, partial(_read, workspace), lambda _: [], chunk=CHUNK), strict=True))
    now: Known = {path.stem: (of[path], read[path]) if path in read else known[path.stem] for path in files}
    settled = digests.settled()
    if now != known or settled != digests.known:
        data = {"code": code_digest(), "names": now, "files": settled}
        workspace.write(_file(workspace), json.dumps(data))
    return [Named(slug, name, role) for slug, (_, names) in now.items() for name, role in names]


def _read(workspace: Workspace, path: Path) -> list[tuple[str, str]]:
    try:
        briefing = decode(Source.read(path, workspace.name(path))).briefing
    except BriefsiteError:
        return []  # the check stage reports it
    return [(one.name, one.role) for one in named_in(path.stem, briefing)] if briefing else []


def _load(workspace: Workspace) -> tuple[Known, Digests]:
    try:
        data = json.loads(_file(workspace).read_bytes())
        if data["code"] == code_digest():
            known: Known = {
                str(slug): (str(of), [(str(name), str(role)) for name, role in names])
                for slug, (of, names) in data["names"].items()
            }
            return known, digests_from(data["files"])
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        pass
    return {}, Digests()


def _file(workspace: Workspace) -> Path:
    return workspace.scratch / "names.json"
