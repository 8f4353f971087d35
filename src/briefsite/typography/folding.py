"""A text with its typography folded, and the way back to the places of the original."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from briefsite.span import Span

SPACES = "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
IGNORED = "\xad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufe0e\ufe0f\ufeff" + "".join(
    map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
)
"""Soft hyphen, joiners, direction marks, variation selectors: nothing that a reader sees."""

_ONE_TO_ONE = str.maketrans(
    dict.fromkeys("“”„‟«»〝〞″＂", '"')
    | dict.fromkeys("‘’‚‛‹›′´`ʼ＇", "'")
    | dict.fromkeys("‐‑‒–—―−﹘﹣－", "-")
    | dict.fromkeys(SPACES, " ")
    # A lone surrogate cannot be written to a file; it reads back as the replacement character.
    | dict.fromkeys(map(chr, range(0xD800, 0xE000)), "\N{REPLACEMENT CHARACTER}")
)
_RUNS = rf"""
      [ {IGNORED}]{{2,}} | [{IGNORED}]     # a run of spaces, invisible characters in it or not
    | \.\ \.\ \. | …                        # three dots
    | --+                                    # a dash typed as two hyphens
    | [ﬀ-ﬆ]                                  # ligatures, as PDF files give them
"""
_ACCENTED = r".[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a]+"
_REPLACED = re.compile(_RUNS, flags=re.VERBOSE)
_REPLACED_OR_ACCENTED = re.compile(f"{_RUNS} | {_ACCENTED}", flags=re.VERBOSE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Folded:
    """A text with its typography folded, and the way back to the places of the original."""

    text: str
    _starts: tuple[int, ...]
    """Where stretches begin in the folded text; within one, offsets run in step unless it is a replacement."""
    _origins: tuple[int, ...]
    _ends: tuple[int, ...]
    """Where each stretch ends in the original."""
    _replaced: tuple[bool, ...]

    def origin(self, start: int, end: int) -> Span | None:
        """The place in the original of `text[start:end]`; None where it begins or ends inside a replacement."""
        if not self._starts:
            return Span(start, end)
        first = bisect_right(self._starts, start) - 1
        last = bisect_right(self._starts, end - 1) - 1
        if self._replaced[first] and start != self._starts[first]:
            return None
        length = (self._starts[last + 1] if last + 1 < len(self._starts) else len(self.text)) - self._starts[last]
        if self._replaced[last]:
            if end != self._starts[last] + length:
                return None
            stop = self._ends[last]
        else:
            stop = self._origins[last] + (end - self._starts[last])
        return Span(self._origins[first] + (start - self._starts[first]), stop)

    def joints(self) -> dict[int, int]:
        """Offset in the folded text → offset in the original, for every place between two stretches."""
        if not self._starts:
            return {offset: offset for offset in range(len(self.text) + 1)}
        joints = {}
        for at, start in enumerate(self._starts):
            if self._replaced[at]:
                joints[start] = self._origins[at]
            else:
                for step in range(self._ends[at] - self._origins[at] + 1):
                    joints[start + step] = self._origins[at] + step
        joints[len(self.text)] = self._ends[-1]
        return joints

    def position(self, offset: int) -> int:
        """Where an offset of the original stands in the folded text; inside a replacement, at its start."""
        if not self._starts:
            return offset
        at = bisect_right(self._origins, offset) - 1
        if at < 0:
            return 0
        length = (self._starts[at + 1] if at + 1 < len(self._starts) else len(self.text)) - self._starts[at]
        if self._replaced[at]:
            return self._starts[at] + (length if offset >= self._ends[at] else 0)
        return self._starts[at] + min(offset - self._origins[at], length)


def fold(text: str) -> str:
    """The text with its typography folded; not stripped."""
    return _fold_short(text) if len(text) <= _SHORT else _fold(text)


def _fold(text: str) -> str:
    even = text.translate(_ONE_TO_ONE)
    return even if _is_even(even) else _replaced_in(even).sub(lambda match: _replacement(match.group()), even)


_SHORT = 400
"""Code points of a text whose folded form is kept: the words of an item are looked for more than once."""
_fold_short = lru_cache(maxsize=1024)(_fold)


@lru_cache(maxsize=32)
def folded(text: str) -> Folded:
    """The folded text with the way back; remembered for the texts used last."""
    even = text.translate(_ONE_TO_ONE)
    if _is_even(even):
        return Folded(even, (), (), (), ())
    parts: list[str] = []
    starts: list[int] = []
    origins: list[int] = []
    ends: list[int] = []
    replaced: list[bool] = []
    length = at = 0
    for match in _replaced_in(even).finditer(even):
        new = _replacement(match.group())
        for piece, start, end, is_new in (
            (even[at : match.start()], at, match.start(), False),
            (new, *match.span(), True),
        ):
            if piece:
                parts.append(piece)
                starts.append(length)
                origins.append(start)
                ends.append(end)
                replaced.append(is_new)
                length += len(piece)
        at = match.end()
    if not parts and at == 0:
        return Folded(even, (), (), (), ())
    if at < len(even):
        parts.append(even[at:])
        starts.append(length)
        origins.append(at)
        ends.append(len(even))
        replaced.append(False)
    return Folded("".join(parts), tuple(starts), tuple(origins), tuple(ends), tuple(replaced))


def _is_even(text: str) -> bool:
    """Whether nothing in it has to be replaced, as far as a quick look tells, which most sentences pass."""
    return text.isascii() and not ("  " in text or ". ." in text or "--" in text)


def _replaced_in(text: str) -> re.Pattern[str]:
    # Nearly all text is normalised, and then a look at every letter for an accent behind it is saved.
    return _REPLACED if unicodedata.is_normalized("NFC", text) else _REPLACED_OR_ACCENTED


def _replacement(found: str) -> str:
    first = found[0]
    if first == " " or first in IGNORED:
        return " " if " " in found else ""
    if first in ".…":
        return "..."
    if first == "-":
        return "-"
    return unicodedata.normalize("NFKC" if "ﬀ" <= first <= "ﬆ" else "NFC", found)
