"""A stretch of the calendar with a unit of its own: the year 2024, the third quarter, a week, a day.

Periods of one unit are numbered without gaps, so "the week before last" is the number of this week less
two. `Period.of(Unit.MONTH, today).shifted(-1)` is last month, whatever the length of either.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Part = Literal["early", "mid", "late", "start", "end"]


class Unit(StrEnum):
    """The units in which an article dates, finest first."""

    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"

    def holds(self, other: Unit) -> bool:
        """Whether it is as long as another unit, or longer."""
        return _ORDER[self] >= _ORDER[other]


_ORDER = {unit: order for order, unit in enumerate(Unit)}
_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.HALF: 6, Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200}
"""Length of the units that are whole months and begin with a January when counted from year 0."""
_SEASONS = ("SP", "SU", "FA", "WI")
_FIRST_SPRING = 2
"""Spring begins with month 2, counted from 0; seasons are three months each, and winter runs into the next year."""
_PARTS: dict[tuple[Unit, Part], tuple[int, int]] = {
    (Unit.YEAR, "early"): (0, 2),
    (Unit.YEAR, "mid"): (4, 7),
    (Unit.YEAR, "late"): (9, 11),
    (Unit.YEAR, "start"): (0, 0),
    (Unit.YEAR, "end"): (11, 11),
    (Unit.MONTH, "early"): (0, 9),
    (Unit.MONTH, "mid"): (10, 19),
    (Unit.MONTH, "late"): (20, 30),
    (Unit.WEEK, "early"): (0, 2),
    (Unit.WEEK, "mid"): (1, 3),
    (Unit.WEEK, "late"): (3, 6),
}
"""First and last month of a part of a year, or day of a part of a month or week; other parts have no bounds."""


@dataclass(frozen=True, slots=True)
class Period:
    """The `index`th period of a unit; indexes of neighbours differ by one."""

    unit: Unit
    index: int
    offset: int = 0
    """Months by which a fiscal quarter, half or year lies off the calendar's of the same name."""

    @classmethod
    def of(cls, unit: Unit, day: dt.date) -> Period:
        """The period of a unit in which a day lies."""
        if unit is Unit.DAY:
            return cls(unit, day.toordinal())
        if unit in (Unit.WEEK, Unit.WEEKEND):
            return cls(unit, (day.toordinal() - 1) // 7)  # 0001-01-01 was a Monday
        month = day.year * 12 + day.month - 1
        if unit is Unit.SEASON:
            return cls(unit, (month - _FIRST_SPRING) // 3)
        return cls(unit, month // _MONTHS[unit])

    @classmethod
    def day_of(cls, year: int, month: int, day: int) -> Period | None:
        """A day by its year, month and number; None where the calendar has no such day."""
        try:
            return cls(Unit.DAY, dt.date(year, month, day).toordinal())
        except ValueError:
            return None

    @classmethod
    def nth_weekday(cls, year: int, month: int, nth: int, weekday: int) -> Period | None:
        """The nth such weekday of a month (1 is Monday); its last where it has no more."""
        first = cls.day_of(year, month, 1)
        if first is None:
            return None
        day = 1 + (weekday - first.first.isoweekday()) % 7 + 7 * (nth - 1)
        return cls.day_of(year, month, day) or cls.day_of(year, month, day - 7)

    @classmethod
    def year_of(cls, year: int) -> Period:
        """A year by its number."""
        return cls(Unit.YEAR, year)

    @classmethod
    def part_of_year(cls, unit: Unit, year: int, number: int) -> Period:
        """A month, quarter, half or season by its year and its number from 1."""
        return cls(unit, year * (4 if unit is Unit.SEASON else 12 // _MONTHS[unit]) + number - 1)

    @property
    def exists(self) -> bool:
        """Whether it lies on the calendar of `datetime`, years 1 to 9999."""
        try:
            return self.first <= self.last
        except (ValueError, OverflowError):
            return False

    @property
    def first(self) -> dt.date:
        """Its first day."""
        if self.unit is Unit.DAY:
            return dt.date.fromordinal(self.index)
        if self.unit in (Unit.WEEK, Unit.WEEKEND):
            return dt.date.fromordinal(self.index * 7 + (6 if self.unit is Unit.WEEKEND else 1))
        return _first_of_month(self._first_month)

    @property
    def last(self) -> dt.date:
        """Its last day."""
        if self.unit in (Unit.DAY, Unit.WEEK, Unit.WEEKEND):
            days = {Unit.DAY: 0, Unit.WEEK: 6, Unit.WEEKEND: 1}[self.unit]
            return self.first + dt.timedelta(days)
        return _first_of_month(self._first_month + self._length) - dt.timedelta(1)

    @property
    def _length(self) -> int:
        return 3 if self.unit is Unit.SEASON else _MONTHS[self.unit]

    @property
    def _first_month(self) -> int:
        return self.index * self._length + self.offset + (_FIRST_SPRING if self.unit is Unit.SEASON else 0)

    @property
    def year(self) -> int:
        """The year of its first day; a week belongs to its ISO year."""
        return self.first.isocalendar().year if self.unit in (Unit.WEEK, Unit.WEEKEND) else self.first.year

    def shifted(self, by: int) -> Period:
        """The period so many of its unit later; earlier where `by` is negative."""
        return Period(self.unit, self.index + by, self.offset)

    def a_year_on(self, years: int = 1) -> Period:
        """The same part of a later year: the third quarter of 2024 from that of 2023; 28 February from the 29th."""
        if self.unit in (Unit.DECADE, Unit.CENTURY):
            return self
        if self.unit in (Unit.QUARTER, Unit.HALF, Unit.YEAR):
            return self.shifted(years * 12 // _MONTHS[self.unit])
        first, year = self.first, self.first.year + years
        if self.unit is Unit.DAY and (first.month, first.day) == (2, 29):
            first = first.replace(day=28)
        if self.unit in (Unit.WEEK, Unit.WEEKEND):
            return Period.of(self.unit, first + dt.timedelta(364 * years))
        return Period.of(self.unit, first.replace(year=year)) if 1 <= year <= 9999 else self

    def widened(self, unit: Unit) -> Period:
        """The period of a unit in which its first day lies."""
        return Period.of(unit, self.first)

    @property
    def timex(self) -> str:
        """Its TIMEX3 value: 2025-07-09, 2025-W28, 2025-W28-WE, 2025-Q3, 2025-SU, 199, 19."""
        if self.unit is Unit.DAY:
            return self.first.isoformat()
        if self.unit in (Unit.WEEK, Unit.WEEKEND):
            iso = self.first.isocalendar()
            return f"{iso.year:04}-W{iso.week:02}" + ("-WE" if self.unit is Unit.WEEKEND else "")
        if self.unit is Unit.SEASON:
            return f"{self.index // 4:04}-{_SEASONS[self.index % 4]}"
        if self.unit in (Unit.QUARTER, Unit.HALF):
            in_year = 12 // _MONTHS[self.unit]
            return f"{self.index // in_year:04}-{'Q' if in_year == 4 else 'H'}{self.index % in_year + 1}"
        if self.unit in (Unit.DECADE, Unit.CENTURY):
            return f"{self.index:0{3 if self.unit is Unit.DECADE else 2}}"
        if self.unit is Unit.YEAR:
            return f"{self.index:04}"
        return self.edtf

    @property
    def edtf(self) -> str:
        """It in EDTF: 2025-07-09, 2025-07, 2025-22 (summer), 2025, and first/last for all other units."""
        if self.unit is Unit.DAY:
            return self.first.isoformat()
        if self.unit in (Unit.WEEK, Unit.WEEKEND):
            return f"{self.first.isoformat()}/{self.last.isoformat()}"
        if self.unit is Unit.SEASON:
            return f"{self.index // 4:04}-{self.index % 4 + 21}"
        if self.unit is Unit.YEAR and not self.offset:
            return f"{self.index:04}"
        if self.unit in (Unit.DECADE, Unit.CENTURY):
            return f"{self.first.year:04}/{self.last.year:04}"
        first, last = _month(self._first_month), _month(self._first_month + self._length - 1)
        return first if first == last else f"{first}/{last}"

    def part(self, part: Part | None) -> str:
        """A part of it in EDTF: "early 2011" is 2011-01/2011-03; all of it where the part has no common bounds."""
        bounds = _PARTS.get((self.unit, part)) if part else None
        if bounds is None:
            return self.edtf
        if self.unit is Unit.YEAR:
            first, last = (_month(self._first_month + bound) for bound in bounds)
        else:
            days = (min(self.first + dt.timedelta(bound), self.last) for bound in bounds)
            first, last = (day.isoformat() for day in days)
        return first if first == last else f"{first}/{last}"


def _first_of_month(month: int) -> dt.date:
    return dt.date(month // 12, month % 12 + 1, 1)


def _month(month: int) -> str:
    return f"{month // 12:04}-{month % 12 + 1:02}"
