"""Rules for what names no place on the calendar: lengths of time, repetitions, and "now" or "recently"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.mentions.calendar.grammar import rule
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
    "weekend": "D",
    "week": "W",
    "month": "M",
    "quarter": "Q",
    "half": "H",
    "year": "Y",
    "decade": "DE",
    "century": "C",
}


def length(count: float | None, name: str) -> str:
    """A TIMEX3 length: P6M, PT1H, PXY where nobody says how many."""
    if name == "fortnight":
        count, name = (None if count is None else 2 * count), "week"
    letters = _LETTERS[name]
    number = "X" if count is None else f"{count:g}"
    return f"PT{number}{letters[1]}" if letters[0] == "T" else f"P{number}{letters}"


def _duration(expression: Expression, scene: Scene) -> Reading | None:
    count, name = amount(expression.words), unit_name(expression)
    if expression.words[0].role == Role.A and _is_rate(expression):
        return Reading("SET", length(1, name))
    if name == "half" or (name == "quarter" and count in (1, 3)):
        return None  # fractions
    if expression.after == "old":
        return None  # an age
    return Reading("DURATION", length(count, name))


def _is_rate(expression: Expression) -> bool:
    """Whether "a year" tells how often: "twice a year", "$5 a year"."""
    return expression.before in ("once", "twice", "times", "percent") or expression.before[-1:].isdigit()


def _bare_units(expression: Expression, scene: Scene) -> Reading | None:
    if expression.has(Role.RECENT):
        return Reading("DATE", "PAST_REF")
    name = unit_name(expression)
    return None if name in ("quarter", "half") or expression.after == "old" else Reading("DURATION", length(None, name))


def _every(expression: Expression, scene: Scene) -> Reading | None:
    if weekday := expression.number(Role.WEEKDAY):
        return Reading("SET", f"XXXX-WXX-{weekday}")
    return Reading("SET", length(amount(expression.words), unit_name(expression)))


def _often(expression: Expression, scene: Scene) -> Reading | None:
    letters = str(expression.value(Role.OFTEN))
    return Reading("SET", f"P{'T1' + letters[1:] if letters[0] == 'T' else '1' + letters}")


def _now(expression: Expression, scene: Scene) -> Reading | None:
    return Reading("DATE", "PRESENT_REF")


def _once(expression: Expression, scene: Scene) -> Reading | None:
    return Reading("DATE", "PAST_REF")


def _past(expression: Expression, scene: Scene) -> Reading | None:
    """In the past."""
    return Reading("DATE", "PAST_REF") if expression.before == "in" and expression.says("past") else None


def _soon(expression: Expression, scene: Scene) -> Reading | None:
    return Reading("DATE", "FUTURE_REF")


RULES = (
    rule("amount any_unit", _duration),
    rule("the? shift numeral units", _duration),
    rule("the? (shift? few | recent | shift) units (and units)?", _bare_units),
    rule("units", _bare_units),
    rule("every (ordinal | numeral)? (any_unit | weekday)", _every),
    rule("often", _often),
    rule("now", _now),
    rule("once", _once),
    rule("the shift", _past),
    rule("the future", _soon),
)
