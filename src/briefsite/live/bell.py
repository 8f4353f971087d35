"""Asks MkDocs' live server for a rebuild, at once.

MkDocs looks at every file twice a second, and then waits for a tenth of one. Who knows already that something
changed need not be looked at: the server's observer, a public attribute, is given the handler of every path
that is watched, and a handler can be told of an event.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from watchdog.events import FileModifiedEvent

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer
    from watchdog.events import FileSystemEventHandler

_PATH = os.path.abspath("edits that briefsite sees")  # noqa: PTH100 (as the server does with what it is given)
"""Of no file: what the server calls us by, also in its log."""
_DELAY = 0.01
"""Seconds for which the server waits for further changes; whoever rings has waited already."""


class Bell:
    """The observer of a server, with one more thing to observe: being rung."""

    def __init__(self, server: LiveReloadServer) -> None:
        self._others: Any = server.observer
        self._handler: FileSystemEventHandler | None = None
        server.observer = self  # type: ignore[assignment]
        server.build_delay = _DELAY
        server.watch(_PATH)

    def ring(self) -> None:
        """Have the server call its builder, and its browsers load their pages again."""
        assert self._handler
        self._handler.on_any_event(FileModifiedEvent(_PATH))

    def schedule(self, handler: FileSystemEventHandler, path: str, *, recursive: bool = False) -> object:
        """Called by the server for each path that it watches."""
        if path == _PATH:
            self._handler = handler
            return self
        return self._others.schedule(handler, path, recursive=recursive)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._others, name)
