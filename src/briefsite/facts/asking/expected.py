"""Frames of what will, may or must come about: modal verbs, and what is due or expected.

    The board will vote on the plan.     → How will the board vote on the plan?
    The pier could close in May.         → Could the pier close in May?
    The board is due to meet on Friday.  → Will the board meet on Friday?

Known limits: (1) "will" in a general truth ("water will boil") is taken for an announcement.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefsite.facts.asking.frame import ADVERB, frame
from briefsite.facts.asking.grammar import is_state, will
from briefsite.facts.asking.saying import is_saying
from briefsite.facts.verb_forms import base_of

if TYPE_CHECKING:
    from briefsite.facts.asking.frame import Cue

_TO_BE_DONE = re.compile("^have been ")
_RECKONS = frozenset(
    [
        "estimates",
        "estimate",
        "estimated",
        "expects",
        "expected",
        "predicts",
        "predicted",
        "forecasts",
        "hopes",
        "hoped",
        "fears",
    ]
)
"""Verbs that report a reckoning, as a verb of saying reports a statement."""
_EFFECTS = re.compile(r"(?:mean|have|become|take|need|make|add|help|save|last|remain|result|lead|end|like|keep|know)\b")
"""Verbs of an effect or a state, which hangs on a condition."""
_STATES = re.compile(r"(?:mean|like|keep|know|want|need|include|reflect)\b")
"""Verbs of a state that nobody waits for."""


def _announced(cue: Cue) -> str | None:
    """X will hold a vote → Will X hold a vote?"""
    said = cue.after()
    if said is None or _STATES.match(said) or ("whether" in cue.context.line.lowered and said.startswith("decide")):
        return None
    return cue.will(cue.subject)


def _possible(cue: Cue) -> str | None:
    """The prize could be paid → Could the prize be paid?  It may be paid in May → Will it be paid in May?"""
    question = cue.will(cue.subject)
    return f"Could{question.removeprefix('Will')}" if question and cue.match["modal"] == "could" else question


def _must(cue: Cue) -> str | None:
    """The board must approve it → Will the board approve it?  But "500 people have to eat" leaves nothing open."""
    subject, said = cue.subject, cue.after()
    if subject is None or said is None or is_state(said):
        return None
    return will(subject, _TO_BE_DONE.sub("be ", said))


def _should(cue: Cue) -> str | None:
    """The pier should be shut in May → Will the pier be shut in May?

    Whether it is meant as a duty or as a forecast ("a deal that should raise a million"), that is what is open.
    """
    subject, said = cue.subject, cue.after()
    return None if subject is None or said is None else will(subject, said)


def _due(cue: Cue) -> str | None:
    """X is due to do Z → Will X do Z?  But "was due to pilot error" is a cause."""
    tokens = cue.context.line.tokens
    if "due" in cue.match.group() and cue.end < len(tokens) and not _is_base(tokens[cue.end].lower):
        return None
    # "She was due to speak when it rained" is over; "Kell said that she was due to speak" is not.
    is_past = cue.match.group().startswith("w")
    if is_past and not any(is_saying(token) for token in tokens[: cue.start]):
        return None
    said = cue.after()
    return None if said is None or _STATES.match(said) else cue.will(cue.subject)


def _is_base(word: str) -> bool:
    return word in ("be", "have", "do") or base_of(word) == word


def _would(cue: Cue) -> str | None:
    """Kell said the board would vote → Will the board vote?  Elsewhere "would" hangs on a condition."""
    line = cue.context.line
    is_reported = any(is_saying(token) or token.lower in _RECKONS for token in line.tokens[: cue.start])
    said = cue.after()
    if said is None or _EFFECTS.match(said):
        return None
    return cue.will(cue.subject) if is_reported and "if" not in line.lowered.split() else None


FRAMES = (
    frame("upcoming", 0.7, "would", f"would _ (?!not_|have_|be_a|rather_) {ADVERB}", _would),
    frame(
        "decision",
        0.0,
        "may might could",
        "(?P<modal>may|might|could) _ (?!not_|have_(?!an?_|the_|to_)|be_seen|only_)",
        _possible,
    ),
    frame("upcoming", 0.75, "will", f"will _ (?!not_) {ADVERB}", _announced),
    # What will not be is asked as what will be: that is what somebody else may hold.
    frame("decision", 0.3, "not won't", "(?: will _ not | won't ) _ (?:be_able_to_)?", _announced),
    frame("decision", 0.0, "should", "should _ (?!not_|have_) (?:also_|now_|therefore_)?", _should),
    frame(
        "upcoming",
        1.0,
        "expected due set scheduled slated planned likely unlikely poised about prepared supposed projected "
        "predicted forecast tipped certain required ready hoped obliged",
        f"""
            (?:is|are|was|were|been) _ {ADVERB} (?:be_|not_)?
            (?: expected | due | set | scheduled | slated | planned | likely | unlikely | poised | about | prepared
              | supposed | projected | predicted | forecast | tipped | certain | required | ready | hoped | obliged )
            _ to _
            """,
        _due,
    ),
    frame(
        "decision", 0.75, "must has have needs need", "(?:must|(?:has|have|needs?)_to) _ (?!not_|say_|admit_)", _must
    ),
)
