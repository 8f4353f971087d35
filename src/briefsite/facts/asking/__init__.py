"""Sentences that leave something open → questions: the frames that find them, and the grammar that asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.facts.asking import (
    accusations,
    conditions,
    decisions,
    disputes,
    events,
    hearsay,
    plans,
    proposals,
    sources,
    undecided,
    unknowns,
)
from briefsite.facts.asking.frame import Candidate, Context

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Candidate", "Context", "candidates", "may_ask"]

_FRAMES = (
    *plans.FRAMES,
    *proposals.FRAMES,
    *decisions.FRAMES,
    *conditions.FRAMES,
    *disputes.FRAMES,
    *accusations.FRAMES,
    *undecided.FRAMES,
    *events.FRAMES,
    *unknowns.FRAMES,
    *hearsay.FRAMES,
    *sources.FRAMES,
)
_TRIGGERS = frozenset(word for frame in _FRAMES for word in frame.triggers)


def may_ask(words: Iterable[str]) -> bool:
    """Whether any frame could find its cue in a sentence, by its words: a quick look before a line is made of it."""
    return not _TRIGGERS.isdisjoint(words)


def candidates(context: Context) -> Iterator[Candidate]:
    """Every question that the frames build from a sentence, frame by frame."""
    present = {token.lower for token in context.line.tokens}
    for frame in _FRAMES:
        if not present.isdisjoint(frame.triggers):
            yield from frame.find(context)
