"""What a sentence tells, asked about as it stands: for sentences that look open, and that no frame reads.

    Kell told reporters that the yard was sold.  → Was the yard sold?
    The strike came as a surprise to the town.   → Who says that the strike came as a surprise to the town?

Known limits: (1) of several reported clauses, the first is asked about.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefsite.facts.asking.frame import Candidate
from briefsite.facts.asking.grammar import finished
from briefsite.facts.asking.inversion import inverted
from briefsite.facts.asking.line import SPEECH
from briefsite.facts.asking.nouns import is_general
from briefsite.facts.asking.predicates import is_saying, predicate_after
from briefsite.facts.asking.subjects import first_verb

if TYPE_CHECKING:
    from collections.abc import Collection

    from briefsite.facts.asking.frame import Context
    from briefsite.facts.asking.line import Line

_OWNED = re.compile(
    r"\b(?:his|her|their|its|it|they|them|he|she|this|these|those|there|\w+sel(?:f|ves))\b", flags=re.IGNORECASE
)
"""Whose it is, or what, stands in the sentence before."""
_SOURCES = frozenset(
    [
        "according",
        "poll",
        "survey",
        "study",
        "report",
        "reports",
        "research",
        "shows",
        "showed",
        "found",
        "called",
        "calls",
        "confirmed",
        "wrote",
    ]
)
"""Words that say where a statement is from."""
_OPENERS = frozenset(
    {"if", "when", "although", "though", "while", "as", "because", "since", "after", "before", "unless"}
)
_LINKS = frozenset({"is", "are", "was", "were", "has", "have", "became", "remains", "came", "seems"})
_COUNTED = frozenset(
    {"killed", "died", "injured", "wounded", "increased", "decreased", "rose", "fell", "dropped", "grew"}
)
_UNFIT = re.compile(r"\b(?:not|expected|scheduled|set|due|yet|likely|(?:is|are) to|goals?|roles?|aims?|plans?|will)\b")
_MUST_HAVE = frozenset({"judges", "counts", "doubt"})
"""Signs of what somebody must have judged, counted or suspected."""
MAX_TO_THAT = 7
"""Tokens from a verb of saying to its "that": "told reporters in Anselm on Monday that"."""


def question_of(context: Context, signs: Collection[str]) -> Candidate | None:
    """The question that a sentence raises as a whole, given its signs; None where no good one can be built."""
    line = context.line
    if any(is_saying(token) or token.lower in _SOURCES for token in line.tokens):
        question = _reported(context)
        return None if question is None else Candidate(question=question, kind="dispute", strength=0.0, is_past=False)
    question = None if _MUST_HAVE.isdisjoint(signs) else _unsourced(context)
    return None if question is None else Candidate(question=question, kind="unattributed", strength=0.0, is_past=False)


def _reported(context: Context) -> str | None:
    """Kell said that the yard was sold → Was the yard sold?"""
    line = context.line
    at = _clause_of(line)
    if at is None or at >= len(line.tokens) or line.tokens[at].lower in ("it", "they", "he", "she"):
        return None
    question = inverted(line, at)
    return question if question and not _OWNED.search(question) else None


def _clause_of(line: Line) -> int | None:
    """The token at which what somebody says begins; None where nobody says anything in words of the article."""
    tokens = line.tokens
    verb = next((at for at, token in enumerate(tokens) if at and is_saying(token)), None)
    if verb is None:
        return None
    for at in range(verb + 1, min(verb + MAX_TO_THAT, len(tokens) - 1)):
        if tokens[at].lower == "that":
            return at + 1
        if not tokens[at].is_word or tokens[at].lower in ("of", "about", "the", "to"):
            return None  # "spoke of the damage that …"
    return None


def _unsourced(context: Context) -> str | None:
    """X is one of the best ports → Who says that X is one of the best ports?"""
    line = context.line
    verb = first_verb(line)
    if verb is None or any(token.lower == SPEECH for token in line.tokens):
        return None
    # What leads up to the news, and what is yet to come, nobody needs to have judged.
    if not _OPENERS.isdisjoint(token.lower for token in line.tokens[:2]) or "would" in line.lowered:
        return None
    if line.tokens[verb].lower not in _LINKS and _COUNTED.isdisjoint(line.lowered.split()):
        return None
    subject, said = context.subject(verb), predicate_after(line, verb + 1)
    if subject is None or said is None or is_general(subject):
        return None
    claim = f"{subject} {line.words((verb, said[1]))}"
    if _OWNED.search(claim) or _UNFIT.search(claim) or claim.isupper():
        return None
    return finished(f"who says that {claim}")
