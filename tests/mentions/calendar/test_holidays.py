"""Days with a name; the article's day is Thursday 10 July 2025."""

from __future__ import annotations

import datetime as dt

import pytest

from briefsite.article import read_article
from briefsite.lexicon import table
from briefsite.mentions.calendar import dates
from briefsite.mentions.calendar.holidays import day_of, easter
from briefsite.source import Source


def found(text: str) -> list[tuple[str, str | None]]:
    article = read_article(Source("seed.txt", text), date=dt.date(2025, 7, 10))
    return [(mention.span.of(text), mention.edtf) for mention in dates.find(article)]


LEAVES_ALONE = [
    "The Good Friday Agreement holds.",
    "They want it before the Christmas break.",
    "She told the Easter crowd.",
    "They fasted until Ramadan.",
]


@pytest.mark.parametrize("text", LEAVES_ALONE)
def test_leaves_alone(text: str) -> None:
    assert found(text) == []


FINDS = [
    ("They met on Good Friday.", "Good Friday", "2025-04-18"),
    ("It shut on Easter Monday.", "Easter Monday", "2025-04-21"),
    ("It was over by Easter 2019.", "Easter 2019", "2019-04-21"),
    ("She spoke of the Sept. 11 attacks.", "Sept. 11 attacks", "2001-09-11"),
    ("They wed on New Year's Day in 1941.", "New Year's Day in 1941", "1941-01-01"),
    ("It opened on Black Friday 2024.", "Black Friday 2024", "2024-11-29"),
    ("It will open on Thanksgiving.", "Thanksgiving", "2025-11-27"),
]


@pytest.mark.parametrize(("text", "words", "edtf"), FINDS, ids=[row[1] for row in FINDS])
def test_finds(text: str, words: str, edtf: str) -> None:
    assert found(text) == [(words, edtf)]


EASTERS = {1818: "03-22", 1943: "04-25", 2000: "04-23", 2008: "03-23", 2024: "03-31", 2038: "04-25"}
"""The earliest and the latest that there can be, a leap century, and years between."""


@pytest.mark.parametrize("year", EASTERS)
def test_easter_is_that_of_the_gregorian_calendar(year: int) -> None:
    day = easter(year)
    assert day is not None
    assert day.timex == f"{year}-{EASTERS[year]}"


@pytest.mark.parametrize("name", table("holidays"))
def test_every_holiday_of_the_list_has_a_day_in_every_year(name: str) -> None:
    assert all(day_of(table("holidays")[name], year) for year in range(1900, 2100))
