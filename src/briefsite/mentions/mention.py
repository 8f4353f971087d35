"""What the readers find in an article: quotations, quantities, dates and the people it names.

All spans are code points into the article's source text, half open.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from briefsite.span import Span

if TYPE_CHECKING:
    from decimal import Decimal

Qualifier = Literal["exact", "about", "more_than", "less_than", "at_least", "up_to", "between", "vague"]
Change = Literal["=", "~", ">", "<", "up", "down"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
EntityKind = Literal["person", "organisation", "place", "document", "group", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Somebody or something the article names, under every name it uses."""

    name: str
    """The fullest name the article gives, as it writes it, titles left out: "Mihnea Cuibus"."""
    kind: EntityKind
    gender: Literal["f", "m", "n", ""] = ""
    """Only where the text gives it (a pronoun, "Mr", "spokeswoman", "her husband"); "" where it does not."""
    plural: bool = False
    role: Span | None = None
    """The words that say what they are: "researcher at the University of Oxford’s Migration Observatory"."""
    mentions: tuple[Span, ...] = ()
    """Every place that names them (names, aliases, titles; pronouns left out), in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """One segment in quotation marks."""

    span: Span
    """The words between the marks, marks excluded."""
    is_speech: bool
    """Somebody's speech or writing; false for a term, a title, a name, scare quotes."""
    continues: bool = False
    """It goes on with the utterance of the segment before: interrupted by its attribution, or run over paragraphs."""
    speaker: str | None = None
    """The best name known (a pronoun resolved); None where unresolved, which is better than wrong."""
    mention: Span | None = None
    """The words beside the quotation that point at the speaker: "he", "Starmer’s office"."""
    cue: Span | None = None
    """The words that say it was said: "told lawmakers", "according to"."""
    because: Span | None = None
    """Where the mention is not the name: the words that tell who is meant, from the name on."""
    rule: str = ""
    """The rule that attributed it; rules differ in how often they err, so this serves as a confidence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number that measures or counts something. Years, dates, house numbers, ordinals and scores are none."""

    span: Span
    """Qualifier, number, unit and counted noun as written: "About 37,000 people", "hundreds of pounds"."""
    number: Span
    """Number and unit of measurement or currency, without qualifier and counted noun: "37,000", "50%", "€2 million"."""
    value: Decimal | tuple[Decimal, Decimal] | None
    """In base units ("2.5 million" → 2500000); a pair for a range; None where the words give none."""
    unit: str = "-"
    """Singular: a unit ("percent", "pound", "kilometre") or the counted phrase ("people", "arrival"); "-" for none."""
    qualifier: Qualifier = "exact"
    change: Change = "="
    """Of the quantity against a value before: up, down; otherwise how it is bounded: = ~ > <."""
    concept: str = "-"
    """What is counted or measured: content words of the source, in order; "-" where it does not say or nobody asked."""
    noun: Span | None = None
    """The counted noun phrase, where one stands after the number: "very visible arrivals"."""
    magnitude: tuple[Decimal, Decimal] | None = None
    """Of a vague one, the order of magnitude that the words name: "hundreds" → 100 to 1000."""
    is_conversion: bool = False
    """It says the quantity before it once more in another unit, in brackets: "20-mile (32 kilometre)"."""

    @property
    def measure(self) -> Span:
        """Qualifier, number and unit of measurement, without the counted noun: "about 37,000", "up to 40%"."""
        return Span(self.span.start, max(self.number.end, self.span.start + 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """An expression of time."""

    span: Span
    type: TimexType
    value: str
    """TIMEX3 value: 2025-07-09, 2025-H1, P6M, PRESENT_REF."""
    edtf: str | None = None
    """The stretch of the calendar it names in EDTF (2024-07, 2018~, 2025-01/2025-06); None where it names none."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Mentions:
    """Everything found in one article, each kind in order of position.

    An object of its own, so that what is worked out of it can be kept beside it.
    """

    entities: tuple[Entity, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[DateMention, ...] = ()
