"""What an expression of time means, and the scene it is read in: the article's day, tense, what came before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefsite.mentions.calendar.period import Part, Period, Unit
from briefsite.mentions.calendar.roles import Role
from briefsite.mentions.calendar.tense import tense_near

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from briefsite.mentions.calendar.expression import Expression
    from briefsite.mentions.mention import TimexType

_AGAINST_PAST, _WITHOUT_TENSE, _AGAINST_FUTURE = 0.7, 0.2, 0.9
"""How many years farther off a day seems that lies on the other side of the verb's tense."""
_AGAINST_FUTURE_OF_A_NOUN = 0.6
"""The same for a date that belongs to a noun, whose tense the verb's is not: "she will speak of the May 10 vote"."""
_IN_A_YEAR = {Unit.DAY: 365, Unit.MONTH: 12, Unit.SEASON: 4}

_STRETCH_REACH = 3
"""Sentences after which "a year ago" no longer means the quarter a year before the one named."""

_LIST_REACH = 8
_LISTS = frozenset({Role.AND, Role.OR, Role.TO, Role.COMMA, Role.WEEKDAY, Role.DAY, Role.ORDINAL, Role.THE})


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means."""

    type: TimexType
    value: str
    """TIMEX3 value."""
    edtf: str | None = None
    period: Period | None = None
    """The period it names, for later expressions that lean on it ("the following year")."""
    has_year: bool = False
    """Whether the words themselves name the year."""


def dated(period: Period | None, *, part: Part | None = None, has_year: bool = False, unknown: str = "XXXX") -> Reading:
    """The reading of words that name a period; `unknown` is their value where no day is known to count from."""
    if period is None or not period.exists:
        return Reading("DATE", unknown)
    return Reading("DATE", period.timex, period.part(part), period, has_year)


@dataclass(slots=True)
class Scene:
    """What a reader knows when it meets an expression. It grows as the article is read."""

    today: dt.date | None
    """The article's day."""
    last: Period | None = None
    """The period named last."""
    stretch: Period | None = None
    """The quarter or half named last, against which figures are compared."""
    is_open: bool = False
    """Whether nobody told the bounds of that stretch: "the fiscal first quarter"."""
    day_first: bool | None = None
    """Whether 7/10 is a day of October here; None where the article does not tell."""
    year: int | None = None
    """The year of the last day or month of this sentence that was written with its year."""

    _stretch_age: int = 0
    """How many sentences ago the stretch was named."""

    @property
    def is_about_a_stretch(self) -> bool:
        """Whether figures of a quarter or half are told here, from which "a year ago" is counted."""
        return self.stretch is not None and self._stretch_age <= _STRETCH_REACH

    def told_stretch(self) -> Reading | None:
        """The quarter or half named last, again."""
        if self.stretch is None:
            return None
        reading = dated(self.stretch)
        return replace(reading, edtf=None) if self.is_open else reading

    def compared_stretch(self, years: int) -> Reading | None:
        """The same quarter or half of another year, that figures are set against: "the quarter" after it is not it."""
        if self.stretch is None:
            return None
        reading = replace(dated(self.stretch.a_year_on(years)), period=None)
        return replace(reading, edtf=None) if self.is_open else reading

    def copy(self, today: dt.date | None) -> Scene:
        """The same scene on another day."""
        return Scene(today, self.last, self.stretch, self.is_open, self.day_first, self.year, self._stretch_age)

    def new_sentence(self, number: int = 1) -> None:
        """Forget what only holds inside a sentence; or go on by as many."""
        self.year = None
        self._stretch_age += number

    def remember(self, reading: Reading) -> None:
        """Take note of what an expression named."""
        if reading.period is None:
            return
        self.last = reading.period
        if reading.period.unit in (Unit.QUARTER, Unit.HALF):
            self.stretch, self.is_open, self._stretch_age = reading.period, reading.edtf is None, 0
        if reading.has_year and reading.period.unit in (Unit.DAY, Unit.MONTH):
            self.year = reading.period.year

    def now(self, unit: Unit) -> Period | None:
        """The period of a unit that holds the article's day."""
        return Period.of(unit, self.today) if self.today else None

    def relative(self, unit: Unit, by: int) -> Period | None:
        """So many units from the article's day."""
        now = self.now(unit)
        return now.shifted(by) if now else None

    def anchor(self, unit: Unit) -> Period | None:
        """The period named last, widened to a unit; None where it is longer than that."""
        if self.last and unit.holds(self.last.unit):
            return self.last if self.last.unit == unit else self.last.widened(unit)
        return None

    def day(self, expression: Expression, year: Period | None) -> Period | None:
        """The day that an expression names by month and number: of the year, if one is named; None for 31 June."""
        month, day = expression.number(Role.MONTH), expression.number(Role.DAY, Role.ORDINAL)
        if year:
            return Period.day_of(year.index, month, day)
        return self.yearly(lambda year: Period.day_of(year, month, day), expression)

    def yearly(self, in_year: Callable[[int], Period | None], expression: Expression) -> Period | None:
        """What comes once a year, in the year that words without a year mean; `in_year` gives it for any year.

        The year its sentence tells of; otherwise the one nearest to the article's day, where the tense of the verb
        weighs as months: "in October", read in July, is last year's with "took office", but a news agency writes
        "on Dec. 7" in October of a day to come, whatever the tense.
        """
        if self.today is None:
            return None
        if year := _year_ahead(expression):
            return in_year(year)
        tense = tense_near(expression)
        if self.year is not None and tense != "future":
            return in_year(self.year)
        candidates = [period for shift in (-1, 0, 1) if (period := in_year(self.today.year + shift))]
        if expression.before == "since":  # whatever the tense: "has been planning since March"
            candidates = [period for period in candidates if period.first <= self.today]

        against_future = _AGAINST_FUTURE_OF_A_NOUN if expression.is_attributive else _AGAINST_FUTURE

        def distance(period: Period) -> float:
            now = Period.of(period.unit, self.today) if self.today else period
            ahead = (period.index - now.index) / _IN_A_YEAR[period.unit]
            if ahead > 0:
                return ahead + (_AGAINST_PAST if tense == "past" else _WITHOUT_TENSE if tense is None else 0)
            return -ahead + (against_future if ahead < 0 and tense == "future" else 0)

        return min(candidates, key=distance, default=None)


def _year_ahead(expression: Expression) -> int | None:
    """The year that a later date of the same list or stretch names: "May and June 2023", "May 4 to May 10, 2014"."""
    months = [expression.number(Role.MONTH)]
    for word in expression.sentence[expression.end : expression.end + _LIST_REACH]:
        if word.role == Role.YEAR and len(months) > 1 and isinstance(word.value, int):
            return word.value - (0 < months[1] < months[0])  # "December and January 2024"
        if word.role == Role.MONTH and isinstance(word.value, int):
            months.append(word.value)
        elif word.role not in _LISTS:
            return None
    return None
