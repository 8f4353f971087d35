"""Rules for what is counted from another day: two weeks ago, a year earlier, three days later."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefsite.mentions.calendar.grammar import rule
from briefsite.mentions.calendar.lengths import length
from briefsite.mentions.calendar.period import Period, Unit
from briefsite.mentions.calendar.phrases import amount, unit_name
from briefsite.mentions.calendar.reading import Reading, Scene, dated
from briefsite.mentions.calendar.roles import Role

if TYPE_CHECKING:
    from briefsite.mentions.calendar.expression import Expression

_OF_THE_CLOCK = frozenset({"hour", "minute", "second"})
_FARTHEST = 10_000
"""Years or days; what is counted in more is no date of news."""


def _ago(expression: Expression, scene: Scene) -> Reading | None:
    """Two weeks ago, a year ago, 41 years ago."""
    count = amount(expression.words)
    name = unit_name(expression.words)
    if count is None:
        return Reading("DATE", "PAST_REF")
    if name == "year" and count == 1 and scene.is_about_a_stretch:
        # The figures of a quarter are set against those of the same quarter, not of a day, a year ago.
        return scene.compared_stretch(-1)
    if name in _OF_THE_CLOCK:
        return dated(scene.now(Unit.DAY))
    reading = dated(_counted(scene.now(Unit.DAY), name, -count))
    return replace(reading, edtf=f"{reading.edtf}~") if name == "decade" and reading.edtf else reading


def _offset(expression: Expression, scene: Scene) -> Reading | None:
    """A year earlier, two days later: counted from the period named last."""
    count, name = amount(expression.words), unit_name(expression.words)
    sign = expression.number(Role.OFFSET)
    if count is None or name in _OF_THE_CLOCK:
        return Reading("DURATION", length(count, name))
    if name == "year" and count == 1 and scene.is_about_a_stretch:
        return scene.compared_stretch(sign)
    return dated(_counted(scene.last, name, sign * count))  # without a day to count from, nobody can tell


def _counted(start: Period | None, name: str, count: float) -> Period | None:
    """The period so many units from another, as fine as the unit counted in."""
    if name == "fortnight":
        name, count = "week", 2 * count
    if start is None or name not in Unit.__members__.values() or abs(count) > _FARTHEST:
        return None
    unit = Unit(name)
    if not unit.holds(start.unit) and start.unit is not Unit.WEEKEND:
        return None  # "In 2019 … a week later": 2019 has no day to count weeks from
    if unit is Unit.DECADE:
        unit, count = Unit.YEAR, 10 * count
    return start.widened(unit).shifted(int(count))


def _from_now(expression: Expression, scene: Scene) -> Reading | None:
    """A year from now, two weeks from today."""
    count, name = amount(expression.words), unit_name(expression.words)
    if count is None:
        return Reading("DATE", "FUTURE_REF")
    if name in _OF_THE_CLOCK:
        return dated(scene.now(Unit.DAY))
    by = expression.number(Role.DAY_WORD)
    start = scene.relative(Unit.DAY, by)
    return dated(_counted(start, name, count))


RULES = (
    rule("amount any_unit from (now | day_word)", _from_now),
    rule("amount any_unit (or so)? ago", _ago),
    rule("amount any_unit offset", _offset),
)
