"""An article: text that is never altered, with its paragraphs and sentences as spans into it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from briefsite.article.dateline import dateline
from briefsite.article.language import language_of
from briefsite.article.metadata import Metadata, split_metadata
from briefsite.article.paragraphs import ParagraphKind, split_paragraphs
from briefsite.article.sentences import split_sentences
from briefsite.diagnostic import Diagnostic, Severity
from briefsite.span import Span

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from briefsite.source import Source

__all__ = ["Article", "Paragraph", "Sentence", "read_article"]


DATELINE_WITHIN = 3
"""Sentences that may stand before the dateline: a summary above the report."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, closing quotation marks included, surrounding space and a dateline excluded."""

    span: Span
    paragraph: int
    """The number of its paragraph, from 1."""
    index: int
    """Its place among the sentences of the article's text paragraphs, from 0."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; headings count, so that numbers are those a reader would count on paper."""

    number: int
    """From 1; `p6` in a briefing is paragraph 6."""
    span: Span
    kind: ParagraphKind
    """`text`; `heading` (structure, no sentence); `furniture` (byline, caption, "Read more": not article)."""
    sentences: tuple[Sentence, ...]
    """In order; none for headings and furniture."""


@dataclass(frozen=True, eq=False)
class Article:
    """What was read of a source. All spans are into `source.text`, as received.

    Each reading is an object of its own, so that what is worked out of it can be kept beside it.
    """

    source: Source
    metadata: Metadata
    paragraphs: tuple[Paragraph, ...]
    language: str
    """ISO 639-1 code of the language it is written in, as far as can be told; `en` is read in full."""
    problems: tuple[Diagnostic, ...] = ()
    dateline: Span | None = None
    """The "PORT MERRIN, Feb. 5 -" before its first sentence, which begins behind it."""

    @property
    def text(self) -> str:
        """The source's whole text, metadata included."""
        return self.source.text

    @property
    def date(self) -> dt.date | None:
        """The day against which "Wednesday" and "last year" are read."""
        return self.metadata.date

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence of the text paragraphs, in order."""
        return tuple(sentence for paragraph in self.paragraphs for sentence in paragraph.sentences)

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [paragraph.span.start for paragraph in self.paragraphs]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.sentences]

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """The paragraph that holds an offset, if one does."""
        position = bisect_right(self._paragraph_starts, offset) - 1
        paragraph = self.paragraphs[position] if position >= 0 else None
        return paragraph if paragraph and offset in paragraph.span else None

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds an offset, if one does."""
        position = bisect_right(self._sentence_starts, offset) - 1
        sentence = self.sentences[position] if position >= 0 else None
        return sentence if sentence and offset in sentence.span else None


def read_article(
    source: Source,
    *,
    title: str | None = None,
    date: dt.date | None = None,
) -> Article:
    """The article in a source: its metadata, its numbered paragraphs and their sentences.

    `title` and `date` are those known from elsewhere (a JSON record, a command-line option) and stand
    before what the head of the text says. Never raises: what is wrong is in `problems`.
    """
    metadata, body, problems = split_metadata(source)
    metadata = metadata.with_known(title=title, date=date)
    found = list(split_paragraphs(source.text, body))
    language = metadata.language or (language_of(source.text[body.start : body.end]) if body else "en")
    # "Published 5.55 a.m., 20 December" is furniture beside an article; alone, it is all that there is to read.
    has_text = any(kind == "text" for _, kind in found)
    paragraphs = []
    found_dateline: Span | None = None
    index = 0
    for number, (span, kind) in enumerate(found, start=1):
        sentences = []
        if not has_text:
            kind = "text"
        if kind == "text":
            head = dateline(source.text, span) if index < DATELINE_WITHIN and not found_dateline else None
            found_dateline = found_dateline or head
            story = Span(head.end, span.end) if head else span
            for sentence in split_sentences(source.text, story, language):
                sentences.append(Sentence(sentence, number, index))
                index += 1
        paragraphs.append(Paragraph(number, span, kind, tuple(sentences)))
    problems = (*problems, *_remarks(source, metadata, language, is_empty=not index))
    return Article(source, metadata, tuple(paragraphs), language, problems, found_dateline)


def _remarks(source: Source, metadata: Metadata, language: str, *, is_empty: bool) -> Iterator[Diagnostic]:
    """What is to be said of the article as a whole."""

    def remark(code: str, severity: Severity, message: str, help: str) -> Diagnostic:
        return Diagnostic(code=code, severity=severity, message=message, source=source, span=None, help=help)

    if is_empty:
        yield remark(
            "S005",
            Severity.ERROR,
            "holds no text to read: an article of at least one sentence was expected",
            "put the article's text into the file, or delete the file",
        )
        return
    if metadata.date is None:
        yield remark(
            "S007",
            Severity.NOTE,
            "has no date, so “Wednesday” and “last year” in it cannot be placed on a calendar",
            "write it at the head of the file: date: 2025-07-10",
        )
    if language != "en":
        yield remark(
            "S008",
            Severity.NOTE,
            f"is not in English, as far as can be told (“{language}”): only quotation marks and digits are read",
            "if it is, write at the head of the file: language: en",
        )
