"""Dates of the calendar as people read them, in the language spoken: EDTF → words, and how finely they are known.

2024-07-05 → 5 July 2024      2018~ → about 2018      2025-01/2025-06 → January to June 2025
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import lru_cache
from typing import Literal

from babel.dates import format_date, format_skeleton

from briefsite.pages.labels import N_, t
from briefsite.pages.language import MOST_REMEMBERED, locale, remembered

Precision = Literal["day", "month", "year", "span"]

_DAY = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<mark>[~?%]?)")
_PARTS = {
    21: N_("spring {year}"), 22: N_("summer {year}"), 23: N_("autumn {year}"), 24: N_("winter {year}"),
    33: N_("first quarter of {year}"), 34: N_("second quarter of {year}"),
    35: N_("third quarter of {year}"), 36: N_("fourth quarter of {year}"),
    40: N_("first half of {year}"), 41: N_("second half of {year}"),
}  # fmt: skip
"""EDTF's numbers for the parts of a year."""
_PART_MONTHS = {
    21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12),
    33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12),
    40: (1, 6), 41: (7, 12),
}  # fmt: skip
_MARKS = {"": "{date}", "~": N_("about {date}"), "?": N_("perhaps {date}"), "%": N_("perhaps about {date}")}


@remembered
def date_words(edtf: str) -> str:
    """The date in words; what is not understood comes back as it is."""
    if "/" in edtf:
        first, last = edtf.split("/", 1)
        if last in {"", ".."}:
            return t("since {date}", date=date_words(first))
        if first in {"", ".."}:
            return t("until {date}", date=date_words(last))
        return t("{first} to {last}", first=_start(first, last), last=date_words(last))
    if match := re.fullmatch(r"(\d{3})X|(\d\d)XX", edtf):
        return t("{year}s", year=f"{match[1]}0" if match[1] else f"{match[2]}00")
    if not (match := _DAY.fullmatch(edtf)):
        return edtf
    mark = _MARKS[match["mark"]]
    return t(mark, date=_exact(match)) if match["mark"] else _exact(match)


@remembered
def short_date(edtf: str, *, with_year: bool) -> str:
    """The date in few letters, for a place with little room: "26 Mar", "Aug 2024", "2014–2018", "about 2018"."""
    first, last = first_day(edtf), last_day(edtf)
    if precision(edtf) in {"year", "span"}:
        months = [int(day[5:7]) for day in (first, last)]
        if first[:4] != last[:4]:
            return f"{first[:4]}–{last[:4]}"
        if "/" not in edtf and precision(edtf) == "year":
            return _marked(edtf, first[:4])
        names = [month_name(month, is_short=True) for month in dict.fromkeys(months)]
        return _marked(edtf, "–".join(names) + (f" {first[:4]}" if with_year else ""))
    date = dt.date.fromisoformat(first)
    if precision(edtf) == "month" and not with_year:
        return _marked(edtf, month_name(date.month, is_short=True))
    skeleton = ("y" if with_year else "") + ("MMM" if precision(edtf) == "month" else "MMMd")
    return _marked(edtf, format_skeleton(skeleton, date, locale=locale()))


def _marked(edtf: str, words: str) -> str:
    mark = _MARKS["~" if "~" in edtf else "?" if "?" in edtf else "%" if "%" in edtf else ""]
    return t(mark, date=words)


@remembered
def month_name(month: int, *, is_short: bool = False) -> str:
    """The name of a month by itself: "July"; short: "Jul"."""
    return format_date(dt.date(2000, month, 1), "LLL" if is_short else "LLLL", locale=locale()).rstrip(".")


@remembered
def weekday_words(day: str) -> str:
    """A day as `YYYY-MM-DD` with its weekday, the year left out: "Monday 9 March"."""
    # The skeleton of all three is abbreviated in some languages.
    weekday = format_date(dt.date.fromisoformat(day), "EEEE", locale=locale())
    return t("{weekday} {day}", weekday=weekday, day=day_words(day))


@remembered
def day_words(day: str) -> str:
    """A day as `YYYY-MM-DD`, the year left out: "9 March"."""
    return format_skeleton("MMMMd", dt.date.fromisoformat(day), locale=locale())


def _exact(match: re.Match[str]) -> str:
    year, month = match["year"], int(match["month"] or 0)
    if month in _PARTS:
        return t(_PARTS[month], year=year)
    if not (1 <= month <= 12 and int(year)):
        return year
    day = min(int(match["day"] or 1), calendar.monthrange(int(year), month)[1])
    date = dt.date(int(year), month, max(day, 1))
    if match["day"]:
        return format_date(date, "long", locale=locale())
    return format_skeleton("yMMMM", date, locale=locale())


def _start(first: str, last: str) -> str:
    """The start of an interval, without what its end says as well: "3" to 9 July 2025."""
    a, b = _DAY.fullmatch(first), _DAY.fullmatch(last)
    if not (a and b) or a["year"] != b["year"] or a["mark"] or b["mark"] or bool(a["day"]) != bool(b["day"]):
        return date_words(first)
    months = int(a["month"] or 0), int(b["month"] or 0)
    if not all(1 <= month <= 12 for month in months):
        return date_words(first)
    if not a["day"]:
        return month_name(months[0])
    if months[0] == months[1]:
        return t("{day}", day=int(a["day"]))  # the 3 of "3 to 9 July": in German "3."
    return format_skeleton("MMMMd", dt.date(int(a["year"]), months[0], int(a["day"])), locale=locale())


@lru_cache(MOST_REMEMBERED)
def precision(edtf: str) -> Precision:
    """How wide the stretch of the calendar is."""
    if "/" in edtf or "X" in edtf:
        return "span"
    match = _DAY.fullmatch(edtf)
    if not match or not match["month"]:
        return "year"
    return "day" if match["day"] else "month" if int(match["month"]) <= 12 else "span"


def is_approximate(edtf: str) -> bool:
    """Whether the date itself says that it is not sure."""
    return any(mark in edtf for mark in "~?%")


@lru_cache(MOST_REMEMBERED)
def first_day(edtf: str) -> str:
    """The earliest day it can mean, as `YYYY-MM-DD`: what dates are compared by. An open start is year 0."""
    return _bound(edtf.split("/", 1)[0], last=False) or "0000-01-01"


@lru_cache(MOST_REMEMBERED)
def last_day(edtf: str) -> str:
    """The latest day it can mean, as `YYYY-MM-DD`. An open end is the end of year 9999."""
    return _bound(edtf.split("/", 1)[-1], last=True) or "9999-12-31"


def _bound(edtf: str, *, last: bool) -> str | None:
    match = _DAY.fullmatch(edtf.replace("X", "9" if last else "0"))
    if not match:
        return None
    year, month, day = int(match["year"]), int(match["month"] or 0), match["day"]
    first_month, last_month = _PART_MONTHS.get(month, (month or 1, month or 12))
    if not last:
        return f"{year:04}-{first_month:02}-{day or '01'}"
    return f"{year:04}-{last_month:02}-{day or calendar.monthrange(max(year, 1), last_month)[1]}"
