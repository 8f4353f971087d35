"""Frames of what comes next after what was done: who follows, whether there is an appeal, whether a bill becomes law.

    Ada Kell resigned as mayor.                      → Who will succeed Ada Kell as mayor?
    Brandt was jailed for theft.                     → Will Brandt appeal against the sentence?
    The Senate has passed a bill on harbours.        → Will the bill become law?
    Voters in Anselm went to the polls.              → Who will win the election?

Known limits: (1) that a later sentence names who follows, or tells of the appeal, is not looked at.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefsite.facts.asking.frame import frame
from briefsite.facts.asking.grammar import finished
from briefsite.facts.asking.nouns import is_general, is_plural
from briefsite.facts.asking.phrases import noun_phrase_after

if TYPE_CHECKING:
    from briefsite.facts.asking.frame import Cue

_ARTICLE = re.compile("^an? ")
_AGAINST = {
    "sentenced": "sentence",
    "jailed": "sentence",
    "imprisoned": "sentence",
    "convicted": "conviction",
    "found": "conviction",
    "fined": "fine",
    "suspended": "suspension",
    "disqualified": "disqualification",
}
_SIGNED = re.compile(r"\b(?:signed|law|veto\w*|enacted)\b")


def _successor(cue: Cue) -> str | None:
    """X resigned → Who will succeed X?"""
    who = cue.subject
    if who is None or is_plural(who) or not any(word[0].isupper() for word in who.split()):
        return None
    line = cue.context.line
    office = ""
    if cue.end < len(line.tokens) and line.tokens[cue.end].lower == "as":
        named = noun_phrase_after(line, cue.end + 1)
        office = f" as {line.words(named)}" if named else ""
    return finished(f"who will succeed {_ARTICLE.sub('the ', who)}{office}")


def _appeal(cue: Cue) -> str | None:
    """X was jailed → Will X appeal against the sentence?"""
    who = cue.subject
    if who is None or is_general(who) or re.match(r"\d", who):
        return None
    return finished(f"will {_ARTICLE.sub('the ', who)} appeal against the {_AGAINST[cue.match['how']]}")


def _passed(cue: Cue) -> str | None:
    """The Senate passed a bill → Will the bill become law?"""
    line = cue.context.line
    if _SIGNED.search(line.lowered):
        return None
    kind = re.sub("^(?:an?|the|its|their|[0-9]+) ", "", line.words((cue.token("which"), cue.end)))
    return finished(f"will the {kind} become law") if kind.islower() else None


def _voted(_: Cue) -> str | None:
    """Voters went to the polls → Who will win the election?"""
    return finished("who will win the election")


FRAMES = (
    frame(
        "upcoming",
        0.0,
        "polls casting",
        "(?: (?:go|went|goes|going|head|headed|heading) _ to _ the _ polls | casting _ (?:votes|ballots) ) (?=_|$)",
        _voted,
    ),
    frame(
        "decision",
        0.0,
        "resigned resigns quit quits stepping stepped steps",
        "(?: (?:has|have)_)? (?: (?:today|officially)_ )? (?:resigned|resigns|quits?|stepped_down|steps_down) (?=_|$)",
        _successor,
    ),
    frame(
        "decision",
        0.0,
        frozenset(_AGAINST),
        """
            (?:was|were|is|are|(?:has|have)_been) _ (?:(?:also|today|recently|later) _)?
            (?P<how>sentenced|jailed|imprisoned|convicted|found (?=_guilty)|fined|suspended|disqualified) (?=_|$)
            """,
        _appeal,
    ),
    frame(
        "decision",
        0.0,
        "passed approved backed supported",
        """
            (?:senate|house|parliament|congress|assembly|representatives|lawmakers|legislature|commons|lords|duma
              |knesset|bundestag|deputies|committee|legislators|cabinet|government) _
            (?:(?:has|have|had|today|yesterday|also|unanimously|overwhelmingly|narrowly) _)*
            (?:passed|approved|backed|supported) _ (?P<which> (?:[a-z0-9-]+ _ ){1,5}? (?:bill|legislation|act) ) (?=_|$)
            """,
        _passed,
    ),
)
