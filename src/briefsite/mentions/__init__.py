"""Article → mentions: the quotations, quantities, dates and names in it, with their positions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefsite.mentions.calendar import dates
from briefsite.mentions.mention import DateMention, Entity, Mentions, Quantity, Quotation
from briefsite.mentions.names import entities
from briefsite.mentions.numbers import about, quantities
from briefsite.mentions.speech import quotations

if TYPE_CHECKING:
    from briefsite.article import Article

__all__ = ["DateMention", "Entity", "Mentions", "Quantity", "Quotation", "find_mentions", "with_concepts"]


def with_concepts(article: Article, mentions: Mentions) -> Mentions:
    """The same mentions, each quantity with what it is about."""
    return replace(mentions, quantities=about.fill(article, mentions.quantities, mentions.dates))


def find_mentions(article: Article) -> Mentions:
    """Everything the readers find in an article, each kind in order of position."""
    found_dates = dates.find(article)
    named = entities.find(article)
    return Mentions(
        entities=named,
        quotations=quotations.find(article, named),
        quantities=quantities.find(article, found_dates),
        dates=found_dates,
    )
