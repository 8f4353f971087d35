"""An indirect question as a direct one.

how the fire started                            → How did the fire start?
whether the sale will pass                      → Will the sale pass?
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefsite.facts.asking.grammar import POINTS, finished
from briefsite.facts.asking.inversion import OWNS, inverted, is_verb
from briefsite.facts.asking.nouns import is_plural, owner_of
from briefsite.facts.asking.predicates import predicate_after
from briefsite.facts.verb_forms import of_class
from briefsite.lexicon import words as listed

if TYPE_CHECKING:
    from briefsite.facts.asking.line import Line

_OWNED = re.compile(r"\b(?:his|her|its|their)\b")


def embedded(line: Line, start: int, *, owner: str | None = None) -> str | None:
    """An indirect question that begins at token `start` ("whether …", "how many …") as a direct one.

    `owner` is whose "his" or "its" in it is: "Kell has not said what prompted his decision".
    """
    question = _direct(line, start)
    owned = _OWNED.findall(question or "")
    if question is None or not owned:
        return question
    head = line.tokens[start + 1]
    if owner is None and len(owned) == 1 and (head.lower == "the" or head.is_capitalised):
        return question  # "when the board will publish its report"
    # Two may own, and "their" may be anybody's.
    if owner is None or len(owned) > 1 or (owned[0] == "their") != is_plural(owner):
        return None
    return finished(_OWNED.sub(owner_of(owner), question))


def _direct(line: Line, start: int) -> str | None:
    tokens = line.tokens
    if start + 2 >= len(tokens):
        return None
    opener = tokens[start].lower
    if opener in ("whether", "if"):
        return inverted(line, start + 1)
    if tokens[start + 1].lower == "else":
        return None
    lead = opener
    at = start + 1
    if opener == "how" and tokens[at].lower in ("many", "much", "long", "far", "soon", "quickly", "often"):
        lead = f"{opener} {tokens[at].lower}"
        at += 1
    is_subject = tokens[at].lower not in of_class("determiner") | set(OWNS)
    if is_subject and (opener in ("who", "what", "which") or lead in ("how many", "how much")):
        # The asked-for thing is the subject: "how many people were hurt", "what caused the fire".
        verb = next((i for i in range(at, min(at + 9, len(tokens))) if is_verb(line, i)), None)
        if verb is not None and (verb == at or opener in ("which", "how")):
            predicate = predicate_after(line, verb)
            between = f"{line.words((at, verb))} " if verb > at else ""
            return finished(f"{lead} {between}{line.words(predicate)}") if predicate else None
    following = tokens[at + 1].lower
    is_asked_noun = tokens[at].text.islower() and tokens[at].lower not in listed("phrase_openers")
    if opener in ("what", "which") and is_asked_noun and following in of_class("determiner"):
        lead, at = f"{lead} {tokens[at].lower}", at + 1  # "what impact the sale would have"
    if lead == "how" and not (tokens[at].lower in listed("phrase_openers") or tokens[at].text[0].isupper()):
        return None  # "how well the samples represent …": what is asked for is not "how" alone
    question = inverted(line, at)
    if question is None:
        return None
    return finished(f"{lead} {POINTS.sub('the ', f'{question[0].lower()}{question[1:]}')}")
