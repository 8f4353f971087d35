"""Take the pictures of this repository's site that the README and the handbook show.

    briefsite build && python scripts/screenshots.py [--out DIR] [--all]

Without `--all` only the picture of the README is taken; with it, every kind of page, at the size of a laptop and
of a phone, in light and in dark. Needs Chromium (see scripts/browser.py) and the development dependencies.
"""

from __future__ import annotations

import argparse
import functools
import http.server
import threading
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from browser import find

ROOT = Path(__file__).resolve().parent.parent
SLUG = "2025-07-10-channel-crossings"
PAGES = {
    "home": "/",
    "all": "/b/",
    "briefing": f"/b/{SLUG}/",
    "source": f"/b/{SLUG}/source/",
    "topics": "/topics/",
    "topic": "/topics/water/",
    "people": "/people/",
    "person": "/people/maud-ferrant/",
    "quotes": "/quotes/",
    "figures": "/figures/",
    "compared": "/figures/compared/",
    "timeline": "/timeline/",
    "questions": "/questions/",
    "changes": "/changes/",
    "sources": "/sources/",
    "method": "/method/",
}
SIZES = {"laptop": (1280, 800), "phone": (360, 800)}


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


def shoot(browser: Browser, url: str, target: Path, size: tuple[int, int], scheme: str, *, full: bool) -> None:
    """One picture of one page."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(url)
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")
    page.screenshot(path=target, full_page=full)
    context.close()
    print(target)


def main() -> None:
    """Serve site/, and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "assets" / "pictures")
    parser.add_argument("--all", action="store_true", help="every kind of page, size and colour scheme")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    handler = functools.partial(_Quiet, directory=str(ROOT / "site"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as playwright:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}"
        browser = playwright.chromium.launch(
            executable_path=find(), args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        shoot(browser, address + PAGES["briefing"], options.out / "briefing.png", SIZES["laptop"], "light", full=False)
        if options.all:
            for name, path in PAGES.items():
                for size, pixels in SIZES.items():
                    for scheme in ("light", "dark"):
                        target = options.out / f"{name}-{size}-{scheme}.png"
                        shoot(browser, address + path, target, pixels, scheme, full=True)
        browser.close()
        server.shutdown()


if __name__ == "__main__":
    main()
