"""When a number holds: the date of its clause that belongs to the same verb.

    "About 37,000 people came in 2024" → 2024        "started there in 1992 and earns $21" → none for the $21

Leaves alone a date that the number is compared with ("up from last year"), and one of another clause, of a noun
("villages that had a bus in 2015"), or of other words that are quoted, and all dates of a target that stands for
longer ("the bank's target of 2%"): no period is better than a wrong one.

Limits:
1. A period named in the sentence before is not carried over.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from briefsite.facts.comparison import is_compared_with
from briefsite.lexicon import words
from briefsite.mentions.numbers import word_kinds
from briefsite.span import Span

if TYPE_CHECKING:
    from briefsite.mentions.mention import DateMention


class Dates:
    """The dates of an article that name a stretch of the calendar, in order of position."""

    def __init__(self, dates: tuple[DateMention, ...]) -> None:
        self._dates = sorted((d for d in dates if d.edtf and d.type == "DATE"), key=lambda date: date.span.start)
        self._starts = [date.span.start for date in self._dates]

    def within(self, span: Span) -> list[DateMention]:
        """Those that stand wholly inside `span`."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return [date for date in self._dates[first:last] if date.span in span]


def of(text: str, clause: Span, quantity: Span, dates: Dates) -> str | None:
    """The date of the clause that is nearest to the number, in EDTF; None where none belongs to it."""
    nearest: tuple[int, str | None] | None = None
    held = dates.within(clause)
    if held and _stands_for_longer(text, clause, quantity):
        return None
    for date in held:
        if not _belongs(text, clause, quantity, date.span):
            continue
        gap = max(date.span.start - quantity.end, quantity.start - date.span.end)
        if nearest is None or gap < nearest[0]:
            nearest = gap, date.edtf
    return nearest[1] if nearest else None


_COMPARED = re.compile(r"\b(?:from|than|with|to|against|since|of|before|after)\s+(?:the\s+)?\Z", flags=re.IGNORECASE)
_OTHER_CLAUSE = re.compile(
    r"\b(?:that|which|who|whose|where|when|after|before|because|since|until|as\s+well\s+as)\b|[“”\"]"
)
"""Between a number and a date: the date is that of another clause, or of other words that are quoted."""
_LEVEL_BEFORE = re.compile(r"\b(?:compared|up|down|sharply|higher|lower|more|less|fewer)\s+(?:from|than|with|to)\s")
"""After it stands another number, and that one's date: "$3 million, down from the $4 million it gave in 2012"."""
_ASIDE = re.compile(
    r"\b(?:which|who|whose|where|when|that)\s+\w+\s+\w[^,]*\Z|,\s(?:which|who|whose|where|when)\s[^,]*\Z"
)
"""Before a date, a clause of a noun: "a mill that opened in 2015, …", but "said that in 2015, …"."""
_OPENING = 12
"""Code points before a date that opens its clause and holds for all of it: "In 2015, …", "But in May …"."""
_COORDINATED = re.compile(r"\b(?:and|but|or)\s+(?:(?:now|also|then|still|[a-z]+ly)\s+)?(?P<word>[a-z]+)\b")
_TO_A_LATER = re.compile(r"\s+to\s+(?:[a-z]+\s+){0,2}")
"""Between a date and the number that things had come to by another: "from 5 million in 1950 to 2 million in 2007"."""


def _belongs(text: str, clause: Span, quantity: Span, date: Span) -> bool:
    # "up from 14 per cent five years earlier": what stands before the number compares the number, not the date
    between = Span(quantity.end, clause.end) if date.start >= quantity.end else clause
    if (
        _is_of_a_noun(text, clause, date)
        or is_compared_with(text, between, date)
        or _COMPARED.search(text, max(clause.start, date.start - 12), date.start)
    ):
        return False
    if date.start >= quantity.end:
        return not (
            _OTHER_CLAUSE.search(text, quantity.end, date.start)
            or _LEVEL_BEFORE.search(text, quantity.end, date.start)
            or _has_other_subject(text, quantity.end, date.start)
        )
    if _TO_A_LATER.fullmatch(text, date.end, quantity.start):
        return False
    link = _OTHER_CLAUSE.search(text, date.end, quantity.start)
    if link and text[link.end() : quantity.start].strip():
        return False  # but "talks on Sunday ended after 40 minutes"
    if _ASIDE.search(text, clause.start, date.start) and text.find(",", date.end, quantity.start) >= 0:
        return False
    if date.start - clause.start <= _OPENING:
        return True
    is_apposition = (
        text.rfind(", the ", date.end, quantity.start) >= 0
    )  # "the visit Sunday of Varga, the last of 25 men"
    return not is_apposition and not _has_other_verb(text, date.end, quantity.start)


def _is_of_a_noun(text: str, clause: Span, date: Span) -> bool:
    """Whether a year only says which of several things is meant: "a 2009 bonus", "the 2014 games"."""
    if not _YEAR.fullmatch(text, date.start, date.end) or not (noun := _WORD_BEHIND.match(text, date.end, clause.end)):
        return False
    has_article = _ARTICLE.search(text, max(clause.start, date.start - 8), date.start)
    return has_article is not None and noun[1].lower() not in words("function_words")


_YEAR = re.compile(r"\d{4}")
_WORD_BEHIND = re.compile(r"\s+([^\W\d_]+)")
_ARTICLE = re.compile(r"(?:\b(?:an?|the|its|their|his|her|our)|[’']s?)\s+\Z", flags=re.IGNORECASE)


_STANDING = r"(?:target|goal|limit|cap|threshold|ceiling|quota)"
_STANDING_BEFORE = re.compile(
    rf"(?:\b(?:the|its|their|his|her|our)|[’']s?)\s+(?:[a-z-]+\s+){{0,3}}?{_STANDING}\s+(?:of|is|was|stands\s+at)"
    r"\s+(?:[a-z]+\s+){0,2}\Z",
    flags=re.IGNORECASE,
)
_STANDING_AFTER = re.compile(rf"[\s-]+(?:[a-z-]+\s+){{0,2}}?{_STANDING}\b", flags=re.IGNORECASE)
_DEFINITE = re.compile(r"(?:\b(?:the|its|their|his|her|our)|[’']s?)\s+\Z", flags=re.IGNORECASE)


def _stands_for_longer(text: str, clause: Span, quantity: Span) -> bool:
    """Whether a number is a known target: "would reach its 2% target by June", but "set a target of 2% for June"."""
    if _STANDING_BEFORE.search(text, max(clause.start, quantity.start - 60), quantity.start):
        return True
    is_known = _DEFINITE.search(text, max(clause.start, quantity.start - 8), quantity.start)
    return bool(is_known and _STANDING_AFTER.match(text, quantity.end, clause.end))


def _has_other_subject(text: str, start: int, end: int) -> bool:
    """Whether a clause of its own begins: "needs 61, and the deal must be done by"; not "sold 61 and earned $3 in"."""
    for match in _COORDINATED.finditer(text, start, end):
        word, *others = (found.group() for found in _WORD.finditer(text, match.start("word"), end))
        if not word_kinds.is_verb(word, at_start=False) and any(
            word_kinds.is_verb(other, at_start=False) for other in others
        ):
            return True
    return False


_WORD = re.compile(r"[^\W\d_]+(?:[’'][a-z]+)?")


def _has_other_verb(text: str, start: int, end: int) -> bool:
    """Whether a second predicate begins: "started there in 1992 and earns $21"."""
    return any(
        word_kinds.is_verb(match["word"], at_start=False) or word_kinds.is_third_person(match["word"])
        for match in _COORDINATED.finditer(text, start, end)
    )
