"""briefing/people.yml: who is one person across briefings, and what may be."""

from __future__ import annotations

import pytest

from briefsite.briefing import Entry, Joins, Named, is_full_name, proposals, read_joins, unknown_names
from briefsite.report import report
from briefsite.source import Source


def joins(text: str) -> Joins:
    return read_joins(Source("briefing/people.yml", text))


def test_entries_are_names_in_briefings() -> None:
    [join] = joins(
        "accepted:\n  - name: Maud\n    named: {flood: Maud Ferrant, inquiry: [M. O’Hara, Ferrant]}\n"
    ).accepted
    assert join.entries == {
        Entry("flood", "maud ferrant"),
        Entry("inquiry", "m. o'hara"),
        Entry("inquiry", "ferrant"),
    }


@pytest.mark.parametrize("text", ["", "# only a comment\n", "accepted:\nproposed:\nrefused:\n"])
def test_a_file_that_says_nothing_joins_nobody(text: str) -> None:
    assert joins(text).accepted == joins(text).problems == ()


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("- a\n", "1:1", "lists were expected"),
        ("acepted: []\n", "1:1", "did you mean “accepted”"),
        ("accepted: everyone\n", "1:11", "a list of entries"),
        ("accepted:\n  - Maud\n", "2:5", "name and named"),
        ("accepted:\n  - name: Maud\n", "2:5", "needs “named”"),
        ("accepted:\n  - name: Maud\n    named: Maud\n", "3:12", "briefings with the name in each"),
        ("accepted:\n  - {name: Maud, named: {a: b}, date: soon}\n", "2:39", "a date such as"),
        ("accepted:\n  - {name: Maud, named: {a: b}, wy: x}\n", "2:33", "did you mean “why”"),
        ("accepted: [\n", "", "P001|Y001"),
        ("accepted: *x\n", "1:11", "Y003"),
    ],
)
def test_a_broken_file_is_a_problem_at_its_place(text: str, place: str, words: str) -> None:
    read = joins(text)
    assert not read.is_readable
    assert not read.accepted
    told = report(read.problems, "text")
    assert f"briefing/people.yml:{place}" in told
    assert any(word in told for word in words.split("|")), told


def test_an_accepted_name_that_no_briefing_has_is_told() -> None:
    text = "accepted:\n  - name: Maud\n    named:\n      flod: Maud\n      inquiry: Mod\n"
    source = Source("briefing/people.yml", text)
    known = frozenset({Entry("flood", "maud"), Entry("inquiry", "maud")})
    told = report(unknown_names(source, read_joins(source), known), "text")
    assert "4:" in told
    assert "did you mean flood?" in told
    assert "no person or speaker “Mod”" in told


def proposed(*named: tuple[str, str, str], text: str = "") -> list[list[str]]:
    found = proposals([Named(*one) for one in named], joins(text))
    return [[f"{slug}: {name}" for slug, names in join.named.items() for name in names] for join in found]


@pytest.mark.parametrize(
    "named",
    [
        (("a", "Ruth Vale", "judge"), ("b", "Ivo Vale", "judge")),
        (("a", "Vale", "judge"), ("b", "Vale", "miner")),
        (("a", "Vale", ""), ("b", "Ruth Vale", "judge")),
        (("a", "Vale", "miner"), ("b", "Ruth Vale", "judge")),
        (("a", "Ruth Vale", ""), ("a", "Vale", "")),
        (("a", "Vale", "judge"), ("b", "Ruth Vale", "judge"), ("c", "Ivo Vale", "judge"), ("d", "Vale", "the judge")),
    ],
    ids=["given names differ", "roles differ", "no role", "another role", "one briefing", "either of two"],
)
def test_who_is_not_proposed(named: tuple[tuple[str, str, str], ...]) -> None:
    assert proposed(*named) == proposed(*named[::-1]) == []


@pytest.mark.parametrize(
    "named",
    [
        (("a", "Ruth Vale", "judge"), ("b", "Ruth Vale", "a judge of appeal")),
        (("a", "Ruth Vale", "judge"), ("b", "ruth  vale", "")),
        (("a", "Vale", "judge"), ("b", "Ruth Vale", "judge of appeal")),
        (("a", "Vale", "the judge"), ("b", "Vale", "judge")),
        (("a", "Nato", ""), ("b", "Nato", "")),
    ],
    ids=["same name", "typography", "surname and role", "single name and role", "single name, no role"],
)
def test_who_is_proposed(named: tuple[tuple[str, str, str], ...]) -> None:
    [both] = proposed(*named)
    assert len(both) == 2


SAME = [("a", "Ruth Vale", "judge"), ("b", "Ruth Vale", "judge"), ("c", "Ruth Vale", "judge")]
AB = "\n  - {name: Ruth Vale, named: {a: Ruth Vale, b: Ruth Vale}}\n"


def test_what_was_judged_is_not_proposed_again() -> None:
    assert proposed(*SAME) == [["a: Ruth Vale", "b: Ruth Vale", "c: Ruth Vale"]]
    for said in ("accepted", "proposed"):
        assert proposed(*SAME, text=f"{said}:{AB}") == [["a: Ruth Vale", "c: Ruth Vale"]]
    assert proposed(*SAME[:2], text=f"refused:{AB}") == []
    # Of two who were told apart, the third may be either: a person has to begin.
    assert proposed(*SAME, text=f"refused:{AB}") == []


def test_descriptions_are_no_names() -> None:
    assert [text for text in ("a mother", "campaigners", "The spokesman", "Kell") if is_full_name(text)] == []
    assert all(is_full_name(text) for text in ("Nora Quill", "Polder & Lund", "ليلى حداد"))
