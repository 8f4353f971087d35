"""Which side of the article's day a date lies on; that day is Thursday 10 July 2025."""

from __future__ import annotations

import datetime as dt

import pytest

from briefsite.article import read_article
from briefsite.mentions.calendar import dates
from briefsite.source import Source


def found(text: str) -> list[str | None]:
    article = read_article(Source("seed.txt", text), date=dt.date(2025, 7, 10))
    return [mention.edtf for mention in dates.find(article)]


OPEN = {
    "what could not be done": ("She could not be reached for comment on Tuesday.", "2025-07-08"),
    "what would be done soon": ("He said he would meet them on Saturday.", "2025-07-12"),
    "what had been scheduled": ("The talks had been scheduled for Monday.", "2025-07-07"),
    "what was due by a day": ("The papers were due by Monday.", "2025-07-14"),
    "what was agreed": ("They agreed to meet on Saturday.", "2025-07-12"),
    "what was promised": ("She promised on Wednesday that they will not pay.", "2025-07-09"),
    "what was due in a month": ("The papers were due in June.", "2025-06"),
}


@pytest.mark.parametrize(("text", "edtf"), OPEN.values(), ids=OPEN)
def test_what_was_to_come_in_the_past_lies_on_the_nearer_side(text: str, edtf: str) -> None:
    assert found(text)[-1:] == [edtf]


OF_A_NOUN = {
    "a vote that is over": ("They would look for ways to get around Tuesday’s vote.", "2025-07-08"),
    "a debate that is over": ("She will speak of their June 13 debate.", "2025-06-13"),
    "a report that is out": ("He will read the June jobs report.", "2025-06"),
    "a meeting ahead": ("Friday’s meeting will be short.", "2025-07-11"),
}


@pytest.mark.parametrize(("text", "edtf"), OF_A_NOUN.values(), ids=OF_A_NOUN)
def test_a_date_of_a_noun_follows_the_verb_only_so_far(text: str, edtf: str) -> None:
    assert found(text)[-1:] == [edtf]


AHEAD = {
    "a timetable": ("In May she retires.", "2026-05"),
    "a participle of a noun": ("They will meet at a contested convention in December.", "2025-12"),
    "a clause put in": ("They consider whether to raise it, which stood at 5 last May, before the winter.", "2025-24"),
    "a passive present": ("They are required to answer by 31 October.", "2025-10-31"),
    "before a vote": ("They ask whether she will leave before Tuesday’s vote.", "2025-07-15"),
    "ahead of": ("It rained ahead of Friday’s match.", "2025-07-11"),
}


@pytest.mark.parametrize(("text", "edtf"), AHEAD.values(), ids=AHEAD)
def test_what_is_to_come_is_dated_ahead(text: str, edtf: str) -> None:
    assert found(text)[-1:] == [edtf]


PAST = {
    "next to a place": ("The bomb went off next to the embassy on Friday.", "2025-07-04"),
    "a month two months ahead": ("She first stirred crowds in September.", "2024-09"),
    "a plan as a noun": ("She announced a spending plan on Monday.", "2025-07-07"),
    "won, which is no won’t": ("In other voting on Tuesday, Oster won.", "2025-07-08"),
    "after a day": ("Following Monday’s debate she left.", "2025-07-07"),
}


@pytest.mark.parametrize(("text", "edtf"), PAST.values(), ids=PAST)
def test_what_is_over_is_dated_back(text: str, edtf: str) -> None:
    assert found(text)[-1:] == [edtf]
