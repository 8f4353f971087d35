"""The annotations are themselves sound: each stands where it says, and is whole."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from evaluation.gold import SECTIONS, AnnotationError, Gold, load_folder, locate, spaced

ARTICLES = Path(__file__).parent.parent / "articles"
GOLD = load_folder(ARTICLES)
EDTF = re.compile(r"\d{4}(-\d\d){0,2}~?(/\d{4}(-\d\d){0,2}~?)?")
MARKS = "\"“”„'‘’"

every_article = pytest.mark.parametrize("gold", GOLD, ids=lambda gold: gold.slug)


def test_every_article_is_annotated():
    assert len(GOLD) == len(list(ARTICLES.glob("*.txt"))) >= 22


@every_article
def test_article_reads_without_problems_and_has_a_date(gold: Gold):
    assert gold.article.problems == ()
    assert gold.article.date is not None


@pytest.mark.parametrize(
    "difficulty",
    ["\r\n", "\u00a0", "„", "‘", '"', "“", "\n---\n", "FOR IMMEDIATE RELEASE"],
    ids=["CRLF", "no-break space", "low mark", "single mark", "straight mark", "curly mark", "front matter", "release"],
)
def test_no_tool_has_smoothed_out_what_makes_the_articles_hard(difficulty: str):
    assert any(difficulty in gold.article.text for gold in GOLD)


@every_article
def test_no_annotation_is_given_twice(gold: Gold):
    for section in SECTIONS:
        spans = [item.span for item in gold.items[section]]
        assert len(spans) == len(set(spans)), section


@every_article
@pytest.mark.parametrize("section", ["summary", "background", "open_questions"])
def test_sentences_are_annotated_whole(gold: Gold, section: str):
    whole = {sentence.span for sentence in gold.article.sentences}
    if line := gold.article.dateline:  # annotated with its sentence
        whole |= {line.to(span) for span in whole if gold.article.text[line.end : span.start].isspace()}
    assert [item["words"] for item in gold.items[section] if item.span not in whole] == []


@every_article
@pytest.mark.parametrize("section", ["quotes", "not_quotes"])
def test_quotations_begin_behind_a_quotation_mark(gold: Gold, section: str):
    text = gold.article.text
    assert [item["words"] for item in gold.items[section] if text[item.span.start - 1] not in MARKS] == []


@every_article
def test_mentions_of_speakers_stand_in_their_paragraph(gold: Gold):
    paragraphs = gold.article.paragraphs
    for quote in gold.items["quotes"]:
        if quote["mention"]:
            number = quote.fields.get("mention_paragraph", quote["paragraph"])
            assert spaced(quote["mention"]).search(paragraphs[number - 1].span.of(gold.article.text)), quote.fields


@every_article
def test_names_and_roles_are_the_article_s_own_words(gold: Gold):
    for person in gold.people:
        for words in filter(None, (person["name"], person["role"])):
            assert spaced(words).search(gold.article.text), words


@every_article
def test_values_are_well_formed(gold: Gold):
    for event in gold.items["timeline"]:
        assert EDTF.fullmatch(event["date"]), event.fields
    for figure in gold.items["key_figures"]:
        assert (figure["value"] is None) == (figure["qualifier"] == "vague"), figure.fields
        assert figure["value"] is None or re.fullmatch(r"-?[\d.]+(-[\d.]+)?", figure["value"]), figure.fields
    for question in gold.items["open_questions"]:
        assert question["question"].endswith("?")
        assert len(question["question"].split()) <= 20


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        pytest.param({"words": "no such words", "paragraph": 1}, "0 times", id="absent"),
        pytest.param({"words": "the", "paragraph": 1}, "times", id="which one"),
        pytest.param({"words": "the", "paragraph": 1, "occurrence": 99}, "no occurrence", id="not that many"),
        pytest.param({"words": "the", "paragraph": 99}, "no paragraph", id="no such paragraph"),
    ],
)
def test_an_annotation_that_names_no_single_place_is_refused(fields: dict[str, object], message: str):
    with pytest.raises(AnnotationError, match=message):
        locate(GOLD[0].article, fields)
