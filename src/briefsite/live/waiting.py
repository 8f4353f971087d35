"""Lets the pages wait that are being built, while all others are answered."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mkdocs.livereload import LiveReloadServer


class Waiting:
    """What a server shows is to be replaced; `is_stale(address)` tells of pages that must not be shown before."""

    def __init__(self, server: LiveReloadServer, is_stale: Callable[[str], bool]) -> None:
        self._over = Event()
        self._is_stale = is_stale
        self._mount = server.mount_path
        self._app: Any = server.get_app()
        server.set_app(self._answer)

    def end(self) -> None:
        """It is replaced."""
        self._over.set()

    def _answer(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if not self._over.is_set():
            path = environ.get("PATH_INFO", "").encode("latin-1").decode("utf-8", "replace")
            if path.startswith(self._mount) and self._is_stale(path[len(self._mount) :]):
                self._over.wait()
        answer: Iterable[bytes] = self._app(environ, start_response)
        return answer
