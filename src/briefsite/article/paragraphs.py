"""The body of an article → its paragraphs, numbered as a reader would count them.

A paragraph is a line that is not blank. Where the lines are broken at a fixed width (e-mail, press
releases), the lines between two blank ones are one paragraph.
"""

from __future__ import annotations

import re
from statistics import median
from typing import TYPE_CHECKING, Literal

from briefsite.span import Span, trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator

ParagraphKind = Literal["text", "heading", "furniture"]

_LINE = re.compile(r"[^\r\n\u2028\u2029\x85]+")
_ENDS_SENTENCE = re.compile(r"[.!?…:;,][\"'”’»)\]]*$")
_MARKED_HEADING = re.compile(r"#{1,6}\s+\S|(?:\*\*|__)[^*_]+(?:\*\*|__)$")
_FURNITURE = re.compile(
    r"""
    (?: by\s+(?:[A-Z][\w.'’-]+\s*){1,4}(?:,?\s+(?:and\s+)?(?:[A-Z][\w.'’-]+\s*){1,4})?
      | (?: scroll\s+down | read\s+more | click\s+here | advertisement | image\s+source | image\s+caption | getty\s+images
          | sign\s+up | subscribe | share\s+this | related(?:\s+\w+)? | see\s+also | sources? | ends | \#{3} | -\s*30\s*- )\b.{0,60}
      | [*\-–—_=~\#\s]+
      | (?:©|\(c\)|copyright\b).{0,80}
    )
    """,
    flags=re.VERBOSE | re.IGNORECASE,
)
MAX_HEADING_WORDS = 14


def split_paragraphs(text: str, body: Span | None) -> Iterator[tuple[Span, ParagraphKind]]:
    """The paragraphs of the body, in order, each with its kind; surrounding space excluded."""
    if body is None:
        return
    spans = list(_join_wrapped(text, _lines(text, body)))
    for position, span in enumerate(spans):
        following = spans[position + 1] if position + 1 < len(spans) else None
        yield span, _kind(text, span, following)


def _lines(text: str, body: Span) -> list[Span]:
    spans = (trimmed(text, *match.span()) for match in _LINE.finditer(text, body.start, body.end))
    return [span for span in spans if span]


def _join_wrapped(text: str, lines: list[Span]) -> list[Span]:
    """Lines broken at a fixed width, joined.

    Broken lines are recognised together: most lines that are not followed by a blank one must be long and
    alike, and end in the middle of a sentence. A poem or a list has short lines of any length.
    """
    blocks: list[list[Span]] = []
    for line in lines:
        gap = text[blocks[-1][-1].end : line.start] if blocks else "\n\n"
        if _line_ends(gap) > 1:
            blocks.append([line])
        else:
            blocks[-1].append(line)
    inner = [line for block in blocks for line in block[:-1]]
    if len(inner) >= 2:
        middle = median(len(line) for line in inner)
        open_ended = sum(not _ENDS_SENTENCE.search(line.of(text)) for line in inner)
        alike = sum(len(line) >= 0.6 * middle for line in inner)
        if 40 <= middle <= 100 and open_ended >= 0.6 * len(inner) and alike >= 0.75 * len(inner):
            return [block[0].to(block[-1]) for block in blocks]
    return lines


def _line_ends(gap: str) -> int:
    return len(gap.replace("\r\n", "\n").replace("\r", "\n").split("\n")) - 1


def _kind(text: str, span: Span, following: Span | None) -> ParagraphKind:
    words = span.of(text)
    if len(words) < 160 and _FURNITURE.fullmatch(words):
        return "furniture"
    if _MARKED_HEADING.match(words):
        return "heading"
    # A line without a full stop that a paragraph follows: "Solutions have proved elusive". The last line
    # of an article is no heading, and neither is a line that begins or ends inside a quotation.
    if (
        following is not None
        and len(words) <= 120
        and len(words.split()) <= MAX_HEADING_WORDS
        and not _ENDS_SENTENCE.search(words)
        and not words.endswith(('"', "”", "’"))
        and words[0] not in "-*•–—"
        and words[0].upper() == words[0]
        and any(character.isalpha() for character in words)
    ):
        return "heading"
    return "text"
