"""Numbers in digits → their values: grouped thousands, decimals, fractions, powers of ten, and scales.

    "37,000" → 37000        "$1.2bn" → 1200000000        "3 1/2" → 3.5        "minus 38" → -38

Leaves alone digits glued or hyphened to letters that are no currency: "F16", "category-4".
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from briefsite.lexicon import table
from briefsite.mentions.numbers import counted_nouns, units
from briefsite.mentions.numbers.numeral import PLACES, Numeral
from briefsite.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST = 15
"""A row of digits longer than this is an identifier; nobody counts that far without parting thousands."""

_DIGITS = re.compile(
    r"""
    # neither the 16 of "3.16" nor the 2 of "Mg(OH)2"
    (?= [-−.\d½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞] ) (?: (?<![\d.,/⁄)])
    (?P<sign> (?<![\w)%°][-−]) (?<!\w) [-−] (?=[\d.]) )?       # "-5 yards", never the dash of "5-7" or "Covid-19"
    (?P<number>
        \d{1,3} (?:,\d{3})+ (?!\d) (?:\.\d+)?                   # 37,000
      | \d{1,2} (?:,\d{2})+ ,\d{3} (?!\d) (?:\.\d+)?            # 12,50,000 as written in India
      | \d{1,3} (?:[\u00a0\u2009\u202f\ ]\d{3})+ (?![\d,.]\d)(?!\d)   # 37 000
      | \d+ (?:\.\d+)?
      | \.\d+
    )
    (?: \s (?P<parts> [1-9]/(?:2|3|4|5|6|8|10|16) ) (?![\d/]) )?    # 3 1/2
    (?: (?P<over> [/⁄]\d+ ) (?: th | rd | nd )? (?![\d/-]) )?      # 1/3, 1/100th
    (?P<vulgar> \s?[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞] )?                         # 2½
    (?P<power> \s?[×x✕]\s?10 \^? (?P<exponent> [-−–]?\d{1,2} | [⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2} ) (?!\d) )?
  | (?<![\d\w]) [½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞] )
    """,
    flags=re.VERBOSE,
)
_VULGAR = {
    "½": Decimal("0.5"),
    "⅓": Decimal("0.333333"),
    "⅔": Decimal("0.666667"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
    "⅕": Decimal("0.2"),
    "⅖": Decimal("0.4"),
    "⅗": Decimal("0.6"),
    "⅘": Decimal("0.8"),
    "⅙": Decimal("0.166667"),
    "⅚": Decimal("0.833333"),
    "⅛": Decimal("0.125"),
    "⅜": Decimal("0.375"),
    "⅝": Decimal("0.625"),
    "⅞": Decimal("0.875"),
}
ANY_DIGIT = re.compile(r"[\d½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]")
_PARTED = re.compile(r"[,\s\u00a0\u2009\u202f]")
_WHOLES = frozenset((2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 32, 50, 64, 100, 1000))
"""What anybody divides by in print."""
_SUPERSCRIPT = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹−–", "-0123456789--")
_MINUS = re.compile(r"\b(?:minus|negative)[\s-]+$", flags=re.IGNORECASE)
_DASHES = ("-", "−", "–", "‐")
_TO_BEFORE = re.compile(r"\b(?:to|minus)[-−–‐]\Z")
_SCALE_WORD = re.compile(
    r"[\s\u00a0-]{0,2}(?P<word>hundred|thousand|million|billion|trillion|quadrillion|lakh|crore|dozen)s?\b(?!\s+of\s+millions)",
    flags=re.IGNORECASE,
)
_SCALE_LETTER = re.compile(r"(?:(?P<always>\s?(?:mn|bn|tn|mln))|(?P<letter>[mMbBkK]))(?![\w²³])")
_MASS_AFTER = re.compile(r"\s(?:tons?|tonnes?|gallons?|barrels?)\b")


def find(text: str, span: Span) -> Iterator[Numeral]:
    """Every number in digits, in order."""
    first = ANY_DIGIT.search(text, span.start, span.end)
    if not first:
        return  # most sentences: the pattern below is a slow way to find that out
    # A sign and a decimal point may stand before the first digit.
    for match in _DIGITS.finditer(text, max(span.start, first.start() - 2), span.end):
        if (len(match["number"] or "") > _LONGEST and "," not in match["number"]) or _is_part_of_a_word(
            text, match.start(), span.start
        ):
            continue
        if match["over"] and int(match["over"][1:]) not in _WHOLES:
            continue  # "the 13/14 season", "24/7"
        value, is_fraction = _value(match)
        start, end = match.span()
        window = text[max(span.start, start - 12) : start]
        if minus := _MINUS.search(window):
            value, start = -value, start - len(window) + minus.start()
        scale_end, scale = _scale(text, start, end)
        end = min(scale_end, span.end)
        yield Numeral(
            span=Span(start, end),
            value=value * scale,
            form="fraction" if is_fraction else "digits",
            has_scale=scale != 1,
        )


def _is_part_of_a_word(text: str, start: int, floor: int) -> bool:
    """Whether letters stand glued or hyphened before the digits: "F16", "category-4", but "EUR50m", "200-to-260"."""
    if text[start - 1 : start] in _DASHES and start - 1 > floor and text[start - 2].isalpha():
        return not _TO_BEFORE.search(text, max(floor, start - 7), start)
    if start == floor or not (text[start - 1].isalpha() or text[start - 1] == "."):
        return text[start - 1 : start] == "_"
    return not units.before(text, start, floor)


def _value(match: re.Match[str]) -> tuple[Decimal, bool]:
    number = match["number"]
    if number is None:
        return _VULGAR[match.group()], True
    value = Decimal(number if number.isdigit() else _PARTED.sub("", number))
    is_fraction = bool(match["vulgar"] or match["over"])
    if match["parts"]:
        parts, whole = match["parts"].split("/")
        value += (Decimal(parts) / Decimal(whole)).quantize(PLACES).normalize()
    if match["over"] and (parts := Decimal(match["over"][1:])):
        value = (value / parts).quantize(PLACES).normalize()
    if match["vulgar"]:
        value += _VULGAR[match["vulgar"].strip()]
    if match["power"]:
        value = value.scaleb(int(match["exponent"].translate(_SUPERSCRIPT)))
    return (-value if match["sign"] else value), is_fraction


def _scale(text: str, start: int, end: int) -> tuple[int, Decimal]:
    """Where the number with its scale ends, and the factor: 1 where no scale follows."""
    factor = Decimal(1)
    if letter := _SCALE_LETTER.match(text, end):
        money = units.before(text, start, 0) is not None
        sign = letter["letter"] or letter["always"].strip()
        # "5m" is five metres and "5K" may be kelvin's: money or a counted thing makes a small "m" a million.
        counts = sign == "m" and counted_nouns.after(text, letter.end(), letter.end() + 60) is not None
        is_scale = money or sign not in ("m", "b") or counts or _MASS_AFTER.match(text, letter.end())
        if is_scale:
            return letter.end(), Decimal(table("scale_letters").get(sign) or table("scale_words")[sign])
    while word := _SCALE_WORD.match(text, end):
        factor *= Decimal(table("scale_words")[word["word"].lower()])
        end = word.end()
    return end, factor
