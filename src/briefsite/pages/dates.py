"""Dates of the calendar as people read them: EDTF → words, and how finely they are known.

2024-07-05 → 5 July 2024      2018~ → about 2018      2025-01/2025-06 → January to June 2025
"""

from __future__ import annotations

import calendar
import re
from typing import Literal

Precision = Literal["day", "month", "year", "span"]

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DAY = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<mark>[~?%]?)")
_PARTS = {
    21: "spring", 22: "summer", 23: "autumn", 24: "winter",
    33: "first quarter of", 34: "second quarter of", 35: "third quarter of", 36: "fourth quarter of",
    40: "first half of", 41: "second half of",
}  # fmt: skip
"""EDTF's numbers for the parts of a year."""
_PART_MONTHS = {
    21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12),
    33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12),
    40: (1, 6), 41: (7, 12),
}  # fmt: skip
_MARKS = {"": "", "~": "about ", "?": "perhaps ", "%": "perhaps about "}


def date_words(edtf: str) -> str:
    """The date in words; what is not understood comes back as it is."""
    if "/" in edtf:
        first, last = edtf.split("/", 1)
        if last in {"", ".."}:
            return f"since {date_words(first)}"
        if first in {"", ".."}:
            return f"until {date_words(last)}"
        return _interval(first, last)
    if match := re.fullmatch(r"(\d{3})X", edtf):
        return f"{match[1]}0s"
    if match := re.fullmatch(r"(\d\d)XX", edtf):
        return f"{match[1]}00s"
    if not (match := _DAY.fullmatch(edtf)):
        return edtf
    year, month, day = match["year"], int(match["month"] or 0), match["day"]
    if month in _PARTS:
        return f"{_MARKS[match['mark']]}{_PARTS[month]} {year}"
    if not 1 <= month <= 12:
        return f"{_MARKS[match['mark']]}{year}"
    words = f"{MONTHS[month - 1]} {year}"
    return _MARKS[match["mark"]] + (f"{int(day)} {words}" if day else words)


def _interval(first: str, last: str) -> str:
    a, b = _DAY.fullmatch(first), _DAY.fullmatch(last)
    if a and b and a["year"] == b["year"] and not a["mark"] and not b["mark"]:
        months = int(a["month"] or 0), int(b["month"] or 0)
        if all(1 <= month <= 12 for month in months):
            if a["day"] and b["day"] and months[0] == months[1]:
                return f"{int(a['day'])} to {int(b['day'])} {MONTHS[months[0] - 1]} {a['year']}"
            if a["day"] and b["day"]:
                return f"{int(a['day'])} {MONTHS[months[0] - 1]} to {date_words(last)}"
            if not a["day"] and not b["day"]:
                return f"{MONTHS[months[0] - 1]} to {date_words(last)}"
    return f"{date_words(first)} to {date_words(last)}"


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


def first_day(edtf: str) -> str:
    """The earliest day it can mean, as `YYYY-MM-DD`: what dates are compared by. An open start is year 0."""
    return _bound(edtf.split("/", 1)[0], last=False) or "0000-01-01"


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
