"""What a figure measures, so that figures of several briefings can be put side by side.

Two figures are of the same measure where all of this agrees:
  the unit                 people, euro (as the briefing writes it; singular and plural are the same)
  a rise, a fall, a level  "up 50%" and "50%" measure different things
  every word of the label  but what says when, numbers, and articles: the nouns and all that narrows them

    people detected crossing the channel in 2024
    people detected crossing the Channel in May 2023         the same, of another period
    people detected crossing the Channel by boat             another: the scope is narrower
    number of crossings                                      another: crossings are not people

So few are found, and those that are can be defended; two labels that a person writes alike join two figures.

Known limits: (1) what says when is known in English alone;
(2) a label that is a whole sentence agrees with itself alone.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from briefsite.lexicon import table, words
from briefsite.pages.across.fingerprint import mark

if TYPE_CHECKING:
    from briefsite.briefing.items import KeyFigure

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
    label = _when().sub(" ", figure.label).casefold()
    found = frozenset(_singular(word) for word in _WORD.findall(label) if word not in words("label_links"))
    if len(found) < FEWEST:
        return None
    unit = " ".join(_singular(word) for word in (figure.unit or "").casefold().split())
    return Measure(unit, figure.change or "", found)


def measure_mark(figure: KeyFigure) -> int:
    """A number that is the same for the same measure; 0 where there is none."""
    found = measure_of(figure)
    return mark("\n".join((found.unit, found.change, *sorted(found.words)))) if found else 0


@lru_cache(maxsize=1 << 12)
def times_in(label: str) -> frozenset[str]:
    """What a label says of when: its years, months, and "first half"."""
    return frozenset(" ".join(match.casefold().split()) for match in _when().findall(label))


@cache
def _when() -> re.Pattern[str]:
    # A month has its capital: "people who may vote". A year alone is none: "passengers a year" is a rate.
    months = "|".join(sorted((month.title() for month in words("months")), reverse=True))
    which, numbers = "|".join(words("which_period")), "|".join(words("number_words"))
    return re.compile(
        rf"""
          \b (?: \d{{1,2}}\s+ )? (?: {months} ) (?: \s+ \d{{1,2}} )? \b (?: ,?\s* (?:19|20)\d\d )?   # 5 July 2024
        | \b (?: {which} ) \s+ (?: (?: {numbers} | \d+ ) \s+ )?
              (?: half | quarter | (?: month | week | year )s? ) \b                                  # first six months
        | \b (?:19|20)\d\d \b
        """,
        flags=re.VERBOSE,
    )


def _singular(word: str) -> str:
    if word in table("irregular_plurals"):
        return table("irregular_plurals")[word]
    return word[:-1] if word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is")) else word
