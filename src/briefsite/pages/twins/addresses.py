"""Where the parts of the published site stand: absolute addresses where `site_url` is known.

Where it is not, an address is the path from the site's top folder, with the name of the file in it, so that it works
from a USB stick as well: `b/ferry/index.html#promise`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from briefsite.pages.settings import Site


def page_address(site: Site, slug: str) -> str:
    """The page of a briefing."""
    return f"{site.url}b/{quote(slug)}/" if site.url else f"b/{quote(slug)}/index.html"


def permalink(page: str, item: str) -> str:
    """An item on the page of its briefing, whose address is given."""
    return f"{page}#{quote(item)}"


def file_address(site: Site, path: str) -> str:
    """A file below docs/, which is published under the same path."""
    return f"{site.url}{quote(path)}"
