"""The words and marks of an article: what the readers of names, of speech and of facts share."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefsite.article import Article, read_article
from briefsite.mentions.words.stretches import stretches
from briefsite.mentions.words.tokens import Token, lines
from briefsite.source import Source


def article_of(text: str) -> Article:
    return read_article(Source("article.txt", text))


def tokens_of(text: str) -> list[Token]:
    return [token for line in lines(article_of(text)) for token in line.tokens]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ada Holm left.", "Ada|Holm|left|."),
        ("“We go,” she said.", "“|We|go|,|”|she|said|."),
        ("The U.S. and AT&T met O’Neill and Smith-Jones.", "The|U.S.|and|AT&T|met|O’Neill|and|Smith-Jones|."),
        ("It cost $37,000 on the 1st day of a 20-mile ride.", "It|cost|$|37,000|on|the|1st|day|of|a|20-mile|ride|."),
        ("He said Gen. Holm and J. Reyes met at 5 p.m.", "He|said|Gen.|Holm|and|J.|Reyes|met|at|5|p.m|."),
        ("They met in Jan. Nobody came.", "They|met|in|Jan|.|Nobody|came|."),
        ("It broke -- or so they say…", "It|broke|--|or|so|they|say|…"),
    ],
)
def test_a_text_in_words_and_marks(text: str, words: str) -> None:
    assert [token.text for token in tokens_of(text)] == words.split("|")


@pytest.mark.parametrize(
    ("text", "word", "word_class", "possessive"),
    [
        ("The board will meet.", "will", "auxiliary", False),
        ("As Will said, the board met.", "Will", "", False),
        ("Ada Holm’s board met.", "Holm", "", True),
        ("The Rollins’ house burned.", "Rollins", "", True),
        ("The towns’ plan failed.", "towns", "", False),
        ("The US met us.", "US", "", False),
        ("The US met us.", "us", "pronoun", False),
    ],
)
def test_what_a_word_is_by_its_spelling_and_by_its_place(
    text: str, word: str, word_class: str, possessive: bool
) -> None:
    (token,) = [token for token in tokens_of(text) if token.text == word]
    assert (token.word_class, token.possessive) == (word_class, possessive)


WRITTEN = st.lists(
    st.sampled_from(
        ["Holm", "Gen.", "Jan.", "will", "May", "U.S.", "“", "”", "’", "’s", " ", ". ", "5", "--", "_", "é"]
    )
)


@given(WRITTEN)
def test_tokens_stand_in_order_where_they_say_and_every_sentence_has_its_own(parts: list[str]) -> None:
    article = article_of("".join(parts))
    tokens = [token for line in lines(article) for token in line.tokens]
    for token in tokens:
        written = article.text[token.start : token.end]
        assert written.startswith(token.text)
        assert written.removeprefix(token.text) in ("", "’s")
    assert all(before.end <= token.start for before, token in pairwise(tokens))
    for held in stretches(article):
        for stretch in held:
            assert list(stretch.tokens) == [t for t in tokens if stretch.span.start <= t.start < stretch.span.end]


def test_a_stretch_knows_the_words_inside_its_words() -> None:
    ((stretch,),) = stretches(article_of("In mid-July two-thirds of Ada Holm’s boats were lost."))
    assert {"July", "mid", "mid-July", "two", "thirds", "Holm", "lost"} <= stretch.words
