"""The figures of a briefing: the few beside the key points, and the table below with the rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefsite.pages.figures import FigureWords, figure_words
from briefsite.pages.words import clip

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefsite.pages.figure_pictures import FigurePicture
    from briefsite.pages.items import ItemView

SHOWN = 4
"""Figures beside the key points."""
MAX_LABEL = 120
"""Code points of a label there: three lines. A longer one is whole in the table."""
MAX_LABEL_OF_PICTURED = 80
"""The same where one of them has a picture: all four must stay in the first screen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureCard:
    """A figure beside the key points."""

    view: ItemView
    words: FigureWords
    label: str
    """What it counts, clipped."""
    picture: FigurePicture | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """A figure in the table."""

    view: ItemView
    words: FigureWords
    is_above: bool
    """Whether it has a card, which is its permalink."""
    picture: FigurePicture | None


def figure_cards(views: list[ItemView], pictures: Mapping[str, FigurePicture]) -> list[FigureCard]:
    """The first figures that have a number; vague ones only where there is no other.

    A number that the picture of another one shows has no card of its own: it stands in the table.
    """
    compared = {picture.compared for picture in pictures.values()}
    found = [view for view in views if view.state == "verified" and view.item.id not in compared]
    shown = ([view for view in found if view.item.value is not None] or found)[:SHOWN]
    room = MAX_LABEL_OF_PICTURED if any(view.item.id in pictures for view in shown) else MAX_LABEL
    return [
        FigureCard(
            view=view,
            words=figure_words(view.item),
            label=clip(view.item.label, room),
            picture=pictures.get(view.item.id),
        )
        for view in shown
    ]


def figure_rows(
    views: list[ItemView], cards: list[FigureCard], pictures: Mapping[str, FigurePicture]
) -> list[FigureRow]:
    """The figures without a card, in the order of the file; after those with one where a card lacks a whole label."""
    above = [card.view for card in cards]
    needs_all = any(card.label != card.view.item.label for card in cards)
    below = [view for view in views if not any(view is shown for shown in above)]
    return [
        FigureRow(
            view=view,
            words=figure_words(view.item),
            is_above=is_above,
            picture=None if is_above else pictures.get(view.item.id),
        )
        for is_above, group in ((True, above if needs_all else []), (False, below))
        for view in group
    ]
