"""Fiscal years and quarters; the article's day is Thursday 10 July 2025."""

from __future__ import annotations

import datetime as dt

import pytest

from briefsite.article import read_article
from briefsite.mentions.calendar import dates
from briefsite.source import Source


def found(text: str) -> list[tuple[str, str, str | None]]:
    article = read_article(Source("seed.txt", text), date=dt.date(2025, 7, 10))
    return [(mention.span.of(text), mention.value, mention.edtf) for mention in dates.find(article)]


TOLD = [
    ("It earned more in the year ended March 31.", "the year", "P1Y", "2024-04/2025-03"),
    ("It earned more in the fiscal year ended June 30, 2024.", "the fiscal year", "P1Y", "2023-07/2024-06"),
    ("It will earn more in the year ending June 30, 2026.", "the year", "P1Y", "2025-07/2026-06"),
    ("Sales rose in the quarter ended May 31.", "the quarter", "2025-Q2", "2025-03/2025-05"),
    ("Sales rose in the second quarter ended Oct. 31.", "the second quarter", "2024-Q2", "2024-08/2024-10"),
    ("Sales rose in the third quarter ended Sept. 30, 2024.", "the third quarter", "2024-Q3", "2024-07/2024-09"),
    ("Sales rose in the nine months ended Sept. 30, 2024.", "the nine months", "P9M", "2024-01/2024-09"),
]


@pytest.mark.parametrize(("text", "words", "value", "edtf"), TOLD, ids=[row[0] for row in TOLD])
def test_a_stretch_lies_where_its_end_is_told(text: str, words: str, value: str, edtf: str) -> None:
    assert found(text)[0] == (words, value, edtf)


def test_books_closed_in_the_first_days_of_a_month_close_the_month_before() -> None:
    assert found("Sales rose in the quarter ended July 2.")[0][2] == "2025-04/2025-06"


UNTOLD = [
    ("Sales rose in the fiscal third quarter.", "2025-Q3", None),
    ("Sales rose in fiscal 2024.", "2024", "2024~"),
    ("Sales rose in the 2024 fiscal year.", "2024", "2024~"),
    ("Sales will rise this fiscal year.", "2025", "2025~"),
]


@pytest.mark.parametrize(("text", "value", "edtf"), UNTOLD, ids=[row[0] for row in UNTOLD])
def test_nothing_is_made_up_of_bounds_that_nobody_tells(text: str, value: str, edtf: str | None) -> None:
    assert [row[1:] for row in found(text)] == [(value, edtf)]


def test_a_year_earlier_is_the_same_fiscal_quarter() -> None:
    text = "Sales rose in the second quarter ended Oct. 31, up from a year earlier."
    assert found(text)[-1] == ("a year earlier", "2023-Q2", "2023-08/2023-10")


def test_of_a_quarter_without_bounds_a_year_earlier_has_none() -> None:
    assert found("Sales rose in the fiscal third quarter. They fell a year ago.")[-1] == ("a year ago", "2024-Q3", None)


def test_the_end_of_a_quarter_may_be_told_in_a_later_sentence() -> None:
    text = "Profit rose in the fiscal third quarter. Sales for the quarter ended May 31 grew."
    assert found(text)[1] == ("the quarter", "2025-Q3", "2025-03/2025-05")
