"""The kinds of items of a briefing: which keys each has, and which of its words have to stand in the source.

The order of the fields is the order in the file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Self

from pydantic import BaseModel, ConfigDict, model_validator
from pydantic_core import PydanticCustomError

from briefsite.briefing.values import (
    EDITOR,
    Edtf,
    ItemId,
    Note,
    Qualifier,
    QuestionKind,
    QuestionStatus,
    References,
    Text,
    Texts,
    Value,
    number_in,
)

if TYPE_CHECKING:
    from decimal import Decimal


class Strict(BaseModel):
    """A part of a briefing: no other keys than its own, and never altered."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class Item(Strict):
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
