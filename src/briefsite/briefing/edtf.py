"""Dates as briefings write them: the part of EDTF (ISO 8601-2) that news needs.

    2024   2024-07   2024-07-05   2024-21 (spring)   198X   2018~ (about)   2025-01/2025-06   ../2020   2024-05/..

Known limits: (1) no time of day; (2) no years before 0000 or past 9999; (3) no sets of dates.
"""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from functools import lru_cache
from typing import NamedTuple

_POINT = re.compile(
    r"""
    (?: (?P<year> \d{4} )
        (?: - (?: (?P<month> 0[1-9] | 1[0-2] ) (?: - (?P<day> 0[1-9] | [12]\d | 3[01] ) )?
                | 2[1-4] | 3[3-9] | 4[01] )            # seasons, quarters, thirds and halves of a year
        )?
      | \d{3}X | \d{2}XX )                             # decades and centuries
    [~?%]?                                             # about, perhaps, both
    """,
    flags=re.VERBOSE | re.ASCII,
)


_ENDS = {**{21: 5, 22: 8, 23: 11, 24: 12}, **{33: 3, 34: 6, 35: 9, 36: 12, 37: 4, 38: 8, 39: 12, 40: 6, 41: 12}}
"""The last month of the seasons, quarters, thirds and halves of a year; winter ends with the year it is named after."""


class Point(NamedTuple):
    """A day, month or year, as far as it is given."""

    year: int | None
    """None for a decade or a century."""
    month: int | None
    """From 1; 21 to 41 are seasons, quarters, thirds and halves."""
    day: int | None


def points(text: str) -> tuple[Point, ...]:
    """The days, months or years that a date names: one, or the two ends of a stretch; open ends are left out."""
    return tuple(point for part in text.split("/") if (point := _read(part)))


def last_day(text: str) -> dt.date | None:
    """The last day that a date can mean; None where its end is open, or lies somewhere in a decade."""
    point = _read(text.rpartition("/")[2])
    if point is None or not point.year:
        return None
    month = _ENDS.get(point.month or 12, point.month or 12)
    return dt.date(point.year, month, point.day or monthrange(point.year, month)[1])


@lru_cache(1024)
def _read(text: str) -> Point | None:
    match = _POINT.fullmatch(text)
    if not match:
        return None
    part = re.match(r"\d{4}-(\d\d)", text)
    return Point(
        int(match["year"]) if match["year"] else None,
        int(part[1]) if part else None,
        int(match["day"]) if match["day"] else None,
    )


@lru_cache(1024)
def is_edtf(text: str) -> bool:
    """Whether a text is a date of the calendar, or a stretch between two that does not run backwards."""
    start, slash, end = text.partition("/")
    if not slash:
        return _is_point(start)
    if start in ("", "..") or end in ("", ".."):
        return (start in ("", "..")) != (end in ("", "..")) and _is_point(start if start.strip(".") else end)
    return _is_point(start) and _is_point(end) and not _is_after(start, end)


def _is_point(text: str) -> bool:
    match = _POINT.fullmatch(text)
    if not match:
        return False
    if not match["day"]:
        return True
    # The calendar of Python begins with the year 1; the year 0 was a leap year.
    return int(match["day"]) <= monthrange(int(match["year"]) or 2000, int(match["month"]))[1]


def _is_after(start: str, end: str) -> bool:
    """Whether the first of two dates is the later one, as far as both are given."""
    first, second = _POINT.fullmatch(start), _POINT.fullmatch(end)
    if not first or not second:
        return False
    for part in ("year", "month", "day"):
        if not first[part] or not second[part]:
            return False
        if first[part] != second[part]:
            return first[part] > second[part]
    return False
