"""Numbers of a person's sentence that the evidence does not give in any form.

    evidence "2.5 million"     bears out 2500000, "2.5 million", "nearly 3 million"
    evidence "one in four"     bears out "25%"
    evidence "3 to 5 million"  bears out "3 million"

Left alone: "one" as a word, which is most often no number; words that name only an order of magnitude.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from briefsite.briefing.grounding import values
from briefsite.briefing.own_words.ground import Ground, Unsupported
from briefsite.lexicon import words
from briefsite.mentions.numbers import numerals
from briefsite.span import Span
from briefsite.typography import find_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefsite.mentions.numbers.numeral import Numeral

_RANGE = re.compile(r"\s?(?:-|–|—|to|and|or)\s?|\s(?:to|and|or)\s")
_WORDS_BEFORE = re.compile(r"(?:[\w.]+\s+){1,4}\Z")
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_BARE = re.compile(r"(?<![\d.,])\d{1,20}(?!\d|[.,]\d)")
_PERCENT = Decimal(100)


def unsupported(text: str, ground: Ground) -> Iterator[Unsupported]:
    """The numbers of a text that no number of the ground gives; years and days of a month are among them."""
    found = numerals.find(text, Span(0, max(len(text), 1)))
    known: set[Decimal] | None = None
    for at, numeral in enumerate(found):
        if numeral.value is None or (numeral.form == "words" and numeral.value == 1):
            continue
        if any(find_words(words, numeral.span.of(text), Span(0, len(words))) for words in ground.texts):
            continue
        known = _known(ground) if known is None else known
        following = found[at + 1] if at + 1 < len(found) else None
        meant = {value.normalize() for value in _meanings(text, numeral, following)}
        if meant & known or (_is_loose(text, numeral.span) and _is_near(numeral.value, known)):
            continue
        yield Unsupported(numeral.span, "number")


def _known(ground: Ground) -> set[Decimal]:
    """Every value that a number of the ground can mean."""
    known: set[Decimal] = set()
    for text in ground.texts:
        span = Span(0, max(len(text), 1))
        found = numerals.find(text, span)
        for at, numeral in enumerate(found):
            following = found[at + 1] if at + 1 < len(found) else None
            known.update(value.normalize() for value in _meanings(text, numeral, following))
        for value in values(text, span):  # "one in four"
            known.update((value.normalize(), (value * _PERCENT).normalize()))
        known.update(Decimal(digits).normalize() for digits in _BARE.findall(text))  # F16, 12:30
    return known


def _meanings(text: str, numeral: Numeral, following: Numeral | None) -> Iterator[Decimal]:
    if numeral.value is None:
        return
    yield numeral.value
    if numeral.form == "fraction":
        yield numeral.value * _PERCENT
    if text[numeral.span.end : numeral.span.end + 9].lstrip().startswith(("%", "percent", "per cent")):
        yield numeral.value / _PERCENT
    if following and following.has_scale and _RANGE.fullmatch(text, numeral.span.end, following.span.start):
        # "3 to 5 million": the scale of the second is its value over the number written before the scale word.
        digits = _DIGITS.match(following.span.of(text))
        if digits and following.value and not numeral.has_scale:
            yield numeral.value * following.value / Decimal(digits.group().replace(",", ""))


def _is_loose(text: str, span: Span) -> bool:
    """Whether the words before a number say that it is not meant exactly."""
    before = _WORDS_BEFORE.search(text, max(0, span.start - 40), span.start)
    if not before:
        return False
    parts = before.group().lower().split()
    return any(" ".join(parts[at:]) in words("modifiers") for at in range(len(parts)))


def _is_near(value: Decimal, known: set[Decimal]) -> bool:
    """Whether it is a rounder form of a number known: "about 40" of 38, but "about 4,300" is none of 4,200."""
    digits = value.normalize().as_tuple()
    step = Decimal(1).scaleb(int(digits.exponent))
    return any(abs(value - other) < step and other % step for other in known)
