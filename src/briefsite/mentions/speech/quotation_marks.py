"""What stands between quotation marks, whoever made them: straight, curly, doubled, single, mixed, unclosed.

Finds, paragraph by paragraph, every stretch in quotation marks:

    “We go,” he said. “Now.”         → We go,   Now.
    the " coalition of the willing, " → coalition of the willing,

Leaves alone apostrophes (the boys’ coats, ’90s), inches and seconds (5'10", 12" pipe), and quotations inside
a quotation, which belong to the outer one.

A mark that lacks its partner: a quotation that is open at the end of a paragraph runs to that end. Where the
next paragraph begins with an opening mark, or closes without having opened, it goes on there.

Known limits:
 1. An opening single mark needs its closing one, or one that opens the next paragraph or sentence: too many
    apostrophes look alike.
 2. Where a mark is missing in the middle of a paragraph, the quotation ends at the last end of a sentence before the
    next opening mark; an attribution in between is taken in.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from briefsite.span import Span, trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_DOUBLE = re.compile(r"[“”„«»\"＂「」『』]|'{2,3}|``|‘‘|’’")
_SINGLE = re.compile(
    r"""
    (?P<open>  (?<![^\s(\[—–\-/:]) [‘'] (?=[^\W\d_]|[\[(\d…$£€])(?! (?:em|til|tis|twas|cause|n|\d\ds?) \b ) )
  | (?P<close> (?<=[^\s‘'(\[—]) [’'] (?![^\W_]) )
    """,
    flags=re.VERBOSE | re.IGNORECASE,
)
_OPENS_BEFORE = frozenset("([{—–-/:‘'\u00a0…")
_CLOSES_AFTER = frozenset(".,;:!?)]}—–-/’'…\u00a0")
_INNER_SPACE = " \t\r\n\u00a0\u2009\u202f"
"""What may stand between the marks and the words: French puts a narrow space that does not break."""
_LEANS = dict.fromkeys(["“", "„", "``", "‘‘", "«", "「", "『"], "open") | dict.fromkeys(
    ["”", "’’", "»", "」", "』"], "close"
)
_SENTENCE_END = re.compile(r"[.!?…]['’]?\s+")


class Segment(NamedTuple):
    """One stretch in quotation marks, inside one paragraph."""

    span: Span
    """The words, marks and surrounding space excluded."""
    outer: Span
    """The words with their marks."""
    paragraph: int
    """Its place among the paragraphs given, from 0."""
    closed: bool
    """Whether it has its closing mark."""
    continues: bool
    """Whether it goes on with one that was left open: at the end of the paragraph before, or right before it."""


def segments(text: str, paragraphs: Sequence[Span]) -> tuple[Segment, ...]:
    """Every stretch in quotation marks, in order; none overlaps another, none is empty."""
    found: list[Segment] = []
    is_open = False
    for index, paragraph in enumerate(paragraphs):
        doubles = list(_doubles(text, paragraph, carried=is_open))
        following = paragraphs[index + 1].start if index + 1 < len(paragraphs) else len(text)
        goes_on = text.startswith(("'", "‘"), following)
        pieces = _outermost([*doubles, *_singles(text, paragraph, doubles, goes_on=goes_on)])
        here: list[Segment] = []
        for start, end, outer_start, outer_end in pieces:
            if span := trimmed(text, start, end, _INNER_SPACE):
                here.append(
                    Segment(
                        span,
                        Span(outer_start, outer_end),
                        index,
                        closed=outer_end > end,
                        continues=_runs_into(text, here[-1], outer_start)
                        if here
                        else is_open and outer_start <= paragraph.start,
                    )
                )
        found += here
        is_open = bool(here) and not here[-1].closed and here[-1].outer.end == paragraph.end
    return tuple(found)


def _runs_into(text: str, before: Segment, start: int) -> bool:
    """Whether a quotation that nothing closes, “We waited., runs into the one that opens here."""
    return not before.closed and not text[before.outer.end : start].strip()


_Piece = tuple[int, int, int, int]
"""Start and end of the words, then of the words with their marks."""


def _outermost(pieces: list[_Piece]) -> list[_Piece]:
    """The pieces in order, without those that begin inside another: ‘He said “no” to us’ is one quotation."""
    kept: list[_Piece] = []
    for piece in sorted(pieces, key=lambda piece: (piece[2], -piece[3])):
        if not kept or piece[2] >= kept[-1][3]:
            kept.append(piece)
    return kept


def _doubles(text: str, paragraph: Span, *, carried: bool) -> Iterator[_Piece]:
    """Stretches in double marks. An open one at the end of the paragraph runs to it."""
    marks = [
        mark
        for mark in _DOUBLE.finditer(text, paragraph.start, paragraph.end)
        if not text.startswith("=", mark.start() - 1) and not text.startswith(">", mark.end())  # <a href="…">
    ]
    leanings = [_leaning(text, mark, paragraph) for mark in marks]
    opened: re.Match[str] | None = None
    depth = 0
    if carried and marks and leanings[0] == "close" and marks[0].start() > paragraph.start:
        yield paragraph.start, marks[0].start(), paragraph.start, marks[0].end()
        marks, leanings = marks[1:], leanings[1:]
    for position, (mark, leaning) in enumerate(zip(marks, leanings, strict=True)):
        if opened is None:
            if leaning != "close" and not _is_measure(text, mark):
                opened = mark
        elif leaning == "open":
            if depth == 0 and _nests(leanings, position):
                depth = 1
            else:  # its closing mark is missing
                end = _last_sentence_end(text, opened.end(), mark.start())
                yield opened.end(), end, opened.start(), end
                opened, depth = mark, 0
        elif depth:
            depth = 0
        elif not _is_measure(text, mark) or leaning == "close":
            yield opened.end(), mark.start(), opened.start(), mark.end()
            opened = None
    if opened is not None and opened.end() < paragraph.end:
        yield opened.end(), paragraph.end, opened.start(), paragraph.end


def _leaning(text: str, mark: re.Match[str], paragraph: Span) -> str:
    """`open`, `close` or, where its neighbours do not tell, `either`."""
    before = text[mark.start() - 1] if mark.start() > paragraph.start else " "
    after = text[mark.end()] if mark.end() < paragraph.end else " "
    starts = before.isspace() or before in _OPENS_BEFORE
    ends = after.isspace() or after in _CLOSES_AFTER
    if starts and not ends:
        return "open"
    if ends and not starts:
        return "close"
    if mark.start() == paragraph.start:
        return "open"
    # Both sides alike: ` "coalition," ` and `« Bonjour »` stand off, `word"word` lost its space. Many marks still tell.
    return _LEANS.get(mark[0], "either")


def _nests(leanings: list[str], position: int) -> bool:
    """Whether an opening mark inside a quotation is closed twice: a quotation inside it, in the same marks."""
    following = leanings[position + 1 : position + 3]
    return following == ["close", "close"]


def _is_measure(text: str, mark: re.Match[str]) -> bool:
    """Whether a straight mark stands for inches or seconds: `5'10"`, `a 12" pipe`."""
    return mark[0] in ('"', "''") and mark.start() > 0 and text[mark.start() - 1].isdigit()


def _last_sentence_end(text: str, start: int, end: int) -> int:
    ends = [match.end() for match in _SENTENCE_END.finditer(text, start, end)]
    at = ends[-1] if ends else end
    while at > start + 1 and text[at - 1].isspace():
        at -= 1
    return at


def _singles(text: str, paragraph: Span, doubles: list[_Piece], *, goes_on: bool) -> Iterator[_Piece]:
    """Stretches in single marks that stand outside double ones.

    An apostrophe at the end of a word closes nothing where a better mark follows: in ‘the boys’ house is big’ the
    last one closes. One that nothing closes runs to the sentence that opens with a mark again, or to the end of the
    paragraph where the next begins with one (`goes_on`): ‘We waited. ‘Nobody came.’
    """
    if text.find("'", paragraph.start, paragraph.end) < 0 and text.find("‘", paragraph.start, paragraph.end) < 0:
        return  # nothing opens
    opened: int | None = None
    closing: int | None = None
    for mark in _single_marks(text, paragraph, doubles):
        at = mark.start()
        if mark["open"]:
            if opened is not None and closing is not None:
                yield opened + 1, closing, opened, closing + 1
            elif opened is not None and (end := _sentence_before(text, opened, at)):
                yield opened + 1, end, opened, end
            opened, closing = at, None
        elif opened is not None:
            closing = at
            if text[at - 1] != "s" or text[at + 1 : at + 2] in (",", ".", ""):
                yield opened + 1, at, opened, at + 1
                opened = closing = None
    if opened is None:
        return
    if closing is not None:
        yield opened + 1, closing, opened, closing + 1
    elif goes_on and _begins_speech(text, paragraph.start, opened):
        yield opened + 1, paragraph.end, opened, paragraph.end


def _single_marks(text: str, paragraph: Span, doubles: list[_Piece]) -> Iterator[re.Match[str]]:
    """The single marks that stand outside double ones and are no part of one."""
    covered = iter(doubles)
    current = next(covered, None)
    for mark in _SINGLE.finditer(text, paragraph.start, paragraph.end):
        at = mark.start()
        while current and current[3] <= at:
            current = next(covered, None)
        if (current and current[2] <= at) or text[at - 1 : at + 1] in ("''", "’’") or text[at : at + 2] in ("''", "‘‘"):
            continue
        yield mark


def _sentence_before(text: str, opened: int, mark: int) -> int | None:
    """Where the sentence right before a mark ends; None where none does, or the one before the mark is no speech."""
    end = mark
    while text[end - 1].isspace():
        end -= 1
    return end if text[end - 1] in ".!?…" and end < mark and end - opened > 2 else None


def _begins_speech(text: str, start: int, mark: int) -> bool:
    """Whether speech may begin at a mark: at the head of a paragraph, behind a stop, a comma or a colon."""
    before = text[start:mark].rstrip()
    return not before or before[-1] in ".!?…,:"
