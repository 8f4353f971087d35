"""Where the numbers of the key figures stand in the source: there they are semibold, and there they are compared."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefsite.pages.figures import figure_words
from briefsite.pages.language import speaking
from briefsite.pages.numbers import number_words
from briefsite.span import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefsite.briefing.anchor import VerifiedBriefing
    from briefsite.briefing.items import KeyFigure

_JOINED = re.compile(r"[\w.,]")
_GOES_ON = re.compile(r"\w|[.,]\d")


def figure_places(verified: VerifiedBriefing) -> dict[str, tuple[str, Span]]:
    """Figure id → (source, where its number stands), for those whose words were found and hold it."""
    places: dict[str, tuple[str, Span]] = {}
    for figure in verified.briefing.key_figures:
        found = verified.items.get(figure.id or "")
        for anchor in found.anchors if found and found.state == "verified" else ():
            article = verified.articles.get(anchor.source)
            if article and (span := _place(article.text, article.language, anchor.span, figure)):
                places.setdefault(figure.id or "", (anchor.source, span))
    return places


def by_source(places: Mapping[str, tuple[str, Span]]) -> dict[str, list[Span]]:
    """The same by source: source id → spans."""
    spans: dict[str, list[Span]] = {}
    for source, span in places.values():
        spans.setdefault(source, []).append(span)
    return spans


def _place(text: str, language: str, within: Span, figure: KeyFigure) -> Span | None:
    with speaking(language):  # 37,000 in an English source, whatever the site speaks
        written = [figure.written_as or figure_words(figure).number]
        if figure.number is not None and not isinstance(figure.number, tuple):
            written.append(number_words(figure.number))  # the 71 of "71 per cent"
    for words in written:
        at = text.find(words, within.start, within.end)
        while at >= 0:
            end = at + len(words)
            # The 2 of "2 million" is not that of "12" or "2.5".
            if not _JOINED.match(text, max(at - 1, 0), at) and not _GOES_ON.match(text, end, within.end):
                return Span(at, end)
            at = text.find(words, at + 1, within.end)
    return None
