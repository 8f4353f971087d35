"""The drawings of a briefing: where each speaker is heard in the article, and when its events lie.

A drawing is the margin of a list that says the same in words, so it carries no fact of its own. Numbers are those of
an SVG; colours are classes, so that the dark scheme and paper follow.

Known limits: a briefing of several sources has no speakers' strip, because its articles share no axis.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefsite.pages.dates import first_day, is_approximate, last_day, month_name, precision

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.briefing.anchor import VerifiedBriefing
    from briefsite.briefing.model import Event, Quote

MIN_SPEAKERS = 2
MIN_EVENTS = 3
WIDTH = 920
"""Of the timeline, in pixels; the strip is measured in hundredths of the article."""
_RIGHT = WIDTH - 10
_LEFT = 10


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of an axis."""

    x: str
    width: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StripRow:
    """A speaker on the strip."""

    anchor: str
    """The id of the speaker's heading."""
    name: str
    bars: tuple[Bar, ...]
    words: int
    """Words in quotation marks."""


def speakers_strip(verified: VerifiedBriefing, speakers: Sequence[tuple[str, Sequence[Quote]]]) -> list[StripRow]:
    """A row for each speaker with words that were found, in the order given; nothing where there is only one."""
    if len(verified.articles) != 1 or len(verified.briefing.sources) != 1:
        return []
    article = next(iter(verified.articles.values()))
    if not article.paragraphs:
        return []
    start, end = article.paragraphs[0].span.start, article.paragraphs[-1].span.end
    rows = []
    for number, (name, quotes) in enumerate(speakers, 1):
        spans = [
            anchor.span
            for quote in quotes
            if (found := verified.items[quote.id or ""]).state == "verified"
            for anchor in found.anchors
        ]
        if spans:
            rows.append(
                StripRow(
                    anchor=f"speaker_{number}",
                    name=name,
                    bars=tuple(
                        Bar(_number(100 * (s.start - start) / (end - start)), _number(100 * len(s) / (end - start)))
                        for s in sorted(spans)
                    ),
                    words=sum(len(span.of(article.text).split()) for span in spans),
                )
            )
    return rows if len(rows) >= MIN_SPEAKERS else []


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """An event on the timeline."""

    title: str
    kind: str
    """day, or stretch; `about` where it is not sure, `later` after the article."""
    x: str
    width: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A label on an axis."""

    x: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineDrawing:
    """Two scales with a break between, where the past is long; otherwise one."""

    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]
    axes: tuple[Bar, ...]
    today: str | None
    """x of the article's day."""
    description: str


@dataclass(frozen=True, slots=True)
class _Scale:
    first: int
    last: int
    left: float
    right: float

    def x(self, day: int) -> float:
        return self.left + (self.right - self.left) * (day - self.first) / max(1, self.last - self.first)


def timeline_drawing(
    events: Sequence[Event], titles: Sequence[str], today: str, description: str
) -> TimelineDrawing | None:
    """The events (with their words for a pointer that rests on them) on one or two axes; None for too few of them."""
    spans = [(_ordinal(first_day(event.date)), _ordinal(last_day(event.date))) for event in events]
    if len(spans) < MIN_EVENTS or any(first <= 366 or last >= _ordinal("9999-01-01") for first, last in spans):
        return None
    now = _ordinal(today) if today else None
    scales = _scales(spans, now)
    if scales is None:
        return None
    marks = []
    for event, title, (first, last) in zip(events, titles, spans, strict=True):
        scale = next(scale for scale in scales if first <= scale.last)
        left, right = scale.x(first), scale.x(min(last + 1, scale.last))
        is_day = precision(event.date) == "day"
        kind = "day" if is_day else "stretch"
        if is_approximate(event.date):
            kind += " about"
        if now is not None and first > now:
            kind += " later"
        marks.append(Mark(title=title, kind=kind, x=_number(left), width=_number(max(right - left, 5.0))))
    return TimelineDrawing(
        marks=tuple(marks),
        ticks=tuple(tick for scale in scales for tick in _ticks(scale)),
        axes=tuple(Bar(_number(scale.left), _number(scale.right)) for scale in scales),
        today=_number(scales[-1].x(now)) if now is not None and scales[-1].first <= now <= scales[-1].last else None,
        description=description,
    )


def _scales(spans: Sequence[tuple[int, int]], now: int | None) -> list[_Scale] | None:
    """The years before the article's own, and its own on; one scale where everything lies within a few years."""
    days = [day for span in spans for day in span] + ([now] if now is not None else [])
    first, last = _year_start(min(days)), _year_start(max(days) + 366)
    split = _year_start(now) if now is not None else None
    if split is None or last - first <= 4 * 366 or not first < split:
        return [_Scale(first, last, _LEFT, _RIGHT)]
    middle = _LEFT + (_RIGHT - _LEFT) * 0.48
    return [_Scale(first, split - 1, _LEFT, middle), _Scale(split, last, middle + 28, _RIGHT)]


def _ticks(scale: _Scale) -> list[Tick]:
    start, end = dt.date.fromordinal(scale.first), dt.date.fromordinal(scale.last)
    room = int((scale.right - scale.left) // 46)
    if (end - start).days <= 400:
        step = next(step for step in (1, 2, 3, 6, 12) if 12 / step <= max(room, 1) or step == 12)
        days = [dt.date(start.year, month, 1) for month in range(1, 13, step)]
        labels = [month_name(day.month, is_short=True) + (f" {day.year}" if day.month == 1 else "") for day in days]
    else:
        years = end.year - start.year + 1
        step = next((step for step in (1, 2, 5, 10, 20, 50, 100, 200) if years / step <= room), 500)
        days = [dt.date(year, 1, 1) for year in range(-(-start.year // step) * step, end.year + 1, step)]
        labels = [str(day.year) for day in days]
    return [
        Tick(x=_number(scale.x(day.toordinal())), label=label)
        for day, label in zip(days, labels, strict=True)
        if scale.first <= day.toordinal() <= scale.last - 20
    ]


def _ordinal(day: str) -> int:
    year, month, number = (int(part) for part in day.split("-"))
    return dt.date(max(year, 1), month, min(number, 28)).toordinal() + max(0, number - 28)


def _year_start(ordinal: int) -> int:
    return dt.date(dt.date.fromordinal(ordinal).year, 1, 1).toordinal()


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
