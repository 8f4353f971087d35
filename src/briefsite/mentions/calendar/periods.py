"""Rules for longer periods: months, seasons, quarters, years, decades, and "last week"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefsite.lexicon import words
from briefsite.mentions.calendar.grammar import rule
from briefsite.mentions.calendar.period import Period, Unit
from briefsite.mentions.calendar.phrases import amount, part_of, unit_name, unit_of
from briefsite.mentions.calendar.reading import Reading, Scene, dated
from briefsite.mentions.calendar.tense import tense_near
from briefsite.mentions.calendar.words import Role

if TYPE_CHECKING:
    from briefsite.mentions.calendar.grammar import Expression

_INTRODUCES = words("time_prepositions")
"""What announces a bare month or year where the word may be something else: "in May", but "May I", "August Wilson"."""
_ONLY_BEFORE_TIMES = frozenset({"in", "since", "by", "until", "till", "during", "throughout"})
_NAMES_TOO = frozenset({"april", "may", "june", "august", "march", "mar", "jan"})
_BEFORE_OLD_YEARS = frozenset({*_ONLY_BEFORE_TIMES, "from", "before", "after", "about", "around", "circa", "year", "("})
_PLURALS = frozenset({"people", "men", "women", "children", "percent"})
_BUSINESS_REACH = 30
_OLDEST_BARE_YEAR = 1900


def _year_named(expression: Expression, scene: Scene) -> Period | None:
    """The year in the expression's own words: 2025, last year."""
    if year := expression.number(Role.YEAR):
        return Period.year_of(year)
    if expression.has(Role.UNIT_YEAR) and expression.has(Role.SHIFT):
        return scene.relative(Unit.YEAR, expression.number(Role.SHIFT))
    return None


def _month(expression: Expression, scene: Scene) -> Reading | None:
    month = expression.number(Role.MONTH)
    name = next(word for word in expression.words if word.role == Role.MONTH)
    if len(expression.words) == 1 and name.text in _NAMES_TOO and not _is_month(expression):
        return None
    part, unknown = part_of(expression), f"XXXX-{month:02}"
    if year := _year_named(expression, scene):
        return dated(Period.part_of_year(Unit.MONTH, year.index, month), part=part, has_year=True)
    shift = expression.value(Role.SHIFT)
    now = scene.now(Unit.MONTH)
    if now is None:
        return dated(None, unknown=unknown)
    if not isinstance(shift, int):
        return dated(
            scene.yearly(lambda year: Period.part_of_year(Unit.MONTH, year, month), expression),
            part=part,
            unknown=unknown,
        )
    ahead = (month - 1 - now.index) % 12
    if shift == 0:
        return dated(Period.part_of_year(Unit.MONTH, now.year, month), part=part)
    return dated(now.shifted((ahead or 12) if shift > 0 else ahead - 12), part=part)


def _is_month(expression: Expression) -> bool:
    """Whether a bare "May" or "August" is a month: "in May", but "May I", "and August Wilson"."""
    if expression.is_before_a_name:
        return expression.before in _ONLY_BEFORE_TIMES
    return expression.before in _INTRODUCES


def _season(expression: Expression, scene: Scene) -> Reading | None:
    number = expression.number(Role.SEASON)
    if year := _year_named(expression, scene):
        return dated(Period.part_of_year(Unit.SEASON, year.index, number + 1), has_year=True)
    season = next(word for word in expression.words if word.role == Role.SEASON)
    if expression.says("its", "their", "his", "her"):
        return None  # "their summer holidays"
    if len(expression.words) == 1 or (expression.after == "of" and season.text in ("fall", "spring")):
        return None  # "a spring", "the fall of the government"
    if season.is_capitalised and expression.is_before_a_name:
        return None  # "the Summer Olympics"
    now = scene.now(Unit.SEASON)
    if now is None:
        return dated(None)
    ahead = (number - now.index) % 4
    shift = expression.value(Role.SHIFT)
    if shift == 1:
        return dated(now.shifted(ahead or 4))
    if shift == -1:
        return dated(now.shifted(ahead - 4))
    return dated(Period.part_of_year(Unit.SEASON, now.year, number + 1))


def _quarter(expression: Expression, scene: Scene) -> Reading | None:
    """The third quarter, the first half of 2024."""
    unit = unit_of(expression)
    number = 4 // (1 if unit is Unit.QUARTER else 2) if expression.says("last") else expression.number(Role.ORDINAL)
    if unit is None or not 1 <= number <= (4 if unit is Unit.QUARTER else 2):
        return None
    if year := _year_named(expression, scene):
        return dated(Period.part_of_year(unit, year.index, number), has_year=True)
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
    return dated(period.a_year_on(-1) if expression.has(Role.AGO) else period)


def _is_of_business(expression: Expression) -> bool:
    """Whether the words around tell of money or growth."""
    around = expression.sentence[max(0, expression.first - _BUSINESS_REACH) : expression.end + _BUSINESS_REACH]
    return any(word.text in words("business_words") or word.text[0] in "$£€¥%" for word in around)


def _shifted_unit(expression: Expression, scene: Scene) -> Reading | None:
    """Last year, this week, the following month, early next year."""
    unit, shift = unit_of(expression), expression.number(Role.SHIFT)
    if unit is None:
        return None
    if expression.says("past", "coming") and unit is not Unit.WEEKEND:
        return Reading("DURATION", f"P1{unit[0].upper()}")  # "the past year" is twelve months up to now
    leans = expression.says("following", "previous", "preceding", "prior")
    if unit is Unit.QUARTER and shift == 0 and scene.stretch:
        return dated(scene.stretch)
    if leans and (anchor := scene.anchor(unit)):
        return dated(anchor.shifted(shift), part=part_of(expression))
    return dated(scene.relative(unit, shift), part=part_of(expression))


def _weekend(expression: Expression, scene: Scene) -> Reading | None:
    """The weekend: the coming one with a verb in the future, otherwise the one that began last."""
    now = scene.now(Unit.WEEKEND)
    if now is None or scene.today is None:
        return dated(None)
    has_begun = now.first <= scene.today
    return dated(now if has_begun or tense_near(expression) == "future" else now.shifted(-1))


def _the_quarter(expression: Expression, scene: Scene) -> Reading | None:
    """The quarter, where one was named before: that one."""
    return dated(scene.stretch) if scene.stretch and expression.after != "of" else None


def _edge(expression: Expression, scene: Scene) -> Reading | None:
    """The end of the month, year-end."""
    unit = unit_of(expression)
    return dated(scene.now(unit), part=part_of(expression)) if unit else None


def _the_year(expression: Expression, scene: Scene) -> Reading | None:
    """The year, of results: "for the year"."""
    return dated(scene.now(Unit.YEAR)) if expression.before == "for" else None


def _that_unit(expression: Expression, scene: Scene) -> Reading | None:
    """That year, the same day: the period named last."""
    unit = unit_of(expression)
    if unit is Unit.QUARTER and scene.stretch:
        return dated(scene.stretch)
    anchor = scene.anchor(unit) if unit else None
    return dated(anchor) if anchor else None


def _same_period(expression: Expression, scene: Scene) -> Reading | None:
    """The same period last year, the year-ago quarter: the period named last, a year before."""
    year = _year_named(expression, scene)
    if scene.stretch is None:
        return dated(year or scene.relative(Unit.YEAR, -1))
    return _compared(scene.stretch.a_year_on(year.index - scene.stretch.year if year else -1))


def _compared(period: Period) -> Reading:
    """A period that only serves a comparison: "the quarter" after it is still the one that was compared with it."""
    return replace(dated(period), period=None)


def _year(expression: Expression, scene: Scene) -> Reading | None:
    number = expression.number(Role.YEAR)
    period = Period.year_of(number)
    if len(expression.words) == 1 and not _is_year(expression, number):
        return None
    return dated(period, part=part_of(expression), has_year=True)


def _is_year(expression: Expression, number: int) -> bool:
    """Whether four digits alone are a year: "in 2001", "a 2004 study", but "2000 people", "for 1000 Earth days"."""
    if expression.is_after_a_name:  # "Windows 2000"
        return False
    after = expression.after
    counts = not expression.is_before_a_name and (after in _PLURALS or (after.endswith("s") and after.isalpha()))
    if number < _OLDEST_BARE_YEAR:
        return expression.before in _BEFORE_OLD_YEARS and not counts
    return expression.before in _INTRODUCES or not counts


def _years(expression: Expression, scene: Scene) -> Reading | None:
    """1990–91, 2019/2021."""
    digits = expression.words[0].text
    first, last = int(digits[:4]), digits[4:].lstrip(" -–/")
    end = int(digits[: 4 - len(last)] + last)
    if not first < end <= first + 200:
        return None
    return Reading("DATE", f"{first}/{end}", f"{first}/{end}", Period.year_of(first), True)


def _decade(expression: Expression, scene: Scene) -> Reading | None:
    digits = "".join(c for c in str(expression.value(Role.DECADE_DIGITS)) if c.isdigit())
    if len(digits) == 2:
        digits = ("19" if digits >= "20" else "20") + digits
    return dated(Period(Unit.DECADE, int(digits) // 10), has_year=True)


def _century(expression: Expression, scene: Scene) -> Reading | None:
    number = expression.number(Role.ORDINAL)
    return dated(Period(Unit.CENTURY, number - 1), has_year=True) if 1 <= number <= 30 else None


def _ago(expression: Expression, scene: Scene) -> Reading | None:
    """Two weeks ago, a year ago, 41 years ago."""
    count = amount(expression.words)
    name = unit_name(expression)
    if count is None:
        return Reading("DATE", "PAST_REF")
    if name == "year" and count == 1 and scene.stretch:
        return _compared(scene.stretch.a_year_on(-1))  # figures of a quarter are set against those of a year ago
    if name in ("hour", "minute", "second"):
        return dated(scene.now(Unit.DAY))
    return dated(_counted(scene.now(Unit.DAY), name, -count))


def _offset(expression: Expression, scene: Scene) -> Reading | None:
    """A year earlier, two days later: counted from the period named last."""
    count, name = amount(expression.words), unit_name(expression)
    sign = expression.number(Role.OFFSET)
    if count is None or name in ("hour", "minute", "second"):
        return Reading("DURATION", f"P{_count(count)}{name[:1].upper()}")
    if name == "year" and count == 1 and scene.stretch:
        return _compared(scene.stretch.a_year_on(sign))
    return dated(_counted(scene.last or scene.now(Unit.DAY), name, sign * count))


def _counted(start: Period | None, name: str, count: float) -> Period | None:
    """The period so many units from another, as fine as the unit counted in."""
    if name == "fortnight":
        name, count = "week", 2 * count
    if start is None or name not in Unit.__members__.values() or abs(count) > 10_000:
        return None
    unit = Unit(name)
    if unit is Unit.DECADE:
        unit, count = Unit.YEAR, 10 * count
    return start.widened(unit).shifted(int(count))


def _count(count: float | None) -> str:
    return "X" if count is None else f"{count:g}"


def _first_months(expression: Expression, scene: Scene) -> Reading | None:
    """The first six months of 2025, the last three months of last year."""
    count = amount([word for word in expression.words if word.role != Role.YEAR])
    year = _year_named(expression, scene)
    if unit_name(expression) not in ("month", "year") or count is None or not 1 <= count <= 12:
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
    return Reading("DURATION", value, f"{start.edtf}/{end.edtf}", start, True)


RULES = (
    rule("which? shift? month of_year?", _month),
    rule("which? the? shift? season of_year?", _season),
    rule("(the? fiscal? | shift unit_year | the? unit_year ago) ordinal (unit_quarter | unit_half) of_year?", _quarter),
    rule("the? shift unit_half of_year", _quarter),
    rule("which? the? shift fiscal? unit", _shifted_unit),
    rule("the unit_weekend", _weekend),
    rule("the (unit_quarter | latest (period | unit_quarter))", _the_quarter),
    rule("the? edge of? the? (unit_week | unit_month | unit_year)", _edge),
    rule("unit_year edge", _edge),
    rule("the full unit_year", _edge),
    rule("the unit_year", _the_year),
    rule("the? that the? that? unit", _that_unit),
    rule("the? that (unit | period) (a? unit_year (ago | offset) | of_year)", _same_period),
    rule("the? that? unit_year (ago | offset) (unit | period)", _same_period),
    rule("the year (period | unit_quarter)", _same_period),
    rule("(which? | fiscal | the unit_year) year", _year),
    rule("years", _years),
    rule("which? the? decade_digits", _decade),
    rule("which? the? ordinal unit_century", _century),
    rule("amount any_unit (or so)? ago", _ago),
    rule("amount any_unit offset", _offset),
    rule("the? ordinal numeral units of_year?", _first_months),
    rule("the? shift numeral units of_year", _first_months),
)
