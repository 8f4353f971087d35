"""The drawing of a timeline: when the events of a briefing lie, as precisely as their dates are known.

A dot is a day, a block a month or a year and as wide as it is; soft edges are approximate, hollow is still to come, a
line is the day of the article. A long past has a scale of its own, with a break. Each mark has its date above where
there is room; one that would run into another is left out. The list below says all of it in words, so the drawing
carries no fact of its own. Numbers are those of an SVG; colours are classes, so that the dark scheme and paper follow.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from briefsite.pages.dates import first_day, is_approximate, last_day, month_name, precision, short_date
from briefsite.pages.language import MOST_REMEMBERED
from briefsite.pages.shapes import Rect, number, rect, soft

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.briefing.items import Event

MIN_EVENTS = 3
WIDTH = 920
"""In pixels; so is everything here."""
_LEFT, _RIGHT = 10, WIDTH - 10
_GAP = 28
"""Between two scales."""
_LETTER = 6.8
"""The mean width of a letter of 13 px, a little on the safe side."""
_LINE = 41.0
"""Where the middles of the marks lie."""
_ROWS = (28.0, 12.0)
"""The base lines of the labels over the marks: the lower row is filled first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """An event."""

    title: str
    """Its words, for a pointer that rests on it."""
    is_day: bool
    is_about: bool
    is_later: bool
    """After the article."""
    x: str
    """Its start."""
    y: str = number(_LINE)
    rects: tuple[Rect, ...] = ()
    """Of what is longer than a day."""

    @property
    def kind(self) -> str:
        """The class of a dot, after `bs-`."""
        return f"mark{' bs-mark--later' * self.is_later}{' bs-mark--about' * self.is_about}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Words at a place."""

    x: str
    """The middle of the words."""
    y: str
    words: str
    at: str
    """The place they belong to, which may lie beside their middle near an edge."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """One scale."""

    left: str
    right: str
    ticks: tuple[Label, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineDrawing:
    """Two scales with a break between, where the past is long; otherwise one."""

    marks: tuple[Mark, ...]
    axes: tuple[Axis, ...]
    today: Label | None
    """The article's day."""
    labels: tuple[Label, ...]
    description: str

    @property
    def shapes(self) -> dict[str, bool]:
        """Which shapes it has, for the key below it."""
        return {
            "day": any(mark.is_day for mark in self.marks),
            "stretch": any(not mark.is_day for mark in self.marks),
            "about": any(mark.is_about for mark in self.marks),
            "later": any(mark.is_later for mark in self.marks),
        }


@dataclass(frozen=True, slots=True)
class _Scale:
    first: int
    last: int
    left: float
    right: float

    def x(self, day: int) -> float:
        return self.left + (self.right - self.left) * (day - self.first) / max(1, self.last - self.first)

    @property
    def is_of_one_year(self) -> bool:
        return self.last - self.first <= 400


def timeline_drawing(
    events: Sequence[Event], titles: Sequence[str], today: str, words: tuple[str, str]
) -> TimelineDrawing | None:
    """The events on one or two axes; None where there are too few, or one has no beginning or no end.

    `words` are what the article's line and the drawing as a whole are called.
    """
    spans = [(_ordinal(first_day(event.date)), _ordinal(last_day(event.date))) for event in events]
    if len(spans) < MIN_EVENTS or any(first <= 366 or last >= _ordinal("9999-01-01") for first, last in spans):
        return None
    now = _ordinal(today) if today else None
    scales = _scales(spans, now)
    marks, wanted = [], []
    for event, title, (first, last) in zip(events, titles, spans, strict=True):
        scale = next(scale for scale in scales if first <= scale.last)
        left, right = scale.x(first), scale.x(min(last + 1, scale.last))
        is_day = precision(event.date) == "day"
        width = 0.0 if is_day else max(right - left, 5.0)
        mark = Mark(
            title=title,
            is_day=is_day,
            is_about=is_approximate(event.date),
            is_later=now is not None and first > now,
            x=number(left),
        )
        marks.append(mark if is_day else replace(mark, rects=_block(mark, left, width)))
        wanted.append((left + width / 2, short_date(event.date, with_year=not scale.is_of_one_year)))
    line = scales[-1].x(now) if now is not None and scales[-1].first <= now <= scales[-1].last else None
    taken: list[tuple[float, float, float]] = []
    # The article's own label goes first, and so to the lower row, which its line does not cross.
    today_label = _placed(line, words[0], _ROWS, taken) if line is not None else None
    labels = [_placed(x, text, _ROWS, taken) for x, text in sorted(dict.fromkeys(wanted))]
    return TimelineDrawing(
        # Days lie on top of the months and years that hold them.
        marks=tuple(sorted(marks, key=lambda mark: mark.is_day)),
        axes=tuple(Axis(left=number(s.left), right=number(s.right), ticks=tuple(_ticks(s))) for s in scales),
        today=today_label,
        labels=tuple(label for label in labels if label),
        description=words[1],
    )


def _block(mark: Mark, left: float, width: float) -> tuple[Rect, ...]:
    shape = (left, _LINE - 4.5, width, 9.0)
    return soft("mark bs-mark--soft", *shape) if mark.is_about and not mark.is_later else (rect(mark.kind, *shape),)


def _placed(x: float, words: str, rows: Sequence[float], taken: list[tuple[float, float, float]]) -> Label | None:
    """The words over x in the first row with room for them, which is then taken; None where there is none."""
    half = len(words) * _LETTER / 2
    middle = min(max(x, half), WIDTH - half)
    for row in rows:
        if all(row != other or middle + half < left - 6 or middle - half > right + 6 for other, left, right in taken):
            taken.append((row, middle - half, middle + half))
            return Label(x=number(middle), y=number(row), words=words, at=number(x))
    return None


def _scales(spans: Sequence[tuple[int, int]], now: int | None) -> list[_Scale]:
    """The years before the article's own, and its own on; one scale where everything lies within a few years."""
    days = [day for span in spans for day in span] + ([now] if now is not None else [])
    first, last = _year_start(min(days)), _year_start(max(days) + 366)
    split = _year_start(now) if now is not None else None
    if split is None or last - first <= 4 * 366 or not first < split:
        return [_Scale(first, last, _LEFT, _RIGHT)]
    middle = _LEFT + (_RIGHT - _LEFT) * 0.48
    return [_Scale(first, split - 1, _LEFT, middle), _Scale(split, last, middle + _GAP, _RIGHT)]


def _ticks(scale: _Scale) -> list[Label]:
    start, end = dt.date.fromordinal(scale.first), dt.date.fromordinal(scale.last)
    room = int((scale.right - scale.left) // 50)
    if scale.is_of_one_year:
        step = next(step for step in (1, 2, 3, 6, 12) if 12 / step <= max(room, 1) or step == 12)
        days = [dt.date(start.year, month, 1) for month in range(1, 13, step)]
        words = [month_name(day.month, is_short=True) + (f" {day.year}" if day.month == 1 else "") for day in days]
    else:
        years = end.year - start.year + 1
        step = next((step for step in (1, 2, 5, 10, 20, 50, 100, 200) if years / step <= room), 500)
        days = [dt.date(year, 1, 1) for year in range(-(-start.year // step) * step, end.year + 1, step)]
        words = [str(day.year) for day in days]
    ticks = []
    for day, text in zip(days, words, strict=True):
        if scale.first <= day.toordinal() <= scale.last - 20:
            at = number(scale.x(day.toordinal()))
            ticks.append(Label(x=at, y="67", words=text, at=at))
    return ticks


@lru_cache(MOST_REMEMBERED)
def _ordinal(day: str) -> int:
    year, month, in_month = (int(part) for part in day.split("-"))
    return dt.date(max(year, 1), month, min(in_month, 28)).toordinal() + max(0, in_month - 28)


def _year_start(ordinal: int) -> int:
    return dt.date(dt.date.fromordinal(ordinal).year, 1, 1).toordinal()
