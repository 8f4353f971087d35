"""Sentences that leave something open → questions: the frames that find them, and the grammar that asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.facts.asking import decisions, disputes, unknowns
from briefsite.facts.asking.frame import Candidate, Context

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Candidate", "Context", "candidates"]

_FRAMES = (*decisions.FRAMES, *disputes.FRAMES, *unknowns.FRAMES)


def candidates(context: Context) -> Iterator[Candidate]:
    """Every question that the frames build from a sentence, frame by frame."""
    for frame in _FRAMES:
        yield from frame.find(context)
