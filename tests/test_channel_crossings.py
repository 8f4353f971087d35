"""The real article, end to end: what a reader may rely on, in the words of the article."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefsite.article import Article, read_article
from briefsite.pipeline.draft import draft_article
from briefsite.source import Source
from command import CHANNEL

if TYPE_CHECKING:
    from briefsite.briefing.model import Briefing


@pytest.fixture(scope="module")
def article() -> Article:
    return read_article(Source.read(CHANNEL, "seeds/2025-07-10-channel-crossings.txt"))


@pytest.fixture(scope="module")
def briefing(article: Article) -> Briefing:
    return draft_article(article, slug="2025-07-10-channel-crossings", file=article.source.name).briefing


def said(briefing: Briefing) -> dict[str, str | None]:
    return {" … ".join(quote.text): quote.speaker for quote in briefing.quotes}


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("is a shared priority that requires shared solutions", "Starmer's office"),
        ("concrete progress", "Starmer's office"),
        ("We share information to a much greater extent", "Starmer"),
        ("We’ve got a new specialist intelligence unit in Dunkirk", "Starmer"),
        ("pull factors", "Macron"),
        ("You see that pattern again and again", "Mihnea Cuibus"),
        ("it becomes a bit of a game of cat and mouse", "Mihnea Cuibus"),
        ("tangible results", "Macron"),
        ("a burden for our two countries", "Macron"),
        ("if they’re implemented in the right way", "Mihnea Cuibus"),
        ("But that’s a big if", "Mihnea Cuibus"),
    ],
)
def test_every_quoted_speech_has_its_speaker(briefing: Briefing, words: str, speaker: str) -> None:
    speakers = {who for text, who in said(briefing).items() if words in text}
    assert speakers == {speaker}


def test_quoted_terms_are_no_quotes(briefing: Briefing) -> None:
    quoted = " ".join(said(briefing))
    assert "coalition of the willing" not in quoted
    assert "one-in, one-out" not in quoted


def test_pronouns_come_with_the_words_that_resolve_them(briefing: Briefing) -> None:
    by_pronoun = {quote.written_as: quote for quote in briefing.quotes if quote.written_as in {"he", "It", "it"}}
    assert by_pronoun["It"].because
    assert "Starmer's office" in by_pronoun["It"].because
    cat_and_mouse_to_big_if = [quote for quote in briefing.quotes if "But that’s a big if" in " ".join(quote.text)]
    assert all(quote.because is None or "Cuibus" in quote.because for quote in cat_and_mouse_to_big_if)


def test_the_quotation_without_its_closing_mark_goes_on_in_the_next_paragraph(briefing: Briefing) -> None:
    (quote,) = [quote for quote in briefing.quotes if "But that’s a big if" in " ".join(quote.text)]
    assert quote.text[0].startswith("if they’re implemented in the right way")
    assert quote.source == ("p22", "p23")


@pytest.mark.parametrize(
    ("value", "unit", "qualifier", "period", "counted"),
    [
        ("37000", "people", "about", "2024", "crossing the channel"),
        ("20000", "people", "more_than", "2025-01/2025-06", "crossing"),
        ("50", "percent", "about", None, None),
    ],
)
def test_figures(
    briefing: Briefing, value: str, unit: str, qualifier: str, period: str | None, counted: str | None
) -> None:
    (figure,) = [figure for figure in briefing.key_figures if figure.value == value]
    assert figure.unit == unit
    assert figure.qualifier == qualifier
    if period:
        assert figure.period == period
    if counted:
        assert counted in figure.label


def test_a_rise_is_told_as_a_rise(briefing: Briefing) -> None:
    (figure,) = [figure for figure in briefing.key_figures if figure.value == "50"]
    assert figure.change == "up"


def test_vague_figures_say_so(briefing: Briefing) -> None:
    vague = [figure for figure in briefing.key_figures if figure.qualifier == "vague"]
    assert all(figure.value is None for figure in vague)
    written = " ".join(figure.written_as or "" for figure in vague)
    assert "undreds of millions of pounds" in written
    assert "ozens" in written


def test_house_numbers_years_and_two_leaders_are_no_figures(briefing: Briefing) -> None:
    values = {figure.number for figure in briefing.key_figures}
    assert not values & {Decimal(number) for number in (10, 2, 1, 2001, 2018, 2020, 2022, 2024, 2025)}


def test_the_timeline_runs_from_2001_to_the_summit(briefing: Briefing) -> None:
    dates = [event.date for event in briefing.timeline]
    assert dates[0] == "2001"
    assert dates[-1] == "2025-07-10"
    for date in ("2018~", "2020", "2022", "2024-07", "2025-07-09"):
        assert date in dates
    for event in briefing.timeline:
        assert event.written_as
        assert event.written_as in event.text or event.evidence


def test_the_summary_is_three_to_five_sentences_with_the_news_first(briefing: Briefing) -> None:
    assert 3 <= len(briefing.summary) <= 5
    news = int(briefing.summary[0].source[0][1:])
    assert news in {1, 2, 3, 18, 19, 20, 21}
    text = " ".join(point.text for point in briefing.summary)
    assert "2001" not in text


def test_the_background_is_history(briefing: Briefing) -> None:
    paragraphs = {int(point.source[0][1:]) for point in briefing.background}
    assert {12, 13} & paragraphs
    assert {15, 16} & paragraphs
    assert not paragraphs & {1, 2, 3, 21, 23}
    shown = {point.text for point in briefing.summary}
    assert not shown & {point.text for point in briefing.background}


def test_open_questions_are_plain_questions_with_the_words_that_raise_them(
    briefing: Briefing, article: Article
) -> None:
    assert 2 <= len(briefing.open_questions) <= 6
    for question in briefing.open_questions:
        assert re.fullmatch(r"[A-Z][^?]*\?", question.question)
        assert len(question.question.split()) <= 20
        assert question.evidence
        assert " ".join(question.evidence) in article.text
    about = " ".join(question.question for question in briefing.open_questions)
    assert "one-in, one-out" in about or "proposal" in about


def test_people_have_the_role_that_is_given_and_no_first_name_that_is_not(briefing: Briefing) -> None:
    people = {person.name: person.role for person in briefing.people}
    assert (
        people["Mihnea Cuibus"] == "researcher at the University of Oxford’s Migration Observatory"
        or people["Mihnea Cuibus"] == "a researcher at the University of Oxford’s Migration Observatory"
    )
    assert {"Starmer", "Macron"} <= set(people)
    assert not any("Keir" in name or "Emmanuel" in name for name in people)


def test_headings_are_structure_not_sentences(article: Article, briefing: Briefing) -> None:
    headings = [paragraph.span.of(article.text) for paragraph in article.paragraphs if paragraph.kind == "heading"]
    assert headings == [
        "Channel crossings are a longstanding challenge",
        "Solutions have proved elusive",
        "Britain hopes for a returns deal with France",
    ]
    shown = " ".join(words for items in briefing.sections().values() for item in items for words in item.anchor_words)
    assert not any(heading in shown for heading in headings)


def test_nothing_is_said_of_the_source_that_is_not_known(briefing: Briefing) -> None:
    (source,) = briefing.sources
    assert source.publisher is None
    assert source.url is None
    assert briefing.date == "2025-07-10"
    assert briefing.title == "Channel crossings"


def test_the_article_lies_here_unchanged() -> None:
    assert Path(CHANNEL).read_bytes().startswith(b" date 2025-07-10 Macron and Starmer also will visit")
