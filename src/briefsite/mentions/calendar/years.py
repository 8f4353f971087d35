"""Rules for years and more: 2001, 2019–21, the early 1990s, the 19th century."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.lexicon import words
from briefsite.mentions.calendar.fiscal import fiscal, last_month
from briefsite.mentions.calendar.grammar import rule
from briefsite.mentions.calendar.period import Period, Unit
from briefsite.mentions.calendar.phrases import part_of
from briefsite.mentions.calendar.quarters import without_bounds
from briefsite.mentions.calendar.reading import Reading, Scene, dated
from briefsite.mentions.calendar.roles import Role

if TYPE_CHECKING:
    from briefsite.mentions.calendar.expression import Expression

_OLDEST_BARE_YEAR = 1900
"""Older ones are years only where their words say so."""
_BEFORE_OLD_YEARS = frozenset(
    {"in", "since", "by", "until", "till", "during", "from", "before", "after", "about", "around", "circa", "year", "("}
)
_BEFORE_ANY_YEAR = frozenset({"in", "since", "until", "till", "during", "before"})
"""After these four digits are a year even before people: "In 2000 people left", but "of 2000 people"."""
_BEFORE_COUNTS_TOO = frozenset({",", "(", "and", "or", "of", "about", "around", "circa", "between"})
"""After these they are a year as well, unless a plural follows: "from 1990 levels", but "about 1500 homes"."""
_DETERMINERS = frozenset({"the", "a", "this", "its", "their", "his", "her", "our"})


def _year(expression: Expression, scene: Scene) -> Reading | None:
    number = expression.number(Role.YEAR)
    period = Period.year_of(number)
    if len(expression.words) == 1 and not _is_year(expression, number):
        return None
    if expression.has(Role.FISCAL):
        last = last_month(expression, scene)
        return dated(fiscal(Unit.YEAR, 0, last)) if last else without_bounds(period)
    return dated(period, part=part_of(expression), has_year=True)


def _is_year(expression: Expression, number: int) -> bool:
    """Whether four digits alone are a year: "in 2001", "a 2004 study", but "2000 people", "for 1000 Earth days"."""
    is_introduced = expression.before in words("time_prepositions")
    if expression.is_after_a_name and not is_introduced:  # "Windows 2000"
        return False
    after = expression.after
    is_counted = after in words("counted_nouns") and not expression.is_before_a_compound
    is_plural = is_counted or (after.endswith("s") and after.isalpha())
    # "1500 homes" is a count; "1968 riots" is not, nor are "the 2010 elections".
    is_round = number % 10 == 0 and expression.before not in _DETERMINERS
    counts = not expression.is_before_a_name and is_plural and (is_round or is_counted)
    if number < _OLDEST_BARE_YEAR:
        return expression.before in _BEFORE_OLD_YEARS and not counts
    if not counts or expression.before in _BEFORE_ANY_YEAR:
        return True
    return is_introduced and not is_counted and expression.before not in _BEFORE_COUNTS_TOO


def _years(expression: Expression, scene: Scene) -> Reading | None:
    """1990–91, 2019/2021."""
    digits = expression.words[0].text
    first, last = int(digits[:4]), digits[4:].lstrip(" -–/")
    end = int(digits[: 4 - len(last)] + last)
    if not first < end <= first + 200:
        return None
    return Reading("DATE", f"{first}/{end}", f"{first}/{end}", Period.year_of(first), True)


def _decade(expression: Expression, scene: Scene) -> Reading | None:
    digits = "".join(c for c in str(expression.value(Role.DECADE_DIGITS, Role.DECADE_WORD)) if c.isdigit())
    if len(digits) == 2:
        digits = ("19" if digits >= "20" else "20") + digits
    return dated(Period(Unit.DECADE, int(digits) // 10), has_year=True)


def _century(expression: Expression, scene: Scene) -> Reading | None:
    number = expression.number(Role.ORDINAL)
    return dated(Period(Unit.CENTURY, number - 1), has_year=True) if 1 <= number <= 30 else None


RULES = (
    rule("(which? | the? fiscal unit_year? | the unit_year) year", _year),
    rule("the? year fiscal unit_year", _year),
    rule("years", _years),
    rule("which? (the? decade_digits | the decade_word)", _decade),
    rule("which? the? ordinal unit_century", _century),
)
