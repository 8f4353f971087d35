"""A built site that also opens from a folder: no server, no network, a USB stick.

A browser that reads `file://` shows no `index.html` for a folder, loads no JSON, and starts no worker. So every link
names its file, the search index is written as a script as well (the theme asks for that name from `file://`), and a
shim stands in for the worker. On a web server the same site answers under the short addresses too, and these are
what its canonical links and its sitemap say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from briefsite.pages.assets import FOLDER

if TYPE_CHECKING:
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

SHIM = f"{FOLDER}/iframe-worker.js"
"""Makes the theme's search worker out of a frame, where the site is opened from a folder."""


def load_shim(config: MkDocsConfig) -> None:
    """Have the theme load the shim on every page, once."""
    polyfills = config.extra.setdefault("polyfills", [])
    if not any("iframe-worker" in str(script) for script in polyfills):
        polyfills.append(SHIM)


def name_files(files: Files) -> None:
    """Make every link to a page name its file: `b/ferry/index.html`, not `b/ferry/`."""
    for file in files.documentation_pages():
        file.url = quote(file.dest_uri)


def shorten_canonical(page: Page) -> None:
    """What the page says its address is: the short one."""
    if page.canonical_url:
        page.canonical_url = page.canonical_url.removesuffix("index.html")


def script_search_index(site: Path) -> None:
    """Write the search index as a script beside the JSON, where there is one."""
    index = site / "search" / "search_index.json"
    if index.is_file():
        index.with_suffix(".js").write_text(f"var __index = {index.read_text(encoding='utf-8')}", encoding="utf-8")
