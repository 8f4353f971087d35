"""An article in stretches that are read one by one, each with the set of its words for a quick look.

Readers of numbers and of times find nothing in most sentences, and a set of words tells that at once.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from briefsite.article import Article
    from briefsite.span import Span

_LETTERS = re.compile(r"[A-Za-z]+")


class Stretch(NamedTuple):
    """A sentence, or a whole heading."""

    span: Span
    words: frozenset[str]
    """Its runs of Latin letters as they are written: "mid-July’s" gives "mid", "July" and "s"."""


@lru_cache(maxsize=2)
def stretches(article: Article) -> tuple[tuple[Stretch, ...], ...]:
    """The stretches of each paragraph, in order; those of furniture are none."""
    text = article.text
    found = []
    for paragraph in article.paragraphs:
        spans = [sentence.span for sentence in paragraph.sentences]
        if not spans and paragraph.kind != "furniture":
            spans = [paragraph.span]
        found.append(tuple([Stretch(span, frozenset(_LETTERS.findall(text, span.start, span.end))) for span in spans]))
    return tuple(found)
