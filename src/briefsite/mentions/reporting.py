"""Verbs of saying, in all their forms: is this word one, and which one?

The list is `lexicon/en/reporting_verbs.txt`. Whether a form stands for a verb at its place ("she claims") or for a
noun ("her claims") is for `cues` to decide.
"""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

from briefsite.lexicon import table

Form = Literal["base", "finite", "gerund"]


class VerbForm(NamedTuple):
    """A form of a verb of saying."""

    lemma: str
    form: Form
    """`finite` for "says" and "said", `gerund` for "saying"; the base form is finite only with a plural subject."""


@cache
def verb_forms() -> dict[str, VerbForm]:
    """Form, in small letters → verb."""
    forms: dict[str, VerbForm] = {}
    for lemma, inflected in table("reporting_verbs").items():
        forms[lemma] = VerbForm(lemma, "base")
        for form in inflected.split():
            forms[form] = VerbForm(lemma, "gerund" if form.endswith("ing") else "finite")
    return forms


def is_reporting(word: str) -> bool:
    """Whether a word, in small letters, is a form of a verb of saying."""
    return word in verb_forms()
