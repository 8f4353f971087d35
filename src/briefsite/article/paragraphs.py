"""The body of an article → its paragraphs, numbered as a reader would count them.

A paragraph is a line that is not blank. Where the lines are broken at a fixed width (e-mail, press
releases), the lines between two blank ones are one paragraph. Headings are known without markup: a short
line without a full stop that a paragraph follows.

    Solutions have proved elusive     → heading
    What happens next?                → heading
    Smith went on:                    → text: it leads into a quotation

Known limits: (1) a poem with long lines of one width is joined; (2) what follows an end mark ("ENDS") is
furniture as a whole, notes to editors included; (3) a heading that is a whole sentence with a full stop
is text.
"""

from __future__ import annotations

import re
from statistics import median
from typing import TYPE_CHECKING, Literal

from briefsite.article.furniture import is_end_mark, is_furniture
from briefsite.span import Span, trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator

ParagraphKind = Literal["text", "heading", "furniture"]

_LINE = re.compile(r"[^\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_EDGE = " \t\xa0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200C))) + "\u2060\ufeff\x1f"
"""Space of every width, and the invisible marks that pages leave at the ends of lines."""

_ENDS_SENTENCE = re.compile(r"[.!?…:;,。！？][\"'”’»)\]]*$")
_MARKED_HEADING = re.compile(r"#{1,6}\s+\S|(?:\*\*|__)[^*_]+(?:\*\*|__)$|=+\s?[^=]+\s?=+$")
_NAMED_HEADING = re.compile(
    r"(?i:notes?\s+(?:to|for)\s+editors?|background|about\s+(?:the|us)\b.{0,40}|key\s+\w+)\s*:?"
)
_QUESTION_HEADING = re.compile(
    r"(?:What|Who|Why|How|When|Where|Which|Is|Are|Will|Can|Could|Should|Do|Does|So)\b[^.!?,“”\"]*\?"
)
MAX_HEADING_WORDS = 14
MAX_QUESTION_WORDS = 8


def split_paragraphs(text: str, body: Span | None) -> Iterator[tuple[Span, ParagraphKind]]:
    """The paragraphs of the body, in order, each with its kind; surrounding space excluded."""
    if body is None:
        return
    spans = _join_wrapped(text, _lines(text, body))
    end = _end_of_article(text, spans)
    for position, span in enumerate(spans):
        is_followed = position + 1 < len(spans)
        yield span, "furniture" if position >= end else _kind(span.of(text), is_followed=is_followed)


def _lines(text: str, body: Span) -> list[Span]:
    spans = (trimmed(text, *match.span(), _EDGE) for match in _LINE.finditer(text, body.start, body.end))
    return [span for span in spans if span]


def _join_wrapped(text: str, lines: list[Span]) -> list[Span]:
    """Lines broken at a fixed width, joined.

    Broken lines are recognised together: most lines that are not followed by a blank one must be long and
    alike, and end in the middle of a sentence. A poem or a list has short lines of any length.
    """
    blocks: list[list[Span]] = []
    for line in lines:
        if not blocks or _line_ends(text[blocks[-1][-1].end : line.start]) > 1:
            blocks.append([line])
        else:
            blocks[-1].append(line)
    inner = [line for block in blocks for line in block[:-1]]
    if len(inner) < 2:
        return lines
    middle = median(len(line) for line in inner)
    open_ended = sum(not _ENDS_SENTENCE.search(text, max(line.start, line.end - 8), line.end) for line in inner)
    alike = sum(0.6 * middle <= len(line) <= 1.6 * middle for line in inner)
    if 40 <= middle <= 100 and open_ended >= 0.6 * len(inner) and alike >= 0.75 * len(inner):
        return [block[0].to(block[-1]) for block in blocks]
    return lines


def _line_ends(gap: str) -> int:
    return gap.replace("\r\n", "\n").replace("\r", "\n").count("\n")


def _end_of_article(text: str, spans: list[Span]) -> int:
    """The position of the end mark in `spans`, or past the last.

    The same marks part the sections of a column, so only one that stands past the middle ends the article.
    """
    for position, span in enumerate(spans):
        if position and is_end_mark(span.of(text) if len(span) <= 12 else ""):
            before = sum(len(other) for other in spans[:position])
            if before > sum(len(other) for other in spans[position:]):
                return position
    return len(spans)


def _kind(words: str, *, is_followed: bool) -> ParagraphKind:
    if is_furniture(words):
        return "furniture"
    if len(words) > 120:
        return "heading" if words.startswith("#") and _MARKED_HEADING.match(words) else "text"
    if _MARKED_HEADING.match(words) or _NAMED_HEADING.fullmatch(words):
        return "heading"
    count = len(words.split())
    if count <= MAX_QUESTION_WORDS and is_followed and _QUESTION_HEADING.fullmatch(words):
        return "heading"
    # The last line of an article is no heading, and neither is a line that ends inside a quotation.
    if (
        is_followed
        and count <= MAX_HEADING_WORDS
        and not _ENDS_SENTENCE.search(words)
        and not words.endswith(('"', "”", "’", "'"))
        and words[0] not in "-*•–—“\"‘'"
        and words[0].upper() == words[0]
        and any(character.isalpha() for character in words)
    ):
        return "heading"
    return "text"
