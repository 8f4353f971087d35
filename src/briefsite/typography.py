"""Words found in a text whatever its typography, at their place in the unaltered text.

Folded are curly and straight quotation marks, dashes of every length, spaces of every width and runs of
them (line ends included), the ellipsis and its three dots, ligatures, and accents written as one character
or two; soft hyphens and zero-width characters are ignored. Letters, their case, digits and all other
punctuation must agree, and only whole words match.

    “if they’re   implemented”  is found by  "if they're implemented"
    37,000                      is not found by  37, nor by  000

Known limits: (1) spaces around a dash count: "here — there" is not "here—there"; (2) compatibility forms
beside the Latin ligatures (full-width letters, Roman numeral characters) are not folded.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from heapq import nlargest
from itertools import pairwise
from typing import TYPE_CHECKING

from briefsite.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_SPACES = "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_IGNORED = "\xad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufe0e\ufe0f\ufeff" + "".join(
    map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
)
"""Soft hyphen, joiners, direction marks, variation selectors: nothing that a reader sees."""

_FIXED_SPACES = ("\xa0", "\u202f")
"""Between a number and its unit, before a French question mark: spaces at which no line ends."""

_ONE_TO_ONE = str.maketrans(
    dict.fromkeys("“”„‟«»〝〞″＂", '"')
    | dict.fromkeys("‘’‚‛‹›′´`ʼ＇", "'")
    | dict.fromkeys("‐‑‒–—―−﹘﹣－", "-")
    | dict.fromkeys(_SPACES, " ")
    # A lone surrogate cannot be written to a file; it reads back as the replacement character.
    | dict.fromkeys(map(chr, range(0xD800, 0xE000)), "\N{REPLACEMENT CHARACTER}")
)
_RUNS = rf"""
      [ {_IGNORED}]{{2,}} | [{_IGNORED}]     # a run of spaces, invisible characters in it or not
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
    even = text.translate(_ONE_TO_ONE)
    return even if _is_even(even) else _replaced_in(even).sub(lambda match: _replacement(match.group()), even)


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
    if first == " " or first in _IGNORED:
        return " " if " " in found else ""
    if first in ".…":
        return "..."
    if first == "-":
        return "-"
    return unicodedata.normalize("NFKC" if "ﬀ" <= first <= "ﬆ" else "NFC", found)


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
    exact = words.strip(_SPACES)
    return tuple(Span(start, end) for start, end in _places(text, exact, within.start, within.end)) if exact else ()


def stands(text: str, words: str, within: Span) -> bool:
    """Whether the words stand inside `within` as whole words; asked first of the text as it is, unfolded."""
    return any(_places(text, words, within.start, within.end)) or bool(find_words(text, words, within))


def retyped(words: str, original: str) -> tuple[tuple[Span, str], ...]:
    """Where words are typed otherwise than an original that is the same when folded: the place, and its characters.

    Told are quotation marks, dashes and dots, and a space that must not break against one that may. Letters,
    runs of space, line ends and characters that nobody sees count as typed alike. Empty where nothing differs,
    and where the two are not the same words at all.
    """
    ours, theirs = folded(words), folded(original)
    if words == original or ours.text != theirs.text:
        return ()
    here, there = ours.joints(), theirs.joints()
    joints = sorted(here.keys() & there.keys())
    found = []
    for begin, end in pairwise(joints):
        typed, meant = words[here[begin] : here[end]], original[there[begin] : there[end]]
        typed, meant = typed.strip(_IGNORED), meant.strip(_IGNORED)
        if ours.text[begin:end] == " " and not (meant in _FIXED_SPACES and typed == " "):
            continue
        is_mark = all(unicodedata.category(character)[0] not in "LMN" for character in typed + meant)
        if typed and meant and typed != meant and is_mark:
            start = words.index(typed, here[begin])
            found.append((Span(start, start + len(typed)), meant))
    return tuple(found)


_LETTERS = frozenset("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_GAP = re.compile("[^0-9A-Za-z]")


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


_WORD = re.compile(r"\w+(?:['.,-]\w+)*")
_MOST_WORDS = 80
"""Of the words looked for: more tell nothing new about where they might stand."""
_MOST_LETTERS = 600
"""Compared letter by letter: the time grows with their square."""
_FARTHEST = 200_000
"""Code points that are looked through for the nearest words."""
_LEAST_ALIKE = 0.5


def nearest(text: str, words: str, within: Span) -> Span | None:
    """The stretch of text that is most like the words; None where nothing is much like them.

    For messages only: a stretch that is alike is never taken for the words themselves. The time is bounded
    however long the text is.
    """
    wanted = [match.group().lower() for match in _WORD.finditer(fold(words))][:_MOST_WORDS]
    hay = folded(text)
    start = hay.position(within.start)
    stop = min(hay.position(within.end), start + _FARTHEST)
    tokens = [(match.start(), match.end(), match.group().lower()) for match in _WORD.finditer(hay.text, start, stop)]
    if not wanted or not tokens:
        return None
    best: tuple[float, int, int] = (0.0, 0, 0)
    for first in _likeliest(wanted, [token for _, _, token in tokens]):
        window = tokens[first : first + len(wanted) + 2]
        low, high = _agreeing(wanted, [token for _, _, token in window])
        begin, end = window[low][0], window[high][1]
        shown = hay.text[begin : min(end, begin + _MOST_LETTERS)].lower()
        ratio = SequenceMatcher(None, " ".join(wanted)[:_MOST_LETTERS], shown, autojunk=False).ratio()
        if ratio > best[0]:
            best = ratio, begin, end
    return hay.origin(best[1], best[2]) if best[0] >= _LEAST_ALIKE else None


def _likeliest(wanted: list[str], tokens: list[str]) -> list[int]:
    """Where the three windows begin that share most with the words wanted; rare words count for more.

    Words count as shared by their first letters, so that "houses" is near "homes" and "agreed" near "agree".
    """
    stems = [token[:4] for token in tokens]
    counts = Counter(stems)
    weights = {stem: 1 / (1 + counts[stem]) for stem in {word[:4] for word in wanted}}
    gains = [weights.get(stem, 0.0) for stem in stems]
    width = min(len(wanted), len(tokens))
    total = sum(gains[:width])
    scored = [(total, 0)]
    for first in range(1, len(tokens) - width + 1):
        total += gains[first + width - 1] - gains[first - 1]
        scored.append((total, first))
    chosen: list[int] = []
    for _, first in nlargest(12, scored, key=lambda pair: (pair[0], -pair[1])):
        if all(abs(first - other) >= max(2, width // 2) for other in chosen):
            chosen.append(max(0, first - 1))
        if len(chosen) == 3:
            break
    return chosen


def _agreeing(wanted: list[str], window: list[str]) -> tuple[int, int]:
    """The first and last word of the window that belong to what is alike, with as much around as is missing."""
    blocks = SequenceMatcher(None, wanted, window, autojunk=False).get_matching_blocks()[:-1]
    if not blocks:
        return 0, min(len(wanted), len(window)) - 1
    low = max(0, blocks[0].b - blocks[0].a)
    high = min(len(window), blocks[-1].b + blocks[-1].size + (len(wanted) - blocks[-1].a - blocks[-1].size)) - 1
    return low, max(low, high)
