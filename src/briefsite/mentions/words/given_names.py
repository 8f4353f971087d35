"""Given names: what tells "Ada Holm" from a town or a firm, and keeps "she" from a man.

The list is `lexicon/en/given_names.txt`. What a briefing says of a person never comes from here.
"""

from __future__ import annotations

from functools import cache, lru_cache
from unicodedata import combining, normalize

from briefsite.lexicon import table, words


def is_given_name(word: str) -> bool:
    """Whether a word, in small letters, is a common given name."""
    return _folded(word) in _given_names()


@cache
def _given_names() -> dict[str, str]:
    known = table("given_names")
    return {_folded(name.lower()): known.get(name, "") for name in words("given_names")}


@lru_cache(maxsize=20_000)
def _folded(word: str) -> str:
    """A word without its accents: "Jérôme" is "Jerome"."""
    if word.isascii():
        return word
    return "".join(letter for letter in normalize("NFD", word) if not combining(letter))


def usual_gender(name: str) -> str:
    """The gender a person's first name usually goes with: "f", "m" or "" (see `lexicon/en/given_names.txt`)."""
    return _given_names().get(_folded(name.split(" ", 1)[0].lower()), "")
