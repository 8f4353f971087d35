"""Events on the calendar: what happened when, the article's own day and days to come included.

Takes every expression of time that names a stretch of the calendar, with the clause that tells what happened then.
An event told twice in nearly the same words is shown once, and a date inside somebody's speech with all of it.
Leaves alone lengths ("for six months"), vague words ("in recent days"), headings, datelines, times of the clock alone,
"the year" of a budget, dates that only serve a comparison ("up from the same period last year"), and in speech what
is only imagined ("if they close it, the street will be empty by February").

    The plan was made in 2022.                → 2022, "The plan was made in 2022."
    A came in 2024, and B came in May 2025.   → two events, each with its own clause
    She led it from 1994 to 2002.             → 1994/2002

Known limits:

1. A date that belongs to a name ("the 2014 World Cup") counts as an event: more often than not it is one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from briefsite.facts.clauses import clauses
from briefsite.facts.comparison import is_compared_with
from briefsite.facts.fact import Event

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefsite.article import Article, Sentence
    from briefsite.mentions.mention import DateMention, Mentions
    from briefsite.span import Span

_POINT = re.compile(r"\d{4}(?:-\d\d){0,2}")
_STRETCHES = (
    (re.compile(r"\bfrom\s+$", flags=re.IGNORECASE), re.compile(r",?\s+(?:to|until|till|through)\s+")),
    (re.compile(r"\bbetween\s+$", flags=re.IGNORECASE), re.compile(r"\s+and\s+")),
)
"""What opens a stretch between two dates, and what joins them."""
_LONGEST_OPENER = 10
_MOST_SENTENCES = 4
"""A speech of more sentences is too long to show for one date in it."""
_MOST_QUOTATIONS = 20
_DATELINE = re.compile(r"[^a-z\n]{0,60}\b(?:[A-Z][a-z]+\s){0,4}[^a-z\n]{0,20}")
_AFTER_DATELINE = re.compile(r"\s*(?:\([^()\n]{1,40}\)\s*)?[-–—]+\s")
_HYPOTHETICAL = re.compile(r"\b(?:if|unless|would\s+have|imagine|suppose)\b", flags=re.IGNORECASE)
_STATE = re.compile(r"\b(?:is|are)\b(?!\s+(?:\w+ing|to|due|set)\b)|\b(?:has|have)\s+(?:an?|the|no|some|about|\d)")
_ACT = re.compile(r"\w{2}ed\b|\b(?:will|would|was|were|had|did|said|told|made|began|took|won|lost|held|met)\b")
_COUNTED = re.compile(r"\b(?:later|earlier|(?:hours?|minutes?|seconds?)\s+ago)$", flags=re.IGNORECASE)
_WORD = re.compile(r"\w+")
_MOST_ALIKE = 50
"""Events of one date that a new one is held against."""
_ALIKE = 0.8
"""Share of the words of the shorter of two texts that the longer has too, from which both tell the same."""


class _Date(NamedTuple):
    span: Span
    edtf: str


def find(article: Article, mentions: Mentions) -> tuple[Event, ...]:
    """The events in calendar order; those of one date in the order of the article. None twice."""
    told: dict[str, list[Event]] = {}
    for event in _events(article, mentions):
        told.setdefault(event.date, []).append(event)
    dates = sorted(told, key=_begin)
    return tuple(event for date in dates for event in _different(article.text, told[date]))


def _different(text: str, events: Sequence[Event]) -> list[Event]:
    """The events of one date, less those that tell again what one before them tells."""
    if len(events) == 1:
        return list(events)
    known: list[tuple[frozenset[str], Event]] = []
    for event in events:
        words = frozenset(_WORD.findall(event.text.of(text).lower()))
        if not any(_is_alike(words, others) for others, _ in known[:_MOST_ALIKE]):
            known.append((words, event))
    return [event for _, event in known]


def _is_alike(words: frozenset[str], others: frozenset[str]) -> bool:
    return len(words & others) >= _ALIKE * min(len(words), len(others))


def _events(article: Article, mentions: Mentions) -> Iterator[Event]:
    dated = [mention for mention in mentions.dates if mention.edtf]
    quoted = [quotation.span for quotation in mentions.quotations]
    at = 0
    for sentence in article.sentences:
        if at == len(dated):
            break
        while at < len(dated) and dated[at].span.start < sentence.span.start:
            at += 1
        inside = []
        while at < len(dated) and dated[at].span.end <= sentence.span.end:
            if not is_compared_with(article.text, sentence.span, dated[at].span) and _is_told(
                article, sentence, dated[at], quoted
            ):
                inside.append(dated[at])
            at += 1
        if not inside:
            continue
        dates = _joined(article.text, inside)
        for date, told in zip(dates, _told(article.text, sentence, dates), strict=True):
            if text := _with_speech(article, sentence, told, quoted):
                yield Event(date=date.edtf, written_as=date.span, text=text)


def _is_told(article: Article, sentence: Sentence, mention: DateMention, quoted: Sequence[Span]) -> bool:
    """Whether a date dates something: not a dateline, a budget "for the year", what somebody only imagines."""
    text, written = article.text, mention.span.of(article.text).lower()
    if written == "the year" or _is_dateline(text, sentence.span, mention.span):
        return False
    inside = sentence.span.start, sentence.span.end
    if written == "today" and _STATE.search(text, *inside) and not _ACT.search(text, *inside):
        return False  # "Today, one in three of them is a woman": nowadays
    at = bisect_right(quoted, mention.span.start, key=lambda span: span.start) - 1
    if at < 0 or mention.span not in quoted[at]:
        return True
    # "twenty years later", "five minutes ago" in speech count from no day that the article names.
    if _COUNTED.search(written):
        return False
    return not _HYPOTHETICAL.search(text, max(quoted[at].start, inside[0]), min(quoted[at].end, inside[1]))


def _is_dateline(text: str, sentence: Span, date: Span) -> bool:
    """Whether a sentence begins with a place and this date, and goes on after a dash: "ARDAZ, Feb. 5 - "."""
    if not _AFTER_DATELINE.match(text, date.end):
        return False
    return _DATELINE.fullmatch(text, sentence.start, date.start) is not None


def _joined(text: str, mentions: Sequence[DateMention]) -> list[_Date]:
    """The dates of a sentence, "from 1994 to 2002" as one."""
    dates: list[_Date] = []
    for mention in mentions:
        date = _Date(mention.span, mention.edtf or "")
        if dates and (stretch := _stretch(text, dates[-1], date)):
            dates[-1] = stretch
        else:
            dates.append(date)
    return dates


def _stretch(text: str, first: _Date, last: _Date) -> _Date | None:
    before = text[max(0, first.span.start - _LONGEST_OPENER) : first.span.start]
    between = text[first.span.end : last.span.start]
    if not any(opens.search(before) and joins.fullmatch(between) for opens, joins in _STRETCHES):
        return None
    if not (_POINT.fullmatch(first.edtf) and _POINT.fullmatch(last.edtf) and first.edtf < last.edtf):
        return None
    return _Date(first.span.to(last.span), f"{first.edtf}/{last.edtf}")


def _told(text: str, sentence: Sentence, dates: Sequence[_Date]) -> Iterator[Span]:
    """For each date the words that tell its event: its clause, where others of the sentence have a date too."""
    parts = clauses(text, sentence.span, [date.span for date in dates]) if len(dates) > 1 else (sentence.span,)
    for date in dates:
        part = parts[max(0, bisect_right(parts, date.span.start, key=lambda part: part.start) - 1)]
        yield part if date.span in part else sentence.span


def _with_speech(article: Article, sentence: Sentence, told: Span, quoted: Sequence[Span]) -> Span | None:
    """The words, and where they cut through a quotation the sentences that hold all of it.

    A sentence from the middle of somebody's speech would read as the article's own. None where the speech is long.
    """
    at = bisect_right(quoted, told.start, key=lambda span: span.end)
    cut = [span for span in quoted[at : at + _MOST_QUOTATIONS] if span.overlaps(told) and span not in told]
    if not cut:
        return told
    sentences = article.paragraphs[sentence.paragraph - 1].sentences
    held = [other.span for other in sentences if any(other.span.overlaps(span) for span in cut)]
    return held[0].to(held[-1]) if len(held) <= _MOST_SENTENCES else None


def _begin(edtf: str) -> tuple[str, int]:
    """Sorts by the first day; of two with the same, the coarser one comes first, as it frames the finer."""
    first = edtf.partition("/")[0].rstrip("~?%")
    if len(first) == 7 and first[5] == "2":
        first = f"{first[:5]}{3 * int(first[6]):02}"  # a season
    return first, len(first)
