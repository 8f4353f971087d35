from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefsite.span import Span, trimmed


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 3), (4, 2), (-1, 2)])
def test_an_empty_or_impossible_span_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_it_holds_offsets_from_its_start_to_before_its_end() -> None:
    span = Span(2, 5)
    assert [offset in span for offset in (1, 2, 4, 5)] == [False, True, True, False]
    assert len(span) == 3
    assert span.of("abcdefg") == "cde"


@pytest.mark.parametrize(
    ("other", "inside", "overlapping"),
    [
        (Span(2, 5), True, True),
        (Span(3, 4), True, True),
        (Span(1, 3), False, True),
        (Span(5, 6), False, False),
        (Span(0, 2), False, False),
        (Span(1, 9), False, True),
    ],
)
def test_spans_lie_inside_or_overlap_or_neither(other: Span, inside: bool, overlapping: bool) -> None:
    assert (other in Span(2, 5)) is inside
    assert Span(2, 5).overlaps(other) is overlapping
    assert other.overlaps(Span(2, 5)) is overlapping


def test_to_holds_both() -> None:
    assert Span(4, 6).to(Span(1, 2)) == Span(1, 6)


def test_order_is_by_place() -> None:
    assert sorted([Span(3, 4), Span(1, 9), Span(1, 2)]) == [Span(1, 2), Span(1, 9), Span(3, 4)]


@pytest.mark.parametrize(
    ("text", "words"), [("  a b ", "a b"), ("a", "a"), ("\r\n\u00a0a\t", "a"), ("   ", None), ("", None)]
)
def test_trimmed_takes_space_off_the_ends(text: str, words: str | None) -> None:
    span = trimmed(text, 0, len(text))
    assert (span.of(text) if span else None) == words


@given(st.text(alphabet=" a\n,"), st.integers(0, 9), st.integers(0, 9))
def test_trimmed_never_widens(text: str, start: int, end: int) -> None:
    start, end = min(start, len(text)), min(end, len(text))
    if span := trimmed(text, start, end, " ,"):
        assert start <= span.start < span.end <= end
        assert span.of(text) == text[start:end].strip(" ,")
    else:
        assert not text[start:end].strip(" ,")
