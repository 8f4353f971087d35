"""The roles that words can play in an expression of time, and which words play them.

A role is one character, so that a grammar of expressions can be written as regular expressions over a
string with one character a word: `[month][day]` finds "July 10" wherever it stands.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from briefsite.lexicon import entries, table

Value = str | int | float


class Role(StrEnum):
    """What a word can be in an expression of time. Values are the characters of the role string."""

    OTHER = "."
    """Any other word or mark: no expression runs across it."""
    COMMA = ","
    ISO = "I"
    """2025-07-10"""
    YEARS = "R"
    """1990-91, 2019–2021"""
    NUMERIC = "/"
    """7/10/2025, 13.5.2014"""
    CLOCK = "C"
    """7:15 p.m., 20:17, noon"""
    ZONE = "%"
    """GMT, EST, and the first word of "local time"."""
    TIME = "="
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
    DECADE_WORD = "8"
    """eighties"""
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
    ENDED = "!"
    """The year ended June 30, the quarter ending in March."""
    MORE = "5"
    PART = "x"
    EDGE = "Z"
    FEW = "v"
    RECENT = "V"
    EVERY = "j"
    OFTEN = "J"
    DAY_WORD = "K"
    NIGHT_WORD = "G"
    NEAR = "~"
    """The "foreseeable" of "the foreseeable future"."""
    NOW = "0"
    ONCE = "1"
    FUTURE = "3"


CONNECTIVES = frozenset(
    {Role.COMMA, Role.THE, Role.A, Role.OF, Role.IN, Role.ON, Role.AT, Role.OR, Role.SO, Role.FROM, Role.AND, Role.TO}
    | {Role.DAY, Role.NUMBER, Role.CARDINAL, Role.MAGNITUDE, Role.ORDINAL, Role.FEW, Role.MORE, Role.THAT, Role.BEYOND}
    | {
        Role.ZONE,
        Role.TIME,
        Role.NEAR,
        Role.ENDED,
        Role.PART,
        Role.EDGE,
        Role.OFFSET,
        Role.PERIOD,
        Role.LATEST,
        Role.FULL,
        Role.RECENT,
        Role.EVERY,
        Role.FISCAL,
    }
)
"""Roles that make no expression without another one."""

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
_WITH_CAPITAL = frozenset({Role.MONTH, Role.WEEKDAY})
"""Roles that English writes with a capital: "may", "march" and "sun" are other words."""
_WITHOUT_CAPITAL = frozenset(_UNIT_ROLES.values()) - {Role.UNIT_CENTURY} | {
    *(Role.UNITS, Role.OFTEN, Role.NOW, Role.ONCE, Role.DAY_PART, Role.DECADE_WORD)
}
"""Roles that it does not, but where a sentence begins: "This Week", "Saturday Night" and the "Daily Post" are names."""


@cache
def _by_word() -> dict[str, tuple[Role, Value]]:
    roles: dict[str, tuple[Role, Value]] = {}
    for word, value in table("calendar_roles").items():
        role, _, rest = value.partition(" ")
        roles[word] = Role[role.upper()], int(rest) if rest.lstrip("-").isdigit() else rest
    for word, unit in table("time_units").items():
        roles[word] = (_UNIT_ROLES[unit] if word == unit else Role.UNITS), unit
    for name, numbered in (
        ("months", Role.MONTH),
        ("weekdays", Role.WEEKDAY),
        ("seasons", Role.SEASON),
        ("number_words", Role.CARDINAL),
        ("ordinals", Role.ORDINAL),
    ):
        roles.update({word: (numbered, int(value)) for word, value in table(name).items()})
    roles.update(
        {word: (Role.MAGNITUDE, int(value)) for word, value in table("scale_words").items() if value[0] == "1"}
    )
    roles["dozen"] = Role.FEW, 0
    roles.update({word: (Role.DAY_PART, value) for word, value in table("day_parts").items()})
    return roles


@cache
def roles_of_words() -> dict[str, tuple[Role, Value]]:
    """Words as they are written anywhere in a sentence, with their role and what they stand for."""
    roles: dict[str, tuple[Role, Value]] = dict.fromkeys(entries("time_zones"), (Role.ZONE, 0))
    for word, entry in _by_word().items():
        if entry[0] not in _WITH_CAPITAL:
            roles[word] = entry
        if entry[0] not in _WITHOUT_CAPITAL:
            roles[word.capitalize()] = roles[word.upper()] = entry
    return roles


@cache
def roles_of_openers() -> dict[str, tuple[Role, Value]]:
    """The same for words that have a capital only because a sentence begins with them."""
    return {word.capitalize(): entry for word, entry in _by_word().items() if entry[0] in _WITHOUT_CAPITAL}


_LEANING = CONNECTIVES | {Role.CARDINAL, Role.SHIFT}
_NOT_LEANING = frozenset({"past", "eighteen", "nineteen", "twenty"})
"""Words of these roles that make an expression alone, or with other numbers: "nineteen ninety-four"."""


@cache
def telling_words() -> frozenset[str]:
    """The words, as they are written, without one of which or digits a sentence holds no expression of time."""
    known = (*roles_of_words().items(), *roles_of_openers().items())
    telling = (word for word, (role, _) in known if role not in _LEANING or word.lower() in _NOT_LEANING)
    holidays = (name.split()[0].rstrip(".") for name in table("holidays"))
    return frozenset({*telling, *holidays})
