from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefsite.mentions.numbers import numerals
from briefsite.span import Span


def read(text: str) -> list[tuple[str, str | None]]:
    found = numerals.find(text, Span(0, len(text)))
    return [(n.span.of(text), None if n.value is None else f"{n.value.normalize():f}") for n in found]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("the third man and the second wife", id="ranks in words"),
        pytest.param("a third party, two second-hand cars"[:13], id="a third party"),
        pytest.param("an F16 over G7 leaders", id="digits glued to letters"),
        pytest.param("a few people and several others", id="a few"),
        pytest.param("someone alone, tension and often", id="number words inside words"),
        pytest.param("the team's scores, in the tens", id="plural scale words that are nouns"),
        pytest.param("the first half ended", id="half of a match"),
    ],
)
def test_leaves_alone(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("37,000 boats", [("37,000", "37000")]),
        ("12,50,000 voters", [("12,50,000", "1250000")]),
        ("37 000 boats", [("37 000", "37000")]),
        ("2.5 million", [("2.5 million", "2500000")]),
        ("$1.2bn and €240m", [("1.2bn", "1200000000"), ("240m", "240000000")]),
        ("EUR50m", [("50m", "50000000")]),
        ("a 5m wall", [("5", "5")]),
        ("1.2m tonnes", [("1.2m", "1200000")]),
        ("thirty-seven thousand", [("thirty-seven thousand", "37000")]),
        ("two hundred and five thousand six hundred", [("two hundred and five thousand six hundred", "205600")]),
        ("five and six", [("five", "5"), ("six", "6")]),
        ("a hundred thousand", [("a hundred thousand", "100000")]),
        ("half a million", [("half a million", "500000")]),
        ("two and a half million", [("two and a half million", "2500000")]),
        ("a quarter of a million", [("a quarter of a million", "250000")]),
        ("two dozen", [("two dozen", "24")]),
        ("half of them", [("half", "0.5")]),
        ("two thirds", [("two thirds", "0.666667")]),
        ("a third of it", [("a third", "0.333333")]),
        ("1/3, ½ and 2½", [("1/3", "0.333333"), ("½", "0.5"), ("2½", "2.5")]),
        ("-5 yards, minus 38", [("-5", "-5"), ("minus 38", "-38")]),
        ("5-7 days", [("5", "5"), ("7", "7")]),
        ("6 × 10^4", [("6 × 10^4", "60000")]),
        ("hundreds of millions", [("hundreds of millions", None)]),
        ("several hundred, a few thousand", [("several hundred", None), ("a few thousand", None)]),
    ],
)
def test_finds(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert read(text) == expected


def test_a_vague_number_names_its_order_of_magnitude() -> None:
    (number,) = numerals.find("tens of thousands", Span(0, 17))
    assert number.magnitude == (Decimal(10_000), Decimal(100_000))


@given(st.text(alphabet="0123456789.,-–/½×^ aefhimnortuvwMkb$", max_size=60))
def test_never_raises_and_every_span_is_inside_and_in_order(text: str) -> None:
    if not text:
        return
    end = 0
    for number in numerals.find(text, Span(0, len(text))):
        assert number.span.start >= end
        assert number.span.of(text).strip()
        end = number.span.end
    assert end <= len(text)
