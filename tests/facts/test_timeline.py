"""Timelines of short articles; the article's day is Thursday 10 July 2025."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefsite.article import Article, read_article
from briefsite.facts import timeline
from briefsite.mentions import find_mentions
from briefsite.source import Source

THURSDAY = dt.date(2025, 7, 10)


def article(text: str) -> Article:
    return read_article(Source("seed.txt", text), date=THURSDAY)


def events(text: str) -> list[tuple[str, str, str]]:
    read = article(text)
    found = timeline.find(read, find_mentions(read))
    return [(event.date, event.written_as.of(text), event.text.of(text)) for event in found]


LEAVES_ALONE = {
    "a length": "It lasted for six months.",
    "vague words": "They slashed the boats in recent days, and they do so now.",
    "a time of the clock": "Doors open at 10 a.m. as usual.",
    "what is compared with": "Arrivals were up by about 50% from the same period last year.",
    "what a figure exceeds": "Far more came than in 2023.",
    "today for nowadays": "Today, one in three of the drivers is a woman.",
    "the year of a budget": "It is a tenth of the council’s budget for the year.",
    "what speech only imagines": "“If they close it, the street will be empty by February,” said Ines Calder.",
    "what would have been": "“I would have signed in 2019,” said Bram Oster.",
    "a length counted in speech from no day": "“They answer us twenty years later,” said Ines Calder.",
    "a heading": "The summer of 2024\n\nIt was warm, and the sea was calm.",
}


@pytest.mark.parametrize("text", LEAVES_ALONE.values(), ids=LEAVES_ALONE)
def test_leaves_alone(text: str) -> None:
    assert events(text) == []


def test_events_stand_in_calendar_order_with_those_to_come() -> None:
    text = "He will resign in October. He spoke on Wednesday. The plan was made in 2022. It was scrapped in July 2024."
    assert [date for date, _, _ in events(text)] == ["2022", "2024-07", "2025-07-09", "2025-10"]


def test_a_sentence_tells_its_event() -> None:
    text = "He said little. The plan was made in 2022 by others."
    assert events(text) == [("2022", "2022", "The plan was made in 2022 by others.")]


def test_where_a_figure_began_and_where_it_went_are_two_events() -> None:
    text = "The herds declined from 5 million cows in 1950 to 2 million in 2007."
    assert [date for date, _, _ in events(text)] == ["1950", "2007"]


def test_two_dated_clauses_are_two_events() -> None:
    text = "About 37,000 people came in 2024, and more than 20,000 made the crossing in May 2025."
    assert [words for _, _, words in events(text)] == [
        "About 37,000 people came in 2024",
        "more than 20,000 made the crossing in May 2025.",
    ]


STRETCHES = {
    "from, to": ("She led it from 1994 to 2002.", "1994/2002", "1994 to 2002"),
    "between, and": ("It ran between May 2024 and July 2024.", "2024-05/2024-07", "May 2024 and July 2024"),
    "backwards": ("It went from 2002 to 1994.", "1994", "1994"),
    "two events": ("She came in 1994 and left in 2002.", "1994", "1994"),
}


@pytest.mark.parametrize(("text", "date", "words"), STRETCHES.values(), ids=STRETCHES)
def test_two_dates_that_bound_a_stretch_are_one(text: str, date: str, words: str) -> None:
    assert events(text)[0][:2] == (date, words)


def test_a_clause_without_a_subject_of_its_own_is_not_cut_off() -> None:
    text = "He resigned in 2019, and moved to Spain in 2021."
    assert [words for _, _, words in events(text)] == [text, text]


def test_a_quotation_is_never_cut() -> None:
    text = "“We met in 2019, and we were friends until 2021,” he said."
    assert [words for _, _, words in events(text)] == [text, text]


def test_words_from_the_middle_of_a_speech_are_shown_with_all_of_it() -> None:
    text = "“It was hard. We came in 2019. Nobody helped,” she said. They left."
    read = article(text)
    found = timeline.find(read, find_mentions(read))
    assert [event.text.of(text) for event in found] == ["“It was hard. We came in 2019. Nobody helped,” she said."]


def test_a_long_speech_is_not_shown_for_one_date_in_it() -> None:
    text = "“" + "It was hard. " * 5 + "We came in 2019. Nobody helped,” she said."
    read = article(text)
    assert timeline.find(read, find_mentions(read)) == ()


def test_a_date_twice_in_one_sentence_is_one_event() -> None:
    assert len(events("Today marks the day, and she said today that it was good.")) == 1


_VOCABULARY = "in 2024 , and ; but it was “ ” ( ) May 5 ago years 2 up from than"
_WORDS = st.sampled_from(_VOCABULARY.split())


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.text(), st.lists(_WORDS).map(" ".join)))
def test_every_event_is_told_in_one_paragraph_by_words_that_hold_its_date(text: str) -> None:
    read = article(text)
    found = timeline.find(read, find_mentions(read))
    assert len({(event.date, event.text) for event in found}) == len(found)
    for event in found:
        assert event.written_as in event.text
        assert any(event.text in paragraph.span for paragraph in read.paragraphs)


def test_a_dateline_is_no_event_and_the_day_of_its_sentence_is() -> None:
    text = "MERROW, July 8 - The port closed on Tuesday after a fire."
    assert [event[:2] for event in events(text)] == [("2025-07-08", "Tuesday")]


def test_a_day_is_told_once_where_two_sentences_say_the_same_of_it() -> None:
    text = "The port of Merrow closed on Tuesday after a fire.\n\nMerrow’s port closed on Tuesday after a fire there."
    assert len(events(text)) == 1


def test_two_events_of_one_day_are_both_told() -> None:
    text = "The port of Merrow closed on Tuesday after a fire.\n\nA train left its rails near Lode on Tuesday."
    assert len(events(text)) == 2


def test_weeks_after_a_year_are_no_event_of_their_own() -> None:
    assert [event[0] for event in events("In 2019 a spoon was taken and came back a week later.")] == ["2019"]
