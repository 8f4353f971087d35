"""A figure in words: qualifier, number, unit, as a reader expects them beside each other.

value 37000, unit people, qualifier about  →  about · 37,000 · people
value 240000000, unit euro                 →  €240 million
no value, qualifier vague                  →  the source's own words
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefsite.briefing.model import KeyFigure

_SIGNS = {
    "dollar": "$", "us dollar": "$", "usd": "$", "euro": "€", "eur": "€", "pound": "£", "pound sterling": "£",
    "gbp": "£", "yen": "¥", "jpy": "¥", "rupee": "₹", "inr": "₹",
}  # fmt: skip
"""Written before the number; other currencies are written after it, in words."""
_PERCENT = frozenset({"percent", "per cent", "%", "percentage"})
_LARGE = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))
_QUALIFIERS = {
    "exact": "", "about": "about", "more_than": "more than", "less_than": "less than", "at_least": "at least",
    "up_to": "up to", "between": "between", "vague": "",
}  # fmt: skip
_PLURALS = {
    "foot": "feet",
    "person": "people",
    "man": "men",
    "woman": "women",
    "child": "children",
    "krone": "kroner",
    "krona": "kronor",
}
_INVARIANT = frozenset(["hertz", "celsius", "fahrenheit"])


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureWords:
    """The three parts, each possibly empty but the number."""

    before: str
    """Qualifier and direction: "up about"."""
    number: str
    """Number with sign or percent: "37,000", "50%", "€240 million"; the source's words where it gives none."""
    unit: str
    is_vague: bool

    @property
    def line(self) -> str:
        """All of it in one line."""
        return " ".join(part for part in (self.before, self.number, self.unit) if part)


def figure_words(figure: KeyFigure) -> FigureWords:
    """The figure as it is shown."""
    number = figure.number
    if number is None:
        return FigureWords(before="", number=figure.written_as or "no number given", unit="", is_vague=True)
    low, high = number if isinstance(number, tuple) else (number, None)
    unit = (figure.unit or "").strip()
    key = unit.lower().rstrip(".")
    sign = _SIGNS.get(key) or _SIGNS.get(key.removesuffix("s")) or ""
    tail = "%" if key in _PERCENT else ""
    shown = _range(low, high, sign) if high is not None else _sign(low, sign)
    before = _QUALIFIERS[figure.qualifier.value]
    return FigureWords(
        before=" ".join(part for part in (figure.change or "", before) if part),
        number=shown + tail,
        unit="" if sign or tail else _unit(unit, number, figure.label),
        is_vague=False,
    )


def _range(low: Decimal, high: Decimal, sign: str) -> str:
    scale_low, scale_high = _scale(low), _scale(high)
    if scale_low == scale_high and scale_high[1]:
        return f"{sign}{_plain(low / scale_low[0])}–{_plain(high / scale_high[0])} {scale_high[1]}"
    return f"{_sign(low, sign)}–{_number(high)}"


def _sign(number: Decimal, sign: str) -> str:
    return f"−{sign}{_number(-number)}" if number < 0 else f"{sign}{_number(number)}"


def _number(number: Decimal) -> str:
    divisor, word = _scale(number)
    shown = number / divisor
    # 1,234,567 is known to the last digit; "1.234567 million" would be harder to read and no shorter.
    if word and len(_plain(shown).partition(".")[2]) <= 3:
        return f"{_plain(shown)} {word}"
    return _plain(number)


def _scale(number: Decimal) -> tuple[Decimal, str]:
    return next(((divisor, word) for divisor, word in _LARGE if abs(number) >= divisor), (Decimal(1), ""))


def _plain(number: Decimal) -> str:
    return f"{number:,f}"


def _unit(unit: str, number: Decimal | tuple[Decimal, Decimal], label: str) -> str:
    """The unit, in the plural where it takes one; none where the label begins with it ("people seen there")."""
    if unit in {"", "-"}:
        return ""
    thing, per, rest = unit.partition(" per ")
    shown = unit if number == 1 or len(thing) <= 2 else f"{_plural(thing)}{per}{rest}"
    start = label.lower()
    return "" if any(re.match(rf"{re.escape(word.lower())}\b", start) for word in (unit, shown)) else shown


def _plural(unit: str) -> str:
    """The plural of the last word: "lifeboat station" → "lifeboat stations"; what is no plain word stays."""
    before, space, word = unit.rpartition(" ")
    if word.lower() in _INVARIANT or not word.isalpha() or word.endswith(("s", "people")):
        return unit
    plural = _PLURALS.get(word)
    if plural is None and re.search(r"[^aeiou]y$", word) and word.islower():
        plural = f"{word[:-1]}ies"
    elif plural is None:
        plural = f"{word}es" if word.endswith(("x", "ch", "sh", "z")) else f"{word}s"
    return f"{before}{space}{plural}"
