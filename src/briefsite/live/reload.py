"""Has a browser load its page again when that page has changed, and not whenever any page has.

MkDocs numbers the builds of a server. A page carries the number of the build that it was taken from, and asks,
again and again, whether there is a later one. Here it is told so once there is a later one of *it*: an edit is shown at
once on the briefing's own page, and a moment later on those across briefings, and nobody's page is loaded for nothing.
"""

from __future__ import annotations

import re
from threading import Condition
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from mkdocs.livereload import LiveReloadServer

_QUESTION = re.compile(r"/livereload/([1-9][0-9]*)/[0-9]+")
"""A page that does not know its number asks with 0, and is told it by MkDocs."""


class Reload:
    """What the open pages of a server are told."""

    def __init__(self, server: LiveReloadServer) -> None:
        self._app: Any = server.get_app()
        self._mount = server.mount_path
        self._timeout = server.poll_response_timeout
        self._all = 0
        self._since: dict[str, int] = {}
        """Address → a number later than that of every page of it that was taken before it changed."""
        self._built = Condition()
        server.set_app(self._answer)

    def built(self, addresses: Collection[str] | None) -> None:
        """A build changed pages, whose addresses count from the root of the site; None where any may have changed.

        To be called within the build: MkDocs then still shows the number of the one before.
        """
        later = self._shown() + 1
        with self._built:
            if addresses is None:
                self._all, self._since = later, {}
            else:
                self._since |= dict.fromkeys(map(_short, addresses), later)
            self._built.notify_all()

    def _answer(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        question = _QUESTION.fullmatch(environ.get("PATH_INFO", ""))
        if question is None:
            answer: Iterable[bytes] = self._app(environ, start_response)
            return answer
        number, address = int(question[1]), self._address(environ.get("HTTP_REFERER", ""))
        with self._built:
            self._built.wait_for(lambda: self._latest(address) > number, timeout=self._timeout)
            latest = max(number, self._latest(address))
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [b"%d" % latest]

    def _shown(self) -> int:
        """The number of the build that is shown, as MkDocs tells a page that does not know it."""
        return int(b"".join(self._app({"PATH_INFO": "/livereload/0/0"}, lambda *_: None)))

    def _latest(self, address: str | None) -> int:
        if address is None:  # a browser that does not say which page asks
            return max([self._all, *self._since.values()])
        return max(self._all, self._since.get(address, 0))

    def _address(self, referer: str) -> str | None:
        path = unquote(urlsplit(referer).path)
        return _short(path[len(self._mount) :]) if path.startswith(self._mount) else None


def _short(address: str) -> str:
    """One name for each page: `b/ferry/` for `b/ferry/index.html`."""
    return unquote(address).removesuffix("index.html").removesuffix("/").removeprefix(".")
