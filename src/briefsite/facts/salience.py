"""How much of an article's matter each of its sentences carries: what the summary and the background rank by.

A word matters when the article comes back to it: its weight is the number of sentences that hold it, damped.
A sentence is worth the mean weight of its content words, so that a long one does not win by length alone.

Left aside: function words, and words of one or two letters. Words are folded to a crude stem ("crossing",
"crossings", "crossed" are one).

Known limits: (1) "Starmer" and "the prime minister" are two words; (2) the stem joins "organ" and "organs"
but not "people" and "person".
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from math import log1p, sqrt
from typing import TYPE_CHECKING

from briefsite.lexicon import words

if TYPE_CHECKING:
    from briefsite.article import Article, Sentence

_WORD = re.compile(r"[^\W\d_][\w’'-]*|\d[\d.,]*")
_ENDINGS = ("'s", "’s", "ings", "ing", "ies", "ied", "ers", "ed", "es", "er", "s", "y", "e")
MIN_STEM = 3


@dataclass(frozen=True, slots=True)
class Ranked:
    """A sentence with its words and its weight."""

    sentence: Sentence
    words: frozenset[str]
    """The stems of its content words."""
    length: int
    """In words, function words included."""
    weight: float
    """0 for a sentence without content; 1 for the sentence that carries most."""


def rank(article: Article) -> tuple[Ranked, ...]:
    """Every sentence of the article with its weight, in the article's order."""
    found = []
    for sentence in article.sentences:
        tokens = _WORD.findall(sentence.span.of(article.text).lower())
        found.append((sentence, _stems(tokens), len(tokens)))
    frequency = Counter(word for _, stems, _ in found for word in stems)
    titled = _stems(_WORD.findall((article.metadata.title or "").lower()))
    weights = [_weight(stems, frequency, titled) for _, stems, _ in found]
    most = max(weights, default=0.0) or 1.0
    return tuple(
        Ranked(sentence, stems, length, weight / most)
        for (sentence, stems, length), weight in zip(found, weights, strict=True)
    )


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of the shorter of two sentences the other says as well, from 0 to 1."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def content_of(text: str) -> frozenset[str]:
    """The stems of the content words of a text."""
    return _stems(_WORD.findall(text.lower()))


def is_content(token: str) -> bool:
    """Whether a word in lower case says what a sentence is about."""
    return len(token) > 2 and token not in words("stop_words")


@lru_cache(maxsize=1 << 16)
def stem(token: str) -> str:
    """A crude stem of a word in lower case: "crossings" → "cross"."""
    for ending in _ENDINGS:
        if token.endswith(ending) and len(token) - len(ending) >= MIN_STEM:
            return token[: -len(ending)]
    return token


def _stems(tokens: list[str]) -> frozenset[str]:
    return frozenset(stem(token) for token in tokens if is_content(token))


def _weight(stems: frozenset[str], frequency: Counter[str], titled: frozenset[str]) -> float:
    if not stems:
        return 0.0
    worth = sum(log1p(frequency[word] - 1) + 0.7 * (word in titled) for word in stems)
    return worth / sqrt(len(stems) + 4)
