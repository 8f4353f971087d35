"""Long tables in several pages, cut where a year ends; where a year is too much, a month or a day.

A row is some 650 bytes of HTML and takes Markdown a millisecond: with 200 of them a page stays within the 150 kB that
one may weigh, and a browser shows and filters them at once. Pages are filled from the oldest year on, so that those of
years gone by stay as they are when something new is added: only the last one, the first that is shown, grows. So an
older page counts what is on it, and leads to its neighbours and to the newest page, which leads to all of them.
"""

from __future__ import annotations

from itertools import chain, groupby
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from markupsafe import Markup

from briefsite.pages.dates import date_words
from briefsite.pages.labels import t

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

MOST_ROWS = 200
NEWEST = Markup("index.md")

Row = TypeVar("Row")


class Link(NamedTuple):
    """A page of a table among the others."""

    file: Markup
    """Its file name: index.md for the newest, 2019_2021.md for others."""
    name: str
    """The time it is about, in words."""


class Part(NamedTuple, Generic[Row]):
    """One page of a table."""

    file: Markup
    name: str
    days: tuple[Sequence[Row], ...]
    """The rows of each day, the newest day first."""

    @property
    def rows(self) -> list[Row]:
        """All of them."""
        return list(chain.from_iterable(self.days))

    @property
    def is_newest(self) -> bool:
        """Whether it is the first that is shown."""
        return self.file == NEWEST


def links(cut: Sequence[Part[Row]], newest: str) -> list[tuple[Part[Row], tuple[Link, ...]]]:
    """Each page with the links on it, its own among them, the newest first; none where there is one page.

    `newest` is what older pages call the newest one, whose time is another with every day.
    """
    known = [Link(part.file, part.name) for part in cut]
    if len(known) == 1:
        return [(cut[0], ())]
    first = Link(known[0].file, newest)
    return [
        (part, (first, *known[max(1, number - 1) : number + 2]) if number else tuple(known))
        for number, part in enumerate(cut)
    ]


def parts(days: Mapping[str, Sequence[Row]]) -> list[Part[Row]]:
    """The pages of a table, the newest first; one that is empty where there are no rows.

    `days` are the rows by `YYYY-MM-DD`, or "" for those without a date.
    """
    pages: list[list[_Unit]] = [[]]
    held = 0
    for unit in _units(sorted(days), days):
        if pages[-1] and held + unit.rows > MOST_ROWS:
            pages.append([])
            held = 0
        pages[-1].append(unit)
        held += unit.rows
    return [_part(page, days, is_newest=page is pages[-1]) for page in reversed(pages)]


_YEAR, _MONTH, _DAY = 4, 7, 10
"""Code points of a date that tell one from the next."""


class _Unit(NamedTuple):
    """A time that stands on one page."""

    time: str
    days: list[str]
    rows: int


def _units(held: Sequence[str], days: Mapping[str, Sequence[Row]], size: int = _YEAR) -> Iterator[_Unit]:
    """Each year; of a year that is too much for one page its months, of such a month its days."""
    for time, group in groupby(held, key=lambda day: day[:size]):
        within = list(group)
        rows = sum([len(days[day]) for day in within])
        if rows <= MOST_ROWS or size == _DAY or not time:
            yield _Unit(time, within, rows)
        else:
            yield from _units(within, days, _MONTH if size == _YEAR else _DAY)


def _part(page: list[_Unit], days: Mapping[str, Sequence[Row]], *, is_newest: bool) -> Part[Row]:
    first, last = (page[0].time, page[-1].time) if page else ("", "")
    name = "_".join(dict.fromkeys(time or "undated" for time in (first, last)))
    return Part(
        file=NEWEST if is_newest else Markup(f"{name}.md"),
        name=_words(first, last),
        days=tuple(days[day] for unit in reversed(page) for day in reversed(unit.days)),
    )


def _words(first: str, last: str) -> str:
    if not last:
        return t("Without a date")
    if first in {"", last}:
        return date_words(last)
    # Years where one of the two is a year; else the months or days that they are.
    size = len(min(first, last, key=len))
    return date_words(f"{first[:size]}/{last[:size]}" if first[:size] != last[:size] else last[:size])
