r"""A value and the characters it is written with: which of the file's characters stand for which of the value's.

    'It''s hard'        the value's third character, ', is written ''
    "a \u2014 dash"     the value's third character, —, is written \u2014

So a problem can point at one word of a text, and a mend can change one character of it, whatever the style
of the scalar: plain, in either kind of quotation marks, or over several lines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefsite.briefing.scalars import quoted, scalar
from briefsite.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

_BREAK = re.compile(r"[ \t]*(?:\r\n?|\n)[ \t\r\n]*")
_ESCAPED_BREAK = re.compile(r"\\(?:\r\n?|\n)[ \t]*")
_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", flags=re.DOTALL)
_BLOCK_HEAD = re.compile(r"[|>][+\-0-9]*[ \t]*(?:#[^\r\n]*)?(?:\r\n?|\n)\s*")


@dataclass(frozen=True, slots=True)
class Written:
    """One value in its file."""

    text: str
    """The file's text."""
    place: Span
    """Of the whole scalar, its quotation marks included."""
    value: str
    _starts: tuple[int, ...]
    """For each character of the value where it begins in the file, and where the last one ends."""
    _ends: tuple[int, ...]

    @classmethod
    def read(cls, text: str, place: Span, value: str) -> Written | None:
        """The value (less space at its ends) that stands at a place; None where the two cannot be brought together."""
        at, stop = place.start, place.end
        style = text[at] if text[at] in "\"'|>" else ""
        if style and style in "\"'":
            at, stop = at + 1, stop - 1
        elif style:
            head = _BLOCK_HEAD.match(text, at, stop)
            if not head:
                return None
            at = head.end()
        starts, ends = [], []
        for index, character in enumerate(value):
            if style == '"' and (skipped := _ESCAPED_BREAK.match(text, at, stop)):
                at = skipped.end()
            end = _end(text, at, stop, character, style)
            if end is None and not index:
                while at < stop and text[at].isspace():
                    at += 1
                end = _end(text, at, stop, character, style)
            if end is None and index and value[index - 1] == "\n" and character in " \n":
                end = at  # one run of line ends and spaces in the file may stand for several characters
            if end is None:
                return None
            starts.append(at)
            ends.append(end)
            at = end
        return cls(text, place, value, tuple(starts), tuple(ends))

    def span(self, within: Span) -> Span:
        """Where a stretch of the value stands in the file."""
        start, end = self._starts[within.start], self._ends[within.end - 1]
        return Span(start, max(end, start + 1))

    def rewritten(self, changes: Iterable[tuple[Span, str]]) -> tuple[Span, str]:
        """The stretch of the file to replace, and by what, so that these stretches of the value read as given.

        Between the first and the last change the file's characters stay. A plain text that could no longer
        stand plain goes into quotation marks.
        """
        changes = sorted(changes, key=lambda change: change[0])
        style = self.text[self.place.start]
        if style not in "\"'|>":
            whole = self.value
            for span, new in reversed(changes):
                whole = whole[: span.start] + new + whole[span.end :]
            if scalar(whole) != whole and scalar(self.value) == self.value:
                return self.place, quoted(whole)
        begin = at = self._starts[changes[0][0].start]
        pieces = []
        for span, new in changes:
            place = self.span(span)
            pieces += [self.text[at : place.start], _in_style(new, style)]
            at = place.end
        return Span(begin, at), "".join(pieces)


def _end(text: str, at: int, stop: int, character: str, style: str) -> int | None:
    """Where the writing of one character ends that begins here; None where it is none of it."""
    if at >= stop:
        return None
    if character in " \n" and (run := _BREAK.match(text, at, stop)):
        return run.end()
    if style == '"' and text[at] == "\\":
        escape = _ESCAPE.match(text, at, stop)
        return escape.end() if escape else None
    if text[at] != character:
        return None
    return at + 2 if style == "'" and text.startswith("''", at) else at + 1


def _in_style(new: str, style: str) -> str:
    if style == "'":
        return new.replace("'", "''")
    return new.replace("\\", "\\\\").replace('"', '\\"') if style == '"' else new
