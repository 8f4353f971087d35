"""Links to words in the live original: percent-encoded, told apart, and no more of the source than is shown."""

from __future__ import annotations

import pytest

from briefsite.article import read_article
from briefsite.pages.rights import Rights
from briefsite.pages.twins.text_fragment import text_fragment
from briefsite.source import Source
from briefsite.span import Span

URL = "https://loe.example/ferry"
TEXT = """\
The board met on Monday. It was a fair wind, she said, and nobody argued. The board met again.

A well-known captain, Ray & Sons, wrote that the board met because the harbour was closed to all but three boats.

He said “yes”. She said “no”. They said “yes”.
"""


def link(words: str, *, nth: int = 0, rights: Rights = Rights.EXCERPT, url: str = URL, text: str = TEXT) -> str:
    article = read_article(Source("seeds/a.txt", text))
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return text_fragment(url, article, Span(at, at + len(words)), rights)


FOUND = {
    "a fair wind": f"{URL}#:~:text=a%20fair%20wind",
    "Ray & Sons, wrote": f"{URL}#:~:text=Ray%20%26%20Sons%2C%20wrote",
    "A well-known captain": f"{URL}#:~:text=A%20well%2Dknown%20captain",
    "“no”": f"{URL}#:~:text=%E2%80%9Cno%E2%80%9D",
}


@pytest.mark.parametrize(("words", "expected"), FOUND.items())
def test_words_that_stand_once_are_given_as_they_are(words: str, expected: str) -> None:
    assert link(words) == expected


def test_words_that_stand_twice_are_told_apart_by_what_is_beside_them() -> None:
    first, second = link("board met"), link("board met", nth=1)
    assert first == f"{URL}#:~:text=board%20met,-on"
    assert second == f"{URL}#:~:text=board%20met,-again."
    assert link("said “yes”", nth=1) == f"{URL}#:~:text=They-,said%20%E2%80%9Cyes%E2%80%9D"


def test_long_words_are_given_by_their_start_and_end() -> None:
    words = "wrote that the board met because the harbour was closed to all but three boats."
    assert link(words) == f"{URL}#:~:text=wrote%20that%20the,but%20three%20boats."


def test_words_of_several_paragraphs_are_given_by_their_start_and_end() -> None:
    words = "The board met again.\n\nA well-known captain"
    assert link(words) == f"{URL}#:~:text=The%20board%20met%20again.,A%20well%2Dknown%20captain"


def test_where_only_cited_words_may_be_shown_the_address_has_no_others() -> None:
    assert link("board met", rights=Rights.LINK_ONLY) == URL
    assert link("a fair wind", rights=Rights.LINK_ONLY) == FOUND["a fair wind"]


def test_words_inside_a_word_do_not_count() -> None:
    assert link("line", text="The line was lineal and online.\n") == f"{URL}#:~:text=line"


def test_a_fragment_of_the_address_is_kept() -> None:
    assert link("a fair wind", url=f"{URL}#part2") == f"{URL}#part2:~:text=a%20fair%20wind"


@pytest.mark.parametrize("url", ["", "javascript:alert(1)", "file:///etc/passwd", "ferry.html"])
def test_only_web_addresses_are_linked(url: str) -> None:
    assert link("a fair wind", url=url) == ""
