from __future__ import annotations

import pytest

from briefsite.briefing.spelling import close, meant

KEYS = ("text", "evidence", "source", "note", "id", "date", "due", "speaker")


@pytest.mark.parametrize("typed", ["sour", "i", "ids", "tone", "xource_x", "", "text2024", "dute"])
def test_what_may_be_something_else_is_no_slip(typed: str) -> None:
    assert meant(typed, KEYS) is None


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("sorce", "source"),
        ("Source", "source"),
        ("suorce", "source"),
        ("sources", "source"),
        ("soufce", "source"),
        ("evidense", "evidence"),
        ("speakr", "speaker"),
        ("txet", "text"),
    ],
)
def test_one_letter_off_one_word_is_a_slip(typed: str, word: str) -> None:
    assert meant(typed, KEYS) == word


def test_a_word_as_near_to_two_is_neither() -> None:
    assert meant("datx", ("date", "data")) is None
    assert close("datx", ("date", "data")) in ("date", "data")


def test_what_is_like_a_word_is_asked_about() -> None:
    assert close("speakers_name", KEYS) == "speaker"
    assert close("zzz", KEYS) is None
