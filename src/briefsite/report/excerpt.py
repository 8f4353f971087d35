"""The line of a file that a problem is about, safe to print, with carets exactly below the place.

A long line is cut round the place. Tabs, wide and combining characters keep the carets aligned; characters
that would move the cursor, turn the direction of writing or hide are shown by their number.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefsite.source import Source
    from briefsite.span import Span

WIDTH = 100
"""Columns of a line that are shown."""
_MARGIN = 24
"""Columns shown before the place where a line is cut."""
_TAB = "    "
_HARMFUL = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff]"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """One line of a file, with its place marked."""

    number: str
    line: str
    """What is shown of the line."""
    indent: str
    """The spaces that stand below what goes before the place."""
    carets: str


def harmless(text: str) -> str:
    """The text on one line, with every character that a terminal obeys or hides shown by its number."""
    return _HARMFUL.sub(_number, text.replace("\t", " ").replace("\r\n", " ").replace("\n", " "))


def excerpt(source: Source, span: Span) -> Excerpt:
    """The first line of the span."""
    at = source.locate(span.start)
    line = source.line(at.line)
    first = at.column - 1
    last = max(min(first + len(span), len(line)), first + 1)
    # Far from the place nothing is shown, and a line may be a megabyte long.
    begin, stop = max(0, first - WIDTH), min(len(line), first + WIDTH)
    shown = [_shown(character) for character in line[begin:stop]]
    before = sum(width for _, width in shown[: first - begin])
    cut = 0
    if sum(width for _, width in shown) > WIDTH or begin:
        keep = max(_MARGIN, WIDTH - sum(width for _, width in shown[first - begin :]) - 2)
        while before > keep:
            before -= shown[cut][1]
            cut += 1
    cut_left = "…" if begin + cut else ""
    text, width, end = cut_left, len(cut_left), begin + cut
    for piece, columns in shown[cut:]:
        if width + columns > WIDTH:
            break
        text, width, end = text + piece, width + columns, end + 1
    marked = sum(columns for _, columns in shown[first - begin : min(last, end) - begin])
    return Excerpt(
        number=str(at.line),
        line=text + ("…" if end < len(line) else ""),
        indent=" " * (before + len(cut_left)),
        carets="^" * max(1, marked),
    )


def _shown(character: str) -> tuple[str, int]:
    """How a character is shown, and how many columns that takes."""
    if " " <= character <= "~":
        return character, 1
    if character == "\t":
        return _TAB, len(_TAB)
    if _HARMFUL.match(character):
        piece = f"<U+{ord(character):04X}>"
        return piece, len(piece)
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return character, 0
    return character, 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _number(match: re.Match[str]) -> str:
    return f"<U+{ord(match.group()):04X}>"
