"""A sentence → its phrases in order: nouns, verbs, and the small words and marks that hold them apart.

    "Growth across the region has slowed" → noun Growth · link across · noun region · verb has slowed

Just enough grammar to tell what a number is about. Nouns come with the words that describe them; articles, adverbs
and modifiers are no part of any phrase; numbers and dates are told apart by whoever found them.

Limits:
1. Those of `word_kinds`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from briefsite.mentions.numbers import word_kinds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.mentions.numbers.word_kinds import Kind
    from briefsite.span import Span


@dataclass(slots=True)
class Phrase:
    """A run of words of one kind; offsets into the text."""

    kind: Kind
    start: int
    end: int
    words: list[str]
    has_article: bool = False
    """An article or another determiner opens it."""


@dataclass(slots=True)
class _Token:
    kind: Kind
    """Of a word only what shows without its neighbours."""
    start: int
    end: int
    word: str = ""
    lower: str = ""


_TOKEN = re.compile(
    r"""
      (?P<word> [^\W_] (?: \w | [-‐‑’'./&] (?=\w) )* (?: (?<=\.\w) \. )? )    # "U.S." has its full stop
    | (?P<comma> , )
    | (?P<stop> [;:!?()\[\]“”"–—] | \s--?\s | \.(?=\s+[A-Z]) )
    """,
    flags=re.VERBOSE,
)
_EDGE = _Token("none", 0, 0)


def read(text: str, sentence: Span, numbers: Sequence[Span], dates: Sequence[Span]) -> list[Phrase]:
    """The phrases of a sentence; `numbers` and `dates` are the spans in it that are read already, in order."""
    found: list[Phrase] = []
    tokens = _tokens(text, sentence, numbers, dates)
    earlier = before = _EDGE
    for token, after in zip_longest(tokens, tokens[1:], fillvalue=_EDGE):
        kind = token.kind
        if token.word:
            kind = word_kinds.of(token.word, before.kind, before.lower, after.kind, after.lower)
            token.kind = kind
        if kind == "adverb":
            continue
        follows_article = before.kind == "article"
        if kind == "date":
            before = earlier if before.kind == "link" else before  # "the economy in 2022 grew"
        else:
            earlier, before = before, token
        if kind == "article":
            continue
        if found and found[-1].kind == kind and kind in ("noun", "verb") and not follows_article:
            found[-1].end = token.end
            found[-1].words.append(token.word)
        else:
            found.append(
                Phrase(kind, token.start, token.end, [token.word or text[token.start : token.end]], follows_article)
            )
    return found


def _tokens(text: str, sentence: Span, numbers: Sequence[Span], dates: Sequence[Span]) -> list[_Token]:
    taken = sorted(
        [
            *(_Token("number", span.start, span.end) for span in numbers),
            *(_Token("date", d.start, d.end) for d in dates),
        ],
        key=lambda token: token.start,
        reverse=True,
    )
    found: list[_Token] = []
    done = sentence.start
    for match in _TOKEN.finditer(text, sentence.start, sentence.end):
        start, end = match.span()
        if start < done:
            continue
        while taken and taken[-1].end <= start:
            taken.pop()
        if taken and taken[-1].start < end:
            found.append(taken.pop())
            done = found[-1].end
        elif match.lastgroup == "word":
            word = match.group()
            lower = word.lower()
            found.append(_Token(word_kinds.alone(lower), start, end, word, lower))
        else:
            found.append(_Token("comma" if match.lastgroup == "comma" else "stop", start, end))
    return found
