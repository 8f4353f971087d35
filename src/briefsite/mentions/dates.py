"""Expressions of time, and the calendar they name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefsite.article import Article
    from briefsite.mentions.mention import DateMention


def find(article: Article) -> tuple[DateMention, ...]:
    """Every expression of time, in order."""
    return ()
