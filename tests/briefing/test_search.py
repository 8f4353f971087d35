"""What differs between the source's words and those typed, as a message marks it."""

from __future__ import annotations

import pytest

from briefsite.briefing.search import marked

MARKED = [
    ("We were slow to hear it.", "We were slow to see it.", "We were slow to [hear] it.", "you have [see]"),
    ("We will not pay", "We will pay", "We will [not] pay", "you leave out what is in brackets"),
    ("We will pay", "We will gladly pay", "We will pay", "you add [gladly]"),
    ("the results, he said", "the outcomes, he said", "the [results], he said", "you have [outcomes]"),
    ("1,200 homes lost power", "1,300 homes had power", "[1,200] homes [lost] power", "you have [1,300] … [had]"),
    ("“It’s hard, and we go on”", "\"It's hard and we went on\"", "“It’s hard, and we [go] on”", "you have [went]"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "typed", "theirs", "yours"), MARKED, ids=[typed for _, typed, *_ in MARKED])
def test_what_differs_is_marked(source: str, typed: str, theirs: str, yours: str) -> None:
    assert marked(source, typed) == (theirs, yours)


@pytest.mark.parametrize(
    ("source", "typed"), [("one two three", "four five six"), ("a dam", "a dam"), ("“a” dam", '"a" dam')]
)
def test_nothing_is_marked_where_nothing_or_nearly_all_differs(source: str, typed: str) -> None:
    assert marked(source, typed) == (source, "")
