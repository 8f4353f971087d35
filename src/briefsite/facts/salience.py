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
from itertools import chain
from math import fsum, log1p, sqrt
from typing import TYPE_CHECKING

from briefsite.lexicon import words as listed
from briefsite.mentions.words.memory import Memory

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WORD = re.compile(r"[^\W\d_][\w’'-]*|\d[\d.,]*")
_ENDINGS = ("'s", "’s", "ings", "ing", "ies", "ied", "ers", "ed", "es", "er", "s", "y", "e")
MIN_STEM = 3


def weigh(sentences: Sequence[frozenset[str]], *, title: str) -> list[float]:
    """The weight of each sentence, given by its stems: 0 without content, 1 for the one that carries most."""
    frequency = Counter(chain.from_iterable(sentences))
    titled = content_of(title)
    worth = {stem: log1p(count - 1) + 0.7 * (stem in titled) for stem, count in frequency.items()}
    weights = [fsum(map(worth.__getitem__, stems)) / sqrt(len(stems) + 4) for stems in sentences]
    most = max(weights, default=0.0) or 1.0
    return [weight / most for weight in weights]


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of the shorter of two sentences the other says as well, from 0 to 1."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def stems_of(words: Iterable[str]) -> frozenset[str]:
    """The stems of the content words among words in lower case."""
    return frozenset(map(_STEMS.__getitem__, words)) - _NO_STEM


def content_of(text: str) -> frozenset[str]:
    """The stems of the content words of a text."""
    return stems_of(_WORD.findall(text.lower()))


def content_stem(word: str) -> str:
    """A crude stem of a word in lower case ("crossings" → "cross"); "" where it does not say what it is about."""
    if len(word) <= 2 or word in listed("stop_words"):
        return ""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= MIN_STEM:
            return word[: -len(ending)]
    return word


_STEMS = Memory(content_stem)
_NO_STEM = frozenset([""])
