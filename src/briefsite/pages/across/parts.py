"""Long tables in several pages, cut where a year ends; where a year is too much, a month or a day.

A row is some 650 bytes of HTML and takes Markdown a millisecond: with 200 of them a page stays within the 150 kB that
one may weigh, and a browser shows and filters them at once. Pages are filled from the oldest year on, so that those of
years gone by stay as they are when something new is added: only the last one, the first that is shown, grows.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Generic, TypeVar

from markupsafe import Markup

from briefsite.pages.dates import date_words
from briefsite.pages.labels import t

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

MOST_ROWS = 200

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Generic[Row]):
    """One page of a table."""

    file: Markup
    """Its file name: index.md for the newest, 2019_2021.md for others."""
    name: str
    """The time it is about, in words."""
    rows: tuple[Row, ...]
    """The newest first."""


def parts(rows: Sequence[Row], date: Callable[[Row], str]) -> list[Part[Row]]:
    """The pages of a table, the newest first; one that is empty where there are no rows. `date` gives `YYYY-MM-DD`."""
    units = list(_units(sorted(rows, key=date), date))  # stable: rows of one day stay in their order
    pages: list[list[tuple[str, list[Row]]]] = [[]]
    for unit in units:
        if pages[-1] and sum(len(held) for _, held in pages[-1]) + len(unit[1]) > MOST_ROWS:
            pages.append([])
        pages[-1].append(unit)
    made = [_part(page, date, is_newest=page is pages[-1]) for page in pages]
    return made[::-1]


_YEAR, _MONTH, _DAY = 4, 7, 10
"""Code points of a date that tell one from the next."""


def _units(rows: Sequence[Row], date: Callable[[Row], str], size: int = _YEAR) -> Iterator[tuple[str, list[Row]]]:
    """(time, rows) of each year; of the months of a year, and the days of a month, that are too much for one page."""
    for time, held in groupby(rows, key=lambda row: date(row)[:size]):
        unit = list(held)
        if len(unit) <= MOST_ROWS or size == _DAY or not time:
            yield time, unit
        else:
            yield from _units(unit, date, _MONTH if size == _YEAR else _DAY)


def _part(page: list[tuple[str, list[Row]]], date: Callable[[Row], str], *, is_newest: bool) -> Part[Row]:
    times = [time for time, _ in page]
    first, last = (times[0], times[-1]) if times else ("", "")
    name = "_".join(dict.fromkeys(time or "undated" for time in (first, last)))
    return Part(
        file=Markup("index.md" if is_newest else f"{name}.md"),
        name=_words(first, last),
        rows=tuple(sorted((row for _, rows in page for row in rows), key=date, reverse=True)),
    )


def _words(first: str, last: str) -> str:
    if not last:
        return t("Without a date")
    if first in {"", last}:
        return date_words(last)
    # Years where one of the two is a year; else the months or days that they are.
    size = len(min(first, last, key=len))
    return date_words(f"{first[:size]}/{last[:size]}" if first[:size] != last[:size] else last[:size])
