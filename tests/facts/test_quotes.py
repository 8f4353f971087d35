"""Quotes as a briefing shows them: joined, in order, with what the article wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefsite.article import read_article
from briefsite.facts import quotes
from briefsite.mentions.mention import Mentions
from briefsite.mentions.names import entities
from briefsite.mentions.speech import quotations
from briefsite.source import Source

if TYPE_CHECKING:
    from briefsite.facts.fact import Quote


def find(text: str) -> tuple[Quote, ...]:
    article = read_article(Source("test", text))
    named = entities.find(article)
    return quotes.find(article, Mentions(entities=named, quotations=quotations.find(article, named)))


def test_words_merely_in_quotation_marks_are_left_out() -> None:
    assert find("The town is considering a “pay as you stay” deal for visitors.") == ()


@pytest.mark.parametrize(
    ("text", "segments"),
    [
        pytest.param("“We go,” said Ada Holm. “Now.”", [["We go,", "Now."]], id="interrupted"),
        pytest.param(
            "“We wait.\n\n“Nobody came,” said Ada Holm.", [["We wait.", "Nobody came,"]], id="over paragraphs"
        ),
        pytest.param("“No,” said Ada Holm. “Yes,” said Jo Reyes.", [["No,"], ["Yes,"]], id="two speakers"),
        pytest.param(
            "Ada Holm said it was “late”. She called it “far too late”.", [["late"], ["far too late"]], id="two"
        ),
    ],
)
def test_the_parts_of_one_utterance_are_one_quote(text: str, segments: list[list[str]]) -> None:
    assert [[span.of(text) for span in quote.segments] for quote in find(text)] == segments


def test_what_the_article_wrote_is_kept_where_it_is_not_the_name() -> None:
    text = "Jo Reyes came back from Lyon. “We cannot wait,” he told the board."
    (quote,) = find(text)
    assert quote.speaker == "Jo Reyes"
    assert [span.of(text) for span in (quote.written_as, quote.because, quote.cue) if span] == [
        "he",
        "Jo Reyes came back from Lyon",
        "told",
    ]


def test_the_name_itself_needs_no_reason() -> None:
    (quote,) = find("“We cannot wait,” Ada Holm told the board.")
    assert (quote.written_as, quote.because) == (None, None)


def test_nobody_known_is_said_so() -> None:
    (quote,) = find("“We cannot wait,” he said.")
    assert quote.speaker is None
    assert quote.written_as is not None


def test_quotes_stand_in_the_order_of_the_article() -> None:
    text = "“One,” said Ada Holm.\n\n“Two,” said Jo Reyes.\n\n“Three,” said Ada Holm."
    starts = [quote.segments[0].start for quote in find(text)]
    assert len(starts) == 3
    assert starts == sorted(starts)


def test_words_that_a_paragraph_has_twice_are_one_quote() -> None:
    text = "Ada Holm called it “a farce”. “A farce,” she said again.\n\nOutside, Holm called it “a farce” once more."
    assert [quote.segments[0].of(text) for quote in find(text)] == ["a farce", "a farce"]
