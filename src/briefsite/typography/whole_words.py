"""Where words stand in a text as whole words, in whatever typography."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from briefsite.span import Span
from briefsite.typography.folding import SPACES, fold, folded

if TYPE_CHECKING:
    from collections.abc import Iterator

_LETTERS = frozenset("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_GAP = re.compile("[^0-9A-Za-z]")


def find_words(text: str, words: str, within: Span) -> tuple[Span, ...]:
    """Every place inside `within` where the words stand as whole words, in order, without overlap.

    The spans are code points of the unaltered text and neither begin nor end with space.
    """
    needle = fold(words).strip(" ")
    if not needle:
        return ()
    hay = folded(text)
    found = _places(hay.text, needle, hay.position(within.start), hay.position(within.end))
    spans = tuple(span for start, end in found if (span := hay.origin(start, end)) and span in within)
    if spans or words not in text:
        return spans
    # Words cut in the middle of what is folded as one ("wait . ." out of "wait . . .") are found as they are.
    exact = words.strip(SPACES)
    return tuple(Span(start, end) for start, end in _places(text, exact, within.start, within.end)) if exact else ()


def stands(text: str, words: str, within: Span) -> bool:
    """Whether the words stand inside `within` as whole words; asked first of the text as it is, unfolded."""
    return any(_places(text, words, within.start, within.end)) or bool(find_words(text, words, within))


def _places(text: str, needle: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Where the needle stands as whole words, without overlap."""
    at = text.find(needle, start, stop)
    while at >= 0:
        end = at + len(needle)
        if _is_whole(text, at, end):
            yield at, end
            at = text.find(needle, end, stop)
        elif needle[0] in _LETTERS and (gap := _GAP.search(text, at, stop)):
            # On to the next word: in "aaaa…" every letter would be tried otherwise.
            at = text.find(needle, gap.end(), stop)
        else:
            at = -1 if needle[0] in _LETTERS else text.find(needle, at + 1, stop)


def _is_whole(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1] if start else " ", text[end] if end < len(text) else " "
    if _joined(before, text[start]) or _joined(text[end - 1], after):
        return False
    # "37" is no word of "37,000", and "5" none of "1.5"
    if after in ",." and text[end - 1].isdigit() and end + 1 < len(text) and text[end + 1].isdigit():
        return False
    return not (before in ",." and text[start].isdigit() and start > 1 and text[start - 2].isdigit())


def _joined(left: str, right: str) -> bool:
    """Whether no word ends between two characters."""
    if not left.isalnum() and unicodedata.category(left)[0] != "M":
        return False
    if not right.isalnum() and unicodedata.category(right)[0] != "M":
        return False
    return not (_is_unspaced(left) or _is_unspaced(right))


def _is_unspaced(character: str) -> bool:
    """Whether its script puts no space between words (Chinese, Japanese, Thai …) or joins particles (Korean)."""
    return "\u2e80" <= character <= "\ud7ff" or "\u0e00" <= character <= "\u0eff" or character >= "\U00020000"
