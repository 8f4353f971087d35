"""What the tests of speech ask: the quotations of a text, and who is heard to say what in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.article import Article, read_article
from briefsite.mentions.names import entities
from briefsite.mentions.speech import quotations
from briefsite.source import Source

if TYPE_CHECKING:
    from briefsite.mentions.mention import Quotation


def article(text: str) -> Article:
    return read_article(Source("test", text))


def read(text: str) -> list[Quotation]:
    found = article(text)
    return list(quotations.find(found, entities.find(found)))


def speech(text: str) -> list[tuple[str, str | None]]:
    return [(q.span.of(text), q.speaker) for q in read(text) if q.is_speech]
