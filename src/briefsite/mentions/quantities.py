"""Numbers that measure or count something."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefsite.article import Article
    from briefsite.mentions.mention import DateMention, Quantity


def find(article: Article, dates: tuple[DateMention, ...]) -> tuple[Quantity, ...]:
    """Every quantity, in order; what is part of a date is none."""
    return ()
