"""Whether a number is the amount by which something rose or fell.

    "rose 0.3%" → up        "down by about 50%" → down        "8% higher" → up        "rose to 1.9%" → neither

Leaves alone the level that something reached ("rose to"), and a noun of change ("a 3 percent drop"): there the
number measures the drop, and which way it went stands in the noun itself.

Limits:
1. Only a verb or adverb that touches the number, or its modifier, is read; "fell, as feared, 3%" is not.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from briefsite.lexicon import table

Direction = Literal["up", "down"]

_REACH = 48


def of(text: str, start: int, end: int, floor: int, stop: int) -> Direction | None:
    """The direction of the change that the quantity `text[start:end]`, modifier included, is the amount of."""
    if before := _before().search(text, max(floor, start - _REACH), start):
        return _direction(before["word"])
    if after := _after().match(text, end, stop):
        return _direction(after["word"])
    return None


def moves_from(text: str, at: int) -> bool:
    """Whether what stands at `at` is where a change began: "rose sharply from ", "was cut from about "."""
    return bool(_from().search(text, max(0, at - _REACH), at))


@cache
def _from() -> re.Pattern[str]:
    ways = "|".join(sorted(table("change_words"), key=lambda way: (-len(way), way)))
    return re.compile(rf"\b(?:{ways})\b(?:\s+[a-z]+){{0,3}}\s+from\s+(?:about\s+|around\s+)?\Z", flags=re.IGNORECASE)


def _direction(word: str) -> Direction:
    return "up" if table("change_words")[word.lower()] == "up" else "down"


@cache
def _before() -> re.Pattern[str]:
    ways = sorted((way for way in table("change_words") if way not in _ONLY_AFTER), key=lambda way: (-len(way), way))
    return re.compile(
        rf"""
        (?<![\w-]) (?P<word> {"|".join(ways)} )
        (?: \s+ (?: some | even | only | just | further | sharply | slightly | again | another | by | between
                 | as\ much\ as | up\ to | roughly | nearly | almost | about | around | more\ than | over | at\ least
                 | less\ than | under | an?\ (?: further | additional | average\ of | total\ of ) | an? ) ){{0,3}}
        \s+ \Z
        """,
        flags=re.VERBOSE | re.IGNORECASE,
    )


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"\s+(?P<word>{'|'.join(sorted(_ONLY_AFTER))})\b", flags=re.IGNORECASE)


_ONLY_AFTER = ("higher", "lower")
