"""The facts of an article, one type a section. Every fact carries the span of the words that support it.

All spans are code points into the article's source text, half open, and lie inside one paragraph each.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from briefsite.mentions.mention import Quantity
    from briefsite.span import Span

QuestionKind = Literal["decision", "dispute", "condition", "imprecise", "unattributed", "upcoming"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A whole sentence of the source that the briefing shows: of its summary or of its background."""

    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFigure:
    """A quantity worth a row, with what it counts and when."""

    quantity: Quantity
    evidence: Span
    """The clause it stands in, verbatim: "About 37,000 people were detected crossing the channel in 2024"."""
    label: str
    """What is counted, in the source's own words: "people detected crossing the channel in 2024"."""
    period: str | None = None
    """When it holds, in EDTF; None where the text does not say."""
    said_by: str | None = None
    """Who gives the number, where the sentence says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """What somebody said, word for word."""

    segments: tuple[Span, ...]
    """The quoted words, marks excluded; several where the attribution interrupts them or they run over paragraphs."""
    speaker: str | None
    written_as: Span | None = None
    """What the article says beside the quotation, where that is not the name."""
    because: Span | None = None
    """The words that tell who "he" is."""
    cue: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened, or will, at a place on the calendar."""

    date: str
    """EDTF, at the precision the article gives."""
    written_as: Span
    """The date words."""
    text: Span
    """The clause or sentence that tells the event; holds `written_as`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion:
    """What the article leaves open."""

    question: str
    """One plain question, at most 20 words, ending in a question mark."""
    kind: QuestionKind
    evidence: Span
    """The whole sentence that raises it."""
    due: str | None = None
    """EDTF of the day by which the article says it will be settled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person or speaking organisation that matters in the article."""

    name: str
    mention: Span
    """Where the fullest name stands."""
    role: Span | None = None
    """The words that say what they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Everything a briefing is made of, each section in the order in which it is shown."""

    summary: tuple[Point, ...] = ()
    key_figures: tuple[KeyFigure, ...] = ()
    quotes: tuple[Quote, ...] = ()
    timeline: tuple[Event, ...] = ()
    background: tuple[Point, ...] = ()
    open_questions: tuple[OpenQuestion, ...] = ()
    people: tuple[Person, ...] = ()
