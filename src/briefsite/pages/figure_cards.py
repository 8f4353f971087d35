"""The figures of a briefing: the few beside the key points, and the table below with the rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefsite.pages.figures import FigureWords, figure_words
from briefsite.pages.words import clip

if TYPE_CHECKING:
    from briefsite.pages.items import ItemView

SHOWN = 4
"""Figures beside the key points."""
MAX_LABEL = 120
"""Code points of a label there: three lines. A longer one is whole in the table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureCard:
    """A figure beside the key points."""

    view: ItemView
    words: FigureWords
    label: str
    """What it counts, clipped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """A figure in the table."""

    view: ItemView
    words: FigureWords
    is_above: bool
    """Whether it has a card, which is its permalink."""


def figure_cards(views: list[ItemView]) -> list[FigureCard]:
    """The first figures that have a number; vague ones only where there is no other."""
    found = [view for view in views if view.state == "verified"]
    shown = ([view for view in found if view.item.value is not None] or found)[:SHOWN]
    return [
        FigureCard(view=view, words=figure_words(view.item), label=clip(view.item.label, MAX_LABEL)) for view in shown
    ]


def figure_rows(views: list[ItemView], cards: list[FigureCard]) -> list[FigureRow]:
    """The figures without a card, in the order of the file; after those with one where a card lacks a whole label."""
    above = [card.view for card in cards]
    needs_all = any(card.label != card.view.item.label for card in cards)
    below = [view for view in views if not any(view is shown for shown in above)]
    return [
        FigureRow(view=view, words=figure_words(view.item), is_above=is_above)
        for is_above, group in ((True, above if needs_all else []), (False, below))
        for view in group
    ]
