"""Where in the article each speaker is heard: the strip above who said what.

Tall is in quotation marks, thin is what the writer says round a partial quotation; where it lies is where it stands in
the article. A drawing is the margin of a table that says the same in numbers. Numbers are those of an SVG, in
hundredths of the article; colours are classes, so that the dark scheme and paper follow.

Known limits: a briefing of several sources has no strip, because its articles share no axis.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefsite.pages.quotations import writers_sentence
from briefsite.pages.shapes import Rect, rect

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefsite.briefing.anchor import VerifiedBriefing
    from briefsite.briefing.items import Quote
    from briefsite.span import Span

MIN_SPEAKERS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class StripRow:
    """A speaker on the strip."""

    anchor: str
    """The id of the speaker's heading."""
    name: str
    rects: tuple[Rect, ...]
    """On an axis of 100 by 10: thin under the writer's sentences, tall under what they quote."""
    words: int
    """Words in quotation marks."""
    words_around: int
    """Words of those sentences outside the quotation marks."""


def speakers_strip(verified: VerifiedBriefing, speakers: Sequence[tuple[str, Sequence[Quote]]]) -> list[StripRow]:
    """A row for each speaker with words that were found, in the order given; nothing where there is only one."""
    if len(verified.articles) != 1 or len(verified.briefing.sources) != 1:
        return []
    article = next(iter(verified.articles.values()))
    if not article.paragraphs:
        return []
    start, end = article.paragraphs[0].span.start, article.paragraphs[-1].span.end

    def bars(spans: Iterable[Span], y: float, height: float) -> tuple[Rect, ...]:
        scale = 100 / (end - start)
        return tuple(
            rect("bar", (span.start - start) * scale, y, max(len(span) * scale, 0.4), height) for span in sorted(spans)
        )

    rows = []
    for number, (name, quotes) in enumerate(speakers, 1):
        found = [quote for quote in quotes if verified.items[quote.id or ""].state == "verified"]
        spans = [anchor.span for quote in found for anchor in verified.items[quote.id or ""].anchors]
        sentences = {place[1] for quote in found if (place := writers_sentence(verified, quote))}
        if spans:
            inside = [span for span in spans if any(span.overlaps(sentence) for sentence in sentences)]
            rows.append(
                StripRow(
                    anchor=f"speaker_{number}",
                    name=name,
                    rects=(rect("axis", 0, 9.4, 100, 0.6), *bars(sentences, 6.6, 2.8), *bars(spans, 0, 9.4)),
                    words=_words(article.text, spans),
                    words_around=max(0, _words(article.text, sentences) - _words(article.text, inside)),
                )
            )
    return rows if len(rows) >= MIN_SPEAKERS else []


def _words(text: str, spans: Iterable[Span]) -> int:
    return sum(len(span.of(text).split()) for span in spans)
