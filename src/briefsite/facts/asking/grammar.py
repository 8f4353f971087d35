"""Words → a question in plain grammar.

    the board | vote on the plan                    → Will the board vote on the plan?

What would not be a question a person would leave as it is (too long, an unresolved "it", half a quotation) is
None.
"""

from __future__ import annotations

import re

from briefsite.facts.asking.nouns import is_general
from briefsite.facts.verb_forms import is_finite, is_participle, is_past, is_third
from briefsite.lexicon import words as listed

_PART = re.compile(r",? (?:and|in|at|during|after|before|under|with|for) ")
"""Where a part begins that a question can do without."""
MIN_WORDS = 3
MAX_WORDS = 20
POINTS = re.compile(
    r"\b(?:this|these|those) (?=[a-z])"
    r"(?!(?:time|day|week|weekend|month|year|morning|afternoon|evening|night|spring|summer|autumn|fall|winter|season)\b)"
)
"""What points at the sentence before, which a question does not have: "these rules" are "the rules"."""
_NEGATIVE = re.compile(r"\b(?:not|never|no longer|n't)\b")
_TAKES_SIDES = re.compile(r" (?:to|for|against|in favou?r) ")
"""What tells how somebody votes or answers already."""
_DONE = ("open", "ready", "available", "able", "free", "back")
"""What something comes to be, as it comes to be closed."""

_CUT_OFF = re.compile(r" (?:with|of|by|for|from|at|in) up$")
"""How a question ends that was cut inside a figure: "cover the pier with up (to a foot of sand)"."""


def finished(question: str | None) -> str | None:
    """The question with its first letter large and its mark; None where it cannot stand as one."""
    if question is None:
        return None
    question = re.sub(r"\s+([,.;:?!])", r"\1", " ".join(question.split())).rstrip(" ,;:-–—?…")
    question = re.sub(r"[.,;]+([\"”])$", r"\1", question)
    question = POINTS.sub("the ", re.sub(r" (?:as well|too|also|though|however)$", "", question))
    if question.endswith(".") and not re.search(r"(?:(?:\b[A-Z]\.)+|\b[ap]\.m\.)$", question):
        question = question.rstrip(".")
    if _CUT_OFF.search(question):
        return None
    count = len(question.split())
    if not MIN_WORDS <= count <= MAX_WORDS or question.count('"') % 2 or question.count("“") != question.count("”"):
        return None
    return f"{question[0].upper()}{question[1:]}?"


def will(subject: str, said: str) -> str | None:
    """Ask "Will SUBJECT SAID?"; what is said begins with the base form of its verb."""
    said = _shortened(said, MAX_WORDS - 1 - len(subject.split()))
    said = said.removeprefix("fail to ")
    first = said.split()[0].lower()
    if _NEGATIVE.match(said.lower()) or not _is_base(first, said) or is_general(subject):
        return None
    if " " not in said and (first not in listed("verbs_alone") or first in listed("verbs_of_course")):
        return None  # "Will the agency conduct?", "Will dinner begin?"
    if any(is_finite(word.lower()) for word in said.split()[1:] if word != "May"):
        return None  # "NASA’s plans to return by 2020 have been derided": no verb, but a noun
    if first == "have" and (is_participle(said.split()[1].lower()) or said.split()[1].lower() in ("not", "already")):
        return None  # "William is likely to have seen it" is over
    if said.startswith("rule out "):
        return finished(f"will {subject} {said}")  # it gives no ruling
    if any(is_past(word, regular=False) and not is_participle(word) for word in said.lower().split()[1:]):
        return None  # "the idea that the tool could be used came up"
    if said.partition(" ")[2].startswith("no "):
        return None  # "The tests could find no fault"
    if said.endswith((" no longer", " doing")):
        return None
    if re.match(r"do (?:in|on|at|by|for|to)\b", said):
        return None  # "the damage that the ban would do in May"
    if first in ("vote", "rule", "decide", "respond", "react") and " " in said and not _TAKES_SIDES.search(said):
        return finished(f"how will {subject} {said}")
    return finished(f"will {subject} {said}")


def _shortened(said: str, room: int) -> str:
    """What is said without its last parts, where it is too long: "do tests (and prepare for the arrival of others)"."""
    while len(said.split()) > room and (cut := list(_PART.finditer(said))):
        said = said[: cut[-1].start()]
    return said


def is_state(said: str) -> bool:
    """Whether words after "will" tell what something is: "be aware of it", but not "be closed in May"."""
    first, _, rest = said.partition(" ")
    second = rest.partition(" ")[0].rstrip(",.")
    return first == "be" and not (is_participle(second) or second.endswith("ly") or second in _DONE)


def is_statement(said: str) -> bool:
    """Whether words hold a finite verb behind their first, and so are a clause of their own."""
    lowered = said.lower().split()
    return any(is_finite(word) or is_past(word) or is_third(word) for word in lowered[1:]) and not is_finite(lowered[0])


def _is_base(first: str, words: str) -> bool:
    """Whether a word can be the base form of a verb: "to the council" and "to Ohio" have none."""
    if first in ("be", "have", "do"):
        return True
    return (
        not words[0].isupper() and first not in listed("stop_words") and first.isalpha() and not first.endswith("ing")
    )
