"""Frames of what the article tells in nobody's name, although somebody must have judged, counted or suspected it.

    The strike came as a surprise to the town.   → Who says that the strike came as a surprise to the town?
    Two dockers died of a suspected poisoning.   → Who says that two dockers died of a suspected poisoning?
    Fares have risen to nine dollars.            → Who says that fares have risen to nine dollars?

Left alone: what somebody is named for in the sentence, and a superlative that can be counted ("the largest").

Known limits: (1) a statement whose source stands in the sentence before is asked all the same.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefsite.facts.asking.frame import frame
from briefsite.facts.asking.grammar import finished, is_general
from briefsite.facts.asking.line import SPEECH
from briefsite.facts.asking.phrases import first_verb
from briefsite.facts.asking.predicates import is_saying, predicate_after
from briefsite.lexicon import table

if TYPE_CHECKING:
    from briefsite.facts.asking.frame import Cue
    from briefsite.facts.asking.line import Line

_OWNED = re.compile(r"\b(?:his|her|their|its|it|they|he|she|this|these|those|\w+sel(?:f|ves))\b", flags=re.IGNORECASE)
_SOURCES = frozenset({"according", "poll", "survey", "study", "report", "reports", "research", "shows", "found"})
"""Words that say where a statement is from."""
_LINKS = frozenset({"is", "are", "was", "were", "became", "becomes", "remains", "remained", "seems", "looks", "came", "comes"})
_AUXILIARIES = frozenset({"has", "have", "was", "were", "been", "are", "is"})
_NUMBER = re.compile(r"\d|\b(?:half|third|quarter|most|majority|two|three|four|five|six|seven|eight|nine|ten)\b")


def _stated(cue: Cue) -> str | None:
    """X is one of the best ports → Who says that X is one of the best ports?"""
    line = cue.context.line
    if any(is_saying(token) or token.lower in _SOURCES or token.lower == SPEECH for token in line.tokens):
        return None
    kind = table("unsourced_words")[cue.match.group().strip()]
    verb = _verb_of(line, cue.start, kind)
    subject = cue.context.subject(verb) if verb else None
    said = predicate_after(line, verb + 1) if verb else None
    if verb is None or subject is None or said is None or said[1] <= cue.start or is_general(subject):
        return None
    claim = f"{subject} {line.words((verb, said[1]))}"
    if _OWNED.search(claim) or " not " in claim or (kind == "count" and not _NUMBER.search(claim)):
        return None
    return finished(f"who says that {claim}")


def _verb_of(line: Line, at: int, kind: str) -> int | None:
    """The verb of the clause that token `at` judges, doubts or counts; None where it is not near.

    A judgement stands behind a verb that says what something is: "the largest port struck a deal" has none.
    """
    tokens = line.tokens
    if kind == "doubt":
        return first_verb(line)
    if kind == "judgement":
        return next((i for i in range(at - 1, max(at - 9, 0), -1) if tokens[i].lower in _LINKS), None)
    while at and tokens[at - 1].lower in _AUXILIARIES:
        at -= 1
    return at


FRAMES = (
    frame(
        "unattributed",
        0.6,
        frozenset(table("unsourced_words")),
        f"(?:{'|'.join(table('unsourced_words'))}) (?=_|$)",
        _stated,
    ),
)
