"""Rules for months, seasons, weekends and what stands around now: May 2024, last spring, early next year, that week."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.lexicon import words
from briefsite.mentions.calendar.fiscal import last_month
from briefsite.mentions.calendar.grammar import rule
from briefsite.mentions.calendar.lengths import length
from briefsite.mentions.calendar.period import Period, Unit
from briefsite.mentions.calendar.phrases import part_of, shift_of, unit_of, year_named
from briefsite.mentions.calendar.quarters import without_bounds
from briefsite.mentions.calendar.reading import Reading, Scene, dated
from briefsite.mentions.calendar.roles import Role
from briefsite.mentions.calendar.tense import tense_near

if TYPE_CHECKING:
    from briefsite.mentions.calendar.expression import Expression

_NAMES_TOO = frozenset({"april", "may", "june", "august", "march", "mar", "jan"})
_AFTER_A_DATE = frozenset({"and", "or", "but", "in", "at", "on", "to", "by", "with", "when", "while"})
"""Words that may follow a date without telling more of it."""
_ONLY_BEFORE_TIMES = frozenset({"in", "since", "by", "until", "till", "during", "throughout"})


def _month(expression: Expression, scene: Scene) -> Reading | None:
    month = expression.number(Role.MONTH)
    name = next(word for word in expression.words if word.role == Role.MONTH)
    if len(expression.words) == 1 and name.text in _NAMES_TOO and not _is_month(expression):
        return None
    part, unknown = part_of(expression), f"XXXX-{month:02}"
    if year := year_named(expression, scene):
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
    if expression.is_attributive and expression.after not in words("function_words"):
        return True  # "the June jobs report", but "the March on Washington"
    return expression.before in words("time_prepositions")


def _season(expression: Expression, scene: Scene) -> Reading | None:
    number = expression.number(Role.SEASON)
    if year := year_named(expression, scene):
        return dated(Period.part_of_year(Unit.SEASON, year.index, number + 1), has_year=True)
    season = next(word for word in expression.words if word.role == Role.SEASON)
    if expression.says("its", "their", "his", "her"):
        return None  # "their summer holidays"
    if len(expression.words) == 1 or (expression.after == "of" and season.text in ("fall", "spring")):
        return None  # "a spring", "the fall of the government"
    if season.is_capitalised and expression.is_before_a_name:
        return None  # "the Summer Olympics"
    if expression.is_before_a_name and not expression.has(Role.SHIFT):
        return None  # "the spring Budget"
    if expression.says("following") and scene.last and scene.anchor(Unit.YEAR):
        after = Period.of(Unit.SEASON, scene.last.last).shifted(1)
        return dated(after.shifted((number - after.index) % 4))  # of "in 1979": the first that begins after it
    if season.text == "fall" and expression.after == "in" and not _is_a_place_after(expression):
        return None  # "this fall in prices"
    now = scene.now(Unit.SEASON)
    if now is None or scene.today is None:
        return dated(None)
    ahead = (number - now.index) % 4
    shift = expression.value(Role.SHIFT)
    if shift == 1:
        return dated(now.shifted(ahead or 4))
    if shift == -1:
        return dated(now.shifted(ahead - 4))
    if shift == 0:
        return dated(now if not ahead else Period.part_of_year(Unit.SEASON, scene.today.year, number + 1))
    return dated(scene.yearly(lambda year: Period.part_of_year(Unit.SEASON, year, number + 1), expression))


def _is_a_place_after(expression: Expression) -> bool:
    """Whether "in" after it leads to a place: "this fall in the Senate", "this fall in Ohio"."""
    after = expression.sentence[expression.end + 1 : expression.end + 2]
    return any(word.is_capitalised or word.text in ("the", "a", "an", "their", "his", "her") for word in after)


def _shifted_unit(expression: Expression, scene: Scene) -> Reading | None:
    """Last year, this week, the following month, early next year."""
    unit, shift = unit_of(expression), shift_of(expression) or 0
    if unit is None:
        return None
    if unit is not Unit.WEEKEND and (expression.says("past", "coming") or _is_a_length(expression, unit)):
        return Reading("DURATION", length(1, unit))  # "the past year" is twelve months up to now
    if unit is Unit.QUARTER and expression.says("this") and scene.is_about_a_stretch:
        return scene.told_stretch()  # "This quarter's loss" is told of the one that is over
    if unit is Unit.DAY or expression.says("following", "previous", "preceding", "prior"):
        anchor = scene.anchor(unit)
        if anchor or unit is Unit.DAY:  # "the next day" is no day of its own
            return dated(anchor.shifted(shift) if anchor else None, part=part_of(expression))
    period = scene.relative(unit, shift)
    if unit is Unit.WEEKEND and shift == 0 and period and _is_just_over(expression, scene):
        period = period.shifted(-1)
    if period and expression.has(Role.FISCAL):
        return without_bounds(period)
    return dated(period, part=part_of(expression))


def _is_just_over(expression: Expression, scene: Scene) -> bool:
    """Whether "this weekend" is the one before: on a Monday or Tuesday, "they lost this weekend"."""
    return scene.today is not None and scene.today.isoweekday() <= 2 and tense_near(expression) == "past"


def _is_a_length(expression: Expression, unit: Unit) -> bool:
    """Whether "the next decade" is ten years from now: "over the next decade", "for the last year"; not "next year"."""
    if expression.words[0].role != Role.THE or not expression.says("next", "last") or unit is Unit.DAY:
        return False
    return expression.before in ("over", "in", "within", "for", "during", "throughout")


def _week_of(expression: Expression, scene: Scene) -> Reading | None:
    """The week of March 6, the week ended 5 October: the one in which that day lies."""
    day = scene.day(expression, year_named(expression, scene))
    return dated(day.widened(Unit.WEEK)) if day else None


def _unit_before(expression: Expression, scene: Scene) -> Reading | None:
    """The year before, the week after: beside the period named last; but not "the day before he left"."""
    unit = unit_of(expression)
    if unit is None or (expression.after.isalpha() and expression.after not in _AFTER_A_DATE):
        return None
    by = expression.number(Role.BEYOND, Role.OFFSET)
    if unit is Unit.YEAR and scene.is_about_a_stretch:
        return scene.compared_stretch(by)
    anchor = scene.anchor(unit)
    return dated(anchor.shifted(by) if anchor else None)


def _weekend(expression: Expression, scene: Scene) -> Reading | None:
    """The weekend: the coming one with a verb in the future, otherwise the one that began last."""
    now = scene.now(Unit.WEEKEND)
    if now is None or scene.today is None:
        return dated(None)
    has_begun = now.first <= scene.today
    return dated(now if has_begun or tense_near(expression) == "future" else now.shifted(-1))


def _year_end(expression: Expression, scene: Scene) -> Reading | None:
    """Year-end, on which books are closed: its last day."""
    return dated(scene.yearly(lambda year: Period.day_of(year, 12, 31), expression))


def _edge(expression: Expression, scene: Scene) -> Reading | None:
    """The end of the month, the full year."""
    unit = unit_of(expression)
    return dated(scene.now(unit), part=part_of(expression)) if unit else None


def _the_year(expression: Expression, scene: Scene) -> Reading | None:
    """The year, of results: "for the year"; but not "for the year ended March 31"."""
    return dated(scene.now(Unit.YEAR)) if expression.before == "for" and not last_month(expression, scene) else None


def _that_unit(expression: Expression, scene: Scene) -> Reading | None:
    """That year, the same day: the period named last."""
    unit = unit_of(expression)
    if unit is Unit.QUARTER and scene.stretch:
        return scene.told_stretch()
    anchor = scene.anchor(unit) if unit else None
    return dated(anchor) if anchor else None


RULES = (
    rule("the unit_week (of | ended) (month day_number | day_number month) (comma? year)?", _week_of),
    rule("the unit (beyond | offset)", _unit_before),
    rule("which? shift? month of_year?", _month),
    rule("which? the? shift? season of_year?", _season),
    rule("which? the? shift{1,2} fiscal? unit", _shifted_unit),
    rule("the unit_weekend", _weekend),
    rule("the? edge of? the? (unit_week | unit_month | unit_year)", _edge),
    rule("unit_year edge", _year_end),
    rule("the full unit_year", _edge),
    rule("the unit_year", _the_year),
    rule("the? that the? that? unit", _that_unit),
)
