"""Whether a number is the amount by which something rose or fell.

    "rose 0.3%" → up        "down by about 50%" → down        "8% higher" → up        "rose to 1.9%" → neither

Leaves alone the level that something reached ("rose to"), and a noun of change ("a 3 percent drop"): there the
number measures the drop, and which way it went stands in the noun itself.

Limits:
1. A verb or adverb must touch the number or its modifier, or lead to it with "by" ("cut its fares by 15%"); "fell, as
   feared, 3%" is not read.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from briefsite.lexicon import table, words

Direction = Literal["up", "down"]

_REACH = 48


def of(text: str, start: int, end: int, floor: int, stop: int) -> Direction | None:
    """The direction of the change that the quantity `text[start:end]`, modifier included, is the amount of."""
    reach = max(floor, start - 2 * _REACH)
    if not table("change_words").keys().isdisjoint(_WORD.findall(text[reach:start].lower())):
        if before := _before().search(text, max(floor, start - _REACH), start):
            word = before["word"].lower()
            if word not in ("up", "down") or not _is_particle(text, before.start(), floor):
                return _direction(word)
        if by := _by().search(text, reach, start):
            return _direction(by["word"])
    if after := _after().match(text, end, stop):
        return _direction(after["word"])
    return None


_WORD = re.compile(r"[a-z]+")
_WORD_BEFORE = re.compile(r"([A-Za-z]+)\s+\Z")


def _is_particle(text: str, at: int, floor: int) -> bool:
    """Whether "up" or "down" at `at` belongs to the verb before it: "shut down 95 percent", "makes up a third"."""
    word = _WORD_BEFORE.search(text, max(floor, at - 20), at)
    return bool(word and word.group(1).lower() in words("particle_verbs"))


def moves_from(text: str, at: int) -> bool:
    """Whether what stands at `at` is where a change began: "rose sharply from ", "was cut from about "."""
    return bool(_from().search(text, max(0, at - 2 * _REACH), at))


@cache
def _from() -> re.Pattern[str]:
    ways = "|".join(sorted(table("change_words"), key=lambda way: (-len(way), way)))
    return re.compile(
        rf"\b(?:{ways})\b(?:[\s,:–—-]+[^\W\d_][\w’'-]*){{0,6}}[\s,:–—-]+from\s+(?:about\s+|around\s+)?\Z",
        flags=re.IGNORECASE,
    )


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
def _by() -> re.Pattern[str]:
    """A change of something named between the verb and the number: "cut its fares by about 15%"."""
    ways = "|".join(
        sorted((way for way in table("change_words") if way not in _ONLY_AFTER), key=lambda w: (-len(w), w))
    )
    return re.compile(
        rf"(?<![\w-])(?P<word>{ways})\s+(?!by\b)[^.,;:()\d“”\"]{{1,60}}?\s+by\s+(?:(?:about|around|nearly|almost|some|a|an|"
        rf"just|only|another|further|up\s+to|at\s+least|more\s+than|less\s+than|over|under|as\s+much\s+as)\s+){{0,3}}\Z",
        flags=re.IGNORECASE,
    )


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"\s+(?P<word>{'|'.join(sorted(_ONLY_AFTER))})\b", flags=re.IGNORECASE)


_ONLY_AFTER = ("higher", "lower")
