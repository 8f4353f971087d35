"""The type of a number as written: where it stands and what it is worth."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from briefsite.span import Span

Form = Literal["digits", "words", "fraction", "vague"]

PLACES = Decimal("0.000001")
"""Fractions are kept to a millionth: two thirds is 0.666667."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """One number as written, without sign words, unit or qualifier."""

    span: Span
    value: Decimal | None
    """None where the words name only an order of magnitude."""
    form: Form
    magnitude: tuple[Decimal, Decimal] | None = None
    """For a vague one: the order of magnitude, "hundreds" → 100 to 1000."""
    has_scale: bool = False
    """A scale word or letter stands with it: in "3 to 5 million" the second has one, and the first means it too."""
