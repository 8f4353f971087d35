"""A sentence as frames read it: the article's own tokens, with speech closed off, and as one string to search."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from briefsite.mentions.words.tokens import Token

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_TERM = 4
"""Words in quotation marks up to this many are a term inside a phrase; more are somebody's speech."""
SPEECH = "“”"
"""What stands for speech in the string that patterns search: no cue is found in what somebody said."""
_CLOSING = {"“": "”", '"': '"'}
_NO_VERBS = frozenset({"US", "May"})
"""Neither the pronoun nor the verb: they get a stop in lower case."""
_MONEY = frozenset("$£€¥")

Stretch = tuple[int, int]
"""Tokens `[start, end)` of a line."""


@dataclass(frozen=True, slots=True)
class Line:
    """The tokens of a sentence, and the same as one lower-case string for patterns to search."""

    source: str
    """The article's text."""
    tokens: tuple[Token, ...]
    """Their text and lower case hold possessive endings; a quotation is one of them, `SPEECH` its lower case."""
    lowered: str
    """The tokens in lower case, one space between two."""
    starts: tuple[int, ...]
    """Where each token begins in `lowered`."""
    quoted: Stretch
    """The tokens of speech whose other mark stands in another sentence; empty where there is none."""

    @classmethod
    def of(cls, source: str, words: Sequence[Token]) -> Line:
        """The line of a sentence, given by its words and marks in `source`."""
        return cls._with(source, tuple(_read(source, words)))

    @classmethod
    def _with(cls, source: str, tokens: tuple[Token, ...]) -> Line:
        lowers = [token.lower for token in tokens]
        starts = accumulate([len(lower) + 1 for lower in lowers[:-1]], initial=0)
        lowered = " ".join(lowers)
        is_quoting = '"' in lowered or "“" in lowered or "”" in lowered
        return cls(source, tokens, lowered, tuple(starts), _half_quoted(source, tokens) if is_quoting else (0, 0))

    def part(self, stretch: Stretch) -> Line:
        """Some of its tokens as a line of their own."""
        return Line._with(self.source, self.tokens[slice(*stretch)])

    def index(self, offset: int) -> int:
        """The token at or after an offset of `lowered`."""
        return bisect_left(self.starts, offset)

    def words(self, stretch: Stretch) -> str:
        """The words of a stretch as the sentence writes them, on one line."""
        start, end = stretch
        return " ".join(self.source[self.tokens[start].start : self.tokens[end - 1].end].split())


def _read(source: str, words: Sequence[Token]) -> list[Token]:
    """The tokens, with each quotation, and what is written without a space ("$5", "U.S.-led"), as one of them."""
    found: list[Token] = []
    end = -1  # of the last one found
    skip_to = 0
    for at, token in enumerate(words):
        if at < skip_to:
            continue
        start, end_before, end = token.start, end, token.end
        if start == end_before and _is_one_word(found[-1], token):
            found[-1] = _word(source, found[-1].start, end)
        elif token.is_word:
            is_as_written = not (token.possessive or token.text in _NO_VERBS or "’" in token.lower)
            found.append(token if is_as_written else _word(source, start, end))
        elif token.text in _CLOSING and (last := _end_of_quotation(words, at)) > at:
            end = words[last].end
            found.append(_quotation(source, start, end))
            skip_to = last + 1
        else:
            found.append(token)
    return found


def _word(source: str, start: int, end: int) -> Token:
    written = source[start:end]
    lower = written.lower().replace("’", "'")
    return Token(start, end, written, f"{lower}." if written in _NO_VERBS else lower, written not in ("’", "'"))


def _quotation(source: str, start: int, end: int) -> Token:
    written = source[start:end]
    is_term = len(written.split()) <= MAX_TERM
    return Token(start, end, written, written.lower().replace("’", "'") if is_term else SPEECH, is_term)


def _end_of_quotation(words: Sequence[Token], at: int) -> int:
    """The token that closes the quotation which token `at` opens; `at` itself where none does."""
    closing = _CLOSING[words[at].text]
    for end in range(at + 1, len(words)):
        if words[end].text == closing:
            return end
        if words[end].text in ("“", "”", '"'):
            break
    return at


def _is_one_word(before: Token, token: Token) -> bool:
    """Whether two tokens without a space between them are one word: "$" and "5", "a.m" and "."."""
    if before.text in _MONEY:
        return token.text[0].isdigit()
    if token.text in ("'", "’"):
        return before.is_word and before.lower.endswith("s")  # the towns’ plan
    if token.text == "%":
        return before.text[-1].isdigit()
    if token.text == ".":
        return before.lower in ("a.m", "p.m")
    if token.text == "-":
        return before.is_word
    return before.text[-1] == "-" and len(before.text) > 1


def _half_quoted(source: str, tokens: Sequence[Token]) -> Stretch:
    """The tokens before a closing mark that was never opened, or after an opening one that is never closed."""
    for at, token in enumerate(tokens):
        if token.text in ("“", "”", '"'):
            is_opening = token.text == "“" or (token.text == '"' and not source[token.end : token.end + 1].isspace())
            return (at + 1, len(tokens)) if is_opening and at + 1 < len(tokens) else (0, at)
    return 0, 0
