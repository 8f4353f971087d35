"""What is said of an article as a whole."""

from __future__ import annotations

import datetime as dt

import pytest

from briefsite.article import read_article
from briefsite.source import Source

FRENCH = (
    "Le conseil de la ville a voté mardi la fermeture du pont, qui est dans un état que les experts jugent "
    "dangereux. « Nous ne pouvons pas attendre », a dit la maire, et les travaux vont durer plus de six mois pour "
    "un coût de 4 millions d’euros.\n"
)


@pytest.mark.parametrize(
    ("text", "date", "codes"),
    [
        ("The bridge was closed on Monday, the council said.\n", dt.date(2026, 3, 2), []),
        ("date 2026-03-02\nThe bridge was closed on Monday.\n", None, []),
        ("The bridge was closed on Monday, the council said.\n", None, ["S007"]),
        (FRENCH, dt.date(2026, 3, 2), ["S008"]),
        ("language: en\n" + FRENCH, dt.date(2026, 3, 2), []),
        ("", dt.date(2026, 3, 2), ["S005"]),
        (" \n\n", None, ["S005"]),
    ],
)
def test_an_article_says_what_it_lacks(text: str, date: dt.date | None, codes: list[str]) -> None:
    assert [problem.code for problem in read_article(Source("a.txt", text), date=date).problems] == codes


def test_what_would_be_furniture_is_read_where_there_is_nothing_else() -> None:
    article = read_article(Source("a.txt", "Published 5:55 AM, Dec 20 2019"), date=dt.date(2019, 12, 20))
    assert [paragraph.kind for paragraph in article.paragraphs] == ["text"]
    assert article.problems == ()
