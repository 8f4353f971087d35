"""Numbers joined with the unit beside them, and two numbers made one range: what stands written in figures.

    "€240 million" → 240000000 euro        "between 5% and 6%" → 5–6 percent        "3 to 5 million" → 3000000–5000000

Leaves out numbers inside dates, names, references and the like (`not_figures.taken`), and those that a unit has
swallowed: "m s−1", "12 deaths per 100,000 people".

Limits:
1. "from 5 to 8" is a range unless a verb of change stands before it ("rose from 5 to 8") or it falls.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from briefsite.lexicon import table, words
from briefsite.mentions.numbers import changes, not_figures, numerals, units
from briefsite.mentions.numbers.units import Unit
from briefsite.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.mentions.numbers.numerals import Numeral


@dataclass(frozen=True, slots=True)
class Amount:
    """One or two numbers with the unit beside them; offsets into the text."""

    start: int
    end: int
    numeral: Numeral
    unit: Unit | None = None
    upper: Numeral | None = None
    """The second number of a range."""


class Cover:
    """Spans in order of position, asked whether one of them overlaps another span."""

    def __init__(self, spans: list[Span]) -> None:
        self._spans = spans
        self._starts = [span.start for span in spans]

    def overlaps(self, span: Span) -> bool:
        """Whether any of them shares a code point with `span`."""
        at = bisect_right(self._starts, span.end - 1)
        return any(self._spans[i].overlaps(span) for i in range(max(0, at - 2), at))

    def within(self, span: Span) -> list[Span]:
        """Those that begin inside `span`."""
        return self._spans[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]


def read(text: str, stretch: Span, dates: Cover) -> list[Amount]:
    """The amounts in a stretch of text, in order; those in `dates` are none."""
    found = numerals.find(text, stretch)
    if not found:
        return []
    in_digits = any(numeral.form != "words" for numeral in found)
    elsewhere = Cover(list(not_figures.taken(text, _around(text, stretch, found))) if in_digits else [])
    amounts: list[Amount] = []
    floor = stretch.start
    for numeral in found:
        if numeral.span.start < floor or _is_base(text, numeral, floor):
            continue
        if elsewhere.overlaps(numeral.span) or dates.overlaps(numeral.span):
            continue
        amount = _with_unit(text, numeral, floor, stretch.end)
        if amounts and _OF_THOSE.fullmatch(text, amounts[-1].end, amount.start) and _is_cardinal(amounts[-1]):
            continue  # "23 of 31 counts", "five of the 50 states": 23 counts, five states
        if amounts and (pair := _range(text, amounts[-1], amount)):
            amount = pair
            amounts.pop()
        amounts.append(amount)
        floor = amount.end
    return _with_shared_units(text, amounts)


_SHARES = re.compile(r"(?:[-‐‑]|\s+(?:or|to)\s+|[-‐‑]?,\s+|[-‐‑]?,?\s+(?:and|or|to)\s+)")


def _with_shared_units(text: str, amounts: list[Amount]) -> list[Amount]:
    """Gives numbers in a row the unit that is said once, after the last: "at 5, 10 and 20 km"."""
    shared: Unit | None = None
    for at in range(len(amounts) - 1, 0, -1):
        amount, before = amounts[at], amounts[at - 1]
        shared = amount.unit if amount.unit and amount.unit.start >= amount.numeral.span.end else shared
        if before.unit or not shared or not _SHARES.fullmatch(text, before.end, amount.start):
            shared = None
            continue
        is_year = len(before.numeral.span) == 4 and before.numeral.span.of(text).isdigit()
        if not is_year and before.numeral.form in ("digits", "words"):
            amounts[at - 1] = replace(before, unit=replace(shared, start=before.end, end=before.end))
    return amounts


_REACH = 48
"""Code points from a number to the other end of an expression that is none: "10 Downing Street", "Between 1990 and"."""


def _around(text: str, stretch: Span, found: Sequence[Numeral]) -> Span:
    """The part of a stretch in which the numbers stand, from the beginning of a word on: an address may be long."""
    start = max(stretch.start, found[0].span.start - _REACH)
    start = max(stretch.start, text.rfind(" ", stretch.start, start) + 1)
    return Span(start, min(stretch.end, found[-1].span.end + _REACH))


_OF_THOSE = re.compile(r"\s+(?:out\s+)?of\s+(?:(?:the|its|their|all|those|these)\s+)?")


def _is_cardinal(amount: Amount) -> bool:
    return amount.unit is None and amount.upper is None and amount.numeral.form in ("digits", "words")


# Units ---------------------------------------------------------------------------------------------------------------

_OF = re.compile(r"\s+of(?=\s)")
_OF_A = re.compile(r"(?:\s+of)?\s+an?(?=\s)")
_JOINED = re.compile(r"[-‐‑](?P<word>[a-z]{3,})\b(?!-)")
"""A noun hyphened to its number measures what follows: "a 12-page report", "the nine-member panel"."""
_MAGNITUDE_BEFORE = re.compile(r"\bmagnitude\s+(?:of\s+)?\Z", flags=re.IGNORECASE)
_WHOSE_DOLLAR = re.compile(r"\s(?P<whose>US|U\.S\.|Canadian|Australian)\b(?!\s+[a-z])")
_DOLLAR_OF = {
    "US": "U.S. dollar",
    "U.S.": "U.S. dollar",
    "Canadian": "Canadian dollar",
    "Australian": "Australian dollar",
}


def _with_unit(text: str, numeral: Numeral, floor: int, stop: int) -> Amount:
    start, end = numeral.span.start, numeral.span.end
    if currency := units.before(text, start, floor):
        start = currency.start
        name = currency.name
        if name == "dollar" and (whose := _WHOSE_DOLLAR.match(text, end, stop)):
            name, end = _DOLLAR_OF[whose["whose"]], whose.end()
        unit = units.extended(text, replace(currency, start=start, end=end, name=name), stop)
        return Amount(start, unit.end, numeral, unit)
    # "hundreds of millions of pounds", "half a mile", "a quarter of an hour"
    of = _OF.match(text, end, stop) if numeral.form == "vague" else None
    if numeral.form == "fraction":
        of = _OF_A.match(text, end, stop)
    after = units.after(text, of.end() if of else end, stop)
    if after is None and (joined := _JOINED.match(text, end, stop)) and _measures(joined["word"]):
        after = Unit(end, joined.end(), joined["word"], is_joined=True)
    if after:
        return Amount(start, after.end, numeral, after)
    if scale := _MAGNITUDE_BEFORE.search(text, max(floor, start - 14), start):
        return Amount(scale.start(), end, numeral, Unit(scale.start(), start, "magnitude"))
    return Amount(start, end, numeral)


def _measures(word: str) -> bool:
    """Whether a word hyphened to a number is a noun: "nine-member", but "two-dimensional", "three-legged"."""
    return word not in words("not_joined") and not word.endswith(("al", "ed", "ic", "ar", "ing"))


_PER = re.compile(r"\bper\s+\Z", flags=re.IGNORECASE)
_BASES = frozenset(Decimal(10) ** power for power in range(2, 7))


def _is_base(text: str, numeral: Numeral, floor: int) -> bool:
    """Whether a number is what a rate is counted against: "per 100,000"; "per 5 km" measures."""
    return numeral.value in _BASES and bool(_PER.search(text, max(floor, numeral.span.start - 5), numeral.span.start))


# Ranges --------------------------------------------------------------------------------------------------------------

_TO = re.compile(
    r"\s?(?:-|–|—|−|~)\s?|-to-|\s+to-|\s+(?:up\s+)?to\s+(?:(?:about|around|nearly|almost|as\s+much\s+as)\s+)?"
)
_AND = re.compile(r"\s+and\s+(?:about\s+|around\s+)?[>≥<≤~]?\s?")
_OR = re.compile(r"\s+or\s+(?:even\s+|maybe\s+)?")
_PLUS_MINUS = re.compile(r"\s?±\s?")
_BETWEEN = re.compile(r"\bbetween\s+(?:an?\s+estimated\s+|about\s+|around\s+|[~∼])?\Z", flags=re.IGNORECASE)
_BY = re.compile(r"\bby\s+(?:about\s+|around\s+)?\Z", flags=re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|between)\s+(?:about\s+|around\s+)?\Z", flags=re.IGNORECASE)


def _range(text: str, low: Amount, high: Amount) -> Amount | None:
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
_PLACES = Decimal("0.000001")
_WHOLES = frozenset(map(Decimal, (3, 4, 5, 10, 100)))


def _is_share(text: str, low: Amount, high: Amount) -> bool:
    """Whether both say a part of a whole: "one in four", "three out of five", but "10 in 12 attacks"."""
    first, second = low.numeral.value, high.numeral.value
    between = _OUT_OF.fullmatch(text, low.end, high.start)
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
