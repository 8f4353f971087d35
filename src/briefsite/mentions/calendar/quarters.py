"""Rules for quarters, halves and what they are compared with: the third quarter, the same period last year."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefsite.lexicon import words
from briefsite.mentions.calendar.fiscal import fiscal, last_month
from briefsite.mentions.calendar.grammar import rule
from briefsite.mentions.calendar.period import Period, Unit
from briefsite.mentions.calendar.phrases import amount, unit_name, unit_of, year_named
from briefsite.mentions.calendar.reading import Reading, Scene, dated
from briefsite.mentions.calendar.roles import Role
from briefsite.mentions.calendar.tense import tense_near

if TYPE_CHECKING:
    from briefsite.mentions.calendar.expression import Expression

_BUSINESS_REACH = 30
"""Words looked at on each side."""


def _quarter(expression: Expression, scene: Scene) -> Reading | None:
    """The third quarter, the first half of 2024."""
    unit, number = (Unit.HALF if expression.has(Role.UNIT_HALF) else Unit.QUARTER), expression.number(Role.ORDINAL)
    if isinstance(code := expression.value(Role.QUARTER), str):  # "Q3"
        unit, number = (Unit.QUARTER if code[0] == "Q" else Unit.HALF), int(code[1])
    elif not number:  # "the last half of 2024", "the final quarter of last year"
        number = 0 if expression.says("next", "this") else 4 if unit is Unit.QUARTER else 2
    if not 1 <= number <= (4 if unit is Unit.QUARTER else 2):
        return None
    if last := last_month(expression, scene):
        return dated(fiscal(unit, number, last))
    if year := year_named(expression, scene):
        period = Period.part_of_year(unit, year.index, number)
        return without_bounds(period) if expression.has(Role.FISCAL) else dated(period, has_year=True)
    if unit is Unit.HALF or not (scene.stretch or _is_of_business(expression)):
        return None  # matches have halves and quarters as well
    now = scene.now(unit)
    if now is None:
        return dated(None)
    in_year = 4 if unit is Unit.QUARTER else 2
    ahead = (number - 1 - now.index) % in_year
    # Results of a quarter are announced after it: only the very next one is ever meant to come.
    is_ahead = ahead == 1 and tense_near(expression) == "future"
    period = now.shifted(ahead if not ahead or is_ahead else ahead - in_year)
    if expression.has(Role.FISCAL):
        return without_bounds(period)
    return dated(period.a_year_on(-1) if expression.has(Role.AGO) else period)


def _is_of_business(expression: Expression) -> bool:
    """Whether the words around tell of money or growth."""
    around = expression.sentence[max(0, expression.first - _BUSINESS_REACH) : expression.end + _BUSINESS_REACH]
    return any(
        word.text in words("business_words") or word.text[0] in "$£€¥" or word.text[-1] == "%" for word in around
    )


def _the_quarter(expression: Expression, scene: Scene) -> Reading | None:
    """The quarter, where one was named before: that one. The quarter ended July 31."""
    if last := last_month(expression, scene):
        # "… in the fiscal first quarter. Sales of the quarter ended Sept. 29 …"
        number = scene.stretch.index % 4 + 1 if scene.stretch and scene.is_open else 0
        return dated(fiscal(Unit.QUARTER, number, last))
    return None if expression.after == "of" or expression.says("final") else scene.told_stretch()


def _ended(expression: Expression, scene: Scene) -> Reading | None:
    """The year ended March 31, the nine months ended Sept. 30: a length that lies on the calendar."""
    last = last_month(expression, scene)
    count = amount(expression.words) if expression.has(Role.UNITS) else 12
    if last is None or unit_name(expression.words) not in ("month", "year") or count is None or not 1 <= count <= 12:
        return None
    months = int(count)
    value, stretch = f"P{months}M", f"{last.shifted(1 - months).edtf}/{last.edtf}"
    if expression.has(Role.UNIT_YEAR):
        return Reading("DURATION", "P1Y", stretch, fiscal(Unit.YEAR, 0, last))
    return Reading("DURATION", value, stretch, last)


def _first_months(expression: Expression, scene: Scene) -> Reading | None:
    """The first six months of 2025, the last three months of last year."""
    count = amount([word for word in expression.words if word.role != Role.YEAR])
    year = year_named(expression, scene)
    if unit_name(expression.words) not in ("month", "year") or count is None or not 1 <= count <= 12:
        return None
    value = f"P{count:g}M"
    if year is None:
        return Reading("DURATION", value)
    months = int(count)
    first = 0 if expression.has(Role.ORDINAL) else 12 - months
    start = Period.part_of_year(Unit.MONTH, year.index, first + 1)
    end = start.shifted(months - 1)
    for unit, length in ((Unit.QUARTER, 3), (Unit.HALF, 6)):
        if months == length:
            return dated(start.widened(unit), has_year=True)
    return Reading("DURATION", value, f"{start.edtf}/{end.edtf}", year, True)


def _months_to(expression: Expression, scene: Scene) -> Reading | None:
    """The three months to December, the six months through June 2025."""
    count = amount([word for word in expression.words if word.role != Role.YEAR])
    if unit_name(expression.words) != "month" or count is None or not 1 <= count <= 12:
        return None
    month, year, months = expression.number(Role.MONTH), year_named(expression, scene), int(count)
    if year:
        end: Period | None = Period.part_of_year(Unit.MONTH, year.index, month)
    else:
        end = scene.yearly(lambda year: Period.part_of_year(Unit.MONTH, year, month), expression)
    if end is None:
        return None
    start = end.shifted(1 - months)
    for unit, length in ((Unit.QUARTER, 3), (Unit.HALF, 6)):
        if months == length and start.widened(unit).last == end.last:
            return dated(start.widened(unit), has_year=bool(year))
    return Reading("DURATION", f"P{months}M", f"{start.edtf}/{end.edtf}", end, bool(year))


def _same_period(expression: Expression, scene: Scene) -> Reading | None:
    """The same period last year, the year-ago quarter: the period named last, a year before."""
    year, base = year_named(expression, scene), scene.stretch
    if scene.last and (scene.last.unit is Unit.MONTH or unit_of(expression) is scene.last.unit):
        base = scene.last  # "In May it was more than in the same period last year"
    if base is None:
        return dated(year or scene.relative(Unit.YEAR, -1))
    years = year.index - base.year if year else -1
    return (
        scene.compared_stretch(years) if base is scene.stretch else replace(dated(base.a_year_on(years)), period=None)
    )


def without_bounds(period: Period) -> Reading:
    """A fiscal period whose months nobody tells: a year of that name is about that of the calendar."""
    reading = dated(period)
    return replace(reading, edtf=f"{period.edtf}~" if period.unit is Unit.YEAR else None)


RULES = (
    rule(
        "(the? fiscal? | shift unit_year | the? unit_year ago) ordinal fiscal? (unit_quarter | unit_half) of_year?",
        _quarter,
    ),
    rule("the? (shift | latest) (unit_half | unit_quarter) of_year", _quarter),
    rule("quarter of_year?", _quarter),
    rule("the (unit_quarter | latest (period | unit_quarter))", _the_quarter),
    rule("the? (fiscal? unit_year | numeral units)", _ended),
    rule("the? ordinal numeral units of_year?", _first_months),
    rule("the? shift numeral units of_year", _first_months),
    rule("the shift? numeral units to month of_year?", _months_to),
    rule("the? that (unit | period) (a? unit_year (ago | offset | beyond) | of_year)", _same_period),
    rule("the? that? unit_year (ago | offset) (unit | period)", _same_period),
    rule("the year (period | unit_quarter)", _same_period),
)
