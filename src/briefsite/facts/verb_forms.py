"""The forms of English verbs: what tells a verb from a noun, and the base form that a question needs.

    uses → use, carries → carry, has → have, began → begin, stopped → stop, leaving → leave

Known limits: (1) only the commonest verbs of news are known; (2) a word that is a noun as often as a verb
("plans", "report") is a verb only for `base_of`.
"""

from __future__ import annotations

import re
from functools import cache

from briefsite.lexicon import table, words

_PRESENT = {"is": "be", "are": "be", "am": "be", "has": "have", "does": "do", "goes": "go", "have": "have"}
_VOWELS = frozenset("aeiou")
_LATE_STRESS = frozenset(["admit", "begin", "commit", "compel", "confer", "defer", "emit", "enrol", "expel", "fulfil",
                          "incur", "occur", "omit", "permit", "prefer", "propel", "refer", "repel", "submit",
                          "transfer", "transmit"])  # fmt: skip
"""Verbs of two syllables that double their last letter."""
_SHORT = re.compile(r"[^aeiou]*[aeiou][bdglmnprt]")
"""A verb of one short syllable, which doubles it: stop, plan, cut."""


@cache
def of_class(name: str) -> frozenset[str]:
    """The words of one class of `clause_words`."""
    return frozenset(word for word, classes in table("clause_words").items() if name in classes.split())


def is_finite(word: str) -> bool:
    """Whether a word in lower case is an auxiliary, which makes a clause of what it stands in."""
    return word in of_class("auxiliary")


def is_past(word: str, *, regular: bool = True) -> bool:
    """Whether a word in lower case is a known past tense; `regular=False` leaves out those in "-ed"."""
    return word in _pasts() and (regular or not word.endswith("ed"))


def is_third(word: str) -> bool:
    """Whether a word in lower case can be a verb in the third person: "goes"; so can be many a plural noun."""
    return word in _thirds()


def is_participle(word: str) -> bool:
    """Whether a word in lower case can be a past participle: "been", "taken", "closed"."""
    return word.endswith("ed") or word in _participles()


def base_of(word: str) -> str | None:
    """The base of a verb in the present or past tense, in lower case; None where the verb is not known."""
    return (
        _PRESENT.get(word)
        or _thirds().get(word)
        or _pasts().get(word)
        or (word if word in words("common_verbs") else None)
    )


def base_of_gerund(word: str) -> str | None:
    """The base of a verb in "-ing", in lower case; None where the verb is not known."""
    return _gerunds().get(word)


def base_of_participle(word: str) -> str | None:
    """The base of a past participle, in lower case; None where the verb is not known."""
    return _bases().get(word) or (_pasts().get(word) if word.endswith("ed") else None)


def participle_of(base: str) -> str | None:
    """The past participle of a verb in its base form; None where the verb is not known."""
    if forms := table("irregular_verbs").get(base):
        return forms.split()[-1]
    return _with(base, "ed") if base in words("common_verbs") else None


@cache
def _pasts() -> dict[str, str]:
    irregular = table("irregular_verbs")
    regular = {_with(base, "ed"): base for base in sorted(words("common_verbs")) if base not in irregular}
    return regular | {forms.split()[0]: base for base, forms in irregular.items() if forms.split()[0] != base}


@cache
def _participles() -> frozenset[str]:
    return frozenset(forms.split()[-1] for forms in table("irregular_verbs").values())


@cache
def _bases() -> dict[str, str]:
    return {forms.split()[-1]: base for base, forms in table("irregular_verbs").items()}


@cache
def _thirds() -> dict[str, str]:
    return {_third(base): base for base in sorted(words("common_verbs") | words("irregular_verbs"))}


@cache
def _gerunds() -> dict[str, str]:
    return {_with(base, "ing"): base for base in sorted(words("common_verbs") | words("irregular_verbs"))}


def _third(base: str) -> str:
    if base.endswith(("s", "sh", "ch", "x", "z", "o")):
        return base + "es"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def _with(base: str, ending: str) -> str:
    if base.endswith("e") and not (ending == "ing" and base.endswith(("ee", "ye"))):
        return base[:-1] + ending
    if ending == "ed" and base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ied"
    if base in _LATE_STRESS or _SHORT.fullmatch(base):
        return base + base[-1] + ending
    return base + ending
