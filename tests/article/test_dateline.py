"""Datelines: what is left alone, what is found, and that no sentence holds one."""

from __future__ import annotations

import pytest

from briefsite.article import read_article
from briefsite.article.dateline import dateline
from briefsite.source import Source
from briefsite.span import Span


def head(text: str) -> str | None:
    found = dateline(text, Span(0, len(text)))
    return found.of(text) if found else None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("NASA — the space agency — said the launch was late.", id="an aside"),
        pytest.param("Ada Holm - who leads the board - was late.", id="a person"),
        pytest.param("Green Water (GWX) — The firm was late.", id="a firm and its ticker"),
        pytest.param("PORT MERRIN is a town of 400.", id="no dash"),
        pytest.param("The talks (AP) went on.", id="an agency without a dash"),
    ],
)
def test_what_begins_a_story_is_no_dateline(text: str) -> None:
    assert head(text) is None


@pytest.mark.parametrize(
    ("line", "story"),
    [
        ("PORT MERRIN, Feb. 5 -", "The pier fell."),
        ("WASHINGTON (AP) —", "The pier fell."),
        ("PORT MERRIN, Marland, Feb. 5, 2025 (Reuters) -", "“It fell,” she said."),
        ("(CNN) --", "The pier fell."),
        ("Lode, Marland (CNN)  --", "Two piers fell."),
        ("LONDON —", "The pier fell."),
        ("LODE, 5 May 2025 –", "The pier fell."),
    ],
)
def test_a_dateline_ends_with_its_dash(line: str, story: str) -> None:
    assert head(f"{line} {story}") == line


def test_the_first_sentence_begins_behind_the_dateline() -> None:
    text = "PORT MERRIN, Feb. 5 - The pier fell on Monday. Nobody was hurt.\n\nLONDON — The mayor wept."
    article = read_article(Source("seed.txt", text))
    told = [sentence.span.of(text) for sentence in article.sentences]
    assert told[:2] == ["The pier fell on Monday.", "Nobody was hurt."]
    assert article.dateline == Span(0, len("PORT MERRIN, Feb. 5 -"))


def test_a_second_dateline_is_text() -> None:
    text = "LODE — The pier fell.\n\nLONDON — The mayor wept."
    article = read_article(Source("seed.txt", text))
    assert article.sentences[-1].span.of(text) == "LONDON — The mayor wept."
