"""Long texts are cut between words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefsite.pages.words import clip


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("ten pumps", "ten pumps"),
        ("ten pumps at work", "ten pumps…"),
        ("ten pump, at work", "ten pump…"),
        ("unverständlicherweise", "unverstän…"),
    ],
)
def test_whole_words_are_kept(text: str, shown: str) -> None:
    assert clip(text, 10) == shown


@given(st.text(), st.integers(2, 30))
def test_what_is_clipped_is_never_longer(text: str, length: int) -> None:
    assert len(clip(text, length)) <= length
