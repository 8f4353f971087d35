"""The figures of a briefing beside those of the same measure in others, for its own page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from briefsite.pages.across.compared import why
from briefsite.pages.language import speaking

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from briefsite.pages.across.compared import Comparison, Place
    from briefsite.pages.across.listing import Listing

NEAREST = 3
"""Figures before and after one in time that the page of its briefing shows; all of them are on the page of figures."""


class Elsewhere(NamedTuple):
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


class Beside(Mapping[str, tuple[Elsewhere, ...]]):
    """By slug: the figures of a published briefing beside those of the same measure in others.

    What stands beside a briefing is made when it is asked for, and not kept: all of it together would weigh more than
    the briefings.
    """

    def __init__(
        self, listings: Mapping[str, Listing], found: Mapping[int, Comparison], changed: frozenset[str], language: str
    ) -> None:
        self._listings = listings
        self._found = found
        self._order = {measure: number for number, measure in enumerate(found)}
        self._language = language
        self._at: dict[int, dict[str, list[int]]] = {}
        self.changed = changed
        """The only slugs for which it may be otherwise than the last time: at first all that there are."""

    def __getitem__(self, slug: str) -> tuple[Elsewhere, ...]:
        """What stands beside one briefing; KeyError where nothing does."""
        measures = {row.measure for row in self._listings[slug].figures} & self._found.keys()
        with speaking(self._language):
            if made := tuple(self._of(slug, sorted(measures, key=self._order.__getitem__))):
                return made
        raise KeyError(slug)

    def __iter__(self) -> Iterator[str]:
        """Those beside which something stands."""
        return (slug for slug in self._listings if slug in self)

    def __len__(self) -> int:
        """How many they are."""
        return sum(1 for _ in self)

    def _of(self, slug: str, measures: Iterable[int]) -> Iterator[Elsewhere]:
        for measure in measures:
            places = self._found[measure].places
            for number in self._numbers(measure).get(slug, ()):
                here = places[number]
                for there in _near(places, number):
                    if there.entry.slug != slug and (reason := why(here, there)):
                        yield _beside(here, there, reason)

    def _numbers(self, measure: int) -> dict[str, list[int]]:
        """By slug: which figures of a measure are its own."""
        if measure not in self._at:
            numbers: dict[str, list[int]] = {}
            self._at[measure] = numbers
            for number, place in enumerate(self._found[measure].places):
                numbers.setdefault(place.entry.slug, []).append(number)
        return self._at[measure]


def _near(places: tuple[Place, ...], number: int) -> tuple[Place, ...]:
    """A figure and those near it in time."""
    return places[max(0, number - NEAREST) : number + NEAREST + 1]


def moved(before: Comparison | None, after: Comparison | None) -> set[str]:
    """The briefings of one measure beside which something else stands than before."""
    if not (before and after):
        return {place.entry.slug for one in (before, after) if one for place in one.places}
    old, new = (
        {(place.entry.slug, _near(one.places, number)) for number, place in enumerate(one.places)}
        for one in (before, after)
    )
    return {slug for slug, _ in old ^ new}


def overtaken(before: Iterable[int], after: Iterable[int], suspects: Collection[int]) -> set[int]:
    """Of the measures that may have changed their place among all of them, those that did."""
    places: list[dict[int, tuple[int, int]]] = []
    for measures in (before, after):
        found: dict[int, tuple[int, int]] = {}
        places.append(found)
        for number, measure in enumerate(measures):
            if measure in suspects:
                found[measure] = number - len(found), len(found)
    old, new = places
    return {measure for measure, place in new.items() if old.get(measure) != place}


def _beside(here: Place, there: Place, reason: str) -> Elsewhere:
    return Elsewhere(
        id=here.row.id,
        label=here.row.label,
        language=here.row.language,
        here=here.row.words.line,
        here_when=here.when or here.entry.day,
        href=Markup(f"{there.entry.href}#{there.row.id}"),
        title=there.entry.title,
        title_language=there.entry.title_language,
        there=there.row.words.line,
        there_when=there.when or there.entry.day,
        giver=there.giver,
        why=reason,
    )
