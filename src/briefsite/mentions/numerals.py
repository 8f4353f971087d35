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

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Literal

from briefsite.lexicon import table
from briefsite.mentions import counted_nouns, units
from briefsite.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

Form = Literal["digits", "words", "fraction", "vague"]

_PLACES = Decimal("0.000001")
"""Fractions are kept to a millionth: two thirds is 0.666667."""
_LONGEST = 15
"""A row of digits longer than this is an identifier; nobody counts that far without parting thousands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """One number as written, without sign words, unit or qualifier."""

    span: Span
    value: Decimal | None
    """None where the words name only an order of magnitude."""
    form: Form
    magnitude: tuple[Decimal, Decimal] | None = None
    """For a vague one: the order of magnitude, "hundreds" → 100 to 1000."""
    has_scale: bool = False
    """A scale word or letter stands with it: in "3 to 5 million" the second has one, and the first means it too."""


def find(text: str, span: Span) -> tuple[Numeral, ...]:
    """Every number in a stretch of text, in order, none overlapping another."""
    found = sorted((*_in_digits(text, span), *_in_words(text, span)), key=lambda numeral: numeral.span)
    kept: list[Numeral] = []
    for numeral in found:
        if not kept or numeral.span.start >= kept[-1].span.end:
            kept.append(numeral)
    return tuple(kept)


# In digits ---------------------------------------------------------------------------------------------------------

_DIGITS = re.compile(
    r"""
    (?<![\d.,/⁄])
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
  | (?<![\d\w]) [½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]
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
_ANY_DIGIT = re.compile(r"[\d½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]")
_WHOLES = frozenset((2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 32, 50, 64, 100, 1000))
"""What anybody divides by in print."""
_SUPERSCRIPT = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹−–", "-0123456789--")
_MINUS = re.compile(r"\b(?:minus|negative)[\s-]+$", flags=re.IGNORECASE)
_DASHES = ("-", "−", "–", "‐")
_TO_BEFORE = re.compile(r"\b(?:to|minus)[-−–‐]\Z")
_SCALE_WORD = re.compile(
    r"[\s\u00a0-]{1,2}(?P<word>hundred|thousand|million|billion|trillion|quadrillion|lakh|crore|dozen)s?\b(?!\s+of\s+millions)",
    flags=re.IGNORECASE,
)
_SCALE_LETTER = re.compile(r"(?:(?P<always>\s?(?:mn|bn|tn|mln))|(?P<letter>[mMbBkK]))(?![\w²³])")
_MASS_AFTER = re.compile(r"\s(?:tons?|tonnes?|gallons?|barrels?)\b")


def _in_digits(text: str, span: Span) -> Iterator[Numeral]:
    if not _ANY_DIGIT.search(text, span.start, span.end):
        return  # most sentences: the pattern below is a slow way to find that out
    for match in _DIGITS.finditer(text, span.start, span.end):
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
    value = Decimal(re.sub(r"[,\s\u00a0\u2009\u202f]", "", number))
    is_fraction = bool(match["vulgar"] or match["over"])
    if match["parts"]:
        parts, whole = match["parts"].split("/")
        value += (Decimal(parts) / Decimal(whole)).quantize(_PLACES).normalize()
    if match["over"] and (parts := Decimal(match["over"][1:])):
        value = (value / parts).quantize(_PLACES).normalize()
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


# In words ----------------------------------------------------------------------------------------------------------

_WORD = re.compile(r"(?<![\w’'-])[A-Za-z]+(?![’'])|(?<=[\s(“\"][a-z]-)[A-Za-z]+")
_NEXT = re.compile(r"(?P<gap>\s*[-‐]\s*|\s+and\s+|\s+)(?P<word>[A-Za-z]+)(?![\w’'])")
_AND_A_HALF = re.compile(r"\s+and\s+a\s+half\b", flags=re.IGNORECASE)
_SCALE_AFTER_A = re.compile(r"\s+(?P<word>dozen|hundred|thousand|million|billion|trillion|lakh|crore)\b", re.IGNORECASE)
_HALF_A = re.compile(r"\s+an?\s+(?P<word>dozen|hundred|thousand|million|billion|trillion)\b", re.IGNORECASE)
_FRACTION = re.compile(
    r"(?P<gap>[-‐\s])(?P<part>half|halves|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?P<plural>s?)\b",
    flags=re.IGNORECASE,
)
_OF_A = re.compile(r"\s+of\s+(?:an?|the|its|their|his|her|our|all|those|these|them|us|\w)", flags=re.IGNORECASE)
_SHARE_BEFORE = re.compile(r"\b(?:than|by|about|nearly|almost|over|under|barely|only|just)\s+\Z", flags=re.IGNORECASE)
_OF_A_SCALE = re.compile(r"\s+of\s+an?\s+(?P<word>million|billion|trillion)\b", flags=re.IGNORECASE)
_HALF_OF = re.compile(
    r"(?:\s+of\b|\s+(?=(?:an?|the|its|their|his|her|our|all|that|those|these|my)\b))", flags=re.IGNORECASE
)
_VAGUE_MORE = re.compile(
    r"(?:\s+(?:of|upon|and)\s+)(?P<word>tens|hundreds|thousands|millions|billions|trillions)\b", re.IGNORECASE
)
_SOME = re.compile(
    r"(?:\s+of)?\s+(?P<word>dozen|hundred|thousand|million|billion|trillion|lakh|crore)s?\b", flags=re.IGNORECASE
)
_FEW = re.compile(r"\s+(?:few|couple)\b", flags=re.IGNORECASE)


@cache
def _starters() -> frozenset[str]:
    return frozenset(
        {"a", "an", "half", "several", "many", "few", *table("number_words"), *table("vague_numbers"), *_scales()}
    )


@cache
def _scales() -> dict[str, Decimal]:
    return {word: Decimal(value) for word, value in table("scale_words").items()}


def _in_words(text: str, span: Span) -> Iterator[Numeral]:
    starters = _starters()
    done = span.start
    for match in _WORD.finditer(text, span.start, span.end):
        if match.group().lower() not in starters or match.start() < done:
            continue
        numeral = _read_words(text, match, span.end)
        if numeral:
            done = numeral.span.end
            yield numeral


def _read_words(text: str, match: re.Match[str], stop: int) -> Numeral | None:
    word, start = match.group().lower(), match.start()
    if word in table("vague_numbers"):
        return _vague(text, word, match, stop)
    if word in ("several", "many", "few") or (word in ("a", "an") and _FEW.match(text, match.end(), stop)):
        few = _FEW.match(text, match.end(), stop) if word in ("a", "an") else None
        some = _SOME.match(text, few.end() if few else match.end(), stop)
        if not some:
            return None
        scale = _scales()[some["word"].lower()]
        return Numeral(span=Span(start, some.end()), value=None, form="vague", magnitude=(scale, scale * 10))
    if fraction := _fraction(text, word, match, stop):
        return fraction
    if word == "half":
        if half := _HALF_A.match(text, match.end(), stop):
            value = _scales()[half["word"].lower()] / 2
            return Numeral(span=Span(start, half.end()), value=value, form="words", has_scale=True)
        if _HALF_OF.match(text, match.end(), stop):
            return Numeral(span=Span(start, match.end()), value=Decimal("0.5"), form="fraction")
        return None
    if word in ("a", "an"):
        scaled = _SCALE_AFTER_A.match(text, match.end(), stop)
        if not scaled:
            return None
        return _cardinal(text, start, scaled.end(), scaled["word"].lower(), stop)
    if word in _scales():
        return None  # "million" without a number before it: a part of a name, or of a number in digits
    return _cardinal(text, start, match.end(), word, stop)


def _vague(text: str, word: str, match: re.Match[str], stop: int) -> Numeral | None:
    if word in ("tens", "scores") and not text.startswith(" of", match.end()):
        return None  # "the scores", "in the tens"
    low = Decimal(table("vague_numbers")[word].split("-")[0])
    end = match.end()
    while more := _VAGUE_MORE.match(text, end, stop):
        low *= Decimal(table("vague_numbers")[more["word"].lower()].split("-")[0])
        end = more.end()
    return Numeral(span=Span(match.start(), end), value=None, form="vague", magnitude=(low, low * 10))


def _fraction(text: str, word: str, match: re.Match[str], stop: int) -> Numeral | None:
    """A part of a whole: "two thirds", "one-fifth", "a quarter of"; "a" needs its "of", "a third party" is a rank."""
    parts = Decimal(1) if word in ("a", "an") else Decimal(table("number_words").get(word, 0))
    fraction = _FRACTION.match(text, match.end(), stop)
    if not fraction or not 0 < parts < 20:
        return None
    part = fraction["part"].lower().replace("halves", "half")
    is_plural = bool(fraction["plural"]) or fraction["part"].lower() == "halves"
    bound = _OF_A.match(text, fraction.end(), stop) or _SHARE_BEFORE.search(
        text, max(0, match.start() - 12), match.start()
    )
    if is_plural != (parts > 1) or (parts == 1 and not bound):
        return None  # "two third-party vendors", "one third party"
    value = (parts / Decimal(table("fractions")[part])).quantize(_PLACES).normalize()
    end = fraction.end()
    if scale := _OF_A_SCALE.match(text, end, stop):  # "a quarter of a million"
        return Numeral(
            span=Span(match.start(), scale.end()),
            value=value * _scales()[scale["word"].lower()],
            form="words",
            has_scale=True,
        )
    return Numeral(span=Span(match.start(), end), value=value, form="fraction")


def _cardinal(text: str, start: int, end: int, first: str, stop: int) -> Numeral:
    """The longest well-formed number word from `start`; `first` ends at `end`.

    "two hundred and five thousand" is one number, "five and six" two: each word must fit under the one before.
    """
    ones = table("number_words")
    total, group, room = Decimal(0), Decimal(0), Decimal("Infinity")
    has_scale = False
    word = first
    while True:
        if word in _scales():
            scale = _scales()[word]
            has_scale = True
            if scale < 1000:  # hundred, dozen
                group, room = (group or 1) * scale, Decimal(100)
            else:
                total, group, room = total + (group or 1) * scale, Decimal(0), scale
        else:
            value = Decimal(ones[word])
            group += value
            room = Decimal(10) if value >= 20 else Decimal(0)
        if half := _AND_A_HALF.match(text, end, stop):
            group, end, room = group + Decimal("0.5"), half.end(), Decimal(0)
        following = _NEXT.match(text, end, stop)
        if not following:
            break
        word = following["word"].lower()
        is_scale = word in _scales()
        if not is_scale and word not in ones:
            break
        if is_scale:
            fits = "and" not in following["gap"] and (group > 0 or total > 0)
        else:
            value = Decimal(ones[word])
            after_and = "and" in following["gap"]
            fits = 0 < value < room and (room != 10 or not after_and) and (has_scale or not after_and)
        if not fits:
            break
        end = following.end()
    return Numeral(span=Span(start, end), value=total + group, form="words", has_scale=has_scale)
