"""What a sentence tells as a fact, asked about: who says so, who did it, and why.

    The strike came as a surprise to the town.   → Who says that the strike came as a surprise to the town?
    The cache was intercepted in May.            → Who intercepted the cache in May?
    The board has rejected the sale.             → Why has the board rejected the sale?
    Kell died in May.                            → What did Kell die of?

Known limits: (1) that the sentence itself gives the reason is told by a few words only ("because").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefsite.facts.asking.grammar import finished
from briefsite.facts.asking.nouns import points_elsewhere
from briefsite.facts.verb_forms import base_of, base_of_participle, is_finite, is_past
from briefsite.lexicon import words

if TYPE_CHECKING:
    from briefsite.facts.asking.line import Line
    from briefsite.facts.asking.statement import Statement

_ELSEWHERE = re.compile(r"\b(?:it|they|them|him|he|she|this|that|these|those|there$|such|\w+sel(?:f|ves))\b", re.I)
"""Who, or what, stands in the sentence before: "its report" may be the subject’s."""
_ADVERB = re.compile("^(?:also|already|earlier|now|since|today|recently|again|repeatedly|unanimously|[a-z]+ly) ")
_LINKS = frozenset({"is", "are", "was", "were", "has", "have", "became", "remains", "came", "seems"})
_COUNTED = frozenset(
    {"killed", "died", "injured", "wounded", "increased", "decreased", "rose", "fell", "dropped", "grew"}
)
_UNFIT = re.compile(r"\b(?:not|expected|scheduled|set|due|yet|likely|(?:is|are) to|goals?|roles?|aims?|plans?|will)\b")
"""What tells of something to come, or of what something is for."""
_REASONED = frozenset({"because", "due", "so", "citing", "amid", "after", "following", "over", "for"})
"""Words that give a reason, or what stands for one."""
_HELPERS = frozenset({"has", "have", "had", "was", "were"})
"""Auxiliaries of what was done."""
_YEAR = re.compile("(?:19|20)[0-9]{2}")
_DIED = re.compile("(?:(?:has|have) )?died(?= |$)")
_CAUSE = re.compile(r"\bdied (?:of|from|after|when|while|in an?)\b|\b(?:after|following|from) an?\b|\bkilled\b")
"""What tells of what somebody died."""


def unsourced(line: Line, found: Statement, *, judged: bool) -> str | None:
    """X is one of the best ports → Who says that X is one of the best ports?"""
    verb = line.tokens[found.verb].lower
    said = line.tokens[found.verb : found.end]
    is_number = any(token.text[0].isdigit() and not _YEAR.fullmatch(token.text) for token in said)
    if not is_number and _COUNTED.isdisjoint(token.lower for token in said[:3]) and not (judged and verb in _LINKS):
        return None
    if base_of(verb) in words("deliberate_acts"):
        return None  # what somebody did is told as their act
    claim = f"{found.subject} {line.words((found.verb, found.end))}"
    if points_elsewhere(claim) or _UNFIT.search(claim) or claim.isupper():
        return None
    return finished(f"who says that {claim}")


def by_whom(line: Line, found: Statement) -> str | None:
    """The cache was intercepted → Who intercepted the cache?"""
    helper, said = line.tokens[found.verb].lower, line.words((found.verb + 1, found.end))
    verb, _, rest = re.sub("^been ", "", said).partition(" ")
    if helper not in ("was", "were", "has", "have") or (helper[0] == "h") != said.startswith("been "):
        return None
    if verb not in words("acts_of_somebody") or " by " in line.lowered[line.starts[found.verb] :]:
        return None
    helper = {"was": "", "were": ""}.get(helper, "has ")
    return None if points_elsewhere(rest) else finished(f"who {helper}{verb} {found.subject} {rest}")


def cause_of_death(line: Line, found: Statement) -> str | None:
    """Kell died in May → What did Kell die of?"""
    said = line.lowered[line.starts[found.verb] :]
    if not _DIED.match(said) or _CAUSE.search(said) or not any(word[0].isupper() for word in found.subject.split()):
        return None
    return finished(f"what did {found.subject} die of")


def why(line: Line, found: Statement) -> str | None:
    """The board has rejected the sale → Why has the board rejected the sale?  It was sold → Why was it sold?"""
    helper, said = line.tokens[found.verb].lower, _ADVERB.sub("", line.words((found.verb + 1, found.end)))
    if not _REASONED.isdisjoint(line.lowered.split()) or _ELSEWHERE.search(said):
        return None
    if any(is_finite(word) for word in said.lower().split()[1:] if word != "may"):
        return None  # "A boat banned from the harbour has sunk": its verb is another
    done, _, rest = said.partition(" ")
    if helper in _HELPERS:
        base = base_of_participle(rest.partition(" ")[0].lower() if done == "been" else done.lower())
    else:
        base = base_of(helper) if is_past(helper) else None
    if base not in words("deliberate_acts") or (" " not in said and helper not in _HELPERS):
        return None
    if helper == "had":
        return None if done == "been" else finished(f"why did {found.subject} {base} {rest}")
    if helper in _HELPERS:
        return finished(f"why {helper} {found.subject} {said}")
    return finished(f"why did {found.subject} {base} {said}")
