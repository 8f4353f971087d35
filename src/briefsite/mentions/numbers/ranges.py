"""Two numbers with words between them → one range, share or vote: "between 5% and 6%", "one in four", "61-37".

Limits:
1. "from 5 to 8" is a range unless a verb of change stands before it ("rose from 5 to 8") or it falls.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from briefsite.lexicon import table
from briefsite.mentions.numbers import changes, counted_nouns
from briefsite.mentions.numbers.amount import Amount

if TYPE_CHECKING:
    from briefsite.mentions.numbers.numeral import Numeral

_TO = re.compile(
    r"\s?(?:-|–|—|−|~)\s?|-to-|\s+to-|\s+(?:up\s+)?to\s+(?:(?:about|around|nearly|almost|as\s+much\s+as)\s+)?"
)
_AND = re.compile(r"\s+and\s+(?:about\s+|around\s+)?[>≥<≤~]?\s?")
_OR = re.compile(r"\s+or\s+(?:even\s+|maybe\s+)?")
_PLUS_MINUS = re.compile(r"\s?±\s?")
_BETWEEN = re.compile(r"\bbetween\s+(?:an?\s+estimated\s+|about\s+|around\s+|[~∼])?\Z", flags=re.IGNORECASE)
_BY = re.compile(r"\bby\s+(?:about\s+|around\s+)?\Z", flags=re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|between)\s+(?:about\s+|around\s+)?\Z", flags=re.IGNORECASE)


def joined(text: str, low: Amount, high: Amount) -> Amount | None:
    """The two as one range, where the words between them say so."""
    first, second = low.numeral.value, high.numeral.value
    if first is None or second is None or low.upper:
        return None
    if _PLUS_MINUS.fullmatch(text, low.end, high.start):
        return Amount(low.start, high.end, low.numeral, high.unit)
    if _is_share(text, low, high):
        share = replace(low.numeral, value=(first / second).quantize(_PLACES), form="fraction")
        return Amount(low.start, high.end, share)
    between = bool(_BETWEEN.search(text, max(0, low.start - 28), low.start))
    if not _is_range(text, low, high, between=between):
        return None
    if low.unit and not (high.unit or low.unit.is_money or between):
        return None  # "rose 8% to 1,463": what it rose by, and to
    if low.unit and high.unit and not _is_same_unit(low.unit.name, high.unit.name):
        return None
    numeral = low.numeral
    if high.numeral.has_scale and not numeral.has_scale and first < 1000:
        # "3 to 5 million": the scale is said once
        factor = _scale_of(text, high.numeral)
        if first * factor <= second:
            numeral = replace(numeral, value=first * factor)
    opening = _FROM.search(text, max(0, low.start - 28), low.start)
    start = opening.start() if opening else low.start
    return Amount(start, high.end, numeral, high.unit or low.unit, high.numeral)


_OUT_OF = re.compile(r"\s+(?:in|out\s+of)\s+(?:every\s+)?", flags=re.IGNORECASE)
_ONE_IN = re.compile(r"\s+(?!in\b)[a-z]+\s+in\s+(?:every\s+)?")
_FOLLOWING = re.compile(r"\s+([^\W\d_]+)")
_PLACES = Decimal("0.000001")
_WHOLES = frozenset(map(Decimal, (3, 4, 5, 10, 100)))


def _is_share(text: str, low: Amount, high: Amount) -> bool:
    """Whether both say a part of a whole: "one in four", "three out of five", but "10 in 12 attacks"."""
    first, second = low.numeral.value, high.numeral.value
    between = _OUT_OF.fullmatch(text, low.end, high.start)
    if first == 1 and not between and (between := _ONE_IN.fullmatch(text, low.end, high.start)):
        following = _FOLLOWING.match(text, high.end)
        if following and counted_nouns.is_plural(following[1]):
            return False  # "one goal in five games"
    if not between or low.unit or high.unit or first is None or second is None or not 0 < first < second:
        return False
    return "out" in between.group().lower() or second in _WHOLES or (first == 1 and second <= 100)


def _is_range(text: str, low: Amount, high: Amount, *, between: bool) -> bool:
    first, second = low.numeral.value or Decimal(0), high.numeral.value or Decimal(0)
    if between and (_AND.fullmatch(text, low.end, high.start) or _TO.fullmatch(text, low.end, high.start)):
        return True
    if _TO.fullmatch(text, low.end, high.start):
        if changes.moves_from(text, low.start):
            return False  # "rose from 64% to 79%": where it was, and where it is
        if low.unit and high.unit and low.unit.end < high.start and changes.has_moved(text, low.start):
            return False  # "fell 1 percent to 5 percent": by how much, and to what
        # "fell from 8% to 5%" is no range, and "rose by $43 to $419" is by how much, and to what
        rises = second >= first or (high.numeral.has_scale and not low.numeral.has_scale)
        is_bare = low.unit is None and high.unit is None
        is_dashed = text[low.end : high.start].strip() in _DASHES
        is_score = is_bare and (is_dashed or is_vote(text, low.start, high.end))
        return (rises or is_score) and not (low.unit and _BY.search(text, max(0, low.start - 12), low.start))
    # "two or three" is a number between them; "5 or 10" are two numbers
    return second - first == 1 and not low.unit and bool(_OR.fullmatch(text, low.end, high.start))


_DASHES = ("-", "–", "—")
_VOTE_BEFORE = re.compile(
    r"\b(?:vot(?:e|ed|es|ing)|pass(?:ed|es)|approv(?:ed|es)|reject(?:ed|s)|ruled|ruling|majority|margin)\b"
    r"[^.;\d]{0,40}\Z",
    flags=re.IGNORECASE,
)
_VOTE_AFTER = re.compile(r"[\s-](?:\w+\s+)?(?:votes?|rulings?|majority|margin|decisions?)\b", flags=re.IGNORECASE)


def is_vote(text: str, start: int, end: int) -> bool:
    """Whether the pair of numbers `text[start:end]` is the result of a vote: "passed by 61-37"; "won 3-1" is none."""
    return bool(_VOTE_BEFORE.search(text, max(0, start - 50), start) or _VOTE_AFTER.match(text, end))


def _is_same_unit(one: str, other: str) -> bool:
    """Whether both name the same, the one perhaps in full: "US$89 to $93", "$5 to $6 a share"."""
    return other.startswith(one) or one.endswith(other)


def _scale_of(text: str, numeral: Numeral) -> Decimal:
    """What a scale word or letter multiplied a number by."""
    written = re.match(r"\d[\d,]*(?:\.\d+)?", numeral.span.of(text))
    bare = Decimal(written.group().replace(",", "")) if written else Decimal(0)
    if bare and numeral.value:
        return numeral.value / bare
    return Decimal(table("scale_words").get(numeral.span.of(text).split()[-1].lower(), "1"))
