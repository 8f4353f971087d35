from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefsite.article.paragraphs import split_paragraphs
from briefsite.span import Span


def kinds(text: str) -> list[tuple[str, str]]:
    return [(span.of(text), kind) for span, kind in split_paragraphs(text, Span(0, len(text)))]


SENTENCE = "The harbour board met on Tuesday to look at the dredging plan."


@pytest.mark.parametrize(
    "line",
    [
        "Brandt went on:",
        "“A plan without money",
        "- the north pier",
        "and then it rained",
        "The board has met twice since the storm and each time it put off the vote on the pier",
        "What, then, of the pier?",
    ],
)
def test_a_line_that_is_no_heading(line: str) -> None:
    assert kinds(f"{line}\n\n{SENTENCE}")[0] == (line, "text")


@pytest.mark.parametrize(
    "line",
    [
        "Solutions have proved elusive",
        "What happens next?",
        "## Money",
        "**Money**",
        "Notes to editors:",
        "THE PLAN",
        "10 July 2025",
    ],
)
def test_a_heading_without_markup(line: str) -> None:
    assert kinds(f"{line}\n\n{SENTENCE}")[0] == (line, "heading")


def test_the_last_line_is_no_heading() -> None:
    assert kinds(f"{SENTENCE}\n\nThe vote is on Monday")[-1][1] == "text"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85", "\n\n", "\r\n\r\n", "\n \u00a0\n"])
def test_every_line_end_parts_paragraphs(end: str) -> None:
    assert kinds(f"{SENTENCE}{end}{SENTENCE}") == [(SENTENCE, "text")] * 2


def test_space_of_every_width_is_trimmed() -> None:
    assert kinds(f"\ufeff\u3000{SENTENCE}\u00a0\u200b\n") == [(SENTENCE, "text")]


WRAPPED = """\
The harbour board met on Tuesday to look at the dredging
plan, which has been put off twice since the storm that
broke the north pier in March.

Ada Kell, who chairs it, said that the money was there but
that the ships were not, and that a second tender would be
opened before the summer."""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_lines_broken_at_a_fixed_width_are_one_paragraph(end: str) -> None:
    found = kinds(WRAPPED.replace("\n", end))
    assert [kind for _, kind in found] == ["text", "text"]
    assert found[0][0].endswith("in March.")


def test_a_list_of_short_lines_stays_lines() -> None:
    assert len(kinds("The north pier.\nThe south pier.\nThe old lock.\nThe sea wall.")) == 4


def test_what_follows_an_end_mark_is_no_part_of_the_article() -> None:
    release = f"FOR IMMEDIATE RELEASE\n\n{SENTENCE}\n\n{SENTENCE}\n\nENDS\n\nAbout the board\n\nIt has run the harbour."
    assert [kind for _, kind in kinds(release)] == ["furniture", "text", "text", *["furniture"] * 3]


def test_a_mark_between_sections_does_not_end_the_article() -> None:
    assert kinds(f"{SENTENCE}\n\n###\n\n{SENTENCE}\n\n{SENTENCE}")[-1][1] == "text"


@given(st.text(st.sampled_from("Ab .\n\r\u2028\u00a0\u200b#-*:”?3<{"), max_size=80))
def test_paragraphs_are_in_order_and_never_empty(text: str) -> None:
    spans = [span for span, _ in split_paragraphs(text, Span(0, len(text)) if text else None)]
    assert all(span.of(text).strip() for span in spans)
    assert all(before.end <= after.start for before, after in pairwise(spans))
