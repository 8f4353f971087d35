"""Numbers as written → their values: digits, words, fractions, and words that name no number.

    "2.5 million" → 2500000        "two and a half dozen" → 30        "hundreds of millions" → no value

Finds every number; whether it measures anything is not decided here (see `not_figures`).
Leaves alone ordinals ("22nd", "third"), digits glued to letters that are no unit ("F16"), "a few", "many".

Limits:
1. A full stop is a decimal point and a comma parts thousands, as English has it. "1.234,50" is not read.
2. "a couple" and "a pair" are no numbers.
3. Digits in superscript that came out plain ("106" for 10⁶) are read as they stand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.mentions.numbers import numerals_in_digits, numerals_in_words
from briefsite.mentions.numbers.numeral import Numeral

if TYPE_CHECKING:
    from briefsite.mentions.words.stretches import Stretch
    from briefsite.span import Span

__all__ = ["Numeral", "find", "may_be_in"]


def may_be_in(text: str, stretch: Stretch) -> bool:
    """Whether a stretch of text may hold a number: a quick look, which most sentences fail."""
    in_words = not numerals_in_words.telling_words().isdisjoint(stretch.words)
    return in_words or numerals_in_digits.ANY_DIGIT.search(text, stretch.span.start, stretch.span.end) is not None


def find(text: str, span: Span) -> tuple[Numeral, ...]:
    """Every number in a stretch of text, in order, none overlapping another."""
    found = sorted(
        (*numerals_in_digits.find(text, span), *numerals_in_words.find(text, span)), key=lambda numeral: numeral.span
    )
    kept: list[Numeral] = []
    for numeral in found:
        if not kept or numeral.span.start >= kept[-1].span.end:
            kept.append(numeral)
    return tuple(kept)
