"""Which characters of a file stand for which of a value's, whatever the style of the scalar."""

from __future__ import annotations

from itertools import pairwise

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from briefsite.briefing.scalars import quoted, scalar
from briefsite.briefing.written import Written
from briefsite.span import Span

STYLES = {
    "plain": "He said it's hard",
    "single": "'He said it''s hard'",
    "double": '"He \\"said\\" it\\u0027s hard"',
    "plain over lines": "He said\n    it's\n    hard",
    "double over lines": '"He said\n    it\'s \\\n    hard"',
    "literal": "|-\n    He said\n    it's hard",
    "folded": ">\n    He said\n    it's hard\n\n    and more\n",
}


def written(raw: str) -> Written:
    document = f"k: {raw}\n"
    value = yaml.load(document, Loader=yaml.BaseLoader)["k"].strip()
    found = Written.read(document, Span(3, len(document.rstrip())), value)
    assert found
    return found


@pytest.mark.parametrize("raw", STYLES.values(), ids=STYLES)
def test_a_word_is_found_where_it_is_written(raw: str) -> None:
    found = written(raw)
    at = found.value.index("hard")
    assert found.span(Span(at, at + 4)).of(found.text) == "hard"


@pytest.mark.parametrize("raw", STYLES.values(), ids=STYLES)
def test_one_character_is_changed_and_the_rest_of_the_file_stays(raw: str) -> None:
    found = written(raw)
    at = found.value.index("'")
    place, new = found.rewritten([(Span(at, at + 1), "’")])
    text = found.text[: place.start] + new + found.text[place.end :]
    expected = found.value.replace("'", "’")
    assert yaml.load(text, Loader=yaml.BaseLoader)["k"].strip() == expected
    assert len(place) <= 6


@pytest.mark.parametrize(
    ("raw", "old", "new", "expected"),
    [
        ("a - b", "-", '"', 'k: a " b\n'),
        ("'a - b'", "-", "'", "k: 'a '' b'\n"),
        ('"a - b"', "-", '"', 'k: "a \\" b"\n'),
        ("- b".replace("- ", "“"), "“", '"', "k: '\"b'\n"),
    ],
)
def test_what_comes_in_is_written_as_its_style_needs(raw: str, old: str, new: str, expected: str) -> None:
    found = written(raw)
    at = found.value.index(old)
    place, put = found.rewritten([(Span(at, at + 1), new)])
    assert found.text[: place.start] + put + found.text[place.end :] == expected


def test_what_does_not_stand_there_is_not_made_up() -> None:
    assert Written.read("k: one\n", Span(3, 6), "two") is None


@given(st.text(min_size=1).map(str.strip).filter(bool))
def test_every_character_has_its_place(text: str) -> None:
    for raw in (scalar(text), quoted(text)):
        document = f"k: {raw}\n"
        value = yaml.load(document, Loader=yaml.BaseLoader)["k"].strip()
        found = Written.read(document, Span(3, 3 + len(raw)), value)
        assert found
        spans = [found.span(Span(at, at + 1)) for at in range(len(value))]
        assert all(one.end <= other.start for one, other in pairwise(spans))
