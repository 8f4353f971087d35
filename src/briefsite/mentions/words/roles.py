"""Nouns for what a person is ("minister", "co-director"), and nouns for what cannot speak ("violence").

Which of them is told of a name that stands beside it is for `names.roles_beside`.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

from briefsite.lexicon import table, words

if TYPE_CHECKING:
    from collections.abc import Iterable

_ABSTRACT = ("ence", "ance", "ment", "tion", "sion", "ness", "ity", "ship", "ism", "ture", "death", "style", "growth")
_BEFORE_ROLES = frozenset(["then", "ex", "former", "vice", "co", "deputy", "sub", "under"])
_BEHIND_ROLES = frozenset(["elect", "designate", "general", "emeritus"])


def gender_of(spelled: Iterable[str]) -> Literal["f", "m", ""]:
    """The gender that a title or the noun of a role gives away ("Mrs", "spokesman"); "" where none does."""
    for word in spelled:
        if gender := _genders().get(word):
            return "f" if gender == "f" else "m"
    return ""


@lru_cache(maxsize=20_000)
def is_role(word: str) -> bool:
    """Whether a word, in small letters, is a noun for what a person is, in the singular or plural.

    "ex-minister", "president-elect" and "co-director" are, as "minister" is.
    """
    if word in _persons() or (word.endswith("s") and word[:-1] in _persons()):
        return True
    if word.endswith(("ses", "xes", "ches", "shes")) and word[:-2] in _persons():
        return True  # "hostesses", "coaches"; "Reyes" is no plural
    start, _, rest = word.partition("-")
    if not rest:
        return False
    if start in _BEFORE_ROLES or rest in _BEHIND_ROLES:
        return is_role(rest if start in _BEFORE_ROLES else start)
    return is_role(start) and is_role(rest)  # "general-secretary", "singer-songwriter"


def is_listed_role(word: str) -> bool:
    """Whether a word, in small letters, is a title or the noun of a role, in the singular: "mrs", "minister"."""
    return word in _persons()


@lru_cache(maxsize=20_000)
def is_abstract(word: str) -> bool:
    """Whether a noun, in small letters, is for what cannot speak: "violence", "negotiation"; not "delegation"."""
    if not word.endswith(_ABSTRACT) or is_role(word):
        return False
    return not any(word in words(name) for name in ("organisation_words", "documents", "body_nouns", "speaking_nouns"))


@cache
def _persons() -> frozenset[str]:
    return words("roles") | words("titles")


@cache
def _genders() -> dict[str, str]:
    return {**table("roles"), **table("titles")}
