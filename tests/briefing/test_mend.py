"""What is certain is mended, in those characters and no other; what is not is left alone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefsite.article import read_article
from briefsite.briefing import decode, verify
from briefsite.briefing.mend import Mended, mend
from briefsite.source import Source

if TYPE_CHECKING:
    from briefsite.diagnostic import Diagnostic

ARTICLE = """\
The river Merrin rose on Monday, and 1,200 homes lost power.

“We’re tired – it’s hard, and we go on,” said Mayor Ada Kell. “We are safe.”

High water is not new here. “Safe” is what they called the dam in 1953.
"""
HEAD = "title: Flood  # of 2026\nstatus: draft\nsources:\n  - file: seeds/flood.txt\n"


def problems(source: Source) -> tuple[Diagnostic, ...]:
    decoded = decode(source)
    if not decoded.sound:
        return decoded.problems
    return verify(decoded, slug="b", articles={"s1": read_article(Source("seeds/flood.txt", ARTICLE))}).problems


def mended(items: str, head: str = HEAD) -> Mended:
    source = Source("briefing/b.yaml", head + items)
    return mend(source, problems(source), problems)


POINT = "summary:\n  - text: High water is not new here.\n    source: p3\n"
LEFT_ALONE = {
    "nothing wrong": POINT,
    "an altered word": "summary:\n  - text: High tide is not new here.\n    source: p3\n",
    "words in two other paragraphs": "quotes:\n  - text: safe\n    speaker: Kell\n    source: p1\n",
    "a quote that the other paragraph has in nobody's mouth": (
        "quotes:\n  - {text: High water is not new, speaker: Ada Kell, source: p2}\n"
    ),
    "a quote of a word or two": "quotes:\n  - text: we go\n    speaker: Kell\n    source: p1\n",
    "a key that may be another": "summary:\n  - txxxt: High water is not new here.\n    source: p3\n",
    "a misspelt key beside the right one": f"{POINT}    sorce: p2\n",
    "a value that may be another": f"{POINT}date: July 2025\n",
    "a colon before what may be a comment": "summary:\n  - text: one: two # three\n    source: editor\n",
    "a quotation mark that is not closed": 'summary:\n  - text: "High water is not new here.\n    source: p3\n',
    "other spacing": "quotes:\n  - {text: 'we  go on', speaker: Ada Kell, source: p2}\n",
    "words of two paragraphs": (
        "summary:\n  - text: x\n    evidence: [1200 homes lost power, High water is not]\n    source: p2\n"
    ),
    "two ids of items that both were edited": (
        "summary:\n  - {text: High water, source: p3, id: s-aaaa}\n  - {text: not new here, source: p3, id: s-aaaa}\n"
    ),
}


@pytest.mark.parametrize("items", LEFT_ALONE.values(), ids=LEFT_ALONE)
def test_what_is_not_certain_is_left_alone_and_not_promised(items: str) -> None:
    after = mended(items)
    assert not [problem for problem in after.problems if problem.fix]
    assert after.mends == ()
    assert after.source.text == HEAD + items
    assert after.problems == problems(after.source)


MENDED = {
    "typography": (
        "quotes:\n  - text: We're tired -- it's hard, and we go on,\n    speaker: Ada Kell\n    source: p2\n",
        "quotes:\n  - text: We’re tired – it’s hard, and we go on,\n    speaker: Ada Kell\n    source: p2\n",
    ),
    "typography in single marks, with a comment": (
        "quotes:\n  - text: 'it''s hard'   # so she said\n    speaker: Ada Kell\n    source: p2\n",
        "quotes:\n  - text: 'it’s hard'   # so she said\n    speaker: Ada Kell\n    source: p2\n",
    ),
    "typography over lines": (
        "summary:\n  - text: x\n    evidence: >-\n      tired - it's hard,\n      and we go on\n    source: p2\n",
        "summary:\n  - text: x\n    evidence: >-\n      tired – it’s hard,\n      and we go on\n    source: p2\n",
    ),
    "a moved paragraph": (
        "summary:\n  - text: High water is not new here.\n    source:   'p1'  # top\n",
        "summary:\n  - text: High water is not new here.\n    source:   'p3'  # top\n",
    ),
    "a paragraph that is not there": (
        "summary:\n  - {text: High water is not new here., source: p30}\n",
        "summary:\n  - {text: High water is not new here., source: p3}\n",
    ),
    "a moved quote of many words": (
        "quotes:\n  - text: [it’s hard, we go on]\n    speaker: Ada Kell\n    source: [p1]\n",
        "quotes:\n  - text: [it’s hard, we go on]\n    speaker: Ada Kell\n    source: [p2]\n",
    ),
    "keys": (
        "summery:\n  - txet: High water is not new here.\n    Source: p3\n",
        "summary:\n  - text: High water is not new here.\n    source: p3\n",
    ),
    "a key that hid a moved paragraph": (
        "summary:\n  - txet: High water is not new here.\n    source: p1\n",
        "summary:\n  - text: High water is not new here.\n    source: p3\n",
    ),
    "a chosen value, and a date": (
        "date: 2026-3-9\nopen_questions:\n  - {question: Why?, kind: Decison, source: editor}\n",
        "date: 2026-03-09\nopen_questions:\n  - {question: Why?, kind: decision, source: editor}\n",
    ),
    "colons in texts": (
        "notes: She said: no\nsummary:\n  - text: one: two\n    source: editor\n",
        'notes: "She said: no"\nsummary:\n  - text: "one: two"\n    source: editor\n',
    ),
    "a text that begins as something else": (
        "notes: @home we go on\nsummary:\n  - text: \"We will,\" he said.\n    source: editor\n",
        "notes: \"@home we go on\"\nsummary:\n  - text: '\"We will,\" he said.'\n    source: editor\n",
    ),
    "a missing space": (
        "date:2026-03-09\n" + POINT,
        "date: 2026-03-09\n" + POINT,
    ),
    "the id of a copy": (
        f"{POINT}    id: s-aaaa\n  - text: High water is not new here.\n    source: p3\n    id: s-aaaa\n",
        f"{POINT}    id: s-aaaa\n  - text: High water is not new here.\n    source: p3\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("items", "expected"), MENDED.values(), ids=MENDED)
def test_what_is_certain_is_mended_and_nothing_else_moves(items: str, expected: str) -> None:
    after = mended(items)
    assert after.source.text == HEAD + expected
    assert after.mends
    assert not [problem for problem in after.problems if problem.fix]


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
@pytest.mark.parametrize(("items", "expected"), MENDED.values(), ids=MENDED)
def test_line_ends_stay_what_they_are(items: str, expected: str, ends: str) -> None:
    after = mended(items.replace("\n", ends), HEAD.replace("\n", ends))
    assert after.source.text == (HEAD + expected).replace("\n", ends)


@pytest.mark.parametrize(("items", "expected"), MENDED.values(), ids=MENDED)
def test_a_second_run_has_nothing_to_do(items: str, expected: str) -> None:
    again = mended(mended(items).source.text, "")
    assert again.mends == ()
    assert again.source.text == HEAD + expected


def test_of_an_item_and_its_edited_copy_the_copy_loses_the_id_wherever_it_stands() -> None:
    decoded = decode(Source("b.yaml", HEAD + POINT))
    assert decoded.briefing
    own = decoded.briefing.summary[0].id
    copy = f"  - id: {own}\n    text: The river Merrin rose on Monday\n    source: p1\n"
    original = f"  - text: High water is not new here.\n    source: p3\n    id: {own}\n"
    without = "  - text: The river Merrin rose on Monday\n    source: p1\n"
    assert mended(f"summary:\n{copy}{original}").source.text == f"{HEAD}summary:\n{without}{original}"
    assert mended(f"summary:\n{original}{copy}").source.text == f"{HEAD}summary:\n{original}{without}"


def test_a_mend_that_would_do_harm_is_not_made() -> None:
    source = Source("briefing/b.yaml", HEAD + MENDED["a moved paragraph"][0])
    worse = partial(lambda before, text: before if text == source else (*before, *before), problems(source))
    after = mend(source, problems(source), worse)
    assert after.mends == ()
    assert after.source == source


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from([items for items, _ in MENDED.values()] + list(LEFT_ALONE.values())), max_size=4),
    st.data(),
)
def test_mending_never_raises_and_comes_to_an_end(parts: list[str], data: st.DataObject) -> None:
    text = HEAD + "".join(parts)
    if data.draw(st.booleans()):
        at = data.draw(st.integers(0, len(text)))
        text = text[:at] + data.draw(st.text(max_size=3)) + text[at:]
    source = Source("briefing/b.yaml", text)
    after = mend(source, problems(source), problems)
    again = mend(after.source, after.problems, problems)
    assert again.mends == ()
    for problem, fix in after.mends:
        assert problem.fix == fix
        assert fix.span.end <= len(problem.source.text)
