"""Puts into a page, as it is asked for, what stands at its head for now.

What is wrong anywhere shows on every page while people edit. If the built pages held it, one slip in one file
would change all of them; so they hold a mark only, and the server fills it in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mkdocs.livereload import LiveReloadServer

PLACE = "<!-- briefsite: what is wrong elsewhere -->"
"""Where it goes, in a built page."""


def show_heads(server: LiveReloadServer, head: Callable[[str], str]) -> None:
    """Have a server fill in `head(address)`, HTML, where an HTML page has the mark.

    The address counts from the root of the site: `b/flood/`.
    """
    serve = server.serve_request

    def app(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        begun: list[tuple[str, list[tuple[str, str]]]] = []
        body = serve(environ, lambda status, headers: begun.append((status, headers)))
        status, headers = begun[0]
        if not any(name == "Content-Type" and value.startswith("text/html") for name, value in headers):
            start_response(status, headers)
            return body
        page = b"".join(body)
        if hasattr(body, "close"):
            body.close()
        address = environ.get("PATH_INFO", "").encode("latin-1").decode("utf-8", "replace")
        address = address[len(server.mount_path) :] if address.startswith(server.mount_path) else ""
        page = page.replace(PLACE.encode(), head(address).encode(), 1)
        others = [(name, value) for name, value in headers if name != "Content-Length"]
        start_response(status, [*others, ("Content-Length", str(len(page)))])
        return [page]

    server.set_app(app)
