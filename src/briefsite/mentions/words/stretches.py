"""An article in stretches that are read one by one: its sentences, and its headings.

Each comes with its tokens and with the set of its words: readers of numbers and of times find nothing in most
sentences, and a set tells that at once.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from briefsite.mentions.words.tokens import tokens_by_paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.article import Article, Paragraph
    from briefsite.mentions.words.tokens import Token
    from briefsite.span import Span

_LETTERS = re.compile(r"[A-Za-z]+")


class Stretch(NamedTuple):
    """A sentence, or a whole heading."""

    span: Span
    tokens: tuple[Token, ...]
    """Words and marks; offsets into the article's text."""
    words: frozenset[str]
    """The words as they are written, and the runs of letters in them: of "mid-July", "mid" and "July" as well."""


@lru_cache(maxsize=2)
def stretches(article: Article) -> tuple[tuple[Stretch, ...], ...]:
    """The stretches of each paragraph, in order; those of furniture are none."""
    return tuple(map(_in_paragraph, article.paragraphs, tokens_by_paragraph(article)))


def _in_paragraph(paragraph: Paragraph, tokens: Sequence[Token]) -> tuple[Stretch, ...]:
    spans = [sentence.span for sentence in paragraph.sentences]
    if not spans and paragraph.kind != "furniture":
        spans = [paragraph.span]
    starts = [token.start for token in tokens]
    found = []
    for span in spans:
        held = tuple(tokens[bisect_left(starts, span.start) : bisect_left(starts, span.end)])
        texts = {token.text for token in held}
        parts = chain.from_iterable([_LETTERS.findall(text) for text in texts if len(text) > 1 and not text.isalpha()])
        found.append(Stretch(span, held, frozenset(chain(texts, parts))))
    return tuple(found)
