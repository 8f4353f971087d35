"""The files over all briefings: tables, feeds, llms.txt. Embargoed briefings are in none of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.pages.across.address import addresses
from briefsite.pages.labels import t
from briefsite.pages.language import speaking
from briefsite.pages.twins import feeds, llms, tables
from briefsite.pages.twins.feed_formats import feed_files
from briefsite.pages.twins.shown_text import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefsite.pages.settings import Site
    from briefsite.pages.twins.feeds import Entry, Feed
    from briefsite.pages.twins.record import Record


def site_files(records: Sequence[Record], site: Site) -> dict[str, str]:
    """Path under docs/ → content, whatever the order of the records."""
    newest = sorted(sorted(records, key=lambda record: record.slug), key=lambda record: record.day, reverse=True)
    with speaking(site.language):
        files = dict(_tables(newest))
        for feed in _feeds(newest, site) if site.url else ():
            files |= feed_files(feed, site)
        files[llms.PATH] = llms.llms_txt(newest, [(path.rpartition("/")[2], path) for path in files], site)
    return files


def _tables(records: Sequence[Record]) -> Iterator[tuple[str, str]]:
    for name in tables.TABLES:
        lines = "".join(tables.rows(record, name) for record in records)
        yield f"{tables.FOLDER}/{name}.csv", tables.header(name) + lines


def _feeds(records: Sequence[Record], site: Site) -> Iterator[Feed]:
    name = shown(site.name)
    entries = [feeds.briefing_entry(record) for record in records]
    about = t("Every briefing, the newest first, and those that were withdrawn.")
    yield feeds.Feed(name="briefings", title=name, description=about, entries=feeds.newest(entries))
    changes = [entry for record in records for entry in feeds.change_entries(record)]
    about = t("What was changed, added or taken out in published briefings, and those that were withdrawn.")
    title = t("{site}: changes", site=name)
    yield feeds.Feed(name="changes", title=title, description=about, entries=feeds.newest(changes))
    yield from _topic_feeds(records, name)


def _topic_feeds(records: Sequence[Record], site: str) -> Iterator[Feed]:
    """One for each topic; names that differ in case only are one topic, written as it is the first time."""
    grouped: dict[str, list[Entry]] = {}
    names: dict[str, str] = {}
    for record in records:
        for topic in record.topics:
            names.setdefault(topic.casefold(), topic)
        for topic in dict.fromkeys(topic.casefold() for topic in record.topics):
            grouped.setdefault(topic, []).append(feeds.briefing_entry(record))
    files = addresses(sorted(grouped))
    for topic, entries in sorted(grouped.items()):
        title = shown(names[topic])
        yield feeds.Feed(
            name=f"topic-{files[topic]}",
            title=t("{site}: {topic}", site=site, topic=title),
            description=t("Briefings on {topic}, the newest first.", topic=title),
            entries=feeds.newest(entries),
        )
