"""Frames of what has not been done yet.

    The board has yet to publish its report.        → When will the board publish its report?
    The price has not been agreed.                  → When will the price be agreed?
    The state has not replied to the dockers.       → Will the state reply to the dockers?
    The deaths remain unconfirmed.                  → Will the deaths be confirmed?
    The road was closed indefinitely.               → How long will the road be closed?

Known limits: (1) that a later sentence says it is done is not looked at.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefsite.facts.asking.frame import frame
from briefsite.facts.asking.grammar import finished, will
from briefsite.facts.asking.nouns import is_general
from briefsite.facts.verb_forms import base_of_participle, is_participle
from briefsite.lexicon import words

if TYPE_CHECKING:
    from briefsite.facts.asking.frame import Cue

_DATED = ("agreed", "announced", "completed", "decided", "determined", "published", "released", "resolved", "set",
          "settled", "signed", "finalised", "finalized", "scheduled")  # fmt: skip
"""What one takes for granted, and waits for."""
_LEFT = (
    "seen",
    "able",
    "told",
    "known",
    "named",
    "identified",
    "made",
    "in",
    "as",
    "so",
    "the",
    "a",
    "an",
    "accounted",
)
"""What other frames ask about, or nobody waits for."""


def _not_yet(cue: Cue) -> str | None:
    """X has yet to do Z → When will X do Z?"""
    subject, said = cue.subject, cue.after()
    # "When will negotiators settle?" has lost what they settle.
    if subject is None or said is None or (" " not in said and said not in words("verbs_alone")):
        return None
    return finished(f"when will {subject} {said}")


def _still(cue: Cue) -> str | None:
    """The court has still to approve the sale → When will the court approve the sale?"""
    subject, said = cue.subject, cue.after()
    return finished(f"when will {subject} {said}") if subject and said else None


def _undone(cue: Cue) -> str | None:
    """The price has not been agreed → When will the price be agreed?"""
    subject, done = cue.subject, cue.match["done"]
    if subject is None or is_general(subject) or done in _LEFT or not is_participle(done):
        return None
    subject = re.sub(r"^an? ", "the ", subject)
    return finished(f"{'when will' if done in _DATED else 'will'} {subject} be {cue.after(cue.token('done')) or done}")


def _not_done(cue: Cue) -> str | None:
    """The state has not replied to the dockers → Will the state reply to the dockers?"""
    subject, base, said = cue.subject, base_of_participle(cue.match["done"]), cue.after()
    if subject is None or base is None or cue.match["done"] in _LEFT:
        return None
    return will(subject, f"{base} {said or ''}".strip())


def _unconfirmed(cue: Cue) -> str | None:
    """The deaths remain unconfirmed → Will the deaths be confirmed?"""
    subject = cue.subject
    return finished(f"will {subject} be {cue.match['done']}") if subject and not is_general(subject) else None


def _indefinitely(cue: Cue) -> str | None:
    """The road was closed indefinitely → How long will the road be closed?"""
    subject = cue.subject
    return finished(f"how long will {subject} be {cue.match['done'].strip()}") if subject else None


FRAMES = (
    frame("decision", 1.1, "yet", "(?:has|have|had|is|are) _ (?:still _)? yet _ to _", _not_yet),
    frame("decision", 1.1, "still", "(?:has|have) _ still _ to _", _still),
    frame(
        "decision",
        0.8,
        "not never yet",
        "(?: (?:has|have) _ (?:not|n't|never) _ (?:yet _)? been | (?:has|have)_yet_been "
        "| could _ not _ be (?=_(?:confirmed|verified|determined|established|reached)) ) _ (?P<done>[a-z]+) (?=_|$)",
        _undone,
    ),
    frame(
        "decision",
        0.7,
        "not n't hasn't haven't",
        "(?: (?:has|have) _ not | hasn't | haven't ) _ (?:yet _)? (?!yet_|been_) (?P<done>[a-z]+) (?=_|$)",
        _not_done,
    ),
    frame(
        "imprecise",
        0.9,
        "unconfirmed unresolved unsolved unsigned unexplained unpaid",
        "(?:is|are|remains?|was|were) _ (?:still_|yet_|as_yet_)? "
        "un(?P<done>confirmed|resolved|solved|signed|explained|paid) (?=_|$)",
        _unconfirmed,
    ),
    frame(
        "imprecise",
        0.9,
        "indefinitely undetermined notice foreseeable",
        """
            (?:is|are|was|were|(?:has|have)_been|will_be) _ (?P<done> (?:[a-z]+ _){1,5}? )
            (?: indefinitely | for _ an _ (?:undetermined|unspecified|indefinite) | until _ further _ notice
              | for _ the _ foreseeable ) (?=_|$)
            """,
        _indefinitely,
    ),
)
