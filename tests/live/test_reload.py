"""Which open pages are loaded again after a build: those that changed, and no other one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from mkdocs.livereload import LiveReloadServer

from briefsite.live import Reload

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

SITE = "http://127.0.0.1:8000/handbook/"


class Server:
    """A server that builds when the test says so, and the pages that are open in browsers."""

    def __init__(self, root: Path) -> None:
        self.server = LiveReloadServer(lambda: None, "127.0.0.1", 8000, str(root), mount_path="/handbook/")
        self.server.poll_response_timeout = 0  # type: ignore[misc]
        self.reload = Reload(self.server)

    def build(self, changed: Collection[str] | None) -> None:
        """As MkDocs does: a number is taken, the builder runs, and the number is shown."""
        self.server._wanted_epoch += 5
        self.reload.built(changed)
        self.server._visible_epoch = self.server._wanted_epoch

    def opened(self) -> int:
        """The number that a page carries which is loaded now."""
        return self.server._visible_epoch

    def is_told(self, address: str, number: int) -> bool:
        """Whether a page with this number, which asks now, is told to load itself again."""
        environ = {"PATH_INFO": f"/livereload/{number}/1", "HTTP_REFERER": address}
        body = self.server.get_app()(environ, lambda *_: lambda _: None)
        return int(b"".join(body)) > number


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Server]:
    server = Server(tmp_path)
    yield server
    server.server.server_close()


def test_a_page_is_told_of_a_build_that_changed_it(site: Server) -> None:
    number = site.opened()
    assert not site.is_told(f"{SITE}b/ferry/", number)
    site.build(["b/ferry/"])
    assert site.is_told(f"{SITE}b/ferry/", number), "also where it first asks after the build"
    assert not site.is_told(f"{SITE}b/pier/", number)
    assert not site.is_told(f"{SITE}b/ferry/", site.opened()), "it is loaded once"


def test_a_page_that_was_missed_is_told_later(site: Server) -> None:
    number = site.opened()
    site.build(["b/ferry/"])
    site.build(["b/pier/"])
    site.build([])
    assert site.is_told(f"{SITE}b/ferry/", number)
    assert site.is_told(f"{SITE}b/pier/", number)


def test_all_are_told_where_any_may_have_changed(site: Server) -> None:
    number = site.opened()
    site.build(None)
    assert site.is_told(f"{SITE}b/ferry/", number)
    assert not site.is_told(f"{SITE}b/ferry/", site.opened())


@pytest.mark.parametrize(
    ("asks", "changed"),
    [
        ("", ""),
        ("#figures", ""),
        ("?q=ferry", "./"),
        ("index.html", "."),
        ("b/f%C3%A4hre/", "b/f%C3%A4hre/"),
        ("b/fähre/index.html#q-1", "b/f%C3%A4hre/"),
        ("404.html", "404.html"),
    ],
)
def test_a_page_has_one_name(site: Server, asks: str, changed: str) -> None:
    number = site.opened()
    site.build([changed])
    assert site.is_told(SITE + asks, number)
    assert not site.is_told(f"{SITE}other/", number)


def test_a_browser_that_does_not_say_which_page_it_shows_is_told_of_any(site: Server) -> None:
    number = site.opened()
    site.build(["b/ferry/"])
    assert site.is_told("", number)
    assert not site.is_told("", site.opened())
