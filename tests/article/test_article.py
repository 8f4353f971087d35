import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefsite.article import read_article
from briefsite.article.language import language_of
from briefsite.source import Source

ARTICLE = """\
---
title: Pier shut
date: 2025-07-10
---
By Ada Kell

The board met on Tuesday. It shut the north pier.

What went before

“It is old,” Tom Brandt said. “It leaks.”
"""


def test_paragraphs_are_numbered_as_on_paper() -> None:
    article = read_article(Source("seed.txt", ARTICLE))
    assert [(p.number, p.kind, len(p.sentences)) for p in article.paragraphs] == [
        (1, "furniture", 0),
        (2, "text", 2),
        (3, "heading", 0),
        (4, "text", 2),
    ]
    assert [s.index for s in article.sentences] == [0, 1, 2, 3]


def test_what_is_known_from_elsewhere_stands_before_the_head_of_the_text() -> None:
    article = read_article(Source("seed.txt", ARTICLE), title="North pier", date=dt.date(2025, 1, 1))
    assert (article.metadata.title, article.date) == ("North pier", dt.date(2025, 1, 1))


def test_an_offset_finds_its_paragraph_and_sentence() -> None:
    article = read_article(Source("seed.txt", ARTICLE))
    for paragraph in article.paragraphs:
        assert article.paragraph_at(paragraph.span.start) == article.paragraph_at(paragraph.span.end - 1) == paragraph
    for sentence in article.sentences:
        assert article.sentence_at(sentence.span.start) == article.sentence_at(sentence.span.end - 1) == sentence
    assert article.paragraph_at(0) is article.sentence_at(0) is None
    assert article.sentence_at(len(ARTICLE) + 5) is None


def test_a_source_without_a_sentence_is_a_problem() -> None:
    assert [problem.code for problem in read_article(Source("seed.txt", "\n \n")).problems] == ["S005"]


@given(st.text(max_size=200))
def test_never_raises_and_every_span_is_words(text: str) -> None:
    article = read_article(Source("seed.txt", text))
    for paragraph in article.paragraphs:
        assert paragraph.span.of(text).strip()
        assert all(sentence.span in paragraph.span for sentence in paragraph.sentences)


def test_one_very_long_line_is_read_in_linear_time() -> None:
    text = "The board met Mr. Brandt in the U.S. on Tuesday. “It is old,” he said. " * 21_000
    begun = time.perf_counter()
    article = read_article(Source("seed.txt", text))
    assert time.perf_counter() - begun < 3
    assert len(article.sentences) == 42_000


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The pier is shut.", "en"),
        (
            "Le conseil a fermé la jetée nord dans la nuit de mardi, et les bateaux ne sont pas sortis ce matin.",
            "fr",
        ),
        (
            "Der Rat hat die Mole am Dienstag geschlossen, und das Boot ist nicht aus dem Hafen gefahren. Es ist alt.",
            "de",
        ),
        (
            "Rådet stängde piren i tisdags, och båtarna har inte gått ut i dag. Det är en gammal pir som var för dyr.",
            "sv",
        ),
        (
            "Rådet lukkede molen i tirsdags, og bådene er ikke sejlet ud i dag. Det er en gammel mole.",
            "da",
        ),
        ("Совет закрыл северный пирс во вторник.", "ru"),
        ("Рада закрила північний пірс у вівторок, її не ремонтували.", "uk"),
        ("أغلق المجلس الرصيف الشمالي يوم الثلاثاء.", "ar"),
        ("شورا روز سه‌شنبه اسکله شمالی را بست و گفت پنج قایق دیگر نمی‌آیند.", "fa"),
        ("המועצה סגרה את הרציף ביום שלישי.", "he"),
        ("市議会は火曜日に北の桟橋を閉鎖した。", "ja"),
        ("市议会周二关闭了北码头。", "zh"),
        ("Ⴕართული ენა", "und"),
        ("The board quoted the sign at the pier, “Совет закрыл пирс”, and nobody could read it there at all.", "en"),
        ("", "en"),
    ],
)
def test_the_language_is_told_by_its_script_and_its_commonest_words(text: str, language: str) -> None:
    assert language_of(text) == language
