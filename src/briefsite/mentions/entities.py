"""The people, organisations and places that an article names."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefsite.article import Article
    from briefsite.mentions.mention import Entity


def find(article: Article) -> tuple[Entity, ...]:
    """Every entity, in the order of its first mention."""
    return ()
