"""A sentence as frames read it: its tokens, with speech closed off, and the same as one string to search."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import NamedTuple

_TOKEN = re.compile(
    r"""
    (?P<quote> “[^“”]*” | "[^"“”]*" )
  | (?P<word>  [ap]\.m\.                                                           # 10 p.m.
             | (?:[A-Z]\.)+ (?:-?[A-Z]\w*)?                                      # U.K.  U.S.-led
             | [$£€]?\d(?:[\d.,]*\d)?%? (?:-?[^\W\d_][\w-]*)?                    # 3,000  50%  20-mile
             | [^\W\d_]\w* (?: [’'.&‑-] [^\W_]\w* )* [’']? )                     # one-in  France’s  AT&T
  | (?P<mark>  [^\w\s] )
    """,
    flags=re.VERBOSE,
)
MAX_TERM = 4
"""Words in quotation marks up to this many are a term inside a phrase; more are somebody's speech."""
SPEECH = "“”"
"""What stands for speech in the string that patterns search: no cue is found in what somebody said."""

Stretch = tuple[int, int]
"""Tokens `[start, end)` of a line."""


class Token(NamedTuple):
    """A word, a mark or a short quoted term; offsets into the sentence's words."""

    start: int
    end: int
    text: str
    lower: str
    """In lower case, with straight apostrophes; `SPEECH` for speech."""
    is_word: bool


@dataclass(frozen=True, slots=True)
class Line:
    """The tokens of a sentence, and the same as one lower-case string for patterns to search."""

    sentence: str
    tokens: tuple[Token, ...]
    lowered: str
    """The tokens in lower case, one space between two."""
    starts: tuple[int, ...]
    """Where each token begins in `lowered`."""
    quoted: Stretch
    """The tokens of speech whose other mark stands in another sentence; empty where there is none."""

    @classmethod
    def of(cls, sentence: str) -> Line:
        """The line of a sentence."""
        found: list[Token] = []
        starts, at = [], 0
        for match in _TOKEN.finditer(sentence):
            written = match.group()
            lower, is_word = written.lower().replace("’", "'"), match.lastgroup == "word"
            if written in ("US", "May"):
                lower += "."  # neither the pronoun nor the verb
            if match.lastgroup == "quote":
                is_word = len(written.split()) <= MAX_TERM
                lower = lower if is_word else SPEECH
            found.append(Token(*match.span(), written, lower, is_word))
            starts.append(at)
            at += len(lower) + 1
        lowered = " ".join(token.lower for token in found)
        return cls(sentence, tuple(found), lowered, tuple(starts), _half_quoted(sentence, found))

    def index(self, offset: int) -> int:
        """The token at or after an offset of `lowered`."""
        return bisect_left(self.starts, offset)

    def words(self, stretch: Stretch) -> str:
        """The words of a stretch as the sentence writes them, on one line."""
        start, end = stretch
        return " ".join(self.sentence[self.tokens[start].start : self.tokens[end - 1].end].split())


def _half_quoted(sentence: str, tokens: list[Token]) -> Stretch:
    """The tokens before a closing mark that was never opened, or after an opening one that is never closed."""
    for at, token in enumerate(tokens):
        if token.text in ("“", "”", '"'):
            is_opening = token.text == "“" or (token.text == '"' and not sentence[token.end : token.end + 1].isspace())
            return (at + 1, len(tokens)) if is_opening and at + 1 < len(tokens) else (0, at)
    return 0, 0
