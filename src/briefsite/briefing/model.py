"""A briefing file as a type: the one description that validation, defaults and the JSON Schema come from.

Every scalar arrives as the text that was typed (see `decode`), so `no`, `12:30` and `1.10` mean what they
look like. The order of the fields is the order in the file.
"""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Literal, Self, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from briefsite.briefing.edtf import is_edtf

EDITOR = "editor"
"""What `source` says of an item that a person added on their own word."""


class Status(StrEnum):
    """How far a briefing has come."""

    DRAFT = "draft"
    REVIEWED = "reviewed"
    EMBARGOED = "embargoed"
    WITHDRAWN = "withdrawn"


class Qualifier(StrEnum):
    """How exactly a figure is meant."""

    EXACT = "exact"
    ABOUT = "about"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    AT_LEAST = "at_least"
    UP_TO = "up_to"
    BETWEEN = "between"
    VAGUE = "vague"


class QuestionKind(StrEnum):
    """Why a question is open."""

    DECISION = "decision"
    DISPUTE = "dispute"
    CONDITION = "condition"
    IMPRECISE = "imprecise"
    UNATTRIBUTED = "unattributed"
    UPCOMING = "upcoming"


class QuestionStatus(StrEnum):
    """Where a question stands."""

    OPEN = "open"
    ANSWERED = "answered"
    DROPPED = "dropped"


_VALUE = re.compile(r"-?\d+(?:\.\d+)?(?:--?\d+(?:\.\d+)?)?", flags=re.ASCII)
_REFERENCE = re.compile(r"(?:(?P<source>[A-Za-z][\w-]*):)?p(?P<paragraph>[1-9][0-9]{0,5})|editor")


def _edtf(text: str) -> str:
    if not is_edtf(text):
        raise PydanticCustomError(
            "edtf",
            "a date such as 2024, 2024-07, 2024-07-05, 2018~ (about) or 2025-01/2025-06 (from/to) was expected",
        )
    return text


def _value(text: str) -> str:
    plain = text.replace(",", "").replace("_", "").replace(" ", "").replace("–", "-")
    if not _VALUE.fullmatch(plain):
        raise PydanticCustomError(
            "figure_value", "a number such as 37000 or 2.5, or a range such as 100-1000, was expected"
        )
    return plain


def _reference(text: str) -> str:
    if not _REFERENCE.fullmatch(text):
        raise PydanticCustomError(
            "source_reference",
            "a paragraph such as p6 (s2:p6 where there are several sources), a list of them, or editor was expected",
        )
    return text


def _listed(value: object) -> object:
    return (value,) if isinstance(value, str) else value


def _unlisted(value: tuple[str, ...]) -> str | list[str]:
    return value[0] if len(value) == 1 else list(value)


_SCALAR: dict[str, Any] = {"type": ["string", "number", "boolean"]}
"""A plain scalar that an editor's YAML parser may have typed: `2024` is a number to it, text to us."""
_ONE_OR_MORE: dict[str, Any] = {"anyOf": [_SCALAR, {"type": "array", "items": _SCALAR, "minItems": 1}]}

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), WithJsonSchema(_SCALAR)]
"""One line or more of plain text; never Markdown, never HTML."""
Texts = Annotated[
    tuple[Text, ...],
    Field(min_length=1),
    BeforeValidator(_listed),
    PlainSerializer(_unlisted),
    WithJsonSchema(_ONE_OR_MORE),
]
Edtf = Annotated[str, StringConstraints(strip_whitespace=True), AfterValidator(_edtf), WithJsonSchema(_SCALAR)]
Value = Annotated[str, StringConstraints(strip_whitespace=True), AfterValidator(_value), WithJsonSchema(_SCALAR)]
Reference = Annotated[str, StringConstraints(strip_whitespace=True), AfterValidator(_reference)]
References = Annotated[
    tuple[Reference, ...],
    Field(min_length=1),
    BeforeValidator(_listed),
    PlainSerializer(_unlisted),
    WithJsonSchema(
        {
            "anyOf": [
                {
                    "type": "string",
                    "pattern": f"^(?:{_REFERENCE.pattern.replace('?P<source>', '').replace('?P<paragraph>', '')})$",
                },
                {"type": "array", "items": {"type": "string"}, "minItems": 1},
            ]
        }
    ),
]
ItemId = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^[a-z][a-z0-9-]{0,63}$")]
Note = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class SourceFile(_Strict):
    """One source of a briefing."""

    id: Annotated[str, StringConstraints(pattern=r"^[A-Za-z][\w-]*$")] = "s1"
    """Its short name, used in `source: s2:p6`."""
    file: Text
    """Its path from the workspace: seeds/2025-07-10-channel-crossings.txt."""
    title: Text | None = None
    """Its headline."""
    publisher: Text | None = None
    """Who published it. Only what is known: never guessed."""
    byline: Text | None = None
    """Who wrote it."""
    date: Edtf | None = None
    """When it was published."""
    url: Text | None = None
    """Where the original can be read."""
    rights: Text | None = None
    """What may be shown of it."""


class Item(_Strict):
    """What all items share; the concrete types put their own fields before these."""

    source: References
    """The paragraph that holds the words (p6; s2:p6 of several sources; a list), or `editor` for your own word."""
    note: Note | None = None
    """Your own note, in Markdown. It is shown on the page as an editor's note."""
    id: ItemId | None = None
    """The item's permanent name: its permalink, and what merging goes by. Leave it as it is."""

    @classmethod
    def keys(cls) -> tuple[str, ...]:
        """The keys in the order of the file: the item's own ones, then those that all items share."""
        own = [name for name in cls.model_fields if name in cls.__annotations__]
        shared = ["evidence", "source", "note", "id"]
        return (*own, *(name for name in shared if name in cls.model_fields))

    @property
    def is_editors(self) -> bool:
        """Whether a person vouches for it rather than a source."""
        return EDITOR in self.source

    @property
    def anchor_words(self) -> tuple[str, ...]:
        """The words that must stand, verbatim, in the paragraphs of `source`; in order."""
        raise NotImplementedError


class _Evidenced(Item):
    evidence: Texts | None = None
    """The words of the source that support it, verbatim. May be left out where the text itself is verbatim."""


class Point(_Evidenced):
    """A sentence of the summary or of the background."""

    text: Text
    """A sentence of the source, verbatim; or your own words, with `evidence`."""

    @property
    def anchor_words(self) -> tuple[str, ...]:
        """See `Item`."""
        return self.evidence or (self.text,)


def number_in(value: str) -> Decimal | tuple[Decimal, Decimal]:
    """A figure's value as a number; a pair for a range."""
    low, dash, high = value[1:].partition("-")
    low = value[0] + low
    return (Decimal(low), Decimal(high)) if dash else Decimal(low)


class KeyFigure(_Evidenced):
    """A number with what it counts."""

    label: Text
    """What it counts or measures."""
    value: Value | None = None
    """The plain number in base units (37000), or a range (100-1000). Left out where the source gives none."""
    unit: Text | None = None
    """people, percent, euro, kilometre …"""
    qualifier: Qualifier = Qualifier.EXACT
    """How exactly the source means it."""
    change: Literal["up", "down"] | None = None
    """Whether the number tells a rise or a fall."""
    period: Edtf | None = None
    """When it holds, as EDTF: 2024, 2025-01/2025-06."""
    said_by: Text | None = None
    """Who gives the number."""
    written_as: Text | None = None
    """The number as the source writes it: hundreds of millions of pounds."""

    @model_validator(mode="after")
    def _has_value_or_is_vague(self) -> Self:
        if self.value is None and self.qualifier is not Qualifier.VAGUE:
            raise PydanticCustomError(
                "value_missing", "a value was expected, or qualifier: vague where the source gives no number"
            )
        return self

    @property
    def number(self) -> Decimal | tuple[Decimal, Decimal] | None:
        """The value as a number, a pair for a range, None where vague."""
        return None if self.value is None else number_in(self.value)

    @property
    def anchor_words(self) -> tuple[str, ...]:
        """See `Item`."""
        return self.evidence or ((self.written_as,) if self.written_as else (self.label,))


class Quote(Item):
    """Somebody's words, verbatim."""

    speaker: Text | None = None
    """The fullest name the source gives; left out where nobody can tell."""
    text: Texts
    """The words between the quotation marks, verbatim; a list where the attribution interrupts them."""
    written_as: Text | None = None
    """What the source says where that is not the name: he."""
    because: Text | None = None
    """The words of the source that tell who is meant."""

    @property
    def anchor_words(self) -> tuple[str, ...]:
        """See `Item`."""
        return self.text


class Event(_Evidenced):
    """Something on the calendar."""

    date: Edtf
    """When, as EDTF: 2024, 2024-07, 2024-07-05, 2018~ (about), 2025-01/2025-06 (from/to)."""
    written_as: Text | None = None
    """The date as the source writes it: Wednesday."""
    text: Text
    """What happened: words of the source, or your own with `evidence`."""

    @property
    def anchor_words(self) -> tuple[str, ...]:
        """See `Item`."""
        return self.evidence or (self.text,)


class OpenQuestion(_Evidenced):
    """Something that the source leaves open."""

    question: Text
    """One plain question."""
    kind: QuestionKind
    """Why it is open."""
    status: QuestionStatus = QuestionStatus.OPEN
    """Where it stands."""
    due: Edtf | None = None
    """When an answer is expected."""
    answer: Text | None = None
    """What settled it, in your own words; with status: answered."""

    @property
    def anchor_words(self) -> tuple[str, ...]:
        """See `Item`."""
        return self.evidence or ()


class Person(_Evidenced):
    """A person or organisation that matters in the source."""

    name: Text
    """The fullest name the source gives."""
    role: Text | None = None
    """What they are, in the source's words."""

    @property
    def anchor_words(self) -> tuple[str, ...]:
        """See `Item`."""
        return self.evidence or ((self.name, self.role) if self.role else (self.name,))


class Change(_Strict):
    """What became of an item of a published briefing when its article changed."""

    date: Edtf
    """The day of the change: the article's, where it gives a new one; else the day of drafting."""
    item: ItemId | None = None
    """The id of the item: its permalink. Left out for the title and the date of the briefing."""
    what: Literal["value", "reworded", "gone", "new"]
    """A value was changed, the words were, the item was taken out, or it came in."""
    field: Text | None = None
    """Which value: speaker, value, date …"""
    old: Text | None = None
    """What was published before."""
    new: Text | None = None
    """What stands there now."""


class Briefing(_Strict):
    """A briefing: what one file in briefing/ holds."""

    title: Text
    """The headline of the page."""
    date: Edtf | None = None
    """The day of the news."""
    status: Status = Status.DRAFT
    """How far it has come."""
    since: Edtf | None = None
    """The day from which that status holds: a withdrawal is told to readers and feeds with it."""
    topics: tuple[Text, ...] = ()
    """What it is about, in a few words each."""
    sources: Annotated[tuple[SourceFile, ...], Field(min_length=1)]
    """The articles it is made from."""
    notes: Note | None = None
    """Your own notes on the whole briefing, in Markdown."""
    summary: tuple[Point, ...] = ()
    """Three to five sentences, the bottom line first."""
    key_figures: tuple[KeyFigure, ...] = ()
    """The numbers, key ones first."""
    quotes: tuple[Quote, ...] = ()
    """Who said what, word for word."""
    timeline: tuple[Event, ...] = ()
    """What happened when."""
    background: tuple[Point, ...] = ()
    """How it came to this, oldest first."""
    open_questions: tuple[OpenQuestion, ...] = ()
    """What the source leaves open."""
    people: tuple[Person, ...] = ()
    """Who matters in it."""
    changes: tuple[Change, ...] = ()
    """What has changed since it was published, the oldest first; drafting adds to it."""

    def sections(self) -> dict[str, tuple[Item, ...]]:
        """The items, by the name of their section, in page order."""
        return {name: getattr(self, name) for name in SECTIONS}


SECTIONS = ("summary", "key_figures", "quotes", "timeline", "background", "open_questions", "people")
"""The sections of a briefing that hold items, in the order of the file and of the page."""


@cache
def item_type(section: str) -> type[Item]:
    """The type of a section's items."""
    found: type[Item] = get_args(Briefing.model_fields[section].annotation)[0]
    return found
