"""The type of a number with its unit, or of two of them that make a range."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefsite.mentions.numbers.numeral import Numeral
    from briefsite.mentions.numbers.units import Unit


@dataclass(frozen=True, slots=True)
class Amount:
    """One or two numbers with the unit beside them; offsets into the text."""

    start: int
    end: int
    numeral: Numeral
    unit: Unit | None = None
    upper: Numeral | None = None
    """The second number of a range."""
