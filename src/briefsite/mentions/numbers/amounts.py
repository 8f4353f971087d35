"""Numbers joined with the unit beside them, and two numbers made one range: what stands written in figures.

    "€240 million" → 240000000 euro        "between 5% and 6%" → 5–6 percent        "3 to 5 million" → 3000000–5000000

Leaves out numbers inside dates, names, references and the like (`not_figures.taken`), and those that a unit has
swallowed: "m s−1", "12 deaths per 100,000 people".
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from briefsite.lexicon import words
from briefsite.mentions.numbers import counted_nouns, not_figures, numerals, ranges, units
from briefsite.mentions.numbers.amount import Amount
from briefsite.mentions.numbers.units import Unit
from briefsite.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.mentions.numbers.numerals import Numeral


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
        if amounts and (pair := ranges.joined(text, amounts[-1], amount)):
            amount = pair
            amounts.pop()
        amounts.append(amount)
        floor = amount.end
    return _with_shared_units(text, amounts)


_MOST_PERCENT = 1000
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
        if shared.name == "percent" and (before.numeral.value or 0) > _MOST_PERCENT:
            continue  # "by 30,561 votes to 27,021, 53.1% to 46.9%"
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
    if after and _is_kind(text, numeral, after, stop):
        return Amount(start, end, numeral)
    if after is None and (joined := _JOINED.match(text, end, stop)) and _measures(joined["word"]):
        after = Unit(end, joined.end(), joined["word"], is_joined=True)
    if after:
        return Amount(start, after.end, numeral, after)
    if scale := _MAGNITUDE_BEFORE.search(text, max(floor, start - 14), start):
        return Amount(scale.start(), end, numeral, Unit(scale.start(), start, "magnitude"))
    return Amount(start, end, numeral)


_NEVER_SO_LONG = 1000
"""Of days, weeks or years in the singular, so many are no length: "5,000 day tickets", but "90 day trials"."""


def _is_kind(text: str, numeral: Numeral, unit: Unit, stop: int) -> bool:
    """Whether a length of time only says what kind of thing is counted: "12,000 season tickets"."""
    if unit.name not in words("durations") or unit.is_joined or text[unit.end - 1] == "s":
        return False
    is_many = numeral.value is not None and numeral.value >= _NEVER_SO_LONG
    if not (is_many or (unit.name == "season" and numeral.value != 1)):
        return False
    noun = counted_nouns.after(text, numeral.span.end, stop)
    return noun is not None and noun.start < unit.end < noun.end


def _measures(word: str) -> bool:
    """Whether a word hyphened to a number is a noun: "nine-member", but "two-dimensional", "three-legged"."""
    return word not in words("not_joined") and not word.endswith(("al", "ed", "ic", "ar", "ing"))


_PER = re.compile(r"\bper\s+\Z", flags=re.IGNORECASE)
_BASES = frozenset(Decimal(10) ** power for power in range(2, 7))


def _is_base(text: str, numeral: Numeral, floor: int) -> bool:
    """Whether a number is what a rate is counted against: "per 100,000"; "per 5 km" measures."""
    return numeral.value in _BASES and bool(_PER.search(text, max(floor, numeral.span.start - 5), numeral.span.start))
