"""Verbs of saying: what tells somebody's words from the article's own."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefsite.facts.verb_forms import is_past, of_class
from briefsite.lexicon import table

if TYPE_CHECKING:
    from briefsite.mentions.words.tokens import Token

TELLS = ("said", "says", "told", "added", "adds", "stated")
"""Verbs that only tell who speaks."""


def is_saying(token: Token) -> bool:
    """Whether a token is a form of a verb of saying, written small."""
    return token.lower in saying() and token.text.islower()


def ends_noun(token: Token) -> bool:
    """Whether a noun phrase that is read forwards ends before a token."""
    small = of_class("link") | of_class("boundary") | of_class("auxiliary")
    return token.lower in small or is_saying(token) or is_past(token.lower)


@cache
def saying() -> frozenset[str]:
    """Every form of every verb of saying, in lower case."""
    forms = table("reporting_verbs")
    return frozenset(form for base, others in forms.items() for form in (base, *others.split()))
