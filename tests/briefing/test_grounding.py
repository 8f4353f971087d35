"""What an item says beside its words, held against those words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefsite.article import read_article
from briefsite.briefing.anchor import Anchor
from briefsite.briefing.grounding import is_value_in
from briefsite.briefing.items import KeyFigure
from briefsite.pipeline.draft import draft_article
from briefsite.source import Source
from briefsite.span import Span
from command import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

ARTICLES = sorted([*REPOSITORY.glob("tests/articles/*.txt"), *REPOSITORY.glob("seeds/*.txt")])


def is_grounded(text: str, value: str) -> bool:
    article = read_article(Source("article.txt", text))
    figure = KeyFigure.model_validate({"label": "something", "value": value, "evidence": text, "source": "p1"})
    return is_value_in(figure, article, [Anchor(source="s1", paragraph=1, span=Span(0, len(text)))])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They paid 12 million crowns.", "13000000"),
        ("It happened to one in four of them.", "0.2"),
        ("One or four of them came.", "0.25"),
    ],
)
def test_warns_of_a_value_that_no_number_gives(text: str, value: str) -> None:
    assert not is_grounded(text, value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They paid 12 million crowns.", "12000000"),
        ("It rose by a quarter of a percentage point.", "0.25"),
        ("It happened to one in four of them.", "0.25"),
        ("It happened to two out of three of them.", "0.666667"),
        ("It cost 3 to 5 million crowns.", "3000000-5000000"),
    ],
)
def test_finds_the_value_in_words(text: str, value: str) -> None:
    assert is_grounded(text, value)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_no_figure_that_was_just_drafted_is_warned_of(path: Path) -> None:
    article = read_article(Source.read(path))
    briefing = draft_article(article, slug="article", file=article.source.name).briefing
    for figure in briefing.key_figures:
        number = int(figure.source[0][1:])
        anchor = Anchor(source="s1", paragraph=number, span=article.paragraphs[number - 1].span)
        assert is_value_in(figure, article, [anchor])
