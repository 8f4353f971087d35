"""Rules for what names no place on the calendar: lengths of time, repetitions, and "now" or "recently"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.mentions.calendar.grammar import rule
from briefsite.mentions.calendar.period import Period, Unit
from briefsite.mentions.calendar.phrases import amount, unit_name
from briefsite.mentions.calendar.reading import Reading, Scene
from briefsite.mentions.calendar.roles import Role

if TYPE_CHECKING:
    from briefsite.mentions.calendar.expression import Expression

_LETTERS = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "weekend": "WE",
    "week": "W",
    "month": "M",
    "quarter": "Q",
    "half": "H",
    "year": "Y",
}
_YEARS = {"decade": 10, "century": 100}
_HALVES = {
    "minute": "PT30S",
    "hour": "PT30M",
    "day": "PT12H",
    "year": "P6M",
    "decade": "P5Y",
    "century": "P50Y",
}


def length(count: float | None, name: str) -> str:
    """A TIMEX3 length: P6M, PT1H, PXY where nobody says how many."""
    if name == "fortnight":
        count, name = (None if count is None else 2 * count), "week"
    if name in _YEARS:
        count, name = (None if count is None else _YEARS[name] * count), "year"
    letters = _LETTERS[name]
    number = "X" if count is None else f"{count:g}"
    return f"PT{number}{letters[1]}" if letters[0] == "T" else f"P{number}{letters}"


def _duration(expression: Expression, scene: Scene) -> Reading | None:
    count, name = amount(expression.words), unit_name(expression.words)
    if expression.words[0].role == Role.A and _is_rate(expression):
        return Reading("SET", length(1, name))
    if name == "half" or (name == "quarter" and count in (1, 3)):
        return None  # fractions
    if expression.after == "old":
        return None  # an age
    return Reading("DURATION", length(count, name), _stretch(expression, scene, count, name))


_DAYS = {"day": 1, "week": 7}


def _stretch(expression: Expression, scene: Scene, count: float | None, name: str) -> str | None:
    """The days of a length that ends or begins today, in EDTF: "the next two weeks"; but "will last four days"."""
    shift, days = expression.number(Role.SHIFT), round((count or 0) * _DAYS.get(name, 0))
    today = scene.now(Unit.DAY)
    if (
        expression.words[0].role != Role.THE
        or today is None
        or not 1 < days <= _LONGEST_STRETCH
        or shift not in (-1, 1)
    ):
        return None
    first, last = sorted((today.index, today.shifted(shift * days).index))
    return f"{Period(Unit.DAY, first).edtf}/{Period(Unit.DAY, last).edtf}"


_LONGEST_STRETCH = 60
"""Days; nobody counts more of them one by one."""


def _is_rate(expression: Expression) -> bool:
    """Whether "a year" tells how often: "twice a year", "$5 a year"."""
    return expression.before in ("once", "twice", "times", "percent") or expression.before[-1:].isdigit()


_BEFORE_BARE = frozenset(
    {"for", "in", "over", "within", "after", "by", "of", "many", "and", "only", "just", "than", "took", "take", "takes"}
)
_PARTLY = frozenset({"early", "final", "first", "last", "dying", "opening", "closing"})
_AFTER_BARE = frozenset(
    {"of", "before", "after", "ago", "earlier", "later", "ahead", "apart", "from", "away", "since", "long"}
)
"""What stands around units alone that are a length: "for weeks", "days after"; but not "the long hours they work"."""


def _bare_units(expression: Expression, scene: Scene) -> Reading | None:
    name = unit_name(expression.words)
    if name in ("quarter", "half") or expression.after == "old":
        return None
    if len(expression.words) == 1 and not _is_a_length(expression):
        return None
    return Reading("DURATION", length(None, name))


def _is_a_length(expression: Expression) -> bool:
    """Whether units alone tell how long: "for weeks", "over the years"; but not "long hours", "the national days"."""
    before = expression.before
    if before in _PARTLY:
        return False  # "the early days of the war"
    if before == "the" and expression.first > 1:
        before = expression.sentence.text(expression.first - 2)
    return before in _BEFORE_BARE or expression.after in _AFTER_BARE


def _every(expression: Expression, scene: Scene) -> Reading | None:
    day, part = "XXXX-XX-XX", expression.value(Role.DAY_PART)
    if weekday := expression.number(Role.WEEKDAY):
        day = f"XXXX-WXX-{weekday}"
    if weekday or part:
        return Reading("SET", f"{day}T{part}" if part else day)
    if expression.says("per") and expression.has(Role.UNIT_TIME):
        return None  # "175 miles per hour" is a speed
    return Reading("SET", length(amount(expression.words), unit_name(expression.words)))


def _often(expression: Expression, scene: Scene) -> Reading | None:
    """Daily, annually, Tuesdays; but not of the Communist Party daily Granma."""
    letters = str(expression.value(Role.OFTEN))
    if expression.is_before_a_name:
        return None
    if letters[0] == "X":
        return Reading("SET", letters)  # "on Tuesdays"
    return Reading("SET", f"P{'T1' + letters[1:] if letters[0] == 'T' else '1' + letters}")


def _half(expression: Expression, scene: Scene) -> Reading | None:
    """Half an hour, half a century."""
    return Reading("DURATION", _HALVES[name]) if (name := unit_name(expression.words)) in _HALVES else None


def _and_a_half(expression: Expression, scene: Scene) -> Reading | None:
    """Two and a half years, a year and a half."""
    count = amount(expression.words)
    name = unit_name([word for word in expression.words if word.role != Role.UNIT_HALF])
    return None if count is None else Reading("DURATION", length(count + 0.5, name))


def _now(expression: Expression, scene: Scene) -> Reading | None:
    return Reading("DATE", "PRESENT_REF")


def _once(expression: Expression, scene: Scene) -> Reading | None:
    return Reading("DATE", "PAST_REF")


def _past(expression: Expression, scene: Scene) -> Reading | None:
    """In the past."""
    return Reading("DATE", "PAST_REF") if expression.before == "in" and expression.says("past") else None


def _soon(expression: Expression, scene: Scene) -> Reading | None:
    """In the near future; but not "the future of the treaty"."""
    return Reading("DATE", "FUTURE_REF") if expression.before in ("in", "for") and expression.after != "of" else None


RULES = (
    rule("amount any_unit", _duration),
    rule("the? shift numeral units", _duration),
    rule("the? (shift? few | recent | shift) units (and units)?", _bare_units),
    rule("units", _bare_units),
    rule("unit_half (a | the)? any_unit", _half),
    rule("numeral and a unit_half units", _and_a_half),
    rule("a any_unit and a unit_half", _and_a_half),
    rule("every (ordinal | numeral)? (any_unit | weekday? day_part | weekday)", _every),
    rule("often", _often),
    rule("now", _now),
    rule("once", _once),
    rule("the shift", _past),
    rule("the near? future", _soon),
)
