"""What stands in quotation marks, and who said it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefsite.article import Article
    from briefsite.mentions.mention import Entity, Quotation


def find(article: Article, entities: tuple[Entity, ...]) -> tuple[Quotation, ...]:
    """Every segment in quotation marks, in order."""
    return ()
