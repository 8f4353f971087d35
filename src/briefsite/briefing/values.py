"""What may stand behind the keys of a briefing file: texts, dates, numbers, references, and words of a short list.

Every scalar arrives as the text that was typed (see `decode`), so `no`, `12:30` and `1.10` mean what they look like.
Each type says what of that is accepted, in which form it is kept, and what the JSON Schema tells an editor of it.
"""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, StringConstraints, WithJsonSchema
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


def number_in(value: str) -> Decimal | tuple[Decimal, Decimal]:
    """A figure's value as a number; a pair for a range."""
    low, dash, high = value[1:].partition("-")
    low = value[0] + low
    return (Decimal(low), Decimal(high)) if dash else Decimal(low)
