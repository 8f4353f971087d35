"""Interviews: what is asked, what is answered, and what is no interview at all."""

from __future__ import annotations

import pytest

from heard import speech

_ANSWERED_IN_MARKS = "\n\n“Why now?”\n\n“It is late.”"
_ANSWERED = "\n\n“Why now?”\n\nIt is late in the year.\n\n“Will you stay?”\n\nThere is a lot to do."


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        pytest.param("Tide Radio interviewed Ada Holm on Monday.", "Tide Radio", id="interviewed"),
        pytest.param("Ada Holm spoke to Wikinews on Monday.", "Wikinews", id="whom she spoke to"),
        pytest.param("Reporter Jo Reyes spoke with Ada Holm on Monday.", "Jo Reyes", id="who spoke with her"),
        pytest.param("Ada Holm met us on Monday.", None, id="nobody is told"),
    ],
)
def test_questions_are_theirs_who_ask_them(text: str, asks: str | None) -> None:
    assert [speaker for _, speaker in speech(text + _ANSWERED)] == [asks, asks]
    assert [speaker for _, speaker in speech(text + _ANSWERED_IN_MARKS)] == [asks, "Ada Holm"]


def test_one_question_that_nobody_answers_in_marks_is_no_interview() -> None:
    text = "Ada Holm came to Lode on Monday.\n\n“Why are we here?”\n\nThe crowd had no answer to that."
    assert speech(text) == [("Why are we here?", "Ada Holm")]
