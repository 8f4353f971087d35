"""Interviews: paragraphs that are questions in marks belong to who asks, and those that answer to who is asked.

    Tide Radio interviewed Ada Holm.¶“Why now?”¶It is late …     → Tide Radio
    Ada Holm spoke to Tide.¶“Why now?”¶“It is late.”             → Tide, and Ada Holm
    Ada Holm met us.¶Q: “Why now?”¶A: “It is late.”              → nobody is told, and Ada Holm

Known limit: who asks is told before the first question, or nobody is taken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefsite.mentions.words.noun_phrases import forward
from briefsite.mentions.words.subjects import before

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.mentions.words.noun_phrases import Phrase
    from briefsite.mentions.words.tokens import Line, Token

_TALKED = frozenset({"spoke", "talked", "chatted", "interview"})
MIN_QUESTIONS = 2
"""Fewer paragraphs that are questions make no interview, unless one in marks answers."""


class Talk(NamedTuple):
    """Who asks and who answers, in the tokens of a line; None where the line does not tell."""

    line: int
    asks: Phrase | None
    answers: Phrase | None


class Interview:
    """The questions and answers of an article."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        alone = [at for at in range(len(lines)) if _is_question(lines, at)]
        self._questions = {at for at in alone if len(alone) >= MIN_QUESTIONS or self._is_quoted(at + 1)}
        self.talk = _talk(lines, min(self._questions)) if self._questions else None
        """Who talks to whom, where the article tells."""

    def asks(self, at: int) -> bool:
        """Whether a line is a question of the interview."""
        return at in self._questions or _label(self._lines[at].tokens) == "Q"

    def answers(self, at: int) -> bool:
        """Whether a line answers the one before."""
        return _label(self._lines[at].tokens) == "A" or (at - 1 in self._questions and self._is_quoted(at))

    def before(self, at: int) -> int:
        """The last line before the questions and answers in marks that a line belongs to; -1 where there is none."""
        while at >= 0 and (_label(self._lines[at].tokens) in ("Q", "A") or self._is_quoted(at)):
            at -= 1
        return at

    def _is_quoted(self, at: int) -> bool:
        return at < len(self._lines) and self._lines[at].tokens[0].is_quote


def _is_question(lines: Sequence[Line], at: int) -> bool:
    """Whether a paragraph is a question in marks and no more, and another one follows."""
    tokens = lines[at].tokens
    if len(tokens) > 1 or not (tokens[0].is_quote and tokens[0].text.endswith("?")) or at + 1 == len(lines):
        return False
    begins = at == 0 or lines[at - 1].paragraph != lines[at].paragraph
    return begins and lines[at + 1].paragraph != lines[at].paragraph


def _talk(lines: Sequence[Line], first: int) -> Talk | None:
    """Who talks to whom before a line: "Tide Radio interviewed Ada Holm", "Jo Reyes of Tide spoke with Ada Holm"."""
    for number, line in enumerate(lines[:first]):
        for at, token in enumerate(line.tokens):
            if token.lower == "interviewed":
                return Talk(number, before(line.tokens, at), forward(line.tokens, at + 1))
            if token.lower in _TALKED and (talk := _talked(line.tokens, number, at)):
                return talk
    return None


def _talked(tokens: Sequence[Token], number: int, at: int) -> Talk | None:
    """Of "Ada Holm spoke to Tide" Tide asks, of "Tide spoke with Ada Holm" too: whose name is one word is no person."""
    link = next((i for i in range(at + 1, min(at + 4, len(tokens))) if tokens[i].lower in ("to", "with")), None)
    other = forward(tokens, link + 1) if link else None
    if other is None or not tokens[other.head].is_capitalised:
        return None
    own = before(tokens, at)
    if own is None or not tokens[own.head].is_capitalised:
        own = None
    return Talk(number, other, own) if other.first == other.last else Talk(number, own, other)


def _label(tokens: Sequence[Token]) -> str:
    """The letter that a paragraph of an interview begins with; "" where it begins with none."""
    return tokens[0].text if len(tokens) > 1 and tokens[1].text in (":", ".") and len(tokens[0].text) == 1 else ""
