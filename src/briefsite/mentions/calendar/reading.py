"""What an expression of time means, and the scene it is read in: the article's day, tense, what came before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from briefsite.mentions.calendar.period import Part, Period, Unit
from briefsite.mentions.calendar.tense import is_future

if TYPE_CHECKING:
    import datetime as dt

    from briefsite.mentions.calendar.grammar import Expression
    from briefsite.mentions.mention import TimexType

Side = Literal["past", "future"]


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
    year: int | None = None
    """The year named last in this paragraph, where it is not the article's."""

    def new_paragraph(self) -> None:
        """Forget what only holds inside a paragraph."""
        self.year = None

    def remember(self, reading: Reading) -> None:
        """Take note of what an expression named."""
        if reading.period is None:
            return
        self.last = reading.period
        if reading.has_year:
            self.year = reading.period.year

    def now(self, unit: Unit) -> Period | None:
        """The period of a unit that holds the article's day."""
        return Period.of(unit, self.today) if self.today else None

    def relative(self, unit: Unit, by: int) -> Period | None:
        """So many units from the article's day."""
        now = self.now(unit)
        return now.shifted(by) if now else None

    def anchor(self, unit: Unit) -> Period | None:
        """The period named last, widened to a unit; the article's own where none is."""
        if self.last and self.last.exists:
            return self.last if self.last.unit == unit else self.last.widened(unit)
        return self.now(unit)

    def yearly(self, unit: Unit, number: int, expression: Expression, day: int = 1) -> Period | None:
        """The month (1 to 12), or the day of a month, that words without a year mean.

        In the year the paragraph is about; otherwise the latest one not after the article's day, or with a
        verb in the future the first one not before it.
        """
        if self.today is None:
            return None
        future = is_future(expression)
        if self.year is not None and not future:
            return month_or_day(unit, self.year, number, day)
        this_year = month_or_day(unit, self.today.year, number, day)
        now = Period.of(unit, self.today)
        if this_year is None:
            return None
        if this_year.index > now.index and not future:
            return month_or_day(unit, self.today.year - 1, number, day)
        if this_year.index < now.index and future:
            return month_or_day(unit, self.today.year + 1, number, day)
        return this_year


def month_or_day(unit: Unit, year: int, month: int, day: int) -> Period | None:
    """A month, or a day of it; None where the calendar has no such day."""
    if unit is Unit.MONTH:
        return Period.part_of_year(unit, year, month)
    return Period.day_of(year, month, day)
