from __future__ import annotations

from time import process_time

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from briefsite.span import Span
from briefsite.typography import find_words, fold, folded, nearest, retyped, stands


def whole(text: str) -> Span:
    return Span(0, max(len(text), 1))


def found(text: str, words: str) -> list[str]:
    return [span.of(text) for span in find_words(text, words, whole(text))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("37,000 people", "37"),
        ("37,000 people", "000 people"),
        ("37 people", "3"),
        ("1.5 percent", "5"),
        ("1.5 percent", "1"),
        ("the other", "he other"),
        ("crossings", "crossing"),
        ("cafés", "café"),
        ("Starmer", "starmer"),
        ("it is not", "it is  now"),
        ("a word", ""),
        ("a word", " \u200b "),
        ("here — there", "here—there"),
        ("wait… what", "wait.."),
        ("x2", "2"),
        ("कमा", "कम"),
    ],
)
def test_leaves_alone(text: str, words: str) -> None:
    assert found(text, words) == []


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("“if they’re right”", "if they're right", "if they’re right"),
        ("said 'no' to", "‘no’", "'no'"),
        ("«non» he", '"non"', "«non»"),
        ("2018–2020", "2018-2020", "2018–2020"),
        ("a -- b", "a — b", "a -- b"),
        ("a\u00a0b \t\r\n c", "a b c", "a\u00a0b \t\r\n c"),
        ("pro\u00adgress", "progress", "pro\u00adgress"),
        ("progress", "pro\u00adgress", "progress"),
        ("a\u200bb \ufeffc", "ab c", "a\u200bb \ufeffc"),
        ("so… what", "so... what", "so… what"),
        ("so . . . what", "so … what", "so . . . what"),
        ("a ﬁne day", "fine", "ﬁne"),
        ("cafe\u0301 x", "café", "cafe\u0301"),
        ("café x", "cafe\u0301", "café"),
        ("it was 3.", "3", "3"),
        ("it was 3, then", "3", "3"),
        ("a 20-mile run", "20", "20"),
        ("他们同意了", "同意", "同意"),
        ("정부는 말했다", "정부", "정부"),
        ("words, “quoted”", " “quoted” ", "“quoted”"),
        ("wait . . .", "wait . .", "wait . ."),
        ("half \ud83d pair", "half \N{REPLACEMENT CHARACTER} pair", "half \ud83d pair"),
    ],
)
def test_finds(text: str, words: str, place: str) -> None:
    assert found(text, words) == [place]


def test_every_place_is_found_in_order() -> None:
    text = "no, “no”, NO, nothing, no"
    assert [span.start for span in find_words(text, "no", whole(text))] == [0, 5, 23]


def test_only_places_inside_are_found() -> None:
    text = "one  two one two"
    assert find_words(text, "one two", Span(0, 8)) == (Span(0, 8),)
    assert find_words(text, "one two", Span(1, 16)) == (Span(9, 16),)
    assert find_words(text, "one two", Span(0, 7)) == ()


_PIECES = [*"ab3., -…“\"'’\n\u00a0\u200b\u00ad\u0301é–—.ﬁ同", "--", " . . ", "\ud800"]
TEXTS = st.lists(st.sampled_from(_PIECES), max_size=40).map("".join) | st.text(max_size=40)


@settings(max_examples=400, deadline=None)
@given(TEXTS, TEXTS)
def test_what_is_found_is_the_words(text: str, words: str) -> None:
    for span in find_words(text, words, whole(text)):
        shown = span.of(text)
        assert shown.strip() == shown
        assert fold(shown).strip(" ") == fold(words).strip(" ")


@settings(max_examples=400, deadline=None)
@given(TEXTS, st.data())
def test_whole_words_of_the_text_are_found_where_they_stand(text: str, data: st.DataObject) -> None:
    words = text.split(" ")
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    start = len(" ".join(words[:first])) + (first > 0)
    piece = " ".join(words[first : last + 1])
    if piece.isascii() and piece.strip().isalnum():
        places = find_words(text, piece, whole(text))
        assert any(span.start <= start + len(piece) and start <= span.end for span in places)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_folding_with_the_way_back_is_folding(text: str) -> None:
    hay = folded(text)
    assert hay.text == fold(text)
    for start in range(len(hay.text)):
        if span := hay.origin(start, start + 1):
            assert fold(span.of(text)) == hay.text[start]


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("two hundred homes", "two hundred houses"),
        ("Ada Kell were tired", "Ada Kell was tired"),
        ("The dam at Merrin broke in 1935", "The dam at Merrin broke in 1953"),
        ("bananas grow in hothouses", None),
        ("!?", None),
    ],
)
def test_the_nearest_words_are_those_that_share_most(words: str, place: str | None) -> None:
    text = "The dam at Merrin broke in 1953. Water took two hundred houses. “We go on,” said Ada Kell was tired of it."
    span = nearest(text, words, whole(text))
    assert (span.of(text) if span else None) == place


@settings(max_examples=100, deadline=None)
@given(TEXTS, TEXTS)
def test_nearest_never_raises(text: str, words: str) -> None:
    span = nearest(text, words, whole(text))
    assert span is None or span.of(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a" * 500_000, "a" * 200),
        ("a " * 200_000, "a a b"),
        (" " * 500_000, "a  b"),
        (". " * 200_000, ". . x"),
        ("-" * 500_000, "--"),
        ("e\u0301" * 100_000, "é é"),
        ("\u00ad" * 500_000, "a"),
    ],
    ids=["letters", "words", "spaces", "stops", "dashes", "accents", "hyphens"],
)
def test_the_time_grows_with_the_text_only(text: str, words: str) -> None:
    start = process_time()
    find_words(text, words, whole(text))
    nearest(text, words, whole(text))
    assert process_time() - start < 4


def test_nearest_is_quick_on_an_article() -> None:
    text = " ".join(f"Sentence {n} tells of the river, the dam and the {n} people who stayed." for n in range(150))
    start = process_time()
    nearest(text, text[4000:6000].replace("river", "stream"), whole(text))
    assert process_time() - start < 0.1


# typed otherwise -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "original"),
    [
        ("a dam", "a dam"),
        ("a  dam", "a\ndam"),
        ("a dam", "a\u2009dam"),
        ("soft", "so\u00adft"),
        ("fine", "\ufb01ne"),
        ("cafe\u0301", "caf\u00e9"),
        ("it's", "it’d"),
    ],
)
def test_what_nobody_sees_and_other_words_are_not_typed_otherwise(words: str, original: str) -> None:
    assert retyped(words, original) == ()


@pytest.mark.parametrize(
    ("words", "original", "changes"),
    [
        ("it's", "it’s", [("'", "’")]),
        ('"a" -- b...', "“a” — b…", [('"', "“"), ('"', "”"), ("--", "—"), ("...", "…")]),
        ("5 km", "5\u00a0km", [(" ", "\u00a0")]),
        ("so'ft a-b", "so\u00ad’ft a–b", [("'", "’"), ("-", "–")]),
    ],
)
def test_marks_dashes_dots_and_fixed_spaces_are(words: str, original: str, changes: list[tuple[str, str]]) -> None:
    assert [(span.of(words), meant) for span, meant in retyped(words, original)] == changes


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab'’\"“-–—. …\u00ad\u00a0\u200b\ufb01e\u0301\n", max_size=20))
def test_a_text_retyped_as_its_original_is_typed_alike(original: str) -> None:
    typed = fold(original)
    assume(fold(typed) == typed)
    for span, meant in reversed(retyped(typed, original)):
        typed = typed[: span.start] + meant + typed[span.end :]
    assert fold(typed) == fold(original)
    assert retyped(typed, original) == ()


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Ada Holm’s board", "Ada Holm", True),
        ("“if they’re   implemented”", "if they're implemented", True),
        ("Ada Holmes’s board", "Ada Holm", False),
        ("37,000 people", "37", False),
    ],
)
def test_words_stand_in_a_text_as_whole_words(text: str, words: str, found: bool) -> None:
    assert stands(text, words, Span(0, len(text))) is found
