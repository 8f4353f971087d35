"""Figures of one measure that differ between briefings, side by side: facts with their places, never a verdict.

Why two differ is said as far as it can be told from what is written:
  different period   both say when they hold, and it is not the same
  revision           one giver, one period, told on different days: the later replaces the earlier
  different source   different people or publishers give them
  differs            nothing of this can be told

A figure counts once where the same words give it, in a reprint or in two articles of one agency.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefsite.pages.across.measure import times_in
from briefsite.pages.across.reprints import Cited, reprint_groups
from briefsite.pages.dates import date_words, first_day, last_day
from briefsite.pages.labels import N_, t

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markupsafe import Markup

    from briefsite.pages.across.listing import Listing
    from briefsite.pages.across.measure import Measure
    from briefsite.pages.across.rows import FigureRow

PERIOD = N_("different period")
REVISION = N_("revision")
SOURCE = N_("different source")
DIFFERS = N_("differs")


NEAREST = 3
"""Figures before and after one in time that the page of its briefing shows; all of them are on the page of figures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A figure and the briefing that it stands in."""

    row: FigureRow
    entry: Listing
    also: tuple[Listing, ...]
    """Other briefings with the same figure in the same words, which count as this one."""

    @property
    def giver(self) -> str:
        """Who says so, as far as the briefing knows."""
        return self.row.said_by or self.entry.words.publisher

    @property
    def when(self) -> str:
        """The period that it holds for, in words; empty where only its label says so."""
        return date_words(self.row.period) if self.row.period else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The figures of one measure, the newest first."""

    label: str
    language: Markup
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """A figure of a briefing beside one of another, in words alone: what the block of a briefing's page is made of."""

    id: Markup
    label: str
    language: Markup
    here: str
    here_when: str
    href: Markup
    """The other figure, from the folder of the briefing."""
    title: str
    title_language: Markup
    there: str
    there_when: str
    """Period or date."""
    giver: str
    why: str


def comparisons(entries: Sequence[Listing]) -> list[Comparison]:
    """Every measure with figures that differ between published briefings, those with the newest figure first."""
    texts = reprint_groups(entries)
    grouped: defaultdict[Measure, list[Place]] = defaultdict(list)
    for entry in entries:
        text = texts.get(Cited(entry.slug, 0), entry.slug)
        for measure, row in _telling(entry.figures):
            _add(grouped[measure], Place(row=row, entry=entry, also=()), text, texts)
    found = []
    for places in grouped.values():
        slugs = {place.entry.slug for place in places}
        if len(slugs) > 1 and len({place.row.value for place in places}) > 1:
            newest = places[0].row
            found.append(Comparison(label=newest.label, language=newest.language, places=tuple(places)))
    return found


def _telling(rows: Sequence[FigureRow]) -> Iterator[tuple[Measure, FigureRow]]:
    """The figures whose label says what they are: two values of one label and time are not told apart by it."""
    same: defaultdict[object, list[FigureRow]] = defaultdict(list)
    for row in rows:
        same[row.measure, row.period or times_in(row.label)].append(row)
    for row in rows:
        alike = same[row.measure, row.period or times_in(row.label)]
        if row.measure and row is alike[0] and len({other.value for other in alike}) == 1:
            yield row.measure, row


def _add(places: list[Place], place: Place, text: object, texts: dict[Cited, int]) -> None:
    for number, known in enumerate(places):
        is_text = texts.get(Cited(known.entry.slug, 0), known.entry.slug) == text
        is_same = known.row.value == place.row.value and known.row.period == place.row.period
        if is_same and known.entry is not place.entry and (is_text or known.row.sentence == place.row.sentence):
            places[number] = Place(row=known.row, entry=known.entry, also=(*known.also, place.entry))
            return
    places.append(place)


def why(one: Place, other: Place) -> str:
    """Why two figures of one measure differ, as far as it can be told, in the language spoken; empty if they agree."""
    if one.row.value == other.row.value and one.row.words.before == other.row.words.before:
        return ""
    return t(_why(one, other))


def _why(one: Place, other: Place) -> str:
    is_same_time = _is_same_time(one.row, other.row)
    if is_same_time is False:
        return PERIOD
    givers = [" ".join(place.giver.casefold().split()) for place in (one, other)]
    if all(givers) and givers[0] != givers[1]:
        return SOURCE
    if all(givers) and is_same_time and one.entry.date != other.entry.date:
        return REVISION
    return DIFFERS


def _is_same_time(one: FigureRow, other: FigureRow) -> bool | None:
    """Whether two figures hold for the same time; None where that cannot be told."""
    if one.period and other.period:
        if one.period == other.period:
            return True
        # A day within a month may be what the month is told of: neither the same nor another.
        first, second = sorted((one.period, other.period), key=first_day)
        return False if last_day(first) < first_day(second) else None
    times = times_in(one.label), times_in(other.label)
    if not (one.period or other.period) and all(times):
        return times[0] == times[1]
    years = [set(re.findall(r"\d{4}", f"{row.period} {row.label}")) for row in (one, other)]
    return False if all(years) and not (years[0] & years[1]) else None


def elsewhere(found: Sequence[Comparison]) -> dict[str, tuple[Elsewhere, ...]]:
    """By slug: its figures beside those of the same measure in other briefings."""
    made: defaultdict[str, list[Elsewhere]] = defaultdict(list)
    for comparison in found:
        for number, here in enumerate(comparison.places):
            for there in comparison.places[max(0, number - NEAREST) : number + NEAREST + 1]:
                if there.entry is not here.entry and (reason := why(here, there)):
                    made[here.entry.slug].append(_beside(here, there, reason))
    return {slug: tuple(rows) for slug, rows in made.items()}


def _beside(here: Place, there: Place, reason: str) -> Elsewhere:
    return Elsewhere(
        id=here.row.id,
        label=here.row.label,
        language=here.row.language,
        here=here.row.words.line,
        here_when=here.when or here.entry.day,
        href=there.entry.href + "#" + there.row.id,
        title=there.entry.title,
        title_language=there.entry.title_language,
        there=there.row.words.line,
        there_when=there.when or there.entry.day,
        giver=there.giver,
        why=reason,
    )
