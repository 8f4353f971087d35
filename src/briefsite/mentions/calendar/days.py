"""Rules for days, and times of a day: July 5, Wednesday, yesterday, this morning, noon Thursday."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from briefsite.lexicon import table
from briefsite.mentions.calendar.grammar import rule
from briefsite.mentions.calendar.period import Period, Unit
from briefsite.mentions.calendar.phrases import shift_of, year_named
from briefsite.mentions.calendar.reading import Reading, Scene, dated
from briefsite.mentions.calendar.roles import Role
from briefsite.mentions.calendar.tense import tense_near

if TYPE_CHECKING:
    from briefsite.mentions.calendar.expression import Expression

_BEFORE_A_NAMED_WEEKDAY = frozenset({"good", "black", "ash", "bloody", "super", "palm", "easter", "holy", "cyber"})
_REPEATED = frozenset({"mornings", "afternoons", "evenings", "nights"})
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d\d))?\s?(?:([ap])\.?m)?", flags=re.IGNORECASE)


def _iso(expression: Expression, scene: Scene) -> Reading | None:
    """2025-07-10."""
    year, month, day = (int(part) for part in expression.words[0].text.split("-"))
    period = Period.day_of(year, month, day)
    return dated(period, has_year=True) if period else None


def _numeric(expression: Expression, scene: Scene) -> Reading | None:
    """13.5.2014, 7/25/2025; 7/10/2025 only where another such date of the article tells which is the month."""
    first, second, year = (int(part) for part in re.split(r"[./]", expression.words[0].text))
    day_first = "." in expression.words[0].text or (scene.day_first if first <= 12 and second <= 12 else first > 12)
    if first == second or day_first is not None:
        period = Period.day_of(year, second, first) if day_first else Period.day_of(year, first, second)
        return dated(period, has_year=True) if period else None
    return None


def _calendar_day(expression: Expression, scene: Scene) -> Reading | None:
    """Friday, July 5, 2024; 5 July; the 5th of July last year."""
    month, day = expression.number(Role.MONTH), expression.number(Role.DAY, Role.ORDINAL)
    has_year = year_named(expression, scene) is not None
    period = scene.day(expression, year_named(expression, scene))
    if not 1 <= day <= 31 or (period is None and (has_year or scene.today)):
        return None  # 31 June
    return _timed(expression, period, has_year=has_year, unknown=f"XXXX-{month:02}-{day:02}")


def _days(expression: Expression, scene: Scene) -> Reading | None:
    """July 5–7: two days of one month."""
    first, last = (int(word.value) for word in expression.words if word.role == Role.DAY)
    month, year = expression.number(Role.MONTH), expression.number(Role.YEAR)
    if first >= last:
        return None
    if year:
        start = Period.day_of(year, month, first)
    else:
        start = scene.yearly(lambda year: Period.day_of(year, month, first), expression)
    end = Period.day_of(start.year, month, last) if start else None
    if start is None or end is None:
        return None
    return Reading("DATE", f"{start.timex}/{end.timex}", f"{start.edtf}/{end.edtf}", start, bool(year))


def _weekday(expression: Expression, scene: Scene) -> Reading | None:
    number = expression.number(Role.WEEKDAY)
    if _is_name(expression):
        return None
    unknown = f"XXXX-WXX-{number}"
    today = scene.now(Unit.DAY)
    if today is None:
        return _timed(expression, None, unknown=unknown)
    assert scene.today is not None
    ahead = (number - scene.today.isoweekday()) % 7
    if expression.has(Role.UNIT_WEEK):  # "Monday last week"
        week = scene.relative(Unit.WEEK, expression.number(Role.SHIFT))
        return _timed(
            expression, Period.of(Unit.DAY, week.first).shifted(number - 1) if week else None, unknown=unknown
        )
    shift = shift_of(expression)
    if expression.says("following") and not expression.has(Role.THE):
        return None  # "Following Monday's debate, she …": after it
    if expression.says("previous", "preceding", "following") and (told := scene.anchor(Unit.DAY)):
        to_come = (number - told.first.isoweekday()) % 7  # the Friday before, or after, the day told of
        return _timed(expression, told.shifted((to_come or 7) if shift == 1 else to_come - 7))
    if shift == 1:
        return _timed(expression, today.shifted(ahead or 7))
    if shift == -1:
        return _timed(expression, today.shifted(ahead - 7))
    tense = tense_near(expression)
    if tense == "open" and expression.before in ("by", "until"):
        tense = "future"
    # "She will speak of Tuesday's vote", but "whether she will leave before Tuesday's vote"
    if tense == "open" or (tense == "future" and expression.is_possessive and expression.before != "before"):
        return _timed(expression, today.shifted(ahead if ahead <= 3 else ahead - 7))  # the nearest
    if tense == "future" or (shift == 0 and tense is None):
        return _timed(expression, today.shifted(ahead))
    return _timed(expression, today.shifted(ahead - 7 if ahead else 0))


def _is_name(expression: Expression) -> bool:
    """Whether a weekday is part of a name: "the Sunday Times", "Good Friday", "Saturday Night Live"."""
    if expression.is_before_a_name and expression.after in table("day_parts"):
        return True
    if len(expression.words) == 1 and expression.before == "the" and expression.is_before_a_name:
        return True
    return expression.before in _BEFORE_A_NAMED_WEEKDAY


def _day_word(expression: Expression, scene: Scene) -> Reading | None:
    if expression.is_after_a_name and expression.words[0].is_capitalised:
        return None  # "USA Today"
    by = expression.number(Role.DAY_WORD, Role.NIGHT_WORD)
    if expression.words[0].role == Role.THE:  # the day before yesterday
        by += -1 if by < 0 else 1
    return _timed(expression, scene.relative(Unit.DAY, by))


def _day_part(expression: Expression, scene: Scene) -> Reading | None:
    """This morning, last night, the next morning."""
    by = expression.value(Role.SHIFT)
    if expression.has(Role.THAT) or by == 1:
        day = scene.anchor(Unit.DAY)
        return _timed(expression, day.shifted(1 if by == 1 else 0) if day else None)
    return _timed(expression, scene.relative(Unit.DAY, by if isinstance(by, int) else 0))


def _clock(expression: Expression, scene: Scene) -> Reading | None:
    """A time alone, "7:15 p.m.", "early evening": its day is the one named last, but the words do not say so."""
    if expression.before == "high":
        return None  # "high noon"
    reading = _timed(expression, scene.anchor(Unit.DAY) or scene.now(Unit.DAY))
    return replace(reading, edtf=None, period=None)


def _timed(
    expression: Expression, day: Period | None, *, has_year: bool = False, unknown: str = "XXXX-XX-XX"
) -> Reading:
    """A day, with the time of day that the expression names."""
    reading = dated(day, has_year=has_year, unknown=unknown)
    clock, part = expression.value(Role.CLOCK), expression.value(Role.DAY_PART)
    if expression.has(Role.WEEKDAY) and expression.words[-1].text in _REPEATED:
        return Reading("SET", f"XXXX-WXX-{expression.number(Role.WEEKDAY)}T{part}")  # "Tuesday mornings"
    if expression.has(Role.NIGHT_WORD):
        part = "NI"
    if isinstance(clock, str):
        return replace(reading, type="TIME", value=f"{reading.value}T{_hours(clock)}")
    if isinstance(part, str):
        return replace(reading, type="TIME", value=f"{reading.value}T{part}")
    return reading


def _hours(clock: str) -> str:
    match = _CLOCK.match(clock)
    if match is None:
        return "XX"
    hour, minute = int(match[1]), match[2] or "00"
    if match[3]:
        hour = hour % 12 + (12 if match[3] in "pP" else 0)
    return f"{hour:02}:{minute}"


RULES = (
    rule("iso", _iso),
    rule("numeric", _numeric),
    rule(
        "time_before? ((the? shift)? weekday comma? the?)? month day_number (comma? year | of_year)? time_after?",
        _calendar_day,
    ),
    rule("time_before? ((the? shift)? weekday comma? the?)? day_number of? month of_year? time_after?", _calendar_day),
    rule("month day (to | and)? day (comma? year)?", _days),
    rule("day (to | and)? day month year?", _days),
    rule("time_before? (the? shift{1,2})? weekday (of? shift unit_week)? time_after?", _weekday),
    rule("time_before? day_word time_after?", _day_word),
    rule("the unit_day beyond day_word", _day_word),
    rule("night_word", _day_word),
    rule("the? (shift | that) day_part", _day_part),
    rule("part day_part", _clock),
    rule("clock (zone time?)?", _clock),
)
