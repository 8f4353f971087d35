"""What all sections show of an item: its words, whose they are, where they stand, and what is wrong with it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from briefsite.briefing.items import KeyFigure, OpenQuestion, Person
from briefsite.pages.dates import date_words
from briefsite.pages.escape import anchor_name
from briefsite.pages.evidence import Chip, Piece, chips, is_verbatim, pieces, runs, words
from briefsite.pages.foreign import attributes_of, attributes_of_phrase
from briefsite.pages.labels import t
from briefsite.pages.notes import note_html

if TYPE_CHECKING:
    from markupsafe import Markup

    from briefsite.briefing.anchor import AnchoredItem, VerifiedBriefing
    from briefsite.briefing.items import Item
    from briefsite.span import Span

LONG_LINE = 170
"""Code points of a bottom line, above which it is set smaller."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemView:
    """One item as the page shows it, whatever its section."""

    id: Markup
    item: Any
    """The item itself, of the type of its section."""
    state: str
    words: tuple[Piece, ...]
    """Its text: the source's characters, figures marked, or an editor's own words."""
    is_source: bool
    """Whether those words are the source's own."""
    language: Markup
    """`lang` and `dir` of the source's words."""
    phrase_language: Markup
    """The same of its label, role or question, where that is the source's as well."""
    evidence: str
    """The source's words behind it, for an item whose own text is ours."""
    period: str
    """When it holds, where its label does not say so already."""
    chips: tuple[Chip, ...]
    note: Markup | None
    problems: tuple[str, ...]
    """For a lost one: what is wrong, in words."""

    @property
    def is_long(self) -> bool:
        """Whether its words need smaller type to stay in the first screen."""
        return sum(len(piece.text) for piece in self.words) > LONG_LINE


def item_view(verified: VerifiedBriefing, item: Item, numbers: dict[str, list[Span]]) -> ItemView:
    """The item as every section shows it; `numbers` are the spans to be semibold, by source."""
    assert item.id is not None
    found = verified.items[item.id]
    text, is_source = shown_pieces(verified, item, found, numbers)
    return ItemView(
        id=anchor_name(item.id),
        item=item,
        state=found.state,
        words=text,
        is_source=is_source,
        language=attributes_of(verified, found.anchors),
        phrase_language=phrase_language(verified, item, found),
        evidence=words(verified, found.anchors),
        period=_period(item),
        chips=chips(verified, item.id, found.anchors) if found.state == "verified" else (),
        note=note_html(item.note),
        problems=_problems(found),
    )


def phrase_language(verified: VerifiedBriefing, item: Item, found: AnchoredItem) -> Markup:
    """`lang` and `dir` of an item's label, role or question, where that is the source's as well."""
    article = verified.articles.get(found.anchors[0].source) if found.anchors else None
    match item:
        case KeyFigure():
            return attributes_of_phrase(article, item.label)
        case Person():
            return attributes_of_phrase(article, item.role)
        case OpenQuestion():
            return attributes_of_phrase(article, item.question)
        case _:
            return attributes_of_phrase(article, None)


def _period(item: Item) -> str:
    if not isinstance(item, KeyFigure) or not item.period:
        return ""
    return "" if all(year in item.label for year in re.findall(r"\d{4}", item.period)) else date_words(item.period)


def shown_pieces(
    verified: VerifiedBriefing, item: Item, found: AnchoredItem, numbers: dict[str, list[Span]]
) -> tuple[tuple[Piece, ...], bool]:
    """An item's text, and whether it is the source's own; `numbers` are the spans to be marked, by source."""
    text = getattr(item, "text", None)
    if not isinstance(text, str):
        return (), False
    if not is_verbatim(item, found):
        return (Piece(text),), False
    shown: list[Piece] = []
    for source, span in runs(found.anchors):
        article = verified.articles.get(source)
        if article is None:
            continue
        if shown:
            shown.append(Piece(" … "))
        shown += pieces(article.text, span, numbers.get(source, ()))
    return tuple(shown), True


def _problems(found: AnchoredItem) -> tuple[str, ...]:
    if found.state != "lost":
        return ()
    told = (problem.message + (f" ({problem.help})" if problem.help else "") for problem in found.problems)
    return tuple(told) or (t("its words do not stand in the source"),)
