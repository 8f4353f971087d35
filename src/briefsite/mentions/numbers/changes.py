"""Whether a number is the amount by which something rose or fell.

    "rose 0.3%" → up        "down by about 50%" → down        "8% higher" → up        "rose to 1.9%" → neither

Leaves alone the level that something reached ("rose to"), and a noun of change ("a 3 percent drop"): there the
number measures the drop, and which way it went stands in the noun itself.

Limits:
1. A verb or adverb must touch the number or its modifier, or lead to it over its object ("cut its fares by 15%",
   "raised prices 3%"); "fell, as feared, 3%" is not read.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from briefsite.lexicon import table, words
from briefsite.mentions.numbers import word_kinds

Direction = Literal["up", "down"]

_REACH = 48


def of(text: str, start: int, end: int, floor: int, stop: int, *, is_share: bool = False) -> Direction | None:
    """The direction of the change that the quantity `text[start:end]`, modifier included, is the amount of.

    `is_share`: it is in percent or points, of which an object may stand before it: "boosted its dividend 20%".
    """
    reach = max(floor, start - 2 * _REACH)
    if not table("change_words").keys().isdisjoint(_WORD.findall(text[reach:start].lower())):
        if before := _before().search(text, max(floor, start - _REACH), start):
            word = before["word"].lower()
            takes = word.startswith(_TAKE) and not is_share and not _BY_WORD.search(before.group())
            if not takes and not (word in ("up", "down") and _is_particle(text, before.start(), floor)):
                return _direction(word)
        if (by := _by().search(text, reach, start)) and _OTHER_CLAUSES.isdisjoint(by["object"].lower().split()):
            return _direction(by["word"])
        if is_share and (over := _over().search(text, reach, start)) and _is_object(text, over["object"], end, stop):
            return _direction(over["word"])
    if after := _after().match(text, end, stop):
        return _direction(after["word"])
    return None


_TAKE = ("rais", "lift")
_BY_WORD = re.compile(r"\bby\b")
"""With it what they raise is not the number: "raised the fare by $2", but "raised $2 million for the school"."""
_OTHER_CLAUSES = frozenset(("and", "but", "when", "that", "which", "who", "while", "as", "after", "before", "if", "to"))
"""Words after which another verb has the number: "fell asleep when they missed it by 100 miles"."""
_WORD = re.compile(r"[a-z]+")
_WORD_BEFORE = re.compile(r"([A-Za-z]+)\s+\Z")


def _is_particle(text: str, at: int, floor: int) -> bool:
    """Whether "up" or "down" at `at` belongs to the verb before it: "shut down 95 percent", "makes up a third"."""
    word = _WORD_BEFORE.search(text, max(floor, at - 20), at)
    return bool(word and word.group(1).lower() in words("particle_verbs"))


def moves_from(text: str, at: int) -> bool:
    """Whether what stands at `at` is where a change began: "rose sharply from ", "was cut from about "."""
    return bool(_from().search(text, max(0, at - 2 * _REACH), at))


def has_moved(text: str, at: int) -> bool:
    """Whether a change that is told in the past leads straight to `at`: "fell ", but "will fall "."""
    word = _WORD_BEFORE.search(text, max(0, at - 20), at)
    if not word or word[1].lower() not in table("change_words"):
        return False
    return word[1].endswith("ed") or word[1] in word_kinds.past_forms()


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
def _ways() -> str:
    """The words before a number that make it a change, longest first."""
    ways = (way for way in table("change_words") if way not in _ONLY_AFTER)
    return "|".join(sorted(ways, key=lambda way: (-len(way), way)))


@cache
def _before() -> re.Pattern[str]:
    return re.compile(
        rf"""
        (?<![\w-]) (?P<word> {_ways()} )
        (?: \s+ (?: some | even | only | just | further | sharply | slightly | again | another | by | between
                 | as\ much\ as | up\ to | roughly | nearly | almost | about | around | more\ than | over | at\ least
                 | less\ than | under | an?\ (?: further | additional | average\ of | total\ of ) | an? ) ){{0,3}}
        \s+ \Z
        """,
        flags=re.VERBOSE | re.IGNORECASE,
    )


@cache
def _by() -> re.Pattern[str]:
    """A change of something named between the verb and the number: "cut its fares by about 15%".

    Not "expanded into a letter signed by 500 people".
    """
    return re.compile(
        rf"(?<![\w-])(?P<word>{_ways()})\s+(?P<object>(?!by\b)[^.,;:()\d“”\"]{{1,60}}?(?<!ed))\s+by\s+(?:(?:about|around|nearly|almost|some|a|an|"
        rf"just|only|another|further|up\s+to|at\s+least|more\s+than|less\s+than|over|under|as\s+much\s+as)\s+){{0,3}}\Z",
        flags=re.IGNORECASE,
    )


@cache
def _over() -> re.Pattern[str]:
    """The same without "by": "boosted its quarterly dividend a further 20%"."""
    return re.compile(
        rf"(?<![\w-])(?P<word>{_ways()})\s+(?:(?:the|an?|its|their|his|her|our|your|my)\s+)?"
        rf"(?P<object>(?:[a-z][a-z’'-]*\s+){{1,3}}?)"
        rf"(?:(?:about|around|nearly|almost|some|a|an|another|further|additional|roughly)\s+){{0,2}}\Z",
        flags=re.IGNORECASE,
    )


def _is_object(text: str, found: str, end: int, stop: int) -> bool:
    """Whether the words before a share are what changed by it, not the first words of a phrase with the share in it.

    "raised prices 3% in May", but "cut the remaining 20% of jobs", "raised the top 40% rate".
    """
    names = found.lower().split()
    if not words("function_words").isdisjoint(names) or word_kinds.is_adjective(names[-1]) or names[-1][-3:] == "ing":
        return False
    after = _NEXT.match(text, end, stop)
    return after is None or (after[1] != "of" and after[1] in words("function_words") | words("time_words"))


_NEXT = re.compile(r"\s+([A-Za-z]+)")


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"\s+(?P<word>{'|'.join(sorted(_ONLY_AFTER))})\b", flags=re.IGNORECASE)


_ONLY_AFTER = ("higher", "lower")
