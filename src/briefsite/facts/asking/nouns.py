"""What a noun phrase stands for: one or many, somebody or nobody in particular, and how it owns.

the towns, limits on boats, Kell and Brandt     → many
the virus, the United States, a pair of pliers  → one
many people, any retreat, 72 percent            → nobody in particular: nothing is asked about it
"""

from __future__ import annotations

import re

from briefsite.lexicon import words

_HANGS_ON = re.compile(r"(?<=\w) (?:of|in|on|at|for|from|with|to|between|against|by|who|that) ")
"""What a noun's number does not depend on stands behind one of these."""
_ELSEWHERE = re.compile(
    r"\b(?:his|her|their|its|it|they|them|him|he|she|this|these|those|there$|such|\w+sel(?:f|ves))\b", re.IGNORECASE
)
_GENERAL = ("any", "each", "every", "either", "neither", "no", "all", "such")
"""First words of a subject that is nobody in particular: "any retreat would endanger it"."""
_SHARES = ("percent", "%", "cent")
"""Last words of a part of a crowd."""


def is_general(subject: str) -> bool:
    """Whether a subject is nobody in particular: "many people", "any retreat"."""
    first, *rest, last = [*subject.lower().split(), ""][:-1] * 2
    if first == "all" and rest and (rest[0] in words("number_words") or rest[0].isdigit()):
        return False  # "all four teams"
    return first in words("crowds") or first in _GENERAL or last in _SHARES


def is_plural(name: str) -> bool:
    """Whether a noun phrase stands for many: "the towns", "Kell and Brandt", "limits on boats"; not "the virus"."""
    if " and " in name:
        return True
    if " ".join(name.lower().split()[-2:]) in words("not_plurals"):
        return False
    if name[0].isupper() and " " not in name:
        one = name.lower().removesuffix("s")  # "Adams", but "Democrats", "Russians"
        return name.endswith("s") and (one in words("roles") or one in words("demonyms"))
    head = _HANGS_ON.split(name, maxsplit=1)[0].split()[-1].lower()
    return head in words("irregular_plurals") or (
        head.endswith("s") and not head.endswith(("ss", "us", "is", "’s", "'s")) and head not in words("not_plurals")
    )


def points_elsewhere(said: str) -> bool:
    """Whether words name somebody or something only by a pronoun: whose it is stands in the sentence before."""
    return _ELSEWHERE.search(said) is not None


def owner_of(name: str) -> str:
    """A name as an owner: "Kell" → "Kell’s", "the towns" → "the towns’"."""
    return f"{name}’" if name.endswith("s") and (name.startswith("the ") or name.islower()) else f"{name}’s"
