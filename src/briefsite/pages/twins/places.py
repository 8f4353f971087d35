"""Where the words of an item stand, for people: the source and its paragraph, in one line of plain text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefsite.pages.dates import date_words
from briefsite.pages.labels import t
from briefsite.pages.twins.shown_text import shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefsite.pages.twins.record import ItemRecord, Record, SourceRecord


def source_line(source: SourceRecord) -> str:
    """What names a source: “Ferry returns”, Ruth Calloway, The Loe Courier, 12 March 2026.

    Its address where nothing else is known: a day alone would name nothing.
    """
    named = [
        t("“{words}”", words=shown(source.title)) if source.title else "",
        shown(source.byline),
        shown(source.publisher),
    ]
    if not any(named):
        named = [shown(source.url) or t("a source without a name")]
    day = date_words(source.date) if source.date else ""
    return ", ".join(part for part in (*named, day) if part)


def sentences(parts: Iterable[str]) -> str:
    """The parts that there are, a full stop behind each but the last; none where one has an end of its own: “Go.”."""
    given = [part for part in parts if part]
    ended = [part if re.search(r"[.!?…][”’“»)]?\Z", part) else f"{part}." for part in given[:-1]]
    return " ".join((*ended, *given[-1:]))


def paragraphs(record: Record, item: ItemRecord) -> str:
    """¶2, ¶4; with the source before it where there are several: s2 ¶4. "" for an editor's own word."""
    places = dict.fromkeys((one.source, one.paragraph) for one in item.evidence)
    several = len(record.sources) > 1
    return ", ".join(f"{source} ¶{paragraph}" if several else f"¶{paragraph}" for source, paragraph in places)


def first_source(record: Record, item: ItemRecord) -> SourceRecord | None:
    """The source that the item's first words stand in."""
    return record.source(item.evidence[0].source) if item.evidence else None
