"""The picture of a figure: two numbers of one measure as bars, a range, a limit, a share of a whole.

    inflation, which slowed to 2.6% in December from 3.1% a month earlier   →  two bars
    between 24 and 40 centimetres                                           →  an interval on an axis from 0
    up to 15%                                                               →  the same, fading towards 0
    71 per cent of two-year-olds                                            →  a bar on a track from 0 to 100%

Numbers share an axis only where their unit is the same and the source itself compares them, in one sentence, in so
many words (`comparisons.txt`): "killed seven people and forced 12,000 out of their homes" compares nothing. A picture
carries no fact that is not written beside it, and "more than 20,000" has no second number to draw.

Known limits:
 1. Comparisons and shares are read in English sources only.
 2. A comparison that the words between the two numbers do not tell is not drawn.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from briefsite.briefing.values import Qualifier
from briefsite.lexicon import entries
from briefsite.pages.dates import date_words
from briefsite.pages.figures import figure_words, is_percent
from briefsite.pages.labels import t
from briefsite.pages.shapes import Rect, faded, rect

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefsite.article import Article
    from briefsite.briefing.anchor import VerifiedBriefing
    from briefsite.briefing.items import KeyFigure
    from briefsite.span import Span

MAX_BETWEEN = 80
"""Code points between two numbers that one clause compares."""
WHOLE = Decimal(100)
Shape = Literal["now", "then", "range", "limit", "share"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a picture: words, shape, words."""

    before: str
    after: str
    rects: tuple[Rect, ...]
    """On an axis of 100 by 10."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigurePicture:
    """What is drawn beside a figure."""

    rows: tuple[Row, ...]
    compared: str = ""
    """The id of the figure that it is compared with, whose number the picture shows as well."""


def figure_pictures(verified: VerifiedBriefing, places: Mapping[str, tuple[str, Span]]) -> dict[str, FigurePicture]:
    """Figure id → its picture, for those that have one; `places` is where their numbers stand."""
    figures = {figure.id or "": figure for figure in verified.briefing.key_figures}
    pictures = dict(_comparisons(verified.articles, figures, places))
    for id, figure in figures.items():
        if id in pictures or verified.items[id].state == "lost":
            continue
        source, place = places.get(id, ("", None))
        is_share = place is not None and _is_share(figure, verified.articles[source], place)
        if row := _alone(figure, is_share=is_share):
            pictures[id] = FigurePicture(rows=(row,))
    return pictures


def _alone(figure: KeyFigure, *, is_share: bool) -> Row | None:
    words, number = figure_words(figure), figure.number
    top = number[1] if isinstance(number, tuple) else number
    if top is None or top <= 0:
        return None
    whole = WHOLE if is_share and top <= WHOLE else top
    end = t("{number}%", number=WHOLE) if whole is WHOLE else words.number
    if isinstance(number, tuple):
        low, high = number
        if not 0 <= low < high or not is_share:
            end = figure_words(figure.model_copy(update={"value": str(high), "qualifier": Qualifier.EXACT})).number
        return _row("range", low, high, whole, after=end) if 0 <= low < high else None
    if figure.qualifier is Qualifier.UP_TO:
        after = end if is_share else t("{number} at most", number=words.number)
        return _row("limit", Decimal(0), top, whole, after=after)
    return _row("share", Decimal(0), top, whole, after=end) if is_share and top <= WHOLE else None


def _is_share(figure: KeyFigure, article: Article, place: Span) -> bool:
    """Whether it is a percentage of something that the source names right after it."""
    if not is_percent(figure.unit) or figure.change or not article.language.startswith("en"):
        return False
    return bool(re.compile(r"(?:\s?%|\s?per\s?cent)?\s+of\s").match(article.text, place.end))


def _row(
    shape: Shape,
    start: Decimal,
    end: Decimal,
    whole: Decimal,
    *,
    before: str = "0",
    after: str,
) -> Row:
    x, width = float(100 * start / whole), float(100 * (end - start) / whole)
    axis, last_cap = rect("axis", 0, 8.8, 100, 1.2), rect("cap", x + width - 1, 0, 1, 10)
    match shape:
        case "limit":
            rects = (axis, *faded("bar", x, 1, width, 8), last_cap)
        case "range":
            rects = (axis, rect("bar", x, 1, width, 8), rect("cap", x, 0, 1, 10), last_cap)
        case "share":
            rects = (rect("track", 0, 1, 100, 8), rect("bar", x, 1, width, 8))
        case _:
            rects = (rect("bar" if shape == "now" else "bar bs-bar--then", x, 1, width, 8),)
    return Row(before=before, after=after, rects=rects)


def _comparisons(
    articles: Mapping[str, Article], figures: Mapping[str, KeyFigure], places: Mapping[str, tuple[str, Span]]
) -> dict[str, FigurePicture]:
    """Figure id → two bars, for each that its sentence compares with the next number in it."""
    found = {}
    ordered = sorted(places, key=lambda id: places[id])
    for first, second in pairwise(ordered):
        (source, one), (other, two) = places[first], places[second]
        article = articles[source]
        now, then = figures[first], figures[second]
        if source != other or not one.end < two.start or not _agree(now, then):
            continue
        is_one_sentence = article.sentence_at(one.start) == article.sentence_at(two.start)
        if not is_one_sentence or not article.language.startswith("en"):
            continue
        before, between = article.text[max(0, one.start - 12) : one.start], article.text[one.end : two.start]
        if _is_from_to(before, between):
            now, then = then, now
        elif not _compares(between, is_level=not (now.change or then.change)):
            continue
        found[now.id or ""] = _bars(now, then)
    return found


def _agree(one: KeyFigure, other: KeyFigure) -> bool:
    """Whether two numbers could lie on one axis: plain positive numbers of one unit."""
    numbers = (one.number, other.number)
    units = {"%" if is_percent(figure.unit) else (figure.unit or "").casefold() for figure in (one, other)}
    return len(units) == 1 and units != {""} and all(isinstance(number, Decimal) and number > 0 for number in numbers)


def _bars(now: KeyFigure, then: KeyFigure) -> FigurePicture:
    values = [figure.number for figure in (now, then)]
    whole = max(value for value in values if isinstance(value, Decimal))
    # Two numbers of one period, as a briefing may have it, are told apart by themselves.
    periods = [date_words(figure.period) if figure.period else "" for figure in (now, then)]
    if not all(periods) or periods[0] == periods[1]:
        periods = ["", ""]
    rows = []
    shapes: tuple[Shape, Shape] = ("now", "then")
    for shape, figure, period in zip(shapes, (now, then), periods, strict=True):
        assert isinstance(figure.number, Decimal)
        words = figure_words(figure)
        line = " ".join(part for part in (words.before if not figure.change else "", words.number) if part)
        rows.append(_row(shape, Decimal(0), figure.number, whole, before=period, after=line))
    return FigurePicture(rows=tuple(rows), compared=then.id or "")


_SIGN = r"(?:\w+\s)?[^\w\s]?"
"""Between a comparing word and its number: "about", a sign of currency."""
_UNIT = r"(?:\s?%|\s?per\s?cent)?"


def _compares(between: str, *, is_level: bool) -> bool:
    return len(between) <= MAX_BETWEEN and bool(_patterns()[is_level].search(between))


def _is_from_to(before: str, between: str) -> bool:
    """From 0.5% to 5.25%."""
    is_from = re.search(rf"\bfrom\s{_SIGN}\Z", before, flags=re.IGNORECASE)
    return bool(is_from and re.fullmatch(rf"{_UNIT}\s+to\s{_SIGN}", between))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What the words between two numbers end with: where one of them is a change, and where both are levels."""
    lines = [line.split("\t") for line in entries("comparisons")]
    of_changes = "|".join(words[0] for words in lines if len(words) == 1)
    of_levels = "|".join(words[0] for words in lines)
    return (
        re.compile(rf"\b(?:{of_changes})\s{_SIGN}\Z", flags=re.IGNORECASE),
        re.compile(rf"\b(?:{of_levels})\s{_SIGN}\Z", flags=re.IGNORECASE),
    )
