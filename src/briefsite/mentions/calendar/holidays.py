"""Rules for days with a name: Christmas, last Thanksgiving, Good Friday, Labor Day 2024."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from briefsite.lexicon import words
from briefsite.mentions.calendar.grammar import rule
from briefsite.mentions.calendar.period import Period, Unit
from briefsite.mentions.calendar.reading import Reading, Scene, dated
from briefsite.mentions.calendar.roles import Role

if TYPE_CHECKING:
    from briefsite.mentions.calendar.expression import Expression

_WHEN = re.compile(
    r"(?:(?P<easter>easter)|(?P<year>\d{4})-\d\d-\d\d|(?P<month>\d\d)-(?P<day>\d\d?)(?:-(?P<weekday>\d))?)(?P<after>[+-]\d+)?(?!\d)"
)
"""How `lexicon/en/holidays.txt` says when a holiday is; a day of its own has two digits, a week number one."""


def day_of(when: str, year: int) -> Period | None:
    """The day of a holiday in a year: of "12-25", of "11-4-4+1" (the day after the fourth Thursday), of "easter-2".

    That of "2001-09-11" is the same in any year.
    """
    match = _WHEN.fullmatch(when)
    if match is None:
        return None
    if match["year"]:
        return Period(Unit.DAY, dt.date.fromisoformat(when).toordinal())
    if match["easter"]:
        day = easter(year)
    elif match["weekday"]:
        day = Period.nth_weekday(year, int(match["month"]), int(match["day"]), int(match["weekday"]))
    else:
        day = Period.day_of(year, int(match["month"]), int(match["day"]))
    return day.shifted(int(match["after"] or 0)) if day else None


def easter(year: int) -> Period | None:
    """Easter Sunday by the Gregorian computus (Meeus, Astronomical Algorithms, chapter 8)."""
    century, in_century = divmod(year, 100)
    golden = year % 19
    correction = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - century // 4 - correction + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (in_century // 4) - moon - in_century % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return Period.day_of(year, month, day + 1)


def _holiday(expression: Expression, scene: Scene) -> Reading | None:
    """Christmas, Labor Day; but not "the Christmas break", "the Good Friday Agreement"."""
    when = str(expression.value(Role.HOLIDAY))
    if when[:4].isdigit():
        return dated(day_of(when, int(when[:4])), has_year=True)
    if not expression.has(Role.YEAR, Role.SHIFT) and (
        expression.before not in words("time_prepositions") or expression.is_before_a_name
    ):
        return None

    def in_year(year: int) -> Period | None:
        return day_of(when, year)

    if year := expression.number(Role.YEAR):
        return dated(in_year(year), has_year=True)
    shift, now = expression.value(Role.SHIFT), scene.now(Unit.DAY)
    if now is None or scene.today is None:
        return dated(None)
    if not isinstance(shift, int):
        return dated(scene.yearly(in_year, expression))
    days = [day for years in (-1, 0, 1) if (day := in_year(scene.today.year + years))]
    if shift < 0:
        return dated(max((day for day in days if day.index < now.index), key=lambda day: day.index, default=None))
    return dated(min((day for day in days if day.index >= now.index), key=lambda day: day.index, default=None))


RULES = (rule("shift? holiday ((comma | in | of)? year)?", _holiday),)
