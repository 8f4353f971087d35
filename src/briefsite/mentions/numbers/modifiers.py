"""The words beside a number that say how exactly it is meant.

    "about 37,000" → about        "no fewer than 12" → at_least        "50 or more" → at_least        "30+" → at_least

Leaves alone "exactly", "only", "just": they bind a number to its very value, which it has without them.

Limits:
1. "some" before a number is always "about", as it is in news.
2. "nearly" and "almost" are "about", though they say from which side.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, cast

from briefsite.lexicon import table

if TYPE_CHECKING:
    from briefsite.mentions.mention import Change, Qualifier

BOUND: dict[Qualifier, Change] = {
    "exact": "=",
    "about": "~",
    "more_than": ">",
    "at_least": ">",
    "less_than": "<",
    "up_to": "<",
    "between": "=",
    "vague": "=",
}
"""How each qualifier bounds the number."""

_REACH = 28
"""Code points; the longest modifier ("somewhere in the region of") with its space."""


@dataclass(frozen=True, slots=True)
class Modifier:
    """A modifier as it stands; offsets into the text."""

    start: int
    end: int
    qualifier: Qualifier


def before(text: str, at: int, floor: int) -> Modifier | None:
    """The modifier that ends right before `at`."""
    words = text[max(floor, at - _REACH) : at].split()
    if not words or (words[-1][-1].isalnum() and words[-1].lower().lstrip(_MARKS) not in _last_words()):
        return None  # most numbers: the search below is a slow way to find that out
    match = _before().search(text, max(floor, at - _REACH), at)
    if not match:
        return None
    return Modifier(match.start("words"), at, cast("Qualifier", table("modifiers")[_folded(match["words"])]))


_MARKS = "\"'“”‘’([{,;:/–—‐-"


@cache
def _last_words() -> frozenset[str]:
    return frozenset(("just", "only", "another", *(way.split()[-1] for way in table("modifiers"))))


def after(text: str, at: int, stop: int) -> Modifier | None:
    """The modifier that begins right after `at`."""
    match = _after().match(text, at, stop)
    if not match:
        return None
    words = match["words"]
    if words == "plus" and text[match.end() : match.end() + 1].isspace():
        return None  # "a bonus of $600 plus other perks"; "the crowd of 600 plus."
    qualifier = "at_least" if words == "+" else table("modifiers_after")[_folded(words)]
    return Modifier(match.start(), match.end(), cast("Qualifier", qualifier))


def _folded(words: str) -> str:
    return re.sub(r"\s+", " ", words.lower())


def _alternation(entries: dict[str, str]) -> str:
    ways = sorted(entries, key=lambda way: (-len(way), way))
    return "|".join(
        rf"{re.escape(way)}\b".replace(r"\ ", r"\s+") if way[-1].isalpha() else re.escape(way) for way in ways
    )


@cache
def _before() -> re.Pattern[str]:
    # The leftmost match is the longest modifier: "no more than" before "more than".
    return re.compile(
        rf"(?<![\w-])(?P<words>{_alternation(table('modifiers'))})[\s\u00a0]*(?:(?:just|only|another)\s+)?\Z",
        flags=re.IGNORECASE,
    )


@cache
def _after() -> re.Pattern[str]:
    return re.compile(
        rf"[\s\u00a0]*(?P<words>\+(?!\w)|(?<=\s)(?:{_alternation(table('modifiers_after'))}))", flags=re.IGNORECASE
    )
