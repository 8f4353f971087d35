"""Years and quarters that end when their company says: "the quarter ended Oct. 31", "the year ended March 31".

Sales rose in the second quarter ended Oct. 31.   → 2024-Q2 by name, August to October by the calendar
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefsite.mentions.calendar.expression import Expression
from briefsite.mentions.calendar.period import Period, Unit
from briefsite.mentions.calendar.roles import Role

if TYPE_CHECKING:
    from briefsite.mentions.calendar.reading import Scene

_LATEST_SPILL = 7
"""Books closed on a set weekday close in the first days of a month for the month before: "ended July 2"."""
_LONGEST_END = 6
"""Words of "ended on June 30, 2025"."""
_ENDS = frozenset({Role.ON, Role.IN, Role.MONTH, Role.DAY, Role.ORDINAL, Role.COMMA, Role.YEAR})


def last_month(expression: Expression, scene: Scene) -> Period | None:
    """The last month of a stretch, where its end is told right after it; None where it is not."""
    sentence, first = expression.sentence, expression.end
    if sentence.roles[first : first + 1] != Role.ENDED:
        return None
    told = sentence.roles[first + 1 : first + _LONGEST_END]
    if Role.MONTH not in told:
        return None
    words = 1 + next((at for at, role in enumerate(told) if role not in _ENDS), len(told))
    end = Expression(sentence, first, first + words)
    month, day, year = end.number(Role.MONTH), end.number(Role.DAY, Role.ORDINAL), end.number(Role.YEAR)
    if year:
        period = Period.part_of_year(Unit.MONTH, year, month)
    elif now := scene.now(Unit.MONTH):
        ahead = (month - 1 - now.index) % 12
        period = now.shifted(ahead if end.says("ending") or not ahead else ahead - 12)
    else:
        return None
    return period.shifted(-1) if 0 < day <= _LATEST_SPILL else period


def fiscal(unit: Unit, number: int, last: Period) -> Period:
    """The `number`th such part of its year, with the month in which it ends.

    Without a number it has the name of the calendar's that shares most of its months; a year that of its end.
    """
    if number:
        named = Period.part_of_year(unit, last.year, number)
    else:
        named = last.shifted({Unit.QUARTER: -1, Unit.HALF: -3}.get(unit, 0)).widened(unit)
    return replace(named, offset=last.index - Period.of(Unit.MONTH, named.last).index)
