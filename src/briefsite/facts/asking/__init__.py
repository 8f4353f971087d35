"""Sentences that leave something open → questions: the frames that find them, and the grammar that asks."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefsite.facts.asking import (
    accusations,
    aftermath,
    arrests,
    conditions,
    counts,
    decisions,
    disputes,
    events,
    expected,
    hearsay,
    parties,
    pending,
    plans,
    proposals,
    requests,
    risks,
    sources,
    undecided,
    unknowns,
)
from briefsite.facts.asking.frame import Candidate, Context

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Candidate", "Context", "best_of", "may_ask"]

_FRAMES = sorted(
    (
        *plans.FRAMES,
        *expected.FRAMES,
        *requests.FRAMES,
        *proposals.FRAMES,
        *decisions.FRAMES,
        *conditions.FRAMES,
        *disputes.FRAMES,
        *accusations.FRAMES,
        *arrests.FRAMES,
        *undecided.FRAMES,
        *pending.FRAMES,
        *risks.FRAMES,
        *events.FRAMES,
        *unknowns.FRAMES,
        *counts.FRAMES,
        *parties.FRAMES,
        *hearsay.FRAMES,
        *sources.FRAMES,
        *aftermath.FRAMES,
    ),
    key=lambda frame: -frame.strength,
)
"""The strongest first; of two of the same strength, the one that stands first above."""


def may_ask(words: Iterable[str]) -> bool:
    """Whether any frame could find its cue in a sentence, by its words: a quick look before a line is made of it."""
    return not _by_trigger().keys().isdisjoint(words)


def best_of(context: Context) -> Candidate | None:
    """The question of the strongest frame that reads one in a sentence; None where none does."""
    triggered = _by_trigger()
    present = {token.lower for token in context.line.tokens}
    numbers = sorted({number for word in present & triggered.keys() for number in triggered[word]})
    return next((found for number in numbers for found in _FRAMES[number].find(context)), None)


@cache
def _by_trigger() -> dict[str, list[int]]:
    """Trigger → the places of its frames in the list."""
    found: dict[str, list[int]] = {}
    for number, frame in enumerate(_FRAMES):
        for word in sorted(frame.triggers):
            found.setdefault(word, []).append(number)
    return found
