from __future__ import annotations

import pytest

from briefsite.article import read_article
from briefsite.briefing import VerifiedBriefing, decode, verify
from briefsite.report import report
from briefsite.source import Source

FLOOD = """\
The river Merrin rose on Monday, and about 1,200 homes lost power.

“We are tired,” said Mayor Ada Kell. “It’s hard, and we go on.”

High water is not new here. The river rose in 1953.

She called the dam “safe”. The dam is safe, she added, and safe it is.
"""
OTHER = "The dam held. Nobody was hurt.\n"
HEAD = "title: Flood\nsources:\n  - file: seeds/flood.txt\n"
TWO = HEAD + "  - id: s2\n    file: seeds/dam.txt\n"


def checked(items: str, head: str = HEAD, *, missing: bool = False) -> VerifiedBriefing:
    decoded = decode(Source("briefing/flood.yaml", head + items))
    articles = {
        "s1": read_article(Source("seeds/flood.txt", FLOOD)),
        "s2": read_article(Source("seeds/dam.txt", OTHER)),
    }
    if missing:
        articles = {}
    return verify(decoded, slug="flood", articles=articles)


def states(verified: VerifiedBriefing) -> list[str]:
    return [item.state for item in verified.items.values()]


GOOD = {
    "a sentence": "summary:\n  - text: The river Merrin rose on Monday\n    source: p1\n",
    "other spacing": "quotes:\n  - text: It’s hard,  and we go on.\n    source: p2\n",
    "segments": "quotes:\n  - text: [We are tired, we go on]\n    source: p2\n    speaker: Ada Kell\n",
    "two paragraphs": "background:\n  - text: x\n    evidence: [Mayor Ada Kell, in 1953]\n    source: [p2, p3]\n",
    "a role before the name": "people:\n  - name: Ada Kell\n    role: Mayor\n    source: p2\n",
    "evidence for own words": "summary:\n  - text: It failed.\n    evidence: homes lost power\n    source: p1\n",
    "a source by its name": "summary:\n  - text: The river Merrin rose\n    source: s1:p1\n",
    "words that tell who": "quotes:\n  - text: safe\n    speaker: Ada Kell\n    because: Ada Kell\n    source: p4\n",
    "a figure": "key_figures:\n  - {label: homes, value: 1200, evidence: 'about 1,200 homes', source: p1}\n",
    "a date as written": "timeline:\n  - {date: 1953, written_as: '1953', text: The river rose in 1953., source: p3}\n",
}


@pytest.mark.parametrize("items", GOOD.values(), ids=GOOD)
def test_words_that_stand_there_are_verified(items: str) -> None:
    verified = checked(items)
    assert report(verified.problems) == ""
    assert states(verified) == ["verified"]


def test_an_editors_own_word_needs_no_anchor() -> None:
    verified = checked("summary:\n  - text: I was there.\n    source: editor\n")
    assert verified.problems == ()
    assert states(verified) == ["editor"]


BAD = {
    "an altered word": (
        "summary:\n  - text: about 1,300 homes lost power\n    source: p1\n",
        "A001",
        "about 1,300 homes lost power",
        "nearest words in the source: “about [1,200] homes lost power” (p1); you have [1,300]",
    ),
    "words of nobody": (
        "summary:\n  - text: Bananas grow in hothouses\n    source: p1\n",
        "A001",
        "Bananas grow in hothouses",
        "evidence is copied from the source, word for word; your own words go into text",
    ),
    "part of a number": (
        "summary:\n  - text: about 1\n    source: p1\n",
        "A001",
        "about 1",
        "",
    ),
    "another paragraph": (
        "summary:\n  - text: High water is not new here\n    source: p1\n",
        "A004",
        "High water is not new here",
        "source: p3",
    ),
    "no such paragraph": (
        "summary:\n  - text: High water is not new here\n    source: p30\n",
        "A002",
        "p30",
        "the words stand in p3",
    ),
    "no such source": ("summary:\n  - text: x\n    source: s9:p1\n", "A003", "s9:p1", "it names: s1"),
    "wrong order": (
        "background:\n  - text: x\n    evidence: [lost power, The river]\n    source: p1\n",
        "A006",
        "The river",
        "put them in the order of the source",
    ),
    "two paragraphs in one text": (
        'summary:\n  - text: "1,200 homes lost power. “We are tired,”"\n    source: p1\n',
        "A001",
        '"1,200 homes lost power. “We are tired,”"',
        "make text a list, one entry a paragraph, and source too",
    ),
    "words that tell nobody": (
        "quotes:\n  - text: We are tired\n    because: Governor Ada Kell\n    source: p2\n",
        "A001",
        "Governor Ada Kell",
        "nearest words in the source: “[Mayor] Ada Kell” (p2); you have [Governor]",
    ),
    "written otherwise": (
        "timeline:\n  - {date: 1953, written_as: Tuesday, text: The river rose in 1953., source: p3}\n",
        "A001",
        "Tuesday",
        "",
    ),
    "a role of nobody": (
        "people:\n  - name: Ada Kell\n    role: Governor\n    source: p2\n",
        "A001",
        "Governor",
        "evidence is copied from the source, word for word; your own words go into text",
    ),
}


@pytest.mark.parametrize(("items", "code", "place", "help"), BAD.values(), ids=BAD)
def test_words_that_do_not_stand_there_are_lost(items: str, code: str, place: str, help: str) -> None:
    verified = checked(items)
    (problem,) = verified.problems
    assert problem.code == code
    assert problem.span
    assert problem.span.of(problem.source.text) == place
    assert states(verified) == ["lost"]
    if help:
        assert problem.help == help


WARNED = {
    "a stranger speaks": ("quotes:\n  - {text: We are tired, speaker: Bo Lind, source: p2}\n", "A005", "Bo Lind"),
    "another value": (
        "key_figures:\n  - {label: homes, value: 2100, evidence: 'about 1,200 homes', source: p1}\n",
        "A007",
        "2100",
    ),
    "the writer's words": ("quotes:\n  - {text: High water, speaker: Kell, source: p3}\n", "A008", "High water"),
}


@pytest.mark.parametrize(("items", "code", "place"), WARNED.values(), ids=WARNED)
def test_what_may_be_a_slip_is_a_warning(items: str, code: str, place: str) -> None:
    verified = checked(items)
    (problem,) = verified.problems
    assert problem.code == code
    assert problem.severity == "warning"
    assert problem.span
    assert problem.span.of(problem.source.text) == place
    assert states(verified) == ["verified"]


def test_several_sources_are_named_in_what_helps() -> None:
    verified = checked("summary:\n  - text: The dam held\n    source: s1:p1\n", TWO)
    assert [problem.help for problem in verified.problems] == ["source: s2:p1"]
    assert states(checked("summary:\n  - text: The dam held\n    source: s2:p1\n", TWO)) == ["verified"]


def test_a_source_that_could_not_be_read_loses_its_items_without_another_problem() -> None:
    verified = checked(GOOD["a sentence"], missing=True)
    assert verified.problems == ()
    assert states(verified) == ["lost"]


def test_anchors_are_the_places_of_the_words() -> None:
    (item,) = checked(GOOD["two paragraphs"]).items.values()
    assert [(anchor.source, anchor.paragraph, anchor.span.of(FLOOD)) for anchor in item.anchors] == [
        ("s1", 2, "Mayor Ada Kell"),
        ("s1", 3, "in 1953"),
    ]


def test_a_word_that_stands_there_twice_is_quoted_where_it_is_in_quotation_marks() -> None:
    text = "quotes:\n  - text: safe\n    speaker: Kell\n    source: p4\n"
    (item,) = checked(text).items.values()
    assert item.anchors[0].span.start == FLOOD.index("safe”")


def test_the_words_that_tell_who_come_with_their_place() -> None:
    (item,) = checked(GOOD["words that tell who"]).items.values()
    assert [anchor.span.of(FLOOD) for anchor in item.because] == ["Ada Kell"]


def test_a_broken_item_does_not_hide_the_problems_of_the_others() -> None:
    broken = "summary:\n  - txet: x\n    source: p1\n  - text: Bananas grow\n    source: p1\n"
    verified = checked(broken)
    assert [problem.code for problem in verified.problems if problem.code[0] == "A"] == ["A001"]
    (lost,) = [problem for problem in verified.problems if problem.code == "A001"]
    assert lost.span
    assert lost.span.of(lost.source.text) == "Bananas grow"


def test_an_undecoded_file_cannot_be_verified() -> None:
    with pytest.raises(ValueError, match="decoded"):
        checked("summary: [", "")
