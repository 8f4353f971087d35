"""Verbs of saying, in all their forms: is this word one, and which one?

The lists are `reporting_verbs` and `judging_verbs` in `lexicon/en/`. Whether a form stands for a verb at its place
("she claims") or for a noun ("her claims") is for `cues` to decide.
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
    judges: bool = False
    """Whether it takes what it speaks of as its object: "called it “a farce”"."""


@cache
def verb_forms() -> dict[str, VerbForm]:
    """Form, in small letters → verb."""
    forms: dict[str, VerbForm] = {}
    for name in ("reporting_verbs", "judging_verbs"):
        for lemma, inflected in table(name).items():
            judges = name == "judging_verbs"
            forms[lemma] = VerbForm(lemma, "base", judges)
            for form in inflected.split():
                forms[form] = VerbForm(lemma, "gerund" if form.endswith("ing") else "finite", judges)
    return forms


def is_reporting(word: str) -> bool:
    """Whether a word, in small letters, is a form of a verb of saying."""
    return word in verb_forms()
