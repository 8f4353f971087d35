"""An article's sentences as its summary, its background and its open questions read them: once, for all three.

Each sentence comes with its words, what its small phrases tell (`signs`), how much of the article's matter it
carries (`salience`), and how far it can be shown by itself (`standing`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from briefsite.facts.salience import stems_of, weigh
from briefsite.facts.signs import Signs, signs_of
from briefsite.facts.standing import hang, is_headline, is_whole, quoted_share
from briefsite.mentions.words.stretches import stretches

if TYPE_CHECKING:
    from briefsite.article import Article, Sentence
    from briefsite.mentions.mention import Mentions
    from briefsite.mentions.words.tokens import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A sentence, read."""

    sentence: Sentence
    index: int
    """Its place among the article's sentences, from 0."""
    text: str
    tokens: tuple[Token, ...]
    """Words and marks; offsets into the article's text."""
    words: tuple[str, ...]
    """Its words in order, in lower case, without possessive endings."""
    stems: frozenset[str]
    """The stems of its content words."""
    weight: float
    """0 for a sentence without content; 1 for the one that carries most of the article's matter."""
    signs: Signs
    hang: float
    """How much it leans on the sentences before it, from 0 (stands by itself) to 1."""
    quoted: float
    """The share of it that stands in double quotation marks of its own, from 0 to 1."""
    is_headline: bool
    """Whether it is written as a headline is, with capitals throughout: no sentence of the article."""
    is_whole: bool
    """Whether no quotation or bracket is cut in half."""


@lru_cache(maxsize=2)
def read(article: Article) -> tuple[Reading, ...]:
    """Every sentence of the article, in its order."""
    held = zip(article.paragraphs, stretches(article), strict=True)
    found = [stretch.tokens for paragraph, here in held if paragraph.sentences for stretch in here]
    words = [tuple([token.lower for token in tokens if token.is_word]) for tokens in found]
    stems = [stems_of(one) for one in words]
    weights = weigh(stems, title=article.metadata.title or "")
    readings = []
    for at, sentence in enumerate(article.sentences):
        text = sentence.span.of(article.text)
        whole = is_whole(text)
        readings.append(
            Reading(
                sentence=sentence,
                index=sentence.index,
                text=text,
                tokens=found[at],
                words=words[at],
                stems=stems[at],
                weight=weights[at],
                signs=signs_of(words[at]),
                hang=hang(words[at], is_whole=whole),
                quoted=quoted_share(text),
                is_headline=is_headline(found[at]),
                is_whole=whole,
            )
        )
    return tuple(readings)


@lru_cache(maxsize=2)
def quoted_in(article: Article, mentions: Mentions) -> list[float]:
    """The share of each sentence that is somebody's speech, from 0 to 1.

    A quotation may begin some sentences before, and may stand in marks (‘…’) that only its reader tells from
    apostrophes.
    """
    readings = read(article)
    covered = [0] * len(readings)
    at = 0
    for quotation in mentions.quotations:
        start, end = quotation.span.start, quotation.span.end
        if not quotation.is_speech:
            continue
        while at < len(readings) and readings[at].sentence.span.end <= start:
            at += 1
        touched = at
        while touched < len(readings) and readings[touched].sentence.span.start < end:
            span = readings[touched].sentence.span
            covered[touched] += min(end, span.end) - max(start, span.start)
            touched += 1
    return [
        max(reading.quoted, min(length / len(reading.text), 1.0))
        for reading, length in zip(readings, covered, strict=True)
    ]


@lru_cache(maxsize=2)
def dates_in(article: Article, mentions: Mentions) -> list[list[str]]:
    """The calendar dates named in each sentence, in EDTF."""
    remaining = iter(mentions.dates)
    date = next(remaining, None)
    found = []
    for reading in read(article):
        here = []
        while date and date.span.start < reading.sentence.span.end:
            if date.edtf and date.edtf[:4].isdigit() and date.span.start >= reading.sentence.span.start:
                here.append(date.edtf)
            date = next(remaining, None)
        found.append(here)
    return found
