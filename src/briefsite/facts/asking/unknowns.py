"""Frames of what is said to be unknown.

It is unclear how the fire started.          → How did the fire start?
The cause of the fire is unknown.            → What was the cause of the fire?
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefsite.facts.asking.frame import frame
from briefsite.facts.asking.grammar import finished
from briefsite.facts.asking.indirect import embedded
from briefsite.facts.asking.nouns import is_general, is_plural, points_elsewhere
from briefsite.facts.asking.phrases import noun_phrase_after
from briefsite.facts.verb_forms import is_finite, is_participle

if TYPE_CHECKING:
    from briefsite.facts.asking.frame import Cue

_UNKNOWN = re.compile(
    r"\b(?:un(?:known|clear|certain|determined)|not (?:yet )?(?:known|clear|apparent|been|say|said|released|disclosed)"
    r"|investigat\w+|determine|establish)\b"
)


def _embedded(cue: Cue) -> str | None:
    line, at = cue.context.line, cue.start
    while at and is_finite(line.tokens[at - 1].lower):
        at -= 1  # "Kell has not said what …"
    return embedded(line, cue.token("what"), owner=cue.context.subject(at))


def _unknown(cue: Cue) -> str | None:
    """The cause of Y is unknown → What was the cause of Y?"""
    line = cue.context.line
    matter = noun_phrase_after(line, cue.end)
    if matter is None or not _UNKNOWN.search(line.lowered):
        return None
    what = cue.match["what"]
    verb = "are" if what in ("names", "details", "terms") else "was" if what in ("cause", "motive", "reason") else "is"
    return finished(f"what {verb} the {cue.match['what']} {cue.match['link']} {line.words(matter)}")


def _not_named(cue: Cue) -> str | None:
    """The victims have not been identified → Who are the victims?"""
    subject = cue.subject
    if subject is None or is_general(subject) or re.search("name|identit", subject):
        return None
    return finished(f"who {'are' if is_plural(subject) else 'is'} {re.sub('^an? ', 'the ', subject)}")


def _may_have(cue: Cue) -> str | None:
    """X may have done Y → Has X done Y?"""
    subject, said = cue.subject, cue.after()
    if subject is None or said is None or not is_participle(said.split()[0].lower()):
        return None
    if is_general(subject) or points_elsewhere(said):
        return None
    is_many = is_plural(subject)
    return finished(f"{'have' if is_many else 'has'} {subject} {said}")


def _undisclosed(cue: Cue) -> str | None:
    """The firm paid an undisclosed sum → What is the undisclosed sum?"""
    return finished(f"what is the {cue.match['how']} {cue.match['what']}")


def _responsible(cue: Cue) -> str | None:
    """No group has claimed responsibility for the attack → Who is responsible for the attack?"""
    line = cue.context.line
    matter = noun_phrase_after(line, cue.end)
    return finished(f"who is responsible for {line.words(matter)}") if matter else None


def _died(cue: Cue) -> str | None:
    """Kell was found dead in May → How did Kell die?"""
    subject = cue.subject
    if subject is None or is_general(subject) or re.match(r"\d", subject):
        return None
    return finished(f"how did {re.sub('^an? ', 'the ', subject)} die")


FRAMES = (
    frame("imprecise", 0.8, "dead", "(?:was|were|been) _ (?:later_)? (?:found|pronounced) _ dead (?=_|$)", _died),
    frame(
        "imprecise",
        1.0,
        "identified named unidentified whose",
        """
            (?: (?:has|have) (?:_not|n't) _ (?:yet _)? been _ (?:publicly _|formally _)? (?:identified|named)
              | (?:was|were) (?:_not|n't) _ (?:immediately _)? identified | (?:remains?|is|are) _ unidentified
              | whose _ (?:names?|identity|identities) _ (?:has|have|was|were|is|are) (?:_not|n't) _ ) (?=_|$)
            """,
        _not_named,
    ),
    frame(
        "imprecise",
        1.1,
        "cause motive reason identity whereabouts fate extent number cost origin size names details terms",
        "(?:the|exact|full|total|true|its|their) _ (?:(?:exact|full|total|true) _)? "
        "(?P<what>cause|motive|reason|identity|whereabouts|fate|extent|number|cost|origin|size|names|details|terms) _ "
        "(?P<link>of|for|behind) _",
        _unknown,
    ),
    frame("imprecise", 0.75, "have", "(?:may|might) _ (?:also_|already_|well_)? have _ (?!been_able)", _may_have),
    frame(
        "imprecise",
        0.9,
        "undisclosed unspecified undetermined",
        "(?P<how>undisclosed|unspecified|undetermined) _ "
        "(?P<what>sum|amount|fee|price|number|reason|location|date|place|figure) (?=_|$)",
        _undisclosed,
    ),
    frame("imprecise", 1.2, "responsibility", "(?:no|nobody) _ [^,;]{0,30}? responsibility _ for _", _responsible),
    frame(
        "imprecise",
        1.3,
        "how who what why where which",
        """
            (?: unclear | unknown | uncertain | (?:declined|refused|yet) _ to _
                (?:say|disclose|explain|reveal|specify|identify|settle|decide|agree|determine|announce)
              | (?:not|n't) _ (?:yet _|immediately _)?
                (?:known|clear|say|said|specify|disclosed?|explain(?:ed)?|mention(?:ed)?|reveal(?:ed)?|know|announced?)
              | questions _ (?:remain(?:ed)? _)? (?:about|over|as _ to) | doubts? _ (?:about|over)
              | (?:to|will|must) _ (?:determine|establish) | investigating | examining ) _
            (?: (?:on|about|exactly) _ )? (?P<what> (?:how|who|what|why|where|which) (?=_) )
            """,
        _embedded,
    ),
)
