"""Where a text has words that are much like others: for messages only, never taken for the words themselves."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from heapq import nlargest
from typing import TYPE_CHECKING

from briefsite.typography.folding import fold, folded

if TYPE_CHECKING:
    from briefsite.span import Span

_WORD = re.compile(r"\w+(?:['.,-]\w+)*")
_MOST_WORDS = 80
"""Of the words looked for: more tell nothing new about where they might stand."""
_MOST_LETTERS = 600
"""Compared letter by letter: the time grows with their square."""
_FARTHEST = 200_000
"""Code points that are looked through for the nearest words."""
_LEAST_ALIKE = 0.5


def nearest(text: str, words: str, within: Span) -> Span | None:
    """The stretch of text that is most like the words; None where nothing is much like them.

    For messages only: a stretch that is alike is never taken for the words themselves. The time is bounded
    however long the text is.
    """
    wanted = [match.group().lower() for match in _WORD.finditer(fold(words))][:_MOST_WORDS]
    hay = folded(text)
    start = hay.position(within.start)
    stop = min(hay.position(within.end), start + _FARTHEST)
    tokens = [(match.start(), match.end(), match.group().lower()) for match in _WORD.finditer(hay.text, start, stop)]
    if not wanted or not tokens:
        return None
    best: tuple[float, int, int] = (0.0, 0, 0)
    for first in _likeliest(wanted, [token for _, _, token in tokens]):
        window = tokens[first : first + len(wanted) + 2]
        low, high = _agreeing(wanted, [token for _, _, token in window])
        begin, end = window[low][0], window[high][1]
        shown = hay.text[begin : min(end, begin + _MOST_LETTERS)].lower()
        ratio = SequenceMatcher(None, " ".join(wanted)[:_MOST_LETTERS], shown, autojunk=False).ratio()
        if ratio > best[0]:
            best = ratio, begin, end
    return hay.origin(best[1], best[2]) if best[0] >= _LEAST_ALIKE else None


def _likeliest(wanted: list[str], tokens: list[str]) -> list[int]:
    """Where the three windows begin that share most with the words wanted; rare words count for more.

    Words count as shared by their first letters, so that "houses" is near "homes" and "agreed" near "agree".
    """
    stems = [token[:4] for token in tokens]
    counts = Counter(stems)
    weights = {stem: 1 / (1 + counts[stem]) for stem in {word[:4] for word in wanted}}
    gains = [weights.get(stem, 0.0) for stem in stems]
    width = min(len(wanted), len(tokens))
    total = sum(gains[:width])
    scored = [(total, 0)]
    for first in range(1, len(tokens) - width + 1):
        total += gains[first + width - 1] - gains[first - 1]
        scored.append((total, first))
    chosen: list[int] = []
    for _, first in nlargest(12, scored, key=lambda pair: (pair[0], -pair[1])):
        if all(abs(first - other) >= max(2, width // 2) for other in chosen):
            chosen.append(max(0, first - 1))
        if len(chosen) == 3:
            break
    return chosen


def _agreeing(wanted: list[str], window: list[str]) -> tuple[int, int]:
    """The first and last word of the window that belong to what is alike, with as much around as is missing."""
    blocks = SequenceMatcher(None, wanted, window, autojunk=False).get_matching_blocks()[:-1]
    if not blocks:
        return 0, min(len(wanted), len(window)) - 1
    low = max(0, blocks[0].b - blocks[0].a)
    high = min(len(window), blocks[-1].b + blocks[-1].size + (len(wanted) - blocks[-1].a - blocks[-1].size)) - 1
    return low, max(low, high)
