"""Numbers in words → their values: cardinals, fractions, and words that name only an order of magnitude.

    "thirty-seven thousand" → 37000        "two thirds" → 0.666667        "hundreds of millions" → no value

Leaves alone ranks ("a third party", "the second half"), "a few", "many", "million" without a number before it.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from briefsite.lexicon import table
from briefsite.mentions.numbers.numeral import PLACES, Numeral
from briefsite.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

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
_RANK = re.compile(r"[-‐](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b", flags=re.IGNORECASE)
_FEW = re.compile(r"\s+(?:few|couple)\b", flags=re.IGNORECASE)


_LETTERS = re.compile(r"[a-z]+")


@cache
def _number_words() -> frozenset[str]:
    """The words of which every number in words has one."""
    plurals = (f"{word}s" for word in (*_scales(), *table("fractions")))
    ones = (*table("number_words"), *table("vague_numbers"))
    return frozenset((*ones, *_scales(), *table("fractions"), *plurals, "half", "halves"))


@cache
def telling_words() -> frozenset[str]:
    """The same as they are written: small, or with a capital, or in capitals."""
    return frozenset(form for word in _number_words() for form in (word, word.capitalize(), word.upper()))


@cache
def _starts() -> re.Pattern[str]:
    """Where a number may begin, with the character before it, by which the search skips the inside of words."""
    scales = "|".join((*_scales(), *table("fractions"), "halves", "few", "couple"))
    by_letter: dict[str, list[str]] = {}
    for word in sorted({"half", *table("number_words"), *table("vague_numbers")}, key=lambda word: (-len(word), word)):
        by_letter.setdefault(word[0], []).append(word[1:])
    ways = "|".join(f"[{letter}{letter.upper()}](?i:{'|'.join(rest)})" for letter, rest in sorted(by_letter.items()))
    return re.compile(
        rf"""
        (?: [^\w’'-] | (?<=[\s(“\"][a-z]) - | \A )
        (?P<word> {ways}
           | (?: [aA](?i:n?) | [sS](?i:everal) | [mM](?i:any) | [fF](?i:ew) ) (?= [\s‐-]+ (?i:of\s+)? (?i:{scales}) )
        )
        (?! [A-Za-z’'] )
        """,
        flags=re.VERBOSE,
    )


@cache
def _scales() -> dict[str, Decimal]:
    return {word: Decimal(value) for word, value in table("scale_words").items()}


def find(text: str, span: Span) -> Iterator[Numeral]:
    """Every number in words, in order."""
    if _number_words().isdisjoint(_LETTERS.findall(span.of(text).lower())):
        return  # most sentences: the pattern below is a slow way to find that out
    done = span.start
    for match in _starts().finditer(text, max(0, span.start - 1), span.end):
        if match.start("word") < done:
            continue
        numeral = _read_words(text, match, span.end)
        if numeral:
            done = numeral.span.end
            yield numeral


def _read_words(text: str, match: re.Match[str], stop: int) -> Numeral | None:
    word, start = match["word"].lower(), match.start("word")
    if word in table("vague_numbers"):
        return _vague(text, word, match, stop)
    if word in ("several", "many", "few") or (word in ("a", "an") and _FEW.match(text, match.end(), stop)):
        few = _FEW.match(text, match.end(), stop) if word in ("a", "an") else None
        some = _SOME.match(text, few.end() if few else match.end(), stop)
        if not some:
            return None
        scale = _scales()[some["word"].lower()]
        return Numeral(span=Span(start, some.end()), value=None, form="vague", magnitude=(scale, scale * 10))
    if word in ("a", "half") and _AND_A_HALF.match(text, max(0, start - (5 if word == "a" else 7)), stop):
        return None  # "a decade and a half of drought": no half of a drought
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
    if _RANK.match(text, match.end(), stop):
        return None  # "the twenty-first century"
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
    return Numeral(span=Span(match.start("word"), end), value=None, form="vague", magnitude=(low, low * 10))


def _fraction(text: str, word: str, match: re.Match[str], stop: int) -> Numeral | None:
    """A part of a whole: "two thirds", "one-fifth", "a quarter of"; "a" needs its "of", "a third party" is a rank."""
    parts = Decimal(1) if word in ("a", "an") else Decimal(table("number_words").get(word, 0))
    fraction = _FRACTION.match(text, match.end(), stop)
    if not fraction or not 0 < parts < 20:
        return None
    part = fraction["part"].lower().replace("halves", "half")
    is_plural = bool(fraction["plural"]) or fraction["part"].lower() == "halves"
    bound = _OF_A.match(text, fraction.end(), stop) or _SHARE_BEFORE.search(
        text, max(0, match.start("word") - 12), match.start("word")
    )
    if is_plural != (parts > 1) or (parts == 1 and not bound):
        return None  # "two third-party vendors", "one third party"
    value = (parts / Decimal(table("fractions")[part])).quantize(PLACES).normalize()
    end = fraction.end()
    if scale := _OF_A_SCALE.match(text, end, stop):  # "a quarter of a million"
        return Numeral(
            span=Span(match.start("word"), scale.end()),
            value=value * _scales()[scale["word"].lower()],
            form="words",
            has_scale=True,
        )
    return Numeral(span=Span(match.start("word"), end), value=value, form="fraction")


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
