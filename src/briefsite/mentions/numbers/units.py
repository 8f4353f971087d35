"""Units of measurement and currencies beside a number, with one name for the many ways to write each.

    "€240 million" → euro        "5 cubic metres a second" → cubic metre per second        "6 kg s−1" → kilogram s−1

Names are singular, spelled the British way, and what a reader would say: percent, pound (money), lb (weight),
U.S. dollar (only where the article says whose; a bare "$" is a dollar), kilometre, year of age. What is counted
("37,000 people") is no unit of measurement: see `counted_nouns`.

Limits:
1. "pounds" without a sign is money. "300 pounds" of weight are not told apart.
2. Of compound scientific units the first part gets its name, the rest is kept as written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from briefsite.lexicon import table

_GAP = r"[ \t\u00a0\u202f\u2009]"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as it stands beside a number."""

    start: int
    end: int
    name: str
    is_money: bool = False
    is_joined: bool = False
    """Hyphened to its number, so it describes the noun after it: "20-mile channel", "12-page report"."""


def before(text: str, at: int, floor: int) -> Unit | None:
    """The currency that ends right before `at`: "$", "US $", "Rs.", "EUR"."""
    start = max(floor, at - 8)
    match = _prefix().search(text, start, at)
    # `$` in a pattern means the end of the window here: the search is bounded by `at`.
    if not match:
        return None
    return Unit(match.start("sign"), at, _names()[match["sign"]], is_money=True)


def after(text: str, at: int, stop: int) -> Unit | None:
    """The unit that follows right after `at`, compound parts ("per square foot", "a month") included."""
    match = _suffix().match(text, at, stop)
    if not match:
        return None
    written = re.sub(r"\s+", " ", match["word"] or match["symbol"])
    name = _name_of(written)
    unit = Unit(
        match.start(),
        match.end(),
        name,
        is_money=name in _currencies(),
        is_joined="-" in match["gap"],
    )
    return unit if unit.is_joined else extended(text, unit, stop)


def extended(text: str, unit: Unit, stop: int) -> Unit:
    """The unit with its rate, where one follows: "per square foot", "a month", "/kWh", "s−1", "per 100,000 people"."""
    if own := _OWN_POWER.match(text, unit.end, stop):
        unit = Unit(unit.start, own.end(), f"{unit.name} {own.group()}")
    if power := _POWERS.match(text, unit.end, stop):
        return Unit(unit.start, power.end(), f"{unit.name} {power.group().strip()}", unit.is_money)
    rate = _rate().match(text, unit.end, stop)
    if not rate:
        return unit
    if rate["base"]:
        per = rate["base"]
    else:
        per = _name_of(re.sub(r"\s+", " ", rate["word"] or rate["symbol"]))
    return Unit(unit.start, rate.end(), f"{unit.name} per {per}", unit.is_money)


_POWERS = re.compile(
    rf"(?:{_GAP}(?:[A-Z][A-Za-z]?\d?){{1,3}}(?={_GAP}[a-z]))?(?:{_GAP}|·|⋅)?[A-Za-zμµΩ]{{1,3}}(?:[-−–][1-4]|⁻[¹²³⁴])(?:{_GAP}[A-Za-zμµ]{{1,3}}[-−–][1-4])*(?!\w)"
)
"""What a scientific unit is divided by, with a negative exponent: "m s−1", "g mol−1", "g C m−2"."""
_OWN_POWER = re.compile(r"(?<=[A-Za-zμµΩ])(?:[-−–][1-4](?![\d.,]*\w)|⁻[¹²³⁴])")
"""The negative exponent of the unit itself: "cm−3", "s⁻¹"."""


def is_money(name: str) -> bool:
    """Whether the name of a unit is that of a currency, or of a rate in one: "dollar", "pound per hour"."""
    return name.split(" per ", 1)[0] in _currencies()


def is_known(name: str) -> bool:
    """Whether the name of a unit is one of measurement: "mile per hour", but not the "member" of "66-member body"."""
    return name.split(" per ", 1)[0] in _known()


@cache
def _known() -> frozenset[str]:
    return frozenset((*_names().values(), "magnitude"))


def name_of(word: str) -> str | None:
    """The unit that a word in the singular names; None where it names none."""
    return _names().get(word) if len(word) > 3 else None


def _name_of(written: str) -> str:
    names = _names()
    return names.get(written) or names.get(written.lower()) or names[written.lower().removesuffix("s")]


@cache
def _names() -> dict[str, str]:
    """Each way to write a unit → its name: abbreviations as they are, words in lower case."""
    names: dict[str, str] = {}
    for written, name in (*table("currencies").items(), *table("units").items()):
        for way in written.split("|"):
            names.setdefault(way, name)
            if _is_word(way):
                names.setdefault(way.lower(), name)
    return names


@cache
def _currencies() -> frozenset[str]:
    return frozenset(table("currencies").values())


def _is_word(way: str) -> bool:
    """Spelled out, so that case and a plural -s do not matter; an abbreviation is matched letter for letter."""
    letters = way.replace(" ", "").replace("-", "")
    return (len(way) > 3 and letters.isalpha() and not way.isupper()) or (len(way) == 3 and letters.islower())


@cache
def _ways() -> tuple[str, str]:
    """Two alternations, longest first: words (any case, plural allowed) and symbols (letter for letter)."""
    ways = {way for written in (*table("currencies"), *table("units")) for way in written.split("|")}
    ordered = sorted(ways, key=lambda way: (-len(way), way))
    words = "|".join(re.escape(way).replace(r"\ ", r"[\s\u00a0]") for way in ordered if _is_word(way))
    symbols = "|".join(re.escape(way) for way in ordered if not _is_word(way))
    return rf"(?i:{words})s?", symbols


@cache
def _prefix() -> re.Pattern[str]:
    signs = [
        way for written in table("currencies") for way in written.split("|") if not _is_word(way) and way not in "cp"
    ]
    signs.sort(key=lambda sign: (-len(sign), sign))
    return re.compile(rf"(?<![A-Za-z])(?P<sign>{'|'.join(map(re.escape, signs))}){_GAP}?\Z")


@cache
def _suffix() -> re.Pattern[str]:
    words, symbols = _ways()
    return re.compile(
        rf"""
        (?P<gap> [-‐‑–] | {_GAP}?[-‐]? | \n )
        (?: (?P<word> {words} )(?![\w]) | (?P<symbol> {symbols} )(?!\w|[²³]|\.\w) )
        """,
        flags=re.VERBOSE,
    )


@cache
def _rate() -> re.Pattern[str]:
    words, symbols = _ways()
    return re.compile(
        rf"""
        (?: {_GAP}per{_GAP} | {_GAP}an?(?:{_GAP}|-) | {_GAP}each{_GAP} | {_GAP}every{_GAP} | {_GAP}?/{_GAP}? )
        (?:
            (?P<base>
                (?<=er[ ]) (?: \d[\d,]* | thousand | million ) (?: {_GAP}[a-z]+ )?
              | (?<=er[ ]) (?: capita | unit | game )\b
              | (?: (?<=[ ]a[ ]) | (?<=er[ ]) | (?<=ch[ ]) )
                (?: person | head | household | pupil | student | share | ticket | seat | bottle | passenger | vehicle
                )\b
            )
          | (?P<word> {words} )(?! \w | - | \s+ (?: earlier | ago | later | before | after | old ) )
          | (?P<symbol> (?<=/)(?:{symbols}) | (?<=er[ ])(?:{symbols}) )(?!\w)
        )
        """,
        flags=re.VERBOSE,
    )
