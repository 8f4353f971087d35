"""Calls back when a file below some folders has changed, once for a burst of changes.

A look at the folders decides, an event of the system only wakes: network drives and containers give no
events, systems run out of watches, and reading a file is an event as well. So every change is seen, at once
where events come and within a second where they do not.
"""

from __future__ import annotations

import contextlib
import logging
import os
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

from watchdog.events import FileSystemEventHandler
from watchdog.observers import Observer

from briefsite.pipeline import is_editors_own

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from watchdog.events import FileSystemEvent

log = logging.getLogger("mkdocs.plugins.briefsite")

QUIET = 0.05
"""Seconds without a further change after which a burst counts as over: an editor's save is several changes."""
REST = 1.0
"""Seconds between two looks when no event wakes us."""
IDLE_SHARE = 20
"""A look that takes long is followed by a rest of this many times as long: at most 5 % of one core."""
_READS = frozenset({"opened", "closed_no_write"})

Look = dict[str, tuple[int, int]]
"""Path → when the file was modified, in nanoseconds, and its size in bytes."""


def look(folders: Iterable[Path]) -> Look:
    """Every file below some folders; not those that editors keep for themselves."""
    found: Look = {}
    for top in folders:
        for folder, below, names in os.walk(top, followlinks=True):
            below[:] = [name for name in below if not is_editors_own(name)]
            for name in names:
                if not is_editors_own(name):
                    path = Path(folder, name)
                    with contextlib.suppress(OSError):  # it went away meanwhile: the next look sees that
                        stat = path.stat()
                        found[str(path)] = (stat.st_mtime_ns, stat.st_size)
    return found


class Watch:
    """A thread that watches folders; `on_change` runs in it, once at the start, and never twice at a time."""

    def __init__(self, folders: Iterable[Path], on_change: Callable[[], object]) -> None:
        self.folders = tuple(folders)
        """May be set to others while it runs."""
        self._on_change = on_change
        self._woken = threading.Event()
        self._stopped = threading.Event()
        self._observer = Observer()
        self._thread = threading.Thread(target=self._run, name="briefsite-watch", daemon=True)

    def start(self) -> None:
        """Begin to watch; folders that are not there yet are made."""
        handler = _Handler(self._woken)
        try:
            for folder in self.folders:
                folder.mkdir(parents=True, exist_ok=True)
                self._observer.schedule(handler, str(folder), recursive=True)
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
        seen: Look | None = None  # what changed before the first look is asked for by calling back once
        while not self._stopped.is_set():
            begun = time.monotonic()
            now = look(self.folders)
            if now == seen:
                self._woken.wait(max(REST, IDLE_SHARE * (time.monotonic() - begun)))
                self._woken.clear()
                continue
            seen = self._settled(now)
            try:
                self._on_change()
            except OSError as error:
                log.info("the pages could not be brought up to date: %s", error)
            except Exception:
                # A bug of ours must not end the watch: the next save may well work.
                log.exception("bringing the pages up to date failed")

    def _settled(self, now: Look) -> Look:
        """The first look that the next one confirms."""
        while not self._stopped.wait(QUIET):
            later = look(self.folders)
            if later == now:
                break
            now = later
        return now


class _Handler(FileSystemEventHandler):
    def __init__(self, woken: threading.Event) -> None:
        self._woken = woken

    def on_any_event(self, event: FileSystemEvent) -> None:
        # Looking at a folder is an event as well; answering it with a look would never end.
        if event.event_type not in _READS:
            self._woken.set()
