"""Words merely in quotation marks: what the words around them say that they are, and what stays somebody's."""

from __future__ import annotations

import pytest

from heard import speech


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ada Holm said the homes were rated “highly critical” in May.", id="a class"),
        pytest.param("Ada Holm said the river was classified as “unsafe” in May.", id="a class behind as"),
        pytest.param("Ada Holm said the move, code-named “blue lake”, was late.", id="a code name"),
        pytest.param("Ada Holm said the firm was known locally as “the shark tank”.", id="an adverb between"),
        pytest.param("The board answered with a paper called “the road ahead”, Ada Holm said.", id="a name she tells"),
        pytest.param("Ada Holm said her name, which means “river of gold”, was a gift.", id="a meaning"),
        pytest.param("Ada Holm said staff had to delete all references to “global warming”.", id="words spoken of"),
        pytest.param("Ada Holm told NBC’s “Today” that she was late.", id="a programme"),
        pytest.param("Ada Holm told “Fox and Friends” that she was late.", id="whom she told"),
        pytest.param("James “Jim” Holm said it was late.", id="a short name"),
        pytest.param("Ada “the Oar” Holm said it was late.", id="a nickname"),
        pytest.param("The “B” team met on Monday, Ada Holm said.", id="a letter"),
    ],
)
def test_words_that_are_named_rated_or_spoken_of_are_no_speech(text: str) -> None:
    assert speech(text) == []


def test_a_word_that_stands_for_another_is_no_speech() -> None:
    assert speech("Ada Holm noted that the phrase “phase-out” had become “phase-down” in the last draft.") == []


def test_a_word_beside_a_word_is_one_too() -> None:
    assert speech("Ada Holm said she never uses the terms “red”, “blue” and “green” in her work.") == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ada Holm called it a “witch hunt”.", id="called"),
        pytest.param("The board was fined for what Ada Holm calls a “witch hunt”.", id="what she calls"),
        pytest.param("Ada Holm said she was asked to stop the “witch hunt”.", id="what she was asked to do"),
        pytest.param("Ada Holm, in her words, saw a “witch hunt”.", id="in her words"),
        pytest.param("The board will play the “witch hunt” card, Ada Holm said.", id="a verb that is a noun as well"),
        pytest.param("The board, said Ada Holm, sees a “witch hunt”.", id="behind her"),
    ],
)
def test_what_somebody_calls_something_is_theirs(text: str) -> None:
    assert speech(text) == [("witch hunt", "Ada Holm")]


def test_what_it_means_in_a_sentence_is_hers() -> None:
    assert speech("Ada Holm said the vote means “we all have to wait again”.") == [
        ("we all have to wait again", "Ada Holm")
    ]


def test_the_name_of_a_document_is_no_speech() -> None:
    assert speech("Holm said so. The report, “No News Is Good News: A Study by the Board,” criticises it.") == []
    assert speech("The report, “No News Is Good News,” criticises the board.") == []
