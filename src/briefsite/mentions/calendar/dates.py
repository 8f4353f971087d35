"""Expressions of time, and the calendar they name.

Finds days ("July 5", "Wednesday", "yesterday"), longer periods ("last year", "the first six months of
2025", "the 1990s"), lengths ("six months"), repetitions ("every week") and vague ones ("now").
Leaves alone numbers that only look like a year ("2000 people", "Windows 2000"), names ("Theresa May", "the Sunday
Times"), ages, fractions, prices.

    on Wednesday                   2025-07-09, in an article of Thursday 10 July 2025
    the first six months of 2025   2025-01/2025-06
    the year ended March 31        2024-04/2025-03

How: each sentence is read as a string with one character a word, the role that the word can play in an expression
(`calendar.roles`, `calendar.words`). Rules, which are patterns over these roles, find expressions, the leftmost longest
first (`calendar.grammar`). Each rule says what its expression means on the article's day, by the tense of the verb
nearest to it and by what was named before (`calendar.reading`); inside quoted words, on the day they were said
(`calendar.speech`). What a word can be is data: `lexicon/en/calendar_roles.txt` and the lists beside it.

Known limits:

1. 7/10/2025 is left alone unless another date of the article tells the day from the month.
2. A fiscal quarter whose end the article does not tell has no place on the calendar; a fiscal year is about that year.
3. A weekday is that of the week around the article's day: in a story older than its date it is off by weeks.
4. Feasts that are announced by sight of the moon (Ramadan, Diwali) are left alone, and so are those that countries
   keep on different days (Mother's Day).
5. Of other languages than English only days like 2025-07-10 are read, and years.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefsite.mentions.calendar import days, holidays, lengths, offsets, periods, quarters, years
from briefsite.mentions.calendar.grammar import Grammar
from briefsite.mentions.calendar.period import Unit
from briefsite.mentions.calendar.reading import Reading, Scene
from briefsite.mentions.calendar.speech import day_of_speech
from briefsite.mentions.calendar.words import Words, may_tell_time
from briefsite.mentions.mention import DateMention
from briefsite.mentions.words.stretches import stretches
from briefsite.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefsite.article import Article

_GRAMMAR = Grammar(
    (*days.RULES, *holidays.RULES, *periods.RULES, *quarters.RULES, *years.RULES, *offsets.RULES, *lengths.RULES)
)
_APPROXIMATELY = re.compile(r"(?:about|around|circa|roughly|approximately|some)\s+$", flags=re.IGNORECASE)
_APPROXIMATELY_AGO = re.compile(
    r"(?:about|around|roughly|approximately|some|almost|nearly|just\s+over|over|(?:more|less)\s+than)\s+$",
    flags=re.IGNORECASE,
)
_LONGEST_APPROXIMATION = 16
_SLASHED = re.compile(r"(?<![\w./-])(\d\d?)/(\d\d?)/(?:19|20)\d\d(?![\w/-])")
_NUMERIC = re.compile(r"(?<![\w.,/-])(?:\d{4}-\d\d-\d\d|(?:19|20)\d\d)(?![\w/-]|[.,]\d|\s?%)")


def find(article: Article) -> tuple[DateMention, ...]:
    """Every expression of time in the text and headings, in order, not overlapping."""
    if article.language != "en":
        return tuple(_numeric(article))
    return tuple(_mention(article.text, span, reading) for span, reading in _read(article))


def _read(article: Article) -> Iterator[tuple[Span, Reading]]:
    text = article.text
    scene = Scene(article.date, day_first=_is_day_first(text))
    for paragraph, held in zip(article.paragraphs, stretches(article), strict=True):
        sentences = [Words(text, one.span) if may_tell_time(text, one) else None for one in held]
        if not any(sentences):
            scene.new_sentence(len(sentences))
            continue
        before = scene.copy(article.date)
        found = list(_read_paragraph(sentences, scene))
        if day := day_of_speech(text, paragraph.span, found, article.date):
            spoken = dict(_read_paragraph(sentences, before.copy(day.date)))
            found = [(span, spoken.get(span, reading) if day.holds(span) else reading) for span, reading in found]
        yield from found


def _is_day_first(text: str) -> bool | None:
    """Whether dates with slashes begin with the day, by those of which one number is too high for a month."""
    if "/" not in text:
        return None
    orders = {int(first) > 12 for first, second in _SLASHED.findall(text) if max(int(first), int(second)) > 12}
    return orders.pop() if len(orders) == 1 else None


def _read_paragraph(sentences: Sequence[Words | None], scene: Scene) -> Iterator[tuple[Span, Reading]]:
    """What the sentences of a paragraph say of time; None stands for one that says nothing."""
    for sentence in sentences:
        scene.new_sentence()
        if sentence:
            yield from _GRAMMAR.read(sentence, scene)


def _mention(text: str, span: Span, reading: Reading) -> DateMention:
    start = max(0, span.start - _LONGEST_APPROXIMATION)
    edtf = reading.edtf
    pattern = _APPROXIMATELY_AGO if text.endswith("ago", span.start, span.end) else _APPROXIMATELY
    if edtf and _may_be_about(reading) and (about := pattern.search(text, start, span.start)):
        span = Span(about.start(), span.end)
        if "/" not in edtf:
            edtf = f"{edtf.rstrip('~')}~"
    return DateMention(span=span, type=reading.type, value=reading.value, edtf=edtf)


def _may_be_about(reading: Reading) -> bool:
    """Whether "about" before it is meant for it: "about 2018", but "to get around Wednesday’s ruling"."""
    return reading.type == "DATE" and reading.period is not None and reading.period.unit.holds(Unit.MONTH)


def _numeric(article: Article) -> Iterator[DateMention]:
    grammar = Grammar(days.RULES[:1])
    for paragraph in article.paragraphs:
        if paragraph.kind == "furniture":
            continue
        for match in _NUMERIC.finditer(article.text, paragraph.span.start, paragraph.span.end):
            span = Span(*match.span())
            if len(match.group()) == 4:
                yield DateMention(span=span, type="DATE", value=match.group(), edtf=match.group())
            else:
                for _, reading in grammar.read(Words(article.text, span), Scene(article.date)):
                    yield DateMention(span=span, type="DATE", value=reading.value, edtf=reading.edtf)
