"""Years, months, days and weekdays of a person's sentence that the evidence neither names nor means.

    evidence "last year", in an article of 2025    bears out "in 2024"
    evidence "on Wednesday", of 10 July 2025       bears out "on 9 July", "on 9 July 2025"

Left alone: relative expressions ("last year", "yesterday"), which mean nothing without the day of writing.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from briefsite.briefing.own_words.ground import Ground, Unsupported, sentence_of
from briefsite.lexicon import table
from briefsite.mentions.calendar import dates
from briefsite.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_YEAR = r"(?<![\d.,])(?P<year>1[0-9]\d\d|2[01]\d\d)(?![\d])"
_EDTF_POINT = re.compile(r"(?P<year>\d{4}|\d{3}X|\d\dXX)(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?")
_MONTHS_OF = {
    **{21: (3, 4, 5), 22: (6, 7, 8), 23: (9, 10, 11), 24: (12, 1, 2)},
    **{33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12), 37: (1, 4), 38: (5, 8), 39: (9, 12), 40: (1, 6), 41: (7, 12)},
}
"""Months of the seasons, and the first and last of quarters, thirds and halves of a year, as EDTF numbers them."""


class Part(NamedTuple):
    """One part of a date as written."""

    span: Span
    kind: str
    """year, month, day or weekday."""
    number: int


@cache
def _parts() -> re.Pattern[str]:
    months = "|".join(sorted((month.capitalize() for month in table("months")), key=len, reverse=True))
    weekdays = "|".join(day.capitalize() for day in table("weekdays"))
    return re.compile(
        rf"""
          (?<!\w)(?P<iso_year>\d{{4}})-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)(?!\w)
        | \b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+(?P<month>{months})\b
        | \b(?P<month_first>{months})\b\.?(?:\s+(?P<day_after>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:.,]*\d))?
        | \b(?P<weekday>{weekdays})\b
        | {_YEAR}
        """,
        flags=re.VERBOSE,
    )


_KIND = {
    **{"iso_year": "year", "iso_month": "month", "iso_day": "day", "month_first": "month", "day_after": "day"},
    **{kind: kind for kind in ("day", "month", "weekday", "year")},
}


def parts(text: str, within: Span) -> Iterator[Part]:
    """The parts of the dates written in a stretch of text, in order."""
    for match in _parts().finditer(text, within.start, within.end):
        for group, kind in _KIND.items():
            if match[group] and (number := _number(kind, match[group])) is not None:
                yield Part(Span(*match.span(group)), kind, number)


def _number(kind: str, written: str) -> int | None:
    if kind == "month":
        return int(written) if written.isdigit() else int(table("months")[written.lower()])
    if kind == "weekday":
        return int(table("weekdays")[written.lower()]) - 1
    return int(written)


def places(text: str) -> list[Span]:
    """Where years, days and months stand in the dates of a text: they are no numbers."""
    return [part.span for part in _own(text)]


def _own(text: str) -> Iterator[Part]:
    for mention in dates.find(sentence_of(text)):
        if mention.type in ("DATE", "TIME"):
            yield from parts(text, mention.span)


def unsupported(text: str, ground: Ground) -> Iterator[Unsupported]:
    """The parts of the dates in a text that its ground neither writes nor means."""
    named = list(parts(text, Span(0, len(text))))
    if not named:
        return
    written = {(said.kind, said.number) for words in ground.texts for said in parts(words, Span(0, max(len(words), 1)))}
    # Reading a calendar takes time, and nearly always the words are there.
    if all((part.kind, part.number) in written for part in named):
        return
    meant = set(_meant(ground.days))
    for part in _own(text):
        if (part.kind, part.number) not in written | meant:
            yield Unsupported(part.span, "date")


def _meant(days: tuple[str, ...]) -> Iterator[tuple[str, int]]:
    for point in (point for day in days for point in day.split("/")):
        if not (match := _EDTF_POINT.match(point)):
            continue
        if match["year"].endswith("X"):
            digits = match["year"].rstrip("X")
            count = 10 ** (4 - len(digits))
            yield from (("year", int(digits) * count + step) for step in range(count))
            continue
        yield "year", int(match["year"])
        if match["month"]:
            month = int(match["month"])
            yield from (("month", number) for number in _MONTHS_OF.get(month, (month,)))
        if match["day"]:
            yield "day", int(match["day"])
        if match["day"] and int(match["year"]):  # the calendar of Python begins with the year 1
            yield "weekday", dt.date(int(match["year"]), int(match["month"]), int(match["day"])).weekday()
