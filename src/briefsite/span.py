"""Where something stands in a text: one position type for the whole project.

Positions are code points of the unaltered source text, half open, never empty. Text is never cleaned
in place: what has to ignore typography or spacing normalises inside its own matcher and reports spans
of the original.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text, `text[start:end]`; offsets in code points, half open, never empty."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: {self.start}–{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, other: Span | int) -> bool:
        """Whether an offset, or all of another span, lies inside."""
        if isinstance(other, int):
            return self.start <= other < self.end
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def to(self, other: Span) -> Span:
        """The smallest span that holds both."""
        if self.start <= other.start and other.end <= self.end:
            return self
        return Span(min(self.start, other.start), max(self.end, other.end))


def trimmed(text: str, start: int, end: int, edge: str = " \t\r\n\u00a0") -> Span | None:
    """`text[start:end]` without the characters of `edge` at its two ends; None where nothing is left."""
    while start < end and text[start] in edge:
        start += 1
    while end > start and text[end - 1] in edge:
        end -= 1
    return Span(start, end) if start < end else None
