"""The day on which quoted words were said: "today" in them is that day, not the article's.

    “We will decide tomorrow,” she told reporters on Monday.   → Tuesday

Known limits:

1. Only a day named right after the verb of saying, in the same paragraph, is seen; all other speech is of the
   article’s day.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from briefsite.lexicon import table
from briefsite.mentions.calendar.period import Unit
from briefsite.mentions.speech.quotation_marks import segments

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from briefsite.mentions.calendar.reading import Reading
    from briefsite.span import Span

_REACH = 80
"""Code points before a day in which its verb of saying must stand."""
_BREAKS = '.;:“”"'
_CLAUSE_OPENERS = frozenset(
    {"that", "which", "who", "when", "where", "while", "after", "before", "as", "if", "whether"}
)


class SpeechDay(NamedTuple):
    """A day, and what was said on it."""

    date: dt.date
    quoted: tuple[Span, ...]

    def holds(self, span: Span) -> bool:
        """Whether something was said on the day."""
        return _is_quoted(span, self.quoted)


@cache
def _verbs_of_saying() -> frozenset[str]:
    return frozenset(form for forms in table("reporting_verbs").values() for form in forms.split())


def day_of_speech(
    text: str, paragraph: Span, found: Sequence[tuple[Span, Reading]], today: dt.date | None
) -> SpeechDay | None:
    """The day before the article’s on which a paragraph’s quoted words were said; None unless it names just one."""
    if today is None or len(found) < 2:
        return None
    days = [
        (span, reading.period.first) for span, reading in found if reading.period and reading.period.unit is Unit.DAY
    ]
    said = [(span, day) for span, day in days if day < today and _is_said_on(text, paragraph, span)]
    if not said:
        return None
    quoted = tuple(segment.span for segment in segments(text, [paragraph]))
    dates = {day for span, day in said if not _is_quoted(span, quoted)}
    return SpeechDay(dates.pop(), quoted) if quoted and len(dates) == 1 else None


def _is_quoted(span: Span, quoted: Sequence[Span]) -> bool:
    """Whether one of the quotations, which stand in order, holds the span."""
    before = bisect_right(quoted, span.start, key=lambda quotation: quotation.start)
    return before > 0 and span in quoted[before - 1]


def _is_said_on(text: str, paragraph: Span, day: Span) -> bool:
    """Whether a verb of saying stands before a day, and no clause begins between: "told lawmakers here on Monday"."""
    before = text[max(paragraph.start, day.start - _REACH) : day.start]
    clause = before[max(before.rfind(mark) for mark in _BREAKS) + 1 :]
    for word in reversed(clause.split()):
        if word.lower() in _CLAUSE_OPENERS:
            return False
        if word.strip(",").lower() in _verbs_of_saying():
            return True
    return False
