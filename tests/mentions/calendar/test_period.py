"""Periods of the calendar: what they hold, what stands beside them, how they are written."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefsite.briefing.edtf import is_edtf
from briefsite.mentions.calendar.period import Period, Unit

DAY = dt.date(2025, 7, 10)

WRITTEN = [
    (Unit.DAY, "2025-07-10", "2025-07-10"),
    (Unit.WEEKEND, "2025-W28-WE", "2025-07-12/2025-07-13"),
    (Unit.WEEK, "2025-W28", "2025-07-07/2025-07-13"),
    (Unit.MONTH, "2025-07", "2025-07"),
    (Unit.SEASON, "2025-SU", "2025-22"),
    (Unit.QUARTER, "2025-Q3", "2025-07/2025-09"),
    (Unit.HALF, "2025-H2", "2025-07/2025-12"),
    (Unit.YEAR, "2025", "2025"),
    (Unit.DECADE, "202", "2020/2029"),
    (Unit.CENTURY, "20", "2000/2099"),
]


@pytest.mark.parametrize(("unit", "timex", "edtf"), WRITTEN, ids=[row[0] for row in WRITTEN])
def test_a_period_is_written_in_timex_and_edtf(unit: Unit, timex: str, edtf: str) -> None:
    period = Period.of(unit, DAY)
    assert (period.timex, period.edtf) == (timex, edtf)


def test_january_belongs_to_the_winter_that_began_the_year_before() -> None:
    assert Period.of(Unit.SEASON, dt.date(2025, 1, 15)).timex == "2024-WI"


def test_a_year_after_a_leap_day_is_the_day_before_march() -> None:
    assert Period.of(Unit.DAY, dt.date(2024, 2, 29)).a_year_on().timex == "2025-02-28"


def test_a_month_without_a_fifth_monday_gives_its_last() -> None:
    assert Period.nth_weekday(2025, 5, 5, 1) == Period.day_of(2025, 5, 26)


def test_the_31st_of_june_is_no_day() -> None:
    assert Period.day_of(2025, 6, 31) is None


PARTS = [
    (Unit.YEAR, "early", "2025-01/2025-03"),
    (Unit.YEAR, "end", "2025-12"),
    (Unit.MONTH, "late", "2025-07-21/2025-07-31"),
    (Unit.WEEK, "early", "2025-07-07/2025-07-09"),
    (Unit.QUARTER, "early", "2025-07/2025-09"),
]


@pytest.mark.parametrize(("unit", "part", "edtf"), PARTS, ids=[f"{row[1]} {row[0]}" for row in PARTS])
def test_a_part_has_the_bounds_that_people_mean(unit: Unit, part: str, edtf: str) -> None:
    assert Period.of(unit, DAY).part(part) == edtf  # type: ignore[arg-type]


@given(st.sampled_from(Unit), st.dates(min_value=dt.date(200, 1, 1), max_value=dt.date(9000, 1, 1)))
def test_neighbours_touch_and_a_period_holds_its_day(unit: Unit, day: dt.date) -> None:
    period = Period.of(unit, day)
    assert is_edtf(period.edtf)
    if unit is not Unit.WEEKEND:
        assert period.first <= day <= period.last
        assert period.shifted(1).first == period.last + dt.timedelta(1)


@given(st.sampled_from(Unit), st.integers())
def test_a_period_off_the_calendar_does_not_exist(unit: Unit, index: int) -> None:
    period = Period(unit, index)
    if period.exists:
        assert 1 <= period.first.year <= period.last.year <= 9999
