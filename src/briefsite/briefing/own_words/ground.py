"""What a person's sentence may draw on: its evidence, and what the article says of the same."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from briefsite.article import Article, Metadata, Paragraph, Sentence
from briefsite.article.sentences import split_sentences
from briefsite.mentions.calendar import dates
from briefsite.mentions.names.names import vocabulary
from briefsite.mentions.words.tokens import lines
from briefsite.source import Source
from briefsite.span import Span
from briefsite.typography import fold

if TYPE_CHECKING:
    from briefsite.mentions.mention import DateMention
    from briefsite.mentions.names.names import Vocabulary

Kind = Literal["name", "number", "date"]


@dataclass(frozen=True, slots=True, order=True)
class Unsupported:
    """A name, number or date that the ground does not have."""

    span: Span
    """In the person's sentence."""
    kind: Kind


@dataclass(frozen=True)
class Reading:
    """What the readers tell of one article, read when it is first asked for."""

    article: Article

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """Its expressions of time."""
        return dates.find(self.article)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """How it writes its words."""
        return vocabulary(lines(self.article))

    @cached_property
    def folded(self) -> str:
        """All of its text with the typography folded."""
        return fold(self.article.text)


@dataclass(frozen=True)
class Ground:
    """The stretches of the sources that a sentence rests on."""

    stretches: tuple[tuple[Reading, Span], ...]
    around: tuple[tuple[Reading, Span], ...] = ()
    """The paragraphs that tell who is meant by the "he" or "the mayor" of these stretches."""
    is_spoken: bool = False
    """Whether somebody says the words of these stretches: the sentence may name who."""
    dates: tuple[str, ...] = ()
    """Dates that the item gives in fields of their own, as EDTF."""

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The articles that the stretches stand in."""
        return tuple({id(reading): reading for reading, _ in self.stretches}.values())

    @property
    def is_english(self) -> bool:
        """Whether names and dates in words can be read."""
        return all(reading.article.language == "en" for reading in self.readings)

    @property
    def texts(self) -> tuple[str, ...]:
        """The words of the stretches."""
        return tuple(span.of(reading.article.text) for reading, span in self.stretches)

    @cached_property
    def folded(self) -> str:
        """The words of the stretches with their typography folded."""
        return fold("\n".join(self.texts))

    @cached_property
    def folded_sentences(self) -> str:
        """The same of the sentences that they stand in."""
        return fold(
            "\n".join(
                sentence.span.of(reading.article.text)
                for reading, span in self.stretches
                if (paragraph := reading.article.paragraph_at(span.start))
                for sentence in paragraph.sentences
                if sentence.span.overlaps(span)
            )
        )

    @cached_property
    def folded_around(self) -> str:
        """The same of the paragraphs around."""
        return fold("\n".join(span.of(reading.article.text) for reading, span in self.around))

    @cached_property
    def days(self) -> tuple[str, ...]:
        """What the expressions of time in the stretches mean on the calendar, as EDTF, and the item's own dates."""
        named = (
            mention.edtf
            for reading, span in self.stretches
            for mention in reading.dates
            if mention.edtf and mention.span.overlaps(span)
        )
        return (*self.dates, *named)


def sentence_of(text: str) -> Article:
    """A person's own text as something that the readers of articles can read."""
    whole = Span(0, max(len(text), 1))
    sentences = tuple(Sentence(span, 1, index) for index, span in enumerate(split_sentences(text, whole)))
    return Article(Source("", text), Metadata(), (Paragraph(1, whole, "text", sentences),), "en")
