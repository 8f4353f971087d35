"""Sentences that leave something open → questions: the frames that find them, and the grammar that asks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefsite.facts.asking import conditions, decisions, disputes, pending, plans, unknowns
from briefsite.facts.asking.frame import Candidate, Context

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Candidate", "Context", "candidates", "may_ask"]

_FRAMES = (
    *plans.FRAMES,
    *decisions.FRAMES,
    *conditions.FRAMES,
    *disputes.FRAMES,
    *pending.FRAMES,
    *unknowns.FRAMES,
)
_WORD = re.compile(r"[a-z]+")
_TRIGGERS = frozenset(word for frame in _FRAMES for word in frame.triggers)


def may_ask(sentence: str) -> bool:
    """Whether any frame could find its cue in a sentence: a quick look before the sentence is read."""
    return not _TRIGGERS.isdisjoint(_WORD.findall(sentence.lower()))


def candidates(context: Context) -> Iterator[Candidate]:
    """Every question that the frames build from a sentence, frame by frame."""
    present = {token.lower for token in context.line.tokens}
    for frame in _FRAMES:
        if not present.isdisjoint(frame.triggers):
            yield from frame.find(context)
