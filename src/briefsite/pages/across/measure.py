"""What a figure measures, so that figures of several briefings can be put side by side.

Two figures are of the same measure where all of this agrees:
  the unit                 people, euro (as the briefing writes it; singular and plural are the same)
  a rise, a fall, a level  "up 50%" and "50%" measure different things
  every word of the label  but function words, words of time, numbers: the nouns and all that narrows them

    people detected crossing the channel in 2024             the same
    people detected crossing the Channel in 2023             the same, of another period
    people detected crossing the Channel by boat             another: the scope is narrower
    number of crossings                                      another: crossings are not people

So few are found, and those that are can be defended; two labels that a person writes alike join two figures.

Known limits: (1) words of time are known in English alone; (2) a label that is a whole sentence agrees only with itself.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from briefsite.lexicon import table, words

if TYPE_CHECKING:
    from briefsite.briefing.model import KeyFigure

FEWEST = 2
"""Words of a label that say enough to compare by: "people" alone counts anything."""
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


class Measure(NamedTuple):
    """What is measured, and for when the label says it."""

    unit: str
    change: str
    """up, down, or empty for a level."""
    words: frozenset[str]


def measure_of(figure: KeyFigure) -> Measure | None:
    """The measure; None for a vague figure, or a label that says too little."""
    if figure.value is None:
        return None
    found = frozenset(_singular(word) for word in _WORD.findall(figure.label.casefold()) if word not in _passed_over())
    if len(found) < FEWEST:
        return None
    unit = " ".join(_singular(word) for word in (figure.unit or "").casefold().split())
    return Measure(unit, figure.change or "", found)


def times_in(label: str) -> frozenset[str]:
    """What a label says of when: its words of time and its numbers."""
    return frozenset(re.findall(r"\d+", label)) | (frozenset(_WORD.findall(label.casefold())) & _words_of_time())


@cache
def _words_of_time() -> frozenset[str]:
    names = ("time_words", "months", "weekdays", "seasons", "ordinals", "time_units")
    return frozenset(word.casefold() for name in names for word in words(name)) | {"half"}


@cache
def _passed_over() -> frozenset[str]:
    return _words_of_time() | words("function_words")


def _singular(word: str) -> str:
    if word in table("irregular_plurals"):
        return table("irregular_plurals")[word]
    return word[:-1] if word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is")) else word
