"""Which sentence of the new article is which one of the old."""

from __future__ import annotations

import pytest

from briefsite.article import read_article
from briefsite.briefing.merge.alignment import Alignment
from briefsite.source import Source

A = "The river Orva rose by 2 metres near the old mill on Monday night."
B = "About 40 homes in the valley were left without power until noon."
C = "The county will spend more on the levee at Calder Bend next year."
D = "The school in Mill Lane stays closed until the end of the week."
A3 = A.replace("2 metres", "3 metres")
SHORT = "He declined to comment."
LEANING = "She said so at a meeting in the town hall on Monday night."


def aligned(old: list[str], new: list[str]) -> dict[str, str]:
    """Old sentence → new sentence, where there is one; each is a paragraph."""
    one, other = (read_article(Source("x", "\n\n".join(sentences) + "\n")) for sentences in (old, new))
    alignment = Alignment(one, other)
    return {
        sentence.span.of(one.text): other.sentences[heirs[0]].span.of(other.text)
        for sentence in one.sentences
        if (heirs := alignment.heirs((sentence.span,)))
    }


@pytest.mark.parametrize(
    ("old", "new", "lost"),
    [
        ([A, B, C], [B, C], [A]),
        ([A, B, C], [B, C, A3], [A]),
        ([A, B], [D, B], [A]),
        ([SHORT, A, B], [A, B, SHORT], [SHORT]),
        ([LEANING, A, B], [A, B, LEANING], [LEANING]),
        ([A, B, C], [B, A3, C, A3], [A]),
        ([A, B, C, D], [B, C, D, A, A], [A]),
    ],
    ids=["gone", "a look-alike elsewhere", "another sentence", "a short one", "a leaning one", "two alike", "twice"],
)
def test_what_is_gone_stays_gone(old: list[str], new: list[str], lost: list[str]) -> None:
    found = aligned(old, new)
    assert [sentence for sentence in old if sentence not in found] == lost


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        ([A, B], [A, B], {A: A, B: B}),
        ([A, B, C], [D, A, B, C], {A: A, B: B, C: C}),
        ([A, B, C], [A3, B, C], {A: A3}),
        ([A, B, C], [D, A3, B, C], {A: A3}),
        ([A, B, C, D], [B, C, D, A], {A: A}),
        ([A, SHORT, B, C, D], [B, C, D, A, SHORT], {SHORT: SHORT}),
        ([A, B], [f"  {A.replace(' ', '  ')}", B], {A: A.replace(" ", "  ")}),
    ],
    ids=["same", "put in above", "reworded", "reworded below", "carried off", "with its neighbour", "typography"],
)
def test_a_sentence_is_known_again(old: list[str], new: list[str], pairs: dict[str, str]) -> None:
    found = aligned(old, new)
    assert {sentence: found.get(sentence) for sentence in pairs} == pairs


def test_each_new_sentence_is_one_old_one_at_most() -> None:
    found = aligned([A, A3, B], [A.replace("2", "4"), B])
    assert len(set(found.values())) == len(found)


def test_a_whole_rewritten_article_is_compared_in_a_moment() -> None:
    old = [f"The {n} old words of one report number {n * 7} differ from all the others here." for n in range(400)]
    new = [f"What {n} new words of the next account say {n * 3} is quite something else again." for n in range(400)]
    assert aligned(old, new) == {}
