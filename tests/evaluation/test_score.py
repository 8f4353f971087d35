"""The scorer itself: what an analyst wrote down scores full marks, and each kind of error costs what it should."""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefsite.facts.fact import Event, Facts, KeyFigure, OpenQuestion, Person, Point, Quote
from briefsite.mentions.mention import Quantity
from briefsite.span import Span
from evaluation.gold import load_folder, spaced
from evaluation.matching import at_least_half, name_words, pair, same_value, same_words, unit
from evaluation.score import READERS
from evaluation.tally import Tally

if TYPE_CHECKING:
    from evaluation.gold import Gold, Item

GOLD = load_folder(Path(__file__).parent.parent / "articles")
HERE = Span(0, 1)


def as_facts(gold: Gold) -> Facts:
    """What an extractor would find that agrees with the analyst in everything."""
    items, text = gold.items, gold.article.text

    def first(words: str) -> Span:
        match = spaced(words).search(text)
        assert match
        return Span(match.start(), match.end())

    def value(item: Item) -> Decimal | tuple[Decimal, Decimal] | None:
        parts = [Decimal(part) for part in item["value"].split("-")] if item["value"] else []
        return None if not parts else parts[0] if len(parts) == 1 else (parts[0], parts[1])

    return Facts(
        summary=tuple(Point(span=item.span) for item in items["summary"]),
        background=tuple(Point(span=item.span) for item in items["background"]),
        key_figures=tuple(
            KeyFigure(
                quantity=Quantity(
                    span=item.span,
                    number=item.span,
                    value=value(item),
                    unit=item["unit"],
                    qualifier=item["qualifier"],
                ),
                evidence=item.span,
                label="",
            )
            for item in sorted(items["key_figures"], key=lambda item: not item["key"])
        ),
        quotes=tuple(Quote(segments=(item.span,), speaker=item["speaker"]) for item in items["quotes"]),
        timeline=tuple(Event(date=item["date"], written_as=item.span, text=item.span) for item in items["timeline"]),
        open_questions=tuple(
            OpenQuestion(question=item["question"], kind=item["kind"], evidence=item.span)
            for item in items["open_questions"]
        ),
        people=tuple(
            Person(name=one["name"], mention=HERE, role=first(one["role"]) if one["role"] else None)
            for one in gold.people
        ),
    )


@pytest.mark.parametrize("gold", GOLD, ids=lambda gold: gold.slug)
@pytest.mark.parametrize("section", READERS)
def test_the_annotations_themselves_score_full_marks(gold: Gold, section: str):
    tally = Tally()
    READERS[section](tally, gold, as_facts(gold))
    scores = tally.scores()
    assert {measure: score for measure, score in scores.items() if score < 1} == {}
    assert tally.errors == []


@pytest.mark.parametrize("section", READERS)
def test_finding_nothing_is_all_missing(section: str):
    tally = Tally()
    READERS[section](tally, GOLD[0], Facts())
    assert tally.scores()["f1"] == 0
    assert any("missing" in error for error in tally.errors)


def test_a_wrong_speaker_is_counted_and_named():
    gold = next(gold for gold in GOLD if gold.items["quotes"])
    facts = as_facts(gold)
    wrong = dataclasses.replace(facts.quotes[0], speaker="Somebody Else")
    tally = Tally()
    READERS["quotes"](tally, gold, dataclasses.replace(facts, quotes=(wrong, *facts.quotes[1:])))
    assert tally.scores()["recall"] == 1
    assert tally.scores()["speaker"] < 1
    assert any("Somebody Else" in error for error in tally.errors)


def test_pairs_are_one_to_one_and_the_greatest_weight_goes_first():
    assert pair([3, 5], [5], lambda one, other: 1 / (1 + abs(one - other))) == {1: 0}
    assert pair([3], [5], lambda _one, _other: 0) == {}


@pytest.mark.parametrize(
    ("found", "asked", "same"),
    [
        pytest.param(Decimal(4200), "4200", True, id="equal"),
        pytest.param(Decimal(4200), "4300", False, id="not equal"),
        pytest.param(Decimal("0.333333"), "0.3333", True, id="a third is near enough"),
        pytest.param((Decimal(2), Decimal(3)), "2-3", True, id="range"),
        pytest.param((Decimal(2), Decimal(3)), "2", False, id="range for a number"),
        pytest.param(Decimal(2), "2-3", False, id="number for a range"),
        pytest.param(None, None, True, id="both vague"),
        pytest.param(Decimal(2), None, False, id="a value for a vague one"),
        pytest.param(None, "2", False, id="vague for a value"),
    ],
)
def test_values(found: Decimal | tuple[Decimal, Decimal] | None, asked: str | None, same: bool):
    assert same_value(found, asked) is same


@pytest.mark.parametrize(
    ("written", "plain"),
    [("people", "people"), ("person", "people"), ("U.S. dollars", "dollar"), ("kilometers", "kilometre"), ("", "-")],
)
def test_units(written: str, plain: str):
    assert unit(written) == plain


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Dr. Maud Ferrant", ["maud", "ferrant"]),
        ("Désirée Lund’s", ["desiree", "lund"]),
        ("the Bank of Merrin", ["bank", "merrin"]),
        (None, []),
    ],
)
def test_names(name: str | None, known: list[str]):
    assert name_words(name) == known


def test_half_of_the_shorter_is_enough_for_a_sentence_but_not_for_a_quotation():
    text = "x" * 100
    assert at_least_half(Span(0, 20), Span(0, 80)) == 1
    assert at_least_half(Span(0, 20), Span(11, 80)) == 0
    assert same_words(text, Span(0, 20), Span(0, 80)) == 0
    assert same_words(text, Span(0, 50), Span(0, 80)) > 0.5
