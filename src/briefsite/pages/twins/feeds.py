"""What feed readers are told: briefings, those of a topic, changes; as RSS 2.0 and JSON Feed 1.1 (`feed_formats`).

An entry is known by what it is about, not by its bytes: a briefing by its address, its withdrawal and each change by
their own names. So a corrected letter tells nobody anything, a withdrawal tells everybody who read the briefing.
Dates are those of the briefing, of its status (`since`) and of its changes; no clock is asked.

Feeds need absolute addresses: without `site_url` there are none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefsite.briefing.values import Status
from briefsite.pages.check import SECTION_NAMES
from briefsite.pages.dates import first_day
from briefsite.pages.labels import N_, t
from briefsite.pages.twins.markdown_twin import WITHDRAWN
from briefsite.pages.twins.shown_text import shown
from briefsite.pages.words import clip

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefsite.briefing.model import Change
    from briefsite.pages.twins.record import Record

FOLDER = "b/feeds"
ENTRIES = 50
"""Of one feed: readers fetch the whole file each time. Everything is on the site."""
MAX_TEXT = 400
"""Code points of an old or new text of a change."""
_WHAT = {
    "reworded": N_("Reworded: {where}"),
    "gone": N_("Taken out: {where}"),
    "new": N_("Added: {where}"),
    "value": N_("Changed: {where}"),
}


class Entry(NamedTuple):
    """One thing that readers are told of."""

    id: str
    """What it is known by for ever. For a briefing its address."""
    url: str
    title: str
    text: str
    day: str
    """`YYYY-MM-DD`; "" where no date is known."""
    modified: str
    topics: tuple[str, ...]


class Feed(NamedTuple):
    """A feed and its entries, the newest first."""

    name: str
    """Of its files, without what they end in."""
    title: str
    description: str
    entries: tuple[Entry, ...]


def newest(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The newest first, as many as a feed has; those of one day in the order of their ids."""
    ordered = sorted(sorted(entries, key=lambda entry: entry.id), key=lambda entry: entry.day, reverse=True)
    return tuple(ordered[:ENTRIES])


def briefing_entry(record: Record) -> Entry:
    """A briefing; of a withdrawn one the notice, which is an entry of its own."""
    title = shown(record.title)
    topics = tuple(shown(topic) for topic in record.topics)
    if record.status is Status.WITHDRAWN:
        day = first_day(record.since) if record.since else record.day
        text = " ".join(part for part in (t(WITHDRAWN), record.note) if part)
        return Entry(
            id=f"{record.address}#withdrawn", url=record.address, title=t("Withdrawn: {title}", title=title), text=text,
            day=day, modified=day, topics=topics,
        )  # fmt: skip
    line = shown(record.bottom_line)
    is_draft = record.status is Status.DRAFT
    return Entry(
        id=record.address,
        url=record.address,
        title=title,
        text=" · ".join(part for part in (record.words.status if is_draft else "", record.words.checked, line) if part),
        day=record.day,
        modified=record.modified,
        topics=topics,
    )


def change_entries(record: Record) -> Iterator[Entry]:
    """Every change of a briefing, in order, and its withdrawal."""
    sections = {item.id: item.section for item in record.items}
    seen: dict[str, int] = {}
    for change in record.changes:
        name = "-".join(part for part in (change.date, change.item, change.what, change.field) if part)
        seen[name] = count = seen.get(name, 0) + 1
        # What changes twice on one day is told twice; the first keeps its name when the second comes.
        id = f"{record.address}#change-{name}" + (f"-{count}" if count > 1 else "")
        is_there = change.item in sections
        day = first_day(change.date)
        yield Entry(
            id=id,
            url=f"{record.address}#{change.item}" if is_there else record.address,
            title=f"{_what(change, sections.get(change.item or '', ''))} · {shown(record.title)}",
            text=_old_and_new(change),
            day=day,
            modified=day,
            topics=tuple(shown(topic) for topic in record.topics),
        )
    if record.status is Status.WITHDRAWN:
        yield briefing_entry(record)


def _what(change: Change, section: str) -> str:
    where = t(SECTION_NAMES[section]) if section else t("An item") if change.item else t("Headline and date")
    return t(_WHAT[change.what], where=where)


def _old_and_new(change: Change) -> str:
    old, new = (clip(shown(text), MAX_TEXT) for text in (change.old, change.new))
    if old and new:
        return t("Before: {old} · Now: {new}", old=old, new=new)
    return t("Before: {old}", old=old) if old else t("Now: {new}", new=new) if new else ""
