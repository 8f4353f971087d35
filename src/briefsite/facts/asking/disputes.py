"""Frames of what named sides do not agree on.

    Both towns have long differed on the fare.      → Will both towns settle their dispute over the fare?
    Kell denies that the pier was unsafe.           → Was the pier unsafe?
    The firm insists that more money is needed.     → Is more money needed?

Known limits: (1) a claim that nobody contradicts is asked as a dispute, at a low strength; (2) sides that stand
in two sentences are not brought together.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefsite.facts.asking.frame import frame
from briefsite.facts.asking.grammar import finished
from briefsite.facts.asking.inversion import inverted
from briefsite.facts.asking.nouns import is_general, is_plural
from briefsite.facts.asking.phrases import noun_phrase_after

if TYPE_CHECKING:
    from briefsite.facts.asking.frame import Cue


_STANDS_FOR = {"it": False, "its": False, "he": False, "she": False, "they": True, "their": True}
"""Pronouns for whoever claims something, and whether they stand for many."""
SHORT = 4
"""In words."""
_OWNED = re.compile(r"\b(?:his|her|their|\w+sel(?:f|ves))\b")


def _differ(cue: Cue) -> str | None:
    subject, line = cue.subject, cue.context.line
    if subject is None or not is_plural(subject):
        return None
    if matter := noun_phrase_after(line, cue.end):
        return finished(f"will {subject} settle their dispute over {line.words(matter)}")
    return finished(f"where do {subject} differ")


def _claimed(cue: Cue) -> str | None:
    line, at = cue.context.line, cue.end
    # "He believes she has gone too far": who either of them is stands elsewhere.
    is_pronoun = line.tokens[cue.start - 1].lower in _STANDS_FOR if cue.start else False
    claimant = None if is_pronoun else cue.subject
    if at >= len(line.tokens) or (claimant is None and not cue.match.group().split()[0].endswith("ing")):
        return None  # "both disputes concern …": the cue is a noun
    head = line.tokens[at].lower
    if head not in _STANDS_FOR:
        question = inverted(line, at)
        # "claiming tax breaks": a verb that nothing follows may be a noun.
        is_clause = "that" in cue.match.group() or (question and len(question.split()) > SHORT)
        return question if question and is_clause and not _OWNED.search(question) else None
    if claimant and is_general(claimant):
        return None  # "most people believe he could win"
    # "FIFA claims they were not involved": a body is one or many.
    if claimant is None or (_STANDS_FOR[head] != is_plural(claimant) and not claimant.isupper()):
        return None
    question = inverted(line, at, subject=claimant)
    return question if question and not _OWNED.search(question) else None


def _two_sides(cue: Cue) -> str | None:
    """Kell says the pier was unsafe; the firm says that it was safe → Was the pier unsafe?"""
    line, at = cue.context.line, cue.end
    if at >= len(line.tokens) or line.tokens[at].lower in ("he", "she"):
        return None
    if line.tokens[at].lower in ("it", "they"):
        return inverted(line, at, subject=cue.subject) if cue.subject else None
    question = inverted(line, at)
    return question if question and not re.search(r"\b(?:his|her|its|their)\b", question) else None


def _each_side(cue: Cue) -> str | None:
    """Each side says that the other left the table → Which side left the table?"""
    said = cue.after()
    return finished(f"which side {said}") if said else None


def _disputed_before(cue: Cue) -> str | None:
    """Kell said the pier was unsafe. The firm disputed this. → Was the pier unsafe?"""
    before = cue.context.line_before
    if before is None:
        return None
    for at, token in enumerate(before.tokens[:-2]):
        if token.lower in ("said", "says", "found"):
            claim = at + 1 + (before.tokens[at + 1].lower == "that")
            question = inverted(before, claim)
            return question if question and not re.search(r"\b(?:his|her|its|their)\b", question) else None
    return None


FRAMES = (
    frame(
        "dispute",
        1.4,
        "says said holds claims",
        """
            (?:says|said|holds|claims) _ (?:that _)? (?! [^;]* ;[^;]*; )
            (?= [^;]{8,160}? (?: ; | , _ while | while | , _ which ) _ [^;]{2,60}?
                (?:says?|denies|deny|denied|disputes|disputed|holds|held|insists|puts) (?=_|$) )
            """,
        _two_sides,
    ),
    frame("dispute", 1.4, "other", "each _ (?:side _)? (?:says?|said) _ (?:that _)? the _ other _", _each_side),
    frame(
        "dispute",
        1.3,
        "disputed disputes denied denies rejected rejects",
        """
            (?:disputed|disputes|denied|denies|rejected|rejects) _
            (?:this|that|(?:this|that|the) _ (?:account|claim|version|accusation|charge)) _ [.,;]
            """,
        _disputed_before,
    ),
    frame(
        "dispute",
        1.2,
        "differ differed disagree disagreed clash clashed divided split odds",
        """
            (?:(?:have|has) _)? (?:long _)?
            (?: differ(?:ed)? | disagreed? | clash(?:ed)? (?=_ (?:over|about))
              | (?:are|were|remain) _ (?:divided|split|at_odds) ) _
            (?:sharply _)? (?:on|over|about) _
            """,
        _differ,
    ),
    frame(
        "dispute",
        1.0,
        "denied deny denies dispute disputes disputed doubt doubts doubted claims suggestions "
        "allegations accusations reports denying",
        """
            (?: denied | den(?:y|ies|ying) | disputed? | disputes | doubts? | doubted
              | (?:rejected|dismissed|denied) _ (?:claims|suggestions|allegations|accusations|reports) ) _ (?:that _)?
            """,
        _claimed,
    ),
    frame(
        "dispute",
        0.75,
        "insist insists insisted argue argues argued maintain maintains maintained claim claims claimed "
        "believe believes allege alleges alleged contend contends contended warn warns warned "
        "reiterate reiterated reiterates claiming insisting arguing alleging maintaining",
        """
            (?: (?:claim|insist|argu|alleg|maintain)ing | continue[sd]? _ to _ (?:claim|insist|argue|maintain)
              | insist(?:s|ed)? | argue[sd]? | maintain(?:s|ed)? | claim(?:s|ed)? | believes? | allege[sd]?
              | contend(?:s|ed)? | (?: warn(?:s|ed)? | reiterate[sd]? ) (?=_that_) ) _ (?:that _)?
            """,
        _claimed,
    ),
)
