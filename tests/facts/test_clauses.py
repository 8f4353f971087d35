"""Where a sentence is cut, and where it is left whole."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefsite.facts.clauses import clauses
from briefsite.span import Span


def cut(text: str, *dates: str) -> list[str]:
    spans = [Span(text.index(date), text.index(date) + len(date)) for date in dates]
    return [clause.of(text) for clause in clauses(text, Span(0, len(text)), spans)]


WHOLE = {
    "no subject after the cut": "He resigned in 2019, and moved to Spain.",
    "a list": "They met in Rome, Paris, and London.",
    "a clause that leans on the first": "She said that it was late, and that they would leave.",
    "a relative clause": "It was the plan, which was scrapped.",
    "inside a quotation": "“It was late, and they were tired,” he said.",
    "inside brackets": "The plan (it was late, and they were tired) failed.",
    "straight marks": 'He said "it was late, and they were tired" again.',
    "no verb before the cut": "In the year of the flood, and it was late.",
}


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE)
def test_leaves_whole(text: str) -> None:
    assert cut(text) == [text]


CUT = {
    "and": ("It was late, and they were tired.", ["It was late", "they were tired."]),
    "but": ("It was late, but nobody left.", ["It was late", "nobody left."]),
    "semicolon": ("It was late; nobody left.", ["It was late", "nobody left."]),
}


@pytest.mark.parametrize(("text", "parts"), CUT.values(), ids=CUT)
def test_cuts(text: str, parts: list[str]) -> None:
    assert cut(text) == parts


def test_a_clause_may_begin_with_its_date() -> None:
    text = "It was planned in 2018, but in 2020 the plan failed."
    assert cut(text, "2020") == ["It was planned in 2018", "in 2020 the plan failed."]


@given(st.text(alphabet='a was,;"“”() and', min_size=1))
def test_clauses_stand_in_order_inside_the_sentence(text: str) -> None:
    end = 0
    for clause in clauses(text, Span(0, len(text))):
        assert end <= clause.start < clause.end <= len(text)
        assert clause.of(text).strip()
        end = clause.end


def test_a_sentence_of_nothing_but_cuts_is_read_in_linear_time() -> None:
    text = "a, and " * 20_000
    started = time.process_time()
    clauses(text, Span(0, len(text)))
    assert time.process_time() - started < 2
