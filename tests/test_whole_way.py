"""From the article to the page, on articles of many kinds: what a reader gets, kept as golden files.

The articles are in tests/articles (their annotations are scored by tests/evaluation); each one's briefing is in
tests/golden, and a few have their pages there too.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from briefsite.article import read_article
from briefsite.briefing import Draft, decode, encode, verify
from briefsite.pages import complete_pages
from briefsite.pipeline.draft import draft_article
from briefsite.source import Source
from golden import assert_golden

ARTICLES = sorted((Path(__file__).parent / "articles").glob("*.txt"))
GOLDEN = Path(__file__).parent / "golden"
WITH_PAGES = ("coastal-rescue-press-release", "football-wexcombe-late-winner")


@cache
def source_of(path: Path) -> Source:
    return Source.read(path, f"seeds/{path.name}")


@cache
def drafted(path: Path) -> Draft:
    return draft_article(read_article(source_of(path)), slug=path.stem, file=f"seeds/{path.name}")


def by_name(path: Path) -> str:
    return path.stem


def test_there_are_articles_of_many_kinds() -> None:
    assert len(ARTICLES) >= 20
    assert {path.stem for path in GOLDEN.glob("*.yaml")} == {path.stem for path in ARTICLES}


@pytest.mark.parametrize("path", ARTICLES, ids=by_name)
def test_the_briefing_is_the_one_that_was_read(path: Path) -> None:
    assert_golden(encode(drafted(path).briefing), GOLDEN / f"{path.stem}.yaml")


@pytest.mark.parametrize("path", ARTICLES, ids=by_name)
def test_a_draft_passes_its_own_check_without_a_word(path: Path) -> None:
    decoded = decode(Source(f"briefing/{path.stem}.yaml", encode(drafted(path).briefing)))
    verified = verify(decoded, slug=path.stem, articles={"s1": read_article(source_of(path))})
    assert [problem.message for problem in (*decoded.problems, *verified.problems)] == []
    assert {item.state for item in verified.items.values()} == {"verified"}


@pytest.mark.parametrize("path", ARTICLES, ids=by_name)
def test_every_span_lies_inside_one_paragraph(path: Path) -> None:
    article = read_article(source_of(path))
    for spans in drafted(path).spans.values():
        for span in spans:
            paragraph = article.paragraph_at(span.start)
            assert paragraph is not None
            assert span in paragraph.span


@pytest.mark.parametrize("slug", WITH_PAGES)
def test_the_pages_are_the_ones_that_were_read(slug: str) -> None:
    (path,) = [path for path in ARTICLES if path.stem == slug]
    article = read_article(source_of(path))
    decoded = decode(Source(f"briefing/{slug}.yaml", encode(drafted(path).briefing)))
    pages = complete_pages(verify(decoded, slug=slug, articles={"s1": article}))
    assert len(pages) == 2
    for name, page in pages.items():
        assert_golden(page, GOLDEN / f"{slug}-{Path(name).stem}.md")
