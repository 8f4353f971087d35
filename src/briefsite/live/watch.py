"""Calls back when a file below some folders has changed, once for a burst of changes.

A look decides, an event of the system only wakes, and says which files to look at first: network drives and
containers give no events, systems run out of watches, and reading a file is an event as well. So every change
is seen, at once where events come and within a second where they do not (later where a look takes long).
"""

from __future__ import annotations

import contextlib
import logging
import os
import threading
import time
from collections import deque
from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

from briefsite.pipeline import is_editors_own

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

log = logging.getLogger("mkdocs.plugins.briefsite")

QUIET = 0.05
"""Seconds without a further change after which a burst counts as over: an editor's save is several changes."""
REST = 1.0
"""Seconds between two looks when no event wakes us."""
IDLE_SHARE = 20
"""A look that takes long is followed by a rest of this many times as long: at most 5 % of one core."""
_ANY = ""
"""Stands for files that the system did not name."""
_TOLD: list[type[FileSystemEvent]] = [
    FileCreatedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileDeletedEvent,
    DirCreatedEvent,
    DirMovedEvent,
    DirDeletedEvent,
]
"""Not that somebody reads: our own looks at ten thousand folders would fill the system's queue, and so on for ever."""

Look = dict[str, tuple[int, int]]
"""Path → when the file was modified, in nanoseconds, and its size in bytes."""


def look(folders: Iterable[Path]) -> Look:
    """Every file below some folders; not those that editors keep for themselves."""
    found: Look = {}
    ahead = [str(folder) for folder in folders]
    while ahead:
        folder = ahead.pop()
        # A folder or file may go away meanwhile: the next look sees that.
        with contextlib.suppress(OSError), os.scandir(folder) as entries:
            for entry in entries:
                if is_editors_own(entry.name):
                    continue
                with contextlib.suppress(OSError):
                    if entry.is_dir():
                        ahead.append(entry.path)
                        continue
                    stat = entry.stat()
                    found[entry.path] = (stat.st_mtime_ns, stat.st_size)
    return found


def look_again(known: Look, paths: Iterable[str], folders: Sequence[Path]) -> Look:
    """A look as it is now, where of some files only it is known that they may have changed."""
    found = dict(known)
    for path in paths:
        found.pop(path, None)
        below = next((Path(path).relative_to(top).parts for top in folders if Path(path).is_relative_to(top)), ())
        if below and not any(is_editors_own(name) for name in below):
            with contextlib.suppress(OSError):
                stat = Path(path).stat()
                if S_ISREG(stat.st_mode):
                    found[path] = (stat.st_mtime_ns, stat.st_size)
    return found


def differences(one: Look, other: Look) -> frozenset[Path]:
    """The files that are not the same in two looks."""
    return frozenset(Path(path) for path, _ in one.items() ^ other.items())


class Watch:
    """A thread that watches folders; `on_change` runs in it, and never twice at a time.

    It is given the files that changed; at the start, once, None: nobody knows what changed before.
    """

    def __init__(self, folders: Iterable[Path], on_change: Callable[[frozenset[Path] | None], object]) -> None:
        self.folders = tuple(folders)
        """May be set to others while it runs."""
        self._on_change = on_change
        self._woken = threading.Event()
        self._stopped = threading.Event()
        self._named: deque[str] = deque()
        self._observer = Observer()
        self._thread = threading.Thread(target=self._run, name="briefsite-watch", daemon=True)

    def start(self) -> None:
        """Begin to watch; folders that are not there yet are made."""
        handler = _Handler(self._woken, self._named)
        try:
            for folder in self.folders:
                folder.mkdir(parents=True, exist_ok=True)
                self._observer.schedule(handler, str(folder), recursive=True, event_filter=_TOLD)
            self._observer.start()
        except OSError as error:
            reason = error.strerror or str(error)
            log.info("the system cannot tell of changes (%s): looking for them every second instead", reason)
        self._thread.start()

    def stop(self) -> None:
        """Stop watching and wait for a running callback to end."""
        self._stopped.set()
        self._woken.set()
        self._observer.stop()
        if self._observer.is_alive():
            self._observer.join()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        seen: Look | None = None
        due = 0.0  # when all folders are looked at next, whatever the system tells
        while not self._stopped.is_set():
            begun = time.monotonic()
            named = self._take()
            if seen is None or _ANY in named or begun >= due:
                now = look(self.folders)
                due = time.monotonic() + max(REST, IDLE_SHARE * (time.monotonic() - begun))
                named = [_ANY]
            else:
                now = look_again(seen, named, self.folders)
            if now == seen:
                self._woken.wait(max(0.0, due - time.monotonic()))
                self._woken.clear()
                continue
            before, seen = seen, self._settled(now, named)
            try:
                self._on_change(None if before is None else differences(before, seen))
            except OSError as error:
                log.info("the pages could not be brought up to date: %s", error)
            except Exception:
                # A bug of ours must not end the watch: the next save may well work.
                log.exception("bringing the pages up to date failed")

    def _settled(self, now: Look, named: list[str]) -> Look:
        """The first look that the next one confirms."""
        while not self._stopped.wait(QUIET):
            named = [*named, *self._take()]
            later = look(self.folders) if _ANY in named else look_again(now, named, self.folders)
            if later == now:
                break
            now = later
        return now

    def _take(self) -> list[str]:
        """What the system named since the last time."""
        return [self._named.popleft() for _ in range(len(self._named))]


class _Handler(FileSystemEventHandler):
    def __init__(self, woken: threading.Event, named: deque[str]) -> None:
        self._woken = woken
        self._named = named

    def on_any_event(self, event: FileSystemEvent) -> None:
        if not isinstance(event, tuple(_TOLD)):
            return  # where a system cannot leave them out; answering a look with a look would never end
        if not event.is_directory:
            self._named.extend(os.fsdecode(path) for path in (event.src_path, event.dest_path) if path)
        else:
            self._named.append(_ANY)
        self._woken.set()
