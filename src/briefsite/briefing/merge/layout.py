"""How a briefing file is laid out: the lines of its items, and the comments that belong to them."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefsite.briefing.decode import Decoded
    from briefsite.briefing.plain_data import Path
    from briefsite.span import Span

_NEWLINE = re.compile(r"\r\n?|\n")
_DASH = re.compile(r"^(?P<indent>[ ]*)-(?=\s|\Z)", flags=re.MULTILINE)
_BLOCK_COMMENT = re.compile(r"[|>][0-9+-]*[ \t]+#")


class UnpatchableError(Exception):
    """A file that cannot be changed without writing other lines as well; says why."""


@dataclass(frozen=True)
class Layout:
    """The lines of a file that was decoded without errors. Offsets are code points into its text."""

    decoded: Decoded

    @property
    def text(self) -> str:
        """The file's text, as it is."""
        return self.decoded.source.text

    @cached_property
    def newline(self) -> str:
        """What ends a line in this file: the first one tells."""
        match = _NEWLINE.search(self.text)
        return match.group() if match else "\n"

    def line_start(self, offset: int) -> int:
        """Where the line of an offset begins."""
        return offset - self.decoded.source.locate(offset).column + 1

    def line_end(self, offset: int) -> int:
        """Where the next line begins; the end of the text behind the last one."""
        match = _NEWLINE.search(self.text, offset)
        return match.end() if match else len(self.text)

    def end(self, path: Path) -> int:
        """Where a value ends; where it is empty, where its key does."""
        place = self.decoded.places.get(path) or self.decoded.keys[path]
        return place.end

    def is_flow(self, path: Path) -> bool:
        """Whether a list or an item stands between brackets: `{text: …, source: p1}`."""
        place = self.decoded.places.get(path)
        return bool(place and self.text[place.start] in "[{")

    def keys(self, path: Path) -> tuple[str, ...]:
        """The keys of an item (or of the whole file), in the order in which they stand."""
        return self._keys.get(path, ())

    def count(self, section: str) -> int:
        """How many items stand in a section."""
        number = 0
        while (section, number) in self.decoded.places:
            number += 1
        return number

    def dash(self, section: str, index: int) -> int:
        """Where the dash of an item of a block list stands."""
        for match in _DASH.finditer(self.text, *self._gap(section, index)):
            return match.start() + len(match["indent"])
        # YAML ends lines at characters as well (U+0085) that nobody sees, and no editor knows.
        raise UnpatchableError(f"item {index + 1} of “{section}” does not begin with a dash on a line of its own")

    def lines(self, section: str, index: int) -> tuple[int, int]:
        """The whole lines of an item of a block list.

        Comments behind its values are in them, and those right below that are indented as its keys are: what
        stands further to the left belongs to the item that follows.
        """
        return self.line_start(self.dash(section, index)), self._lines_end(section, index)

    def has_comment(self, section: str, index: int) -> bool:
        """Whether a comment stands in an item, or directly above it."""
        if self.is_flow((section,)):
            place = self.decoded.places[section, index]
            return self._is_commented(place.start, place.end)
        start, end = self.lines(section, index)
        above = self.line_start(max(start - 1, 0))
        is_above = above >= self._gap(section, index)[0] and self.text[above:start].lstrip().startswith("#")
        return is_above or self._is_commented(start, end)

    def first_place(self, section: str) -> int:
        """The index of the item that a new one can stand behind at the earliest: -1 for the list's beginning.

        A comment there that is indented as keys are would become the new item's own.
        """
        if self.is_flow((section,)) or not self.count(section):
            return -1
        start = self.line_end(self.decoded.keys[(section,)].end)
        return -1 if self.behind_comments(start, self._column(section)) == start else 0

    def behind_comments(self, end: int, column: int) -> int:
        """Where the comments end that begin in the line at an offset and stand to the right of a column, from 0."""
        while (line := self.text[end : self.line_end(end)]).lstrip(" ").startswith("#"):
            if len(line) - len(line.lstrip(" ")) <= column:
                break
            end = self.line_end(end)
        return end

    def _lines_end(self, section: str, index: int) -> int:
        return self.behind_comments(self.line_end(self.end((section, index))), self._column(section))

    def _column(self, section: str) -> int:
        """The column, from 0, of the dashes of a block list."""
        dash = self.dash(section, 0)
        return dash - self.line_start(dash)

    def held(self, path: Path, keys: Iterable[str], removed: Iterable[str]) -> frozenset[str]:
        """Those of the keys whose value cannot be replaced, or removed, without taking a comment with it."""
        return frozenset(self._held(path, set(keys), set(removed)))

    def _held(self, path: Path, keys: set[str], removed: set[str]) -> Iterator[str]:
        present = self.keys(path)
        if self.is_flow(path):
            place = self.decoded.places[path]
            if self._is_commented(place.start, place.end):
                yield from keys
            return
        for number, key in enumerate(present):
            if key not in keys:
                continue
            here = (*path, key)
            start, end = self.decoded.keys[here].end, self.end(here)
            if key in removed:
                following = present[number + 1] if number + 1 < len(present) and number == 0 else None
                end = self.decoded.keys[*path, following].start if following else self.line_end(end)
            if self._is_commented(start, end):
                yield key

    def _gap(self, section: str, index: int) -> tuple[int, int]:
        """What stands between the item before (or the section's key) and an item: its dash, and comments.

        From a line's start, so that a dash in it is known; comments behind the item before are not in it.
        """
        start = self.decoded.places[section, index].start
        if index:
            return min(self._lines_end(section, index - 1), start), start
        return min(self.line_end(self.decoded.keys[(section,)].end), start), start

    def _is_commented(self, start: int, end: int) -> bool:
        """Whether a comment stands in a stretch of the text: a `#` outside of every key and value in it."""
        at = start
        first = bisect_left(self._leaves, start, key=lambda leaf: leaf.end - 1)
        for leaf in islice(self._leaves, first, None):
            if leaf.start >= end:
                break
            if "#" in self.text[at : max(leaf.start, at)] or _BLOCK_COMMENT.match(self.text, leaf.start):
                return True
            at = max(at, leaf.end)
        return "#" in self.text[at : max(end, at)]

    @cached_property
    def _leaves(self) -> list[Span]:
        """Where keys and texts stand, in order: what no comment can be in."""
        places, keys = self.decoded.places, self.decoded.keys
        groups = {path[:-1] for path in (*places, *keys)}
        return sorted((*keys.values(), *(place for path, place in places.items() if path not in groups)))

    @cached_property
    def _keys(self) -> dict[Path, tuple[str, ...]]:
        found: dict[Path, list[str]] = {}
        for path in sorted(self.decoded.keys, key=lambda path: self.decoded.keys[path].start):
            found.setdefault(path[:-1], []).append(str(path[-1]))
        return {path: tuple(keys) for path, keys in found.items()}
