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
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from briefsite.pages.across.index import Index
from briefsite.pages.across.measure import times_in
from briefsite.pages.across.parts import NEWEST, Link, links, parts
from briefsite.pages.across.reprints import Cited
from briefsite.pages.dates import date_words, first_day, last_day
from briefsite.pages.environment import front_matter, render
from briefsite.pages.labels import N_, t
from briefsite.pages.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefsite.pages.across.index import Edit
    from briefsite.pages.across.listing import Head
    from briefsite.pages.across.reprints import Reprints
    from briefsite.pages.across.rows import FigureRow

PERIOD = N_("different period")
REVISION = N_("revision")
SOURCE = N_("different source")
DIFFERS = N_("differs")
TITLE = N_("Figures compared")


class Place(NamedTuple):
    """A figure and the briefing that it stands in."""

    row: FigureRow
    entry: Head
    also: tuple[Head, ...]
    """Other briefings with the same figure in the same words, which count as this one."""

    @property
    def giver(self) -> str:
        """Who says so, as far as the briefing knows."""
        return self.row.said_by or self.entry.words.publisher

    @property
    def when(self) -> str:
        """The period that it holds for, in words; empty where only its label says so."""
        return date_words(self.row.period) if self.row.period else ""


class Comparison(NamedTuple):
    """The figures of one measure, the newest first."""

    places: tuple[Place, ...]

    @property
    def newest(self) -> FigureRow:
        """The figure whose label names the measure."""
        return self.places[0].row


class Compared:
    """Every measure with figures that differ between briefings, kept from one edit to the next."""

    def __init__(self) -> None:
        self._figures: Index[int, FigureRow] = Index(
            lambda entry: [(row.measure, row) for row in entry.figures if row.measure]
        )
        self.found: dict[int, Comparison] = {}
        """By the mark of the measure, those with the newest figure first."""

    def bring(self, edit: Edit, reprints: Reprints, other_texts: set[str]) -> set[int]:
        """Follow an edit, and new reprints among `other_texts`; the measures that are now compared otherwise."""
        touched = set(self._figures.bring(edit))
        for slug in other_texts & edit.public.keys():
            touched |= {row.measure for row in edit.public[slug].figures} & self._figures.groups.keys()
        made = {measure: _compared(self._figures.groups.get(measure, ()), reprints) for measure in touched}
        changed = {measure for measure in touched if made[measure] != self.found.get(measure)}
        found = ((measure, one) for measure, one in (self.found | made).items() if one)
        self.found = dict(sorted(found, key=lambda pair: _order(pair[1], edit)))
        return changed

    def sheets(self) -> list[Sheet[str]]:
        """The pages of all of them, each measure under the day of its newest figure."""
        days: dict[str, list[Comparison]] = {}
        for comparison in self.found.values():
            # As often as it has rows: a page is full when it has so many.
            rows = [comparison] * len(comparison.places)
            days.setdefault(comparison.places[0].entry.date, []).extend(rows)
        return [
            Sheet(f"figures/{_file(part.file)}", _page, (Link(part.file, part.name), beside, _once(part.rows)))
            for part, beside in links(parts(days), t(TITLE))
        ]


def _order(comparison: Comparison, edit: Edit) -> tuple[int, int]:
    first = comparison.places[0]
    return edit.order[first.entry.slug], edit.public[first.entry.slug].figures.index(first.row)


def _compared(figures: Sequence[tuple[FigureRow, Head]], reprints: Reprints) -> Comparison | None:
    """The figures of one measure side by side; None where they do not differ, or stand in one briefing."""
    if len({row.value for row, _ in figures}) < 2 or len({head.slug for _, head in figures}) < 2:
        return None
    places: list[Place] = []
    known: dict[tuple[object, ...], list[int]] = {}
    for row, head in figures:
        figure = row.value, row.period
        ways = [(*figure, reprints.text_of(Cited(head.slug, 0))), (*figure, row.sentence)]
        same = [number for way in ways for number in known.get(way, ()) if places[number].entry.slug != head.slug]
        if same:
            number = min(same)
            places[number] = places[number]._replace(also=(*places[number].also, head))
        else:
            for way in ways:
                known.setdefault(way, []).append(len(places))
            places.append(Place(row=row, entry=head, also=()))
    slugs = {place.entry.slug for place in places}
    return Comparison(tuple(places)) if len(slugs) > 1 and len({place.row.value for place in places}) > 1 else None


def _once(rows: Sequence[Comparison]) -> tuple[Comparison, ...]:
    return tuple(comparison for comparison, _ in groupby(rows))


def _file(of_part: Markup) -> Markup:
    # Beside the table of all figures, whose newest page is index.md.
    return Markup("compared.md") if of_part == NEWEST else Markup("compared-") + of_part


def _page(page: Link, beside: Sequence[Link], found: Sequence[Comparison]) -> str:
    title = t(TITLE)
    return render(
        "across/compared.md.jinja",
        front=front_matter(
            title=title if page.file == NEWEST else f"{title} · {page.name}",
            hide=["navigation"],
            search={"exclude": True},
        ),
        page=page,
        parts=[page if link.file == page.file else link._replace(file=_file(link.file)) for link in beside],
        found=[(comparison, list(_with_reasons(comparison.places))) for comparison in found],
    )


def _with_reasons(places: Sequence[Place]) -> Iterator[tuple[Place, str]]:
    """Each figure, and why it differs from the one below."""
    for place, below in pairwise(places):
        yield place, why(place, below)
    yield places[-1], ""


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
