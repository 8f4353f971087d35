"""A figure in words: qualifier, number, unit, as a reader expects them beside each other.

value 37000, unit people, qualifier about  →  about · 37,000 · people
value 240000000, unit euro                 →  €240 million
no value, qualifier vague                  →  the source's own words

Number and qualifier are written in the language spoken; the unit is the briefing's own word.

Known limit: a unit is put into the plural as English does.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from briefsite.briefing.values import Qualifier, number_in
from briefsite.lexicon import table
from briefsite.pages.labels import N_, t
from briefsite.pages.language import remembered
from briefsite.pages.numbers import number_words

if TYPE_CHECKING:
    from briefsite.briefing.items import KeyFigure

_SIGNS = {
    "dollar": "$", "us dollar": "$", "usd": "$", "euro": "€", "eur": "€", "pound": "£", "pound sterling": "£",
    "gbp": "£", "yen": "¥", "jpy": "¥", "rupee": "₹", "inr": "₹",
}  # fmt: skip
"""Written before the number; other currencies are written after it, in words."""
_PERCENT = frozenset({"percent", "per cent", "%", "percentage"})
_LARGE = (
    (Decimal(10) ** 12, N_("{number} trillion")),
    (Decimal(10) ** 9, N_("{number} billion")),
    (Decimal(10) ** 6, N_("{number} million")),
)
_QUALIFIERS = {
    "about": N_("about"), "more_than": N_("more than"), "less_than": N_("less than"), "at_least": N_("at least"),
    "up_to": N_("up to"), "between": N_("between"),
    "up": N_("up"), "up about": N_("up about"), "up more_than": N_("up more than"), "up less_than": N_("up less than"),
    "up at_least": N_("up at least"), "up up_to": N_("up by up to"), "up between": N_("up by"),
    "down": N_("down"), "down about": N_("down about"), "down more_than": N_("down more than"),
    "down less_than": N_("down less than"), "down at_least": N_("down at least"), "down up_to": N_("down by up to"),
    "down between": N_("down by"),
}  # fmt: skip
"""Direction and qualifier → the words before the number: "up between 6–9 billion" is said by nobody."""
_EDGE = re.compile(r"\b")
_INVARIANT = frozenset((
    "celsius", "fahrenheit", "horsepower", "kelvin", "lux", "mille", "percent",
    "baht", "birr", "dong", "leu", "lev", "rand", "renminbi", "ringgit", "rupiah", "sen", "won", "yen", "yuan",
))  # fmt: skip
"""Last words of units without a plural: "5 yen", "500 horsepower"."""
_SINGULAR = {"people": "person"}
"""Of what the figures count in the plural: "1 person"."""


class FigureWords(NamedTuple):
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


def is_percent(unit: str | None) -> bool:
    """Whether a unit is hundredths of something."""
    return (unit or "").strip().lower() in _PERCENT


def figure_words(figure: KeyFigure) -> FigureWords:
    """The figure as it is shown."""
    if figure.value is None:
        return FigureWords(before="", number=figure.written_as or t("no number given"), unit="", is_vague=True)
    qualifier = "" if figure.qualifier is Qualifier.EXACT else figure.qualifier.value
    return _words(figure.value, (figure.unit or "").strip(), f"{figure.change or ''} {qualifier}".strip(), figure.label)


@remembered
def _words(value: str, unit: str, before: str, label: str) -> FigureWords:
    number = number_in(value)
    low, high = number if isinstance(number, tuple) else (number, None)
    thing, per, rest = unit.partition(" per ")
    key = thing.lower().rstrip(".")
    sign = _SIGNS.get(key) or _SIGNS.get(key.removesuffix("s")) or ""
    shown = _range(low, high) if high is not None else _number(abs(low))
    if sign:
        shown = t("{currency}{number}", currency=sign, number=shown)
    if key in _PERCENT:
        shown = t("{number}%", number=shown)
    return FigureWords(
        before=t(_QUALIFIERS[before]) if before in _QUALIFIERS else "",
        number=f"−{shown}" if low < 0 else shown,
        unit=f"{per}{rest}".strip() if sign or key in _PERCENT else _unit(unit, number, label),
        is_vague=False,
    )


def _range(low: Decimal, high: Decimal) -> str:
    scale_low, scale_high = _scale(low), _scale(high)
    if scale_low == scale_high and scale_high[1]:
        numbers = f"{number_words(abs(low) / scale_low[0])}–{number_words(high / scale_high[0])}"
        return t(scale_high[1], number=numbers)
    return f"{_number(abs(low))}–{_number(high)}"


def _number(number: Decimal) -> str:
    divisor, scaled = _scale(number)
    shown = number / divisor
    # 1,234,567 is known to the last digit; "1.234567 million" would be harder to read and no shorter.
    if scaled and len(f"{shown:f}".partition(".")[2]) <= 3:
        return t(scaled, number=number_words(shown))
    return number_words(number)


def _scale(number: Decimal) -> tuple[Decimal, str]:
    return next(((divisor, message) for divisor, message in _LARGE if abs(number) >= divisor), (Decimal(1), ""))


def _unit(unit: str, number: Decimal | tuple[Decimal, Decimal], label: str) -> str:
    """The unit, in the plural where it takes one; none where the label begins with it ("people seen there")."""
    if unit in {"", "-"}:
        return ""
    thing, per, rest = unit.partition(" per ")
    if number == 1:
        shown = f"{_SINGULAR.get(thing, thing)}{per}{rest}"
    else:
        shown = unit if len(thing) <= 2 else f"{_plural(thing)}{per}{rest}"
    start = label.lower()
    return "" if any(_begins(start, word.lower()) for word in (unit, shown)) else shown


def _begins(text: str, words: str) -> bool:
    """Whether the text begins with the words, and the last of them ends there."""
    return text.startswith(words) and bool(_EDGE.match(text, len(words)))


def _plural(unit: str) -> str:
    """The plural of a unit: "lifeboat station" → "lifeboat stations", "barrel of oil" → "barrels of oil".

    What is plural, takes none or is no plain word stays.
    """
    thing, of, whole = unit.partition(" of ")
    word = re.split(r"[\s-]", thing)[-1]
    before = thing.removesuffix(word)
    plural = _irregular().get(word)
    if plural is None and (word.lower() in table("irregular_plurals") or word.lower() in _INVARIANT):
        return unit
    if plural is None and (word.endswith(("s", "hertz")) or not (word.isalpha() and word.isascii())):
        return unit
    if plural is None and re.search(r"[^aeiou]y$", word) and word.islower():
        plural = f"{word[:-1]}ies"
    elif plural is None:
        plural = f"{word}es" if word.endswith(("x", "ch", "sh", "z")) else f"{word}s"
    return f"{before}{plural}{of}{whole}"


@cache
def _irregular() -> dict[str, str]:
    """Singular → plural, where English does not add an -s."""
    known = {singular: plural for plural, singular in reversed(table("irregular_plurals").items())}
    return known | {"person": "people", "penny": "pence", "krone": "kroner", "krona": "kronor", "zloty": "zlotys"}
