"""The words of a sentence, each with the role it can play in an expression of time.

A role is one character, so that a grammar of expressions can be written as regular expressions over a
string with one character a word: `[month][day]` finds "July 10" wherever it stands. A sentence of forty
words becomes a string of forty characters, most of them `.`, which is also why this is fast.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from briefsite.lexicon import table

if TYPE_CHECKING:
    from briefsite.span import Span


class Role(StrEnum):
    """What a word can be in an expression of time. Values are the characters of the role string."""

    OTHER = "."
    """Any other word or mark: no expression runs across it."""
    COMMA = ","
    ISO = "I"
    """2025-07-10"""
    YEARS = "R"
    """1990-91, 2019–2021"""
    CLOCK = "C"
    """7:15 p.m., 20:17, noon"""
    YEAR = "Y"
    """Four digits that may be a year."""
    DAY = "D"
    """1 to 31 in digits."""
    NUMBER = "N"
    """Any other number in digits."""
    CARDINAL = "n"
    MAGNITUDE = "a"
    """hundred, thousand"""
    ORDINAL = "o"
    DECADE_DIGITS = "E"
    """1990s, ’80s"""
    MONTH = "M"
    WEEKDAY = "W"
    QUARTER = "Q"
    """Q3, H1"""
    SEASON = "S"
    HOLIDAY = "H"
    DAY_PART = "P"
    UNIT_TIME = "t"
    """hour, minute, second"""
    UNIT_DAY = "d"
    UNIT_WEEKEND = "k"
    UNIT_WEEK = "w"
    UNIT_MONTH = "m"
    UNIT_QUARTER = "q"
    UNIT_HALF = "h"
    UNIT_YEAR = "y"
    UNIT_DECADE = "e"
    UNIT_CENTURY = "c"
    UNITS = "U"
    """Any unit in the plural."""
    THE = "T"
    A = "A"
    OF = "f"
    IN = "i"
    ON = "O"
    AT = "@"
    OR = "r"
    SO = "s"
    FROM = "F"
    AND = "&"
    TO = ">"
    SHIFT = "l"
    """last −1, this 0, next 1"""
    THAT = "z"
    PERIOD = "p"
    LATEST = "L"
    FULL = "u"
    FISCAL = "X"
    AGO = "g"
    OFFSET = "b"
    """earlier −1, later 1"""
    BEYOND = "B"
    """before −1, after 1"""
    MORE = "5"
    PART = "x"
    EDGE = "Z"
    FEW = "v"
    RECENT = "V"
    EVERY = "j"
    OFTEN = "J"
    DAY_WORD = "K"
    NIGHT_WORD = "G"
    NOW = "0"
    ONCE = "1"
    FUTURE = "3"


CONNECTIVES = frozenset(
    {Role.COMMA, Role.THE, Role.A, Role.OF, Role.IN, Role.ON, Role.AT, Role.OR, Role.SO, Role.FROM, Role.AND, Role.TO}
    | {Role.DAY, Role.NUMBER, Role.CARDINAL, Role.MAGNITUDE, Role.ORDINAL, Role.FEW, Role.MORE, Role.THAT, Role.BEYOND}
    | {Role.PART, Role.EDGE, Role.OFFSET, Role.PERIOD, Role.LATEST, Role.FULL, Role.RECENT, Role.EVERY, Role.FISCAL}
)
"""Roles that make no expression without another one."""

Value = str | int | float


class Word(NamedTuple):
    """A word with its place, its role, and what it stands for in that role (7 of "July", -1 of "last")."""

    start: int
    end: int
    role: str
    value: Value
    text: str
    """In lower case, without a possessive ending."""
    is_capitalised: bool = False


_APOSTROPHE = "'’"
_HOLIDAYS = "|".join(
    re.escape(name).replace("’", f"[{_APOSTROPHE}]") for name in sorted(table("holidays"), key=len, reverse=True)
)
_TOKEN = re.compile(
    rf"""
      (?P<holiday> (?=[A-Z]) \b (?:{_HOLIDAYS})(?![\w{_APOSTROPHE}]) )
    | (?P<quarter> (?=[QH]) (?: \bQ[1-4]\b | \bH[12]\b(?=\s(?:of\s)?(?:1\d|20)\d\d\b) ) )
      # most words are plain ones: asked before all that begins with a digit
    | (?P<word> [^\W\d_]+ ) (?: [{_APOSTROPHE}]s\b | (?P<stop> \.(?=\s?[\w,]) ) )?
    | (?P<iso> \d{{4}}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\w-]) )
    | (?P<serial> (?<!\d)\d+(?:[-–/]\d+){{2,}} | (?<=/)\d+ )    # 555-2019-44, 7/10/2025, S/2004: nobody can tell
    | (?<![\w-])(?P<years> (?:1\d|20)\d\d\s?[-–/]\s?(?:(?:1\d|20)\d\d|\d\d)(?![\w-]|[.,]\d) )
    | (?P<decade> (?<!\w)[{_APOSTROPHE}‘]\d0s\b | (?:1\d|20)\d0[{_APOSTROPHE}]?s\b )
    | (?P<clock> \d{{1,2}}(?:[:.][0-5]\d)?\s?[apAP](?:\.[mM]\.|[mM]\b)(?!\w) | [012]?\d:[0-5]\d(?!\w) )
    | (?P<currency> [$£€¥]\s?\d[\d,.]* )                  # a price is never a year
    | (?<!\w)(?P<number> \d+(?:,\d{{3}})*(?:\.\d+)? )
      (?: (?P<ordinal> st|nd|rd|th)\b | (?P<percent> \s?% | \w+ ) )?
    | (?P<comma> , )
    | (?P<hyphen> (?<=\w)[-–](?=\w) )                     # "third-quarter" is read as "third quarter"
    | (?P<mark> [^\w\s] )
    """,
    flags=re.VERBOSE,
)
_UNIT_ROLES = {
    "hour": Role.UNIT_TIME,
    "minute": Role.UNIT_TIME,
    "second": Role.UNIT_TIME,
    "day": Role.UNIT_DAY,
    "weekend": Role.UNIT_WEEKEND,
    "week": Role.UNIT_WEEK,
    "fortnight": Role.UNIT_WEEK,
    "month": Role.UNIT_MONTH,
    "quarter": Role.UNIT_QUARTER,
    "half": Role.UNIT_HALF,
    "year": Role.UNIT_YEAR,
    "decade": Role.UNIT_DECADE,
    "century": Role.UNIT_CENTURY,
}


@cache
def _lexicon() -> dict[str, tuple[Role, Value]]:
    roles: dict[str, tuple[Role, Value]] = {}
    for word, value in table("calendar_roles").items():
        role, _, rest = value.partition(" ")
        roles[word] = Role[role.upper()], int(rest) if rest.lstrip("-").isdigit() else rest
    for word, unit in table("time_units").items():
        roles[word] = (_UNIT_ROLES[unit] if word == unit else Role.UNITS), unit
    for name, role in (
        ("months", Role.MONTH),
        ("weekdays", Role.WEEKDAY),
        ("seasons", Role.SEASON),
        ("number_words", Role.CARDINAL),
        ("ordinals", Role.ORDINAL),
    ):
        roles.update({word: (role, int(value)) for word, value in table(name).items()})
    roles.update(
        {word: (Role.MAGNITUDE, int(value)) for word, value in table("scale_words").items() if value[0] == "1"}
    )
    roles["dozen"] = Role.FEW, 0
    roles.update({word: (Role.DAY_PART, value) for word, value in table("day_parts").items()})
    return roles


_NO_ROLE: tuple[Role, Value] = (Role.OTHER, 0)
_CAPITALISED = frozenset({Role.MONTH, Role.WEEKDAY})
"""Roles that English writes with a capital: "may", "march" and "sun" are other words."""
_LOWER_CASE = frozenset({Role.UNITS, Role.OFTEN, *_UNIT_ROLES.values()})
"""Roles that it does not, but at the start of a sentence: "This Week" and "the Daily Post" are names."""


_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[^\W\d_]+")


@cache
def _telling_words() -> frozenset[str]:
    """The words without one of which, or a digit, nothing in a sentence is an expression of time."""
    holidays = (name.lower().split()[0].rstrip(".") for name in table("holidays"))
    return frozenset({*(word for word, (role, _) in _lexicon().items() if role not in CONNECTIVES), *holidays})


def may_tell_time(text: str, span: Span) -> bool:
    """Whether a stretch of text may hold an expression of time: a quick look, which half of all sentences fail."""
    if _DIGIT.search(text, span.start, span.end):
        return True
    return not _telling_words().isdisjoint(_LETTERS.findall(text[span.start : span.end].lower()))


def read_words(text: str, span: Span) -> list[Word]:
    """The words and marks of a stretch of text, in order; hyphens between words count as spaces."""
    lexicon = _lexicon()
    words: list[Word] = []
    for match in _TOKEN.finditer(text, span.start, span.end):
        kind = match.lastgroup
        if kind in ("word", "stop"):
            surface = match["word"]
            lower = surface.lower()
            role, value = lexicon.get(lower, _NO_ROLE)
            capital = surface[0].isupper()
            if (role in _CAPITALISED and not capital) or (role in _LOWER_CASE and capital and words):
                role = Role.OTHER
            start, end = match.span("word")
            if kind == "word":
                words.append(Word(start, end, role, value, lower, capital))
            elif role is Role.MONTH and len(lower) < 5:  # "Oct. 13"
                words.append(Word(start, end + 1, role, value, lower, capital))
            else:
                words += Word(start, end, role, value, lower, capital), Word(end, end + 1, Role.OTHER, 0, ".")
        elif kind != "hyphen":
            words.append(_read_mark(match, kind or ""))
    return words


def _read_mark(match: re.Match[str], kind: str) -> Word:
    start, end = match.span()
    surface = match.group()
    role, value = Role.OTHER, surface
    if kind == "iso":
        role = Role.ISO
    elif kind == "years":
        role = Role.YEARS
    elif kind == "quarter":
        role = Role.QUARTER
    elif kind == "decade":
        role = Role.DECADE_DIGITS
    elif kind == "clock":
        role = Role.CLOCK
    elif kind == "comma":
        role = Role.COMMA
    elif kind == "holiday":
        role, value = Role.HOLIDAY, table("holidays")[surface.replace("'", "’")]
    elif kind == "ordinal":
        return Word(start, end, Role.ORDINAL, _whole(match["number"]), surface)
    elif kind == "number":
        return _read_number(start, end, surface)
    return Word(start, end, role, value, surface.lower())


def _read_number(start: int, end: int, digits: str) -> Word:
    if not digits.isdecimal():
        return Word(start, end, Role.NUMBER, float(digits.replace(",", "")), digits)
    number = _whole(digits)
    if len(digits) == 4 and 1000 <= number < 2200:
        return Word(start, end, Role.YEAR, number, digits)
    if len(digits) <= 2 and 1 <= number <= 31:
        return Word(start, end, Role.DAY, number, digits)
    return Word(start, end, Role.NUMBER, number, digits)


def _whole(digits: str) -> int:
    """A whole number; 0 for what is longer than any count of years or days, a serial number."""
    return int(digits) if digits.isdecimal() and len(digits) <= 9 else 0
