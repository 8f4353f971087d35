"""The files over all briefings: tables, feeds, llms.txt. Embargoed briefings are in none of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.pages.address import addresses
from briefsite.pages.labels import t
from briefsite.pages.language import speaking
from briefsite.pages.sheet import Fresh, Sheet, Sheets
from briefsite.pages.twins import feeds, llms, tables
from briefsite.pages.twins.feed_formats import json_feed, rss
from briefsite.pages.twins.shown_text import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefsite.pages.settings import Site
    from briefsite.pages.twins.feeds import Entry, Feed
    from briefsite.pages.twins.share import Share


def site_files(shares: Iterable[Share], site: Site) -> dict[str, str | bytes]:
    """Path under docs/ → content, whatever the order of the shares."""
    return dict(SiteFiles(site).bring(shares).made)


class SiteFiles:
    """The files, for a caller who keeps them up to date: made again are those of which a briefing changed its part."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._sheets: Sheets[str | bytes] = Sheets(site.language)
        self.again = self._sheets.again

    def bring(self, shares: Iterable[Share]) -> Fresh[str | bytes]:
        """What is new, now that these are the shares of all briefings."""
        newest = sorted(sorted(shares, key=lambda share: share.slug), key=lambda share: share.day, reverse=True)
        with speaking(self._site.language):
            sheets = list(_tables(newest))
            for feed in _feeds(newest, self._site) if self._site.url else ():
                sheets += _files(feed, self._site)
            lines = tuple([share.line for share in newest if share.line][: llms.BRIEFINGS])
            others = tuple(sheet.path for sheet in sheets)
            sheets.append(Sheet(llms.PATH, llms.llms_txt, (lines, others, self._site)))
            return self._sheets.bring(sheets)


def _tables(newest: Sequence[Share]) -> Iterator[Sheet[str | bytes]]:
    for number, name in enumerate(tables.TABLES):
        lines = tuple([share.lines[number] for share in newest])
        yield Sheet(f"{tables.FOLDER}/{name}.csv", _table, (name, lines))


def _table(name: str, lines: Sequence[bytes]) -> bytes:
    return tables.header(name) + b"".join(lines)


def _files(feed: Feed, site: Site) -> Iterator[Sheet[str | bytes]]:
    yield Sheet(f"{feeds.FOLDER}/{feed.name}.xml", rss, (feed, site))
    yield Sheet(f"{feeds.FOLDER}/{feed.name}.json", json_feed, (feed, site))


def _feeds(newest: Sequence[Share], site: Site) -> Iterator[Feed]:
    name = shown(site.name)
    entries = [share.entry for share in newest if share.entry]
    about = t("Every briefing, the newest first, and those that were withdrawn.")
    yield feeds.Feed(name="briefings", title=name, description=about, entries=feeds.newest(entries))
    changes = [entry for share in newest for entry in share.changes]
    about = t("What was changed, added or taken out in published briefings, and those that were withdrawn.")
    title = t("{site}: changes", site=name)
    yield feeds.Feed(name="changes", title=title, description=about, entries=feeds.newest(changes))
    yield from _topic_feeds(newest, name)


def _topic_feeds(newest: Sequence[Share], site: str) -> Iterator[Feed]:
    """One for each topic; names that differ in case only are one topic, written as it is the first time."""
    grouped: dict[str, list[Entry]] = {}
    names: dict[str, str] = {}
    for share in newest:
        for topic in share.topics:
            names.setdefault(topic.casefold(), topic)
        for topic in dict.fromkeys(topic.casefold() for topic in share.topics):
            grouped.setdefault(topic, []).extend([share.entry] if share.entry else [])
    files = addresses(sorted(grouped))
    for topic, entries in sorted(grouped.items()):
        title = shown(names[topic])
        yield feeds.Feed(
            name=f"topic-{files[topic]}",
            title=t("{site}: {topic}", site=site, topic=title),
            description=t("Briefings on {topic}, the newest first.", topic=title),
            entries=feeds.newest(entries),
        )
