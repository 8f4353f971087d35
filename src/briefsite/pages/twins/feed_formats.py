"""A feed as a file: RSS 2.0 (https://www.rssboard.org/rss-specification), JSON Feed 1.1 (https://jsonfeed.org/version/1.1).

Texts are plain text. RSS takes a description for HTML, so there it is escaped once more.
"""

from __future__ import annotations

import datetime as dt
import html
from email.utils import format_datetime
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape as xml
from xml.sax.saxutils import quoteattr

from briefsite.pages.twins.addresses import file_address
from briefsite.pages.twins.feeds import FOLDER
from briefsite.pages.twins.json_text import written
from briefsite.pages.twins.shown_text import shown

if TYPE_CHECKING:
    from briefsite.pages.settings import Site
    from briefsite.pages.twins.feeds import Entry, Feed


def rss(feed: Feed, site: Site) -> str:
    """The feed as RSS."""
    address = file_address(site, f"{FOLDER}/{feed.name}.xml")
    items = "".join(_rss_item(entry) for entry in feed.entries)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">\n<channel>\n'
        f"<title>{xml(feed.title)}</title>\n<link>{xml(site.url)}</link>\n"
        f"<description>{xml(html.escape(feed.description))}</description>\n<language>{xml(site.language)}</language>\n"
        f'<atom:link href={quoteattr(address)} rel="self" type="application/rss+xml"/>\n'
        f"{items}</channel>\n</rss>\n"
    )


def _rss_item(entry: Entry) -> str:
    is_address = "true" if entry.id == entry.url else "false"
    date = f"<pubDate>{_rfc_822(entry.day)}</pubDate>\n" if _is_day(entry.day) else ""
    topics = "".join(f"<category>{xml(topic)}</category>\n" for topic in entry.topics)
    text = f"<description>{xml(html.escape(entry.text))}</description>\n" if entry.text else ""
    return (
        f"<item>\n<title>{xml(entry.title)}</title>\n<link>{xml(entry.url)}</link>\n"
        f'<guid isPermaLink="{is_address}">{xml(entry.id)}</guid>\n{date}{topics}{text}</item>\n'
    )


def json_feed(feed: Feed, site: Site) -> str:
    """The feed as JSON Feed."""
    address = file_address(site, f"{FOLDER}/{feed.name}.json")
    return written(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": feed.title,
            "home_page_url": site.url,
            "feed_url": address,
            "description": feed.description,
            "language": site.language,
            "authors": [{"name": shown(site.name), "url": site.url}],
            "items": [_json_item(entry) for entry in feed.entries],
        }
    )


def _json_item(entry: Entry) -> dict[str, Any]:
    fields: dict[str, Any] = {"id": entry.id, "url": entry.url, "title": entry.title, "content_text": entry.text}
    if _is_day(entry.day):
        fields["date_published"] = f"{entry.day}T00:00:00Z"
    if _is_day(entry.modified):
        fields["date_modified"] = f"{entry.modified}T00:00:00Z"
    if entry.topics:
        fields["tags"] = list(entry.topics)
    return fields


def _rfc_822(day: str) -> str:
    return format_datetime(dt.datetime.fromisoformat(day).replace(tzinfo=dt.UTC))


def _is_day(day: str) -> bool:
    # An open start of an interval is year 0, which no calendar of a computer has.
    return day > "0001"
