"""What stands in the `<head>` of a briefing's page: Open Graph, Twitter's card, links to the twins.

It is HTML in the front matter of the page (`head`), which one template of two lines prints (`briefsite/theme`): themes
print what front matter holds as it is, so every value is escaped here, to references that nothing reads as markup.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from briefsite.briefing.values import Status
from briefsite.pages.escape import escape, markup
from briefsite.pages.labels import t
from briefsite.pages.language import speaking
from briefsite.pages.twins.addresses import file_address
from briefsite.pages.twins.feeds import FOLDER
from briefsite.pages.twins.json_ld import iso_day
from briefsite.pages.twins.links import TWINS
from briefsite.pages.words import clip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefsite.pages.settings import Site
    from briefsite.pages.twins.record import Record

# Material's script takes every `link[rel=alternate]` for the same site in another language, and asks the folder of each
# for a sitemap, on another host if need be. The space is allowed, means nothing, and keeps it away.
_RELATION = "alternate "
MAX_DESCRIPTION = 200
"""Code points of the description that cards show."""


def head(record: Record) -> Markup:
    """The elements, one line."""
    if record.status is Status.WITHDRAWN:
        return Markup('<meta name="robots" content="noindex">')
    return markup("".join((*_metas(record), *_links())))


def feed_links(site: Site) -> Markup:
    """Links to the feeds of the whole site, for the head of every page; none where there are no feeds."""
    feeds = (("briefings", site.name), ("changes", t("{site}: changes", site=site.name)))
    types = (("xml", "application/rss+xml"), ("json", "application/feed+json"))
    with speaking(site.language):
        return markup(
            "".join(
                _link(type, file_address(site, f"{FOLDER}/{name}.{suffix}"), title)
                for name, title in feeds
                for suffix, type in types
                if site.url
            )
        )


def _metas(record: Record) -> Iterator[str]:
    description = clip(" ".join(record.bottom_line.split()), MAX_DESCRIPTION)
    properties = [
        ("og:type", "article"),
        ("og:title", record.title),
        ("og:description", description),
        ("og:url", Markup.escape(record.address) if record.site.url else ""),  # in ASCII already
        ("og:site_name", record.site.name),
        ("article:published_time", iso_day(record.date)),
        ("article:modified_time", iso_day(record.modified)),
        *(("article:tag", topic) for topic in record.topics),
    ]
    names = [("twitter:card", "summary"), ("twitter:title", record.title), ("twitter:description", description)]
    for attribute, pairs in (("property", properties), ("name", names)):
        for name, content in pairs:
            if content:
                yield f'<meta {attribute}="{name}" content="{escape(content)}">'


def _links() -> Iterator[str]:
    for twin in TWINS:
        yield _link(twin.type, twin.name, twin.title)


def _link(type: str, address: str, title: str) -> str:
    """The type is ours. An address is escaped by markupsafe alone, because tools must be able to follow it."""
    return f'<link rel="{_RELATION}" type="{type}" href="{Markup.escape(address)}" title="{escape(title)}">'
