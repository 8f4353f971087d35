"""What files over all briefings have of one: its lines in the tables, its entries in feeds, its line in llms.txt.

It is made where the briefing is, and all that is kept of it: thousands of them stay in memory.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefsite.pages.language import speaking
from briefsite.pages.twins import feeds, llms, tables

if TYPE_CHECKING:
    from briefsite.pages.twins.feeds import Entry
    from briefsite.pages.twins.record import Record


class Share(NamedTuple):
    """One briefing's part of the files over all of them."""

    slug: str
    day: str
    """The day of the news as `YYYY-MM-DD`; "" where it is not known."""
    topics: tuple[str, ...]
    lines: tuple[bytes, ...]
    """Of each table (`tables.TABLES`), as they stand in the file."""
    line: str
    """In llms.txt; "" where it is not listed there."""
    entry: Entry | None
    """In the feeds of briefings; None for a site without feeds."""
    changes: tuple[Entry, ...]
    """In the feed of changes."""


def share_of(record: Record) -> Share:
    """What is kept of a briefing."""
    has_feeds = bool(record.site.url)
    with speaking(record.site.language):
        return Share(
            slug=record.slug,
            day=record.day,
            topics=record.topics,
            lines=tuple(tables.rows(record, name) for name in tables.TABLES),
            line=llms.line(record),
            entry=feeds.briefing_entry(record) if has_feeds else None,
            changes=tuple(feeds.change_entries(record)) if has_feeds else (),
        )
