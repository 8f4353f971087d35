"""Frames of judgements that the article makes in nobody's name.

    The strike came as a surprise to the town.  → Who says that the strike came as a surprise to the town?
    Kell is one of the best ports of the coast. → Who says that Kell is one of the best ports of the coast?

Left alone: what somebody is said to have said, and a superlative that can be counted ("the largest").

Known limits: (1) a judgement whose source stands in the sentence before is asked all the same.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefsite.facts.asking.frame import frame
from briefsite.facts.asking.grammar import finished, is_general
from briefsite.facts.asking.predicates import is_saying, predicate_after
from briefsite.lexicon import words

if TYPE_CHECKING:
    from briefsite.facts.asking.frame import Cue

_OWNED = re.compile(r"\b(?:his|her|their|its|it|they|he|she|\w+sel(?:f|ves))\b")
_SOURCES = frozenset({"according", "poll", "survey", "study", "report", "research", "shows", "found"})
"""Words that say where a judgement is from."""


def _judged(cue: Cue) -> str | None:
    """X is one of the best ports → Who says that X is one of the best ports?"""
    line, subject = cue.context.line, cue.subject
    if subject is None or is_general(subject) or any(is_saying(token) for token in line.tokens):
        return None
    if not _SOURCES.isdisjoint(token.lower for token in line.tokens):
        return None
    said = predicate_after(line, cue.end)
    if said is None:
        return None
    claim = f"{subject} {line.words((cue.start, said[1]))}"
    judging = {word.strip(",.") for word in claim.lower().split()} & words("judgements")
    return finished(f"who says that {claim}") if judging and not _OWNED.search(claim) else None


FRAMES = (
    frame(
        "unattributed",
        0.6,
        words("judgements"),
        "(?: is | are | was | were | (?:has|have) _ been | became | becomes | remains? | came _ as | seems? | looks? ) _",
        _judged,
    ),
)
