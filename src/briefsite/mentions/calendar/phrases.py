"""Parts that several rules share, and what they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.mentions.calendar.period import Part, Period, Unit
from briefsite.mentions.calendar.roles import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.mentions.calendar.expression import Expression
    from briefsite.mentions.calendar.reading import Scene
    from briefsite.mentions.calendar.words import Word

PHRASES = {
    # early, in the middle of, at the end of the; "earlier" and "later" when something named follows: "later this year"
    "which": "the? (part | offset | edge of) the?",
    "unit": "(unit_day|unit_weekend|unit_week|unit_month|unit_quarter|unit_half|unit_year|unit_decade|unit_century)",
    "any_unit": "(units | unit_time | unit)",
    # 25, 2.5 thousand, twenty four, a hundred; the "a" of "a three-year plan" is none of it
    # (bounded: a text of nothing but number words is read in linear time as well)
    "numeral": "((number|day|year) magnitude? | a? magnitude{1,2} | (cardinal|magnitude){1,8})",
    "amount": "(more? numeral more? | a | more | a? few of? more?)",
    "year_shift": "the? shift unit_year",
    "of_year": "((of|in|comma)? (year | year_shift) | of the unit_year)",
    "day_number": "the? (day | ordinal)",
    "clock_or_part": "(clock (zone time?)? | day_part)",
    "time_before": "((part | offset) on? | clock_or_part (on|of|comma)?)",
    "time_after": "comma? (at? clock_or_part)",
}
"""Shorthands of the rules, over the roles of words and each other."""

UNITS: dict[str, Unit] = {
    Role.UNIT_DAY: Unit.DAY,
    Role.UNIT_WEEKEND: Unit.WEEKEND,
    Role.UNIT_WEEK: Unit.WEEK,
    Role.UNIT_MONTH: Unit.MONTH,
    Role.UNIT_QUARTER: Unit.QUARTER,
    Role.UNIT_HALF: Unit.HALF,
    Role.UNIT_YEAR: Unit.YEAR,
    Role.UNIT_DECADE: Unit.DECADE,
    Role.UNIT_CENTURY: Unit.CENTURY,
}
UNIT_ROLES = (*UNITS, Role.UNITS, Role.UNIT_TIME)
NUMERAL_ROLES = (Role.NUMBER, Role.DAY, Role.YEAR, Role.CARDINAL, Role.MAGNITUDE)
_PARTS: tuple[Part, ...] = ("early", "mid", "late", "start", "end")


def year_named(expression: Expression, scene: Scene) -> Period | None:
    """The year that an expression names: 2025, last year, of the year."""
    if year := expression.number(Role.YEAR):
        return Period.year_of(year)
    if expression.has(Role.UNIT_YEAR) and expression.has(Role.SHIFT, Role.OF):
        return scene.relative(Unit.YEAR, expression.number(Role.SHIFT))  # "of the year" is of this one
    return None


def shift_of(expression: Expression) -> int | None:
    """-1 of last, 0 of this, 1 of next; of "this past" that of "past"."""
    shifts = [word.value for word in expression.words if word.role == Role.SHIFT and isinstance(word.value, int)]
    return shifts[-1] if shifts else None


def unit_of(expression: Expression) -> Unit | None:
    """The last calendar unit that an expression has in the singular: the quarter of "last year's quarter"."""
    return next((UNITS[word.role] for word in reversed(expression.words) if word.role in UNITS), None)


def unit_name(words: Sequence[Word]) -> str:
    """The last unit of some words in the singular, units of the clock included: "hour"; "" for none."""
    names = [str(word.value) for word in words if word.role in UNIT_ROLES]
    return names[-1] if names else ""


def part_of(expression: Expression) -> Part | None:
    """early, mid, late, start or end, where the expression says one of them."""
    value = expression.value(Role.PART, Role.EDGE)
    return next((part for part in _PARTS if part == value), None)


def amount(words: Sequence[Word]) -> float | None:
    """The number that words say: "2.5", "twenty four", "a hundred", "two thousand"; None where they are vague."""
    if any(word.role == Role.FEW for word in words):
        return None
    total: float = 0
    group: float = 0
    seen = False
    for word in words:
        if word.role not in NUMERAL_ROLES:
            continue
        value = word.value if isinstance(word.value, int | float) else 0
        group = max(group, 1) * value if word.role == Role.MAGNITUDE else group + value
        if word.role == Role.MAGNITUDE and value >= 1000:
            total, group = total + group, 0
        seen = True
    return total + group if seen else 1
