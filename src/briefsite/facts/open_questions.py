"""Questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefsite.article import Article
    from briefsite.facts.fact import OpenQuestion
    from briefsite.mentions.mention import Mentions


def find(article: Article, mentions: Mentions) -> tuple[OpenQuestion, ...]:
    """In the order in which they are shown."""
    return ()
