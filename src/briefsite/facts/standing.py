"""Whether a sentence can be shown by itself: what it leans on in the sentences before it.

    But he refused.                       → hangs: on what was refused, and on who refused
    It said they would aim for progress.  → hangs: on who "it" is
    Macron also will visit a base.        → hangs: on what else he does
    “That is a big if.”                   → only quoted: whose words they are stands elsewhere
    The board shut the pier on Tuesday.   → stands

Known limits: (1) "The measure passed" leans on a measure named before, and is taken to stand; (2) a pronoun
later in the sentence is not looked at.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefsite.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.mentions.words.tokens import Token

_LEANING_ADVERBS = frozenset({"also", "too", "then", "therefore", "instead", "likewise"})
_PAIRS = {"“": "”", "«": "»", "(": ")"}
_MARK = re.compile(r"[\"“”«»]")


def hang(words: Sequence[str], *, is_whole: bool) -> float:
    """How much a sentence leans on those before it, from 0 (stands by itself) to 1.

    `words` are its words in order, in lower case.
    """
    costs = _costs()
    first, second = ([costs.get(word, 0.0) for word in words[:2]] + [0.0, 0.0])[:2]
    cost = first + 0.5 * second * (first > 0)  # "But he": both lean
    if not _LEANING_ADVERBS.isdisjoint(words[1:7]):
        cost += 0.3
    if not is_whole:
        cost += 0.6
    return min(cost, 1.0)


def is_headline(tokens: Sequence[Token]) -> bool:
    """Whether words are written as a headline: "Board Agrees To Shut North Pier", with five long words or more."""
    long = 0
    for token in tokens:
        if token.is_word and len(token.text) > 3:
            if token.text[0].islower():
                return False
            long += 1
    return long >= 5


def is_whole(words: str) -> bool:
    """Whether no quotation or bracket is cut in half: each that opens closes, and the other way round."""
    if words.count('"') % 2:
        return False
    return all(words.count(opening) == words.count(closing) for opening, closing in _PAIRS.items())


def quoted_share(words: str) -> float:
    """The share of a sentence that stands in double quotation marks, from 0 to 1."""
    quoted, depth, start = 0, False, 0
    for match in _MARK.finditer(words):
        mark = match.group()
        opens = mark in "“«" or (mark == '"' and not depth)
        if opens and not depth:
            depth, start = True, match.start()
        elif not opens:
            quoted += match.end() - (start if depth else 0)
            depth = False
    if depth:
        quoted += len(words) - start
    return min(quoted / len(words), 1.0)


@cache
def _costs() -> dict[str, float]:
    return {word: float(cost) for word, cost in table("leaning_openers").items()}
