"""Calls back when a file below some folders changed, once for a burst of changes."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

from watchdog.events import FileSystemEventHandler
from watchdog.observers import Observer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from watchdog.events import FileSystemEvent

log = logging.getLogger("mkdocs.plugins.briefsite")

QUIET = 0.05
"""Seconds without a further change after which a burst counts as over: an editor's save is several events."""
_READS = frozenset({"opened", "closed_no_write"})


class Watch:
    """A thread that watches folders; `on_change` runs in it, never twice at a time."""

    def __init__(self, folders: Iterable[Path], on_change: Callable[[], object]) -> None:
        self._folders = tuple(folders)
        self._on_change = on_change
        self._changed = threading.Event()
        self._stopped = threading.Event()
        self._observer = Observer()
        self._thread = threading.Thread(target=self._run, name="briefsite-watch", daemon=True)

    def start(self) -> None:
        """Begin to watch; folders that are not there yet are made."""
        handler = _Handler(self._changed)
        for folder in self._folders:
            folder.mkdir(parents=True, exist_ok=True)
            self._observer.schedule(handler, str(folder), recursive=True)
        self._observer.start()
        self._thread.start()

    def stop(self) -> None:
        """Stop watching and wait for a running callback to end."""
        self._stopped.set()
        self._changed.set()
        self._observer.stop()
        if self._observer.is_alive():
            self._observer.join()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        while True:
            self._changed.wait()
            while not self._stopped.is_set() and self._changed.is_set():
                self._changed.clear()
                self._stopped.wait(QUIET)
            if self._stopped.is_set():
                return
            try:
                self._on_change()
            except Exception:
                # A bug of ours must not end the watch: the next save may well work.
                log.exception("bringing the pages up to date failed")


class _Handler(FileSystemEventHandler):
    def __init__(self, changed: threading.Event) -> None:
        self._changed = changed

    def on_any_event(self, event: FileSystemEvent) -> None:
        # Reading a file is an event as well; answering it with a read would never end.
        if event.event_type not in _READS:
            self._changed.set()
