"""Take the pictures of this repository's site, and write the page of the handbook that shows them.

    briefsite build && python scripts/screenshots.py

Every kind of page is in `SHOTS`, with the place it has in `site/`; a kind that the site lacks is left out, and told of.
The pictures are WebP, a few dozen kilobytes each. Needs Chromium (see scripts/browser.py) and the development
dependencies.
"""

from __future__ import annotations

import argparse
import base64
import functools
import http.server
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import Browser, Page, sync_playwright

from browser import find

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "assets" / "pictures"
HANDBOOK = ROOT / "docs" / "handbook" / "pictures.md"
BRIEFING = "b/2026-02-05-merrin-central-bank-cuts-rate/index.html"
SOURCE = "b/2026-02-05-merrin-central-bank-cuts-rate/source/index.html"
SIZES = {"laptop": (1280, 800), "phone": (360, 740), "paper": (794, 1123)}
QUALITY = 72
MOST_BYTES = 150_000

HEAD = """\
# Pictures of every kind of page

Taken of this repository's own site by `scripts/screenshots.py`, which also writes this page. Serif type is the source
speaking, sans is the site.
"""


def first_chip(page: Page) -> None:
    """Focus evidence, as the Tab key does."""
    page.keyboard.press("Tab")
    page.locator(".bs-keys a.bs-chip").first.focus()


def to(selector: str) -> Callable[[Page], None]:
    """Scroll to a place."""
    return lambda page: page.locator(selector).first.evaluate("one => one.scrollIntoView()")


def search(page: Page) -> None:
    """Look for something."""
    page.keyboard.press("/")
    page.locator(".md-search__input").press_sequentially("cat and mouse", delay=20)
    page.locator(".md-search-result__link").first.wait_for()


@dataclass(frozen=True)
class Shot:
    """A picture: its name, what it shows, and where that is."""

    name: str
    caption: str
    places: tuple[str, ...]
    """Globs under site/; the first file that one of them finds is shown."""
    size: str = "laptop"
    scheme: str = "light"
    prepare: Callable[[Page], None] | None = None
    anchor: str = ""


SHOTS = (
    Shot("home", "The home page", ("index.html",)),
    Shot("home-phone-dark", "The home page on a phone, dark", ("index.html",), "phone", "dark"),
    Shot("briefing", "A briefing: the first screen answers", (BRIEFING,)),
    Shot("briefing-phone", "The same on a phone", (BRIEFING,), "phone"),
    Shot("evidence", "¶2 has the focus: the sentence, the cited words marked", (BRIEFING,), prepare=first_chip),
    Shot("who-said-what", "Who said what", (BRIEFING,), prepare=to("#who_said_what")),
    Shot("timeline", "The timeline, dark", (BRIEFING,), scheme="dark", prepare=to("#time_line")),
    Shot("source-and-method", "Open questions, source and method", (BRIEFING,), prepare=to("#open_questions")),
    Shot("source", "The source, paragraph by paragraph", (SOURCE,)),
    Shot("source-phone-dark", "The same on a phone, dark", (SOURCE,), "phone", "dark"),
    Shot("handout", "The handout, on paper", (BRIEFING,), "paper", anchor="#handout"),
    Shot("all", "All briefings", ("b/index.html",)),
    Shot("topic", "A topic", ("topics/*/index.html",)),
    Shot("people", "People and organisations", ("people/index.html",)),
    Shot("person", "Somebody, and everything that they said", ("people/*/index.html",)),
    Shot("quotes", "Quotes", ("quotes/index.html",)),
    Shot("quotes-phone", "Quotes on a phone", ("quotes/index.html",), "phone"),
    Shot("figures", "Figures", ("figures/index.html",)),
    Shot("events", "The timeline over all briefings", ("timeline/index.html",)),
    Shot("questions", "Open questions over all briefings", ("open/index.html", "questions/index.html")),
    Shot("changes", "What changed", ("changes/index.html",)),
    Shot("sources", "Sources", ("sources/index.html",)),
    Shot("method", "Method", ("method/index.html",)),
    Shot("search", "Search lands on the item", ("index.html",), prepare=search),
)  # fmt: skip


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def published(folder: Path) -> Iterator[str]:
    """The address of a built site."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@contextmanager
def broken() -> Iterator[str]:
    """The address of a briefing that cannot be read, in a fresh workspace while it is served."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "workspace"
        command = [sys.executable, "-m", "briefsite"]
        subprocess.run([*command, "new", str(root)], check=True, capture_output=True)
        path = next((root / "briefing").glob("*.yaml"), None)
        if path is None:
            subprocess.run([*command, "draft"], cwd=root, check=True, capture_output=True)
            path = next((root / "briefing").glob("*.yaml"))
        text = path.read_text(encoding="utf-8")
        title = next(line for line in text.splitlines() if line.startswith("title:"))
        path.write_text(text.replace(title, f"{title}: now with a colon", 1), encoding="utf-8")
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        server = subprocess.Popen(
            [*command, "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=root,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )
        try:
            address = f"http://127.0.0.1:{port}/b/{path.stem}/"
            until = time.monotonic() + 60
            while True:
                try:
                    urllib.request.urlopen(address, timeout=5).close()
                    break
                except OSError:
                    if server.poll() is not None or time.monotonic() > until:
                        raise
                    time.sleep(0.2)
            yield address
        finally:
            server.terminate()
            server.wait(timeout=20)


def shoot(browser: Browser, url: str, shot: Shot, folder: Path) -> None:
    """Take one picture."""
    width, height = SIZES[shot.size]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if shot.scheme == "dark" else "light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(url + shot.anchor)
    page.wait_for_load_state("load")
    page.evaluate("document.fonts.ready")
    if shot.size == "paper":
        page.emulate_media(media="print")
        page.add_style_tag(content="body { padding: 53px 57px !important }")  # the margins of the sheet
    if shot.prepare:
        shot.prepare(page)
    page.wait_for_timeout(300)  # what scrolling sets off
    options = {"format": "webp", "quality": QUALITY}
    taken = base64.b64decode(context.new_cdp_session(page).send("Page.captureScreenshot", options)["data"])
    context.close()
    if len(taken) > MOST_BYTES:
        raise SystemExit(f"{shot.name}: {len(taken)} bytes are more than a page of documentation should carry")
    (folder / f"{shot.name}.webp").write_bytes(taken)
    print(f"{shot.name}.webp {len(taken) // 1000} kB")


def page_of(shots: list[Shot]) -> str:
    """The page of the handbook."""
    parts = [HEAD]
    for shot in shots:
        width, height = SIZES[shot.size]
        shown = (
            f'{{ width="{width // 2}" height="{height // 2}" loading="lazy" }}'
            if shot.size != "laptop"
            else '{ loading="lazy" }'
        )
        parts.append(f"## {shot.caption}\n\n![{shot.caption}](../assets/pictures/{shot.name}.webp){shown}\n")
    return "\n".join(parts)


def main() -> int:
    """Take them all; the exit status is 1 where a kind of page was not there."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="the built site")
    options = parser.parse_args()
    if not (options.site / "index.html").is_file():
        raise SystemExit(f"{options.site} holds no site: run briefsite build first")
    PICTURES.mkdir(parents=True, exist_ok=True)
    for old in PICTURES.glob("*.webp"):
        old.unlink()
    taken, missing = [], []
    error = Shot("error", "While serving: a briefing that cannot be read says where and why", ())
    with published(options.site) as address, broken() as mistake, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find(), args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        for shot in SHOTS:
            found = next((path for place in shot.places for path in sorted(options.site.glob(place))), None)
            if found is None:
                missing.append(shot)
                continue
            shoot(browser, address + found.relative_to(options.site).as_posix(), shot, PICTURES)
            taken.append(shot)
        shoot(browser, mistake, error, PICTURES)
        browser.close()
    HANDBOOK.write_text(page_of([*taken, error]), encoding="utf-8")
    for shot in missing:
        print(f"not in the site, left out: {shot.name} ({' or '.join(shot.places)})", file=sys.stderr)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
