"""Where an item stands in its file: what is wrong with it is told at the characters of the key that it is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefsite.diagnostic import Diagnostic, Severity

if TYPE_CHECKING:
    from briefsite.briefing.decode import Decoded
    from briefsite.briefing.written import Written
    from briefsite.diagnostic import Fix
    from briefsite.span import Span


@dataclass(frozen=True, slots=True)
class ItemPlace:
    """The place of one item."""

    decoded: Decoded
    section: str
    index: int
    """In the section's list, as the file has it."""

    @property
    def line(self) -> int:
        """The line that the item begins in, from 1."""
        span = self.decoded.place(self.section, self.index)
        return self.decoded.source.locate(span.start).line if span else 1

    def error(
        self, code: str, message: str, help: str, key: str, position: int | None = None, *, fix: Fix | None = None
    ) -> Diagnostic:
        """A problem that must not be published, at the value of a key; of a list, at its entry at `position`."""
        return self._told(code, Severity.ERROR, message, help, key, position, fix)

    def warning(self, code: str, message: str, help: str, key: str, position: int | None = None) -> Diagnostic:
        """The same for what may be right all the same."""
        return self._told(code, Severity.WARNING, message, help, key, position, None)

    def written(self, value: str, key: str, position: int | None = None) -> Written | None:
        """The value of a key with the characters it is written with; None where they cannot be told apart."""
        return self.decoded.written(value, *self._path(key, position))

    def note(self, code: str, message: str, help: str, span: Span, fix: Fix) -> Diagnostic:
        """What only tells, at these characters of the file."""
        return Diagnostic(code, Severity.NOTE, message, self.decoded.source, span, help, fix)

    def _told(
        self, code: str, severity: Severity, message: str, help: str, key: str, position: int | None, fix: Fix | None
    ) -> Diagnostic:
        span = self.decoded.place(*self._path(key, position))
        return Diagnostic(code, severity, message, self.decoded.source, span, help, fix)

    def _path(self, key: str, position: int | None) -> tuple[str | int, ...]:
        path = (self.section, self.index, key)
        return path if position is None else (*path, position)
