from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefsite.mentions.numbers import phrases
from briefsite.span import Span


def read(text: str) -> list[str]:
    return [f"{p.kind} {' '.join(p.words)}" for p in phrases.read(text, Span(0, len(text)), (), ())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The growth across the region has slowed", ["noun growth", "link across", "noun region", "verb has slowed"]),
        ("Prices rise", ["noun Prices", "verb rise"]),
        ("a sharp rise", ["noun sharp rise"]),
        ("the bank cut its rates", ["noun bank", "verb cut", "noun rates"]),
        ("a tax cut of", ["noun tax cut", "link of"]),
        ("labour costs rose", ["noun labour costs", "verb rose"]),
        ("the house costs about", ["noun house", "verb costs", "link about"]),
        ("the best performing sector fell", ["noun best performing sector", "verb fell"]),
        ("after meeting the board", ["link after", "verb meeting", "noun board"]),
        ("it has been forecast to slow", ["pronoun it", "verb has been forecast", "link to", "verb slow"]),
        ("these houses and those", ["noun houses", "join and", "pronoun those"]),
        ("he thinks that it is", ["pronoun he", "verb thinks", "clause that", "pronoun it", "verb is"]),
        ("the mill that burned", ["noun mill", "relative that", "verb burned"]),
        ("the Orrin Average fell", ["noun Orrin Average", "verb fell"]),
        ("newly built homes sold quickly", ["noun built homes", "verb sold"]),
    ],
)
def test_takes_a_sentence_apart(text: str, expected: list[str]) -> None:
    assert read(text) == expected


def test_numbers_and_dates_are_told_apart_by_who_found_them() -> None:
    text = "In 2019 rents rose 3%"
    found = phrases.read(text, Span(0, len(text)), [Span(19, 21)], [Span(3, 7)])
    assert [phrase.kind for phrase in found] == ["link", "date", "noun", "verb", "number"]


@given(st.text(max_size=120))
def test_phrases_stand_in_order_and_are_not_empty(text: str) -> None:
    found = phrases.read(text, Span(0, len(text)), (), ()) if text else []
    assert all(phrase.start < phrase.end for phrase in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
