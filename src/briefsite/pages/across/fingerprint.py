"""Marks that tell whether two sources have the same sentences, without keeping their text."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from briefsite import typography

if TYPE_CHECKING:
    from briefsite.article import Article

SHORTEST = 6
"""Words of a sentence that tells texts apart: “He did not say more.” stands in many."""


def mark(text: str) -> int:
    """A number of 64 bits that is the same for the same text."""
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest())


def sentence_mark(text: str) -> int:
    """A number that is the same for the same words, whatever their typography and punctuation; 0 for none."""
    words = re.findall(r"\w+", typography.fold(text).casefold())
    return mark(" ".join(words)) if words else 0


def fingerprint(article: Article) -> tuple[int, ...]:
    """The marks of the sentences of an article that are long enough to be its own, each once."""
    texts = (sentence.span.of(article.text) for paragraph in article.paragraphs for sentence in paragraph.sentences)
    return tuple(dict.fromkeys(sentence_mark(text) for text in texts if len(text.split()) >= SHORTEST))
