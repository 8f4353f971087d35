"""Changes of a briefing file that touch only the lines of what they change.

Every change is a replacement of a stretch of the text, found by the places of keys and values: whatever stands
elsewhere (comments, order, quotation marks, spacing, line ends) is not even looked at.

Known limit: (1) a list or an item written between brackets is written anew as a whole, on one line.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefsite.briefing.encode import item_lines, value_lines
from briefsite.briefing.merge.layout import Layout, UnpatchableError
from briefsite.briefing.model import Briefing, Change, SourceFile, item_type
from briefsite.briefing.record import HEAD, SOURCES
from briefsite.briefing.scalars import quoted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefsite.briefing.decode import Decoded
    from briefsite.briefing.plain_data import Path
    from briefsite.briefing.record import Fields, Value

_PLAIN_IN_FLOW = re.compile(r"[A-Za-z][A-Za-z0-9_-]*|[0-9]+")
_AMBIGUOUS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})


@dataclass
class Patch:
    """Changes of one file, collected and then made all at once."""

    decoded: Decoded
    _edits: list[tuple[int, int, int, str]] = field(default_factory=list)
    """Start, end, number, new text: by their number, insertions at one place keep the order in which they came."""
    _changed: dict[tuple[str, int], Fields] = field(default_factory=dict)
    _removed: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    _added: dict[str, dict[int, list[Fields]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))

    def __post_init__(self) -> None:
        self.layout = Layout(self.decoded)

    def set_head(self, changes: Mapping[str, Value | None]) -> None:
        """Write values of the head of the briefing; None takes one out."""
        if self.layout.is_flow(()):
            raise UnpatchableError("it stands between braces, as one group")
        self._set((), HEAD, changes)

    def set_item(self, section: str, index: int, changes: Mapping[str, Value | None], whole: Fields) -> None:
        """Write values of an item; None takes one out. `whole` is the item as it will stand, its id included."""
        if self.layout.is_flow((section,)):
            self._changed[section, index] = whole
        elif self.layout.is_flow((section, index)):
            place = self.decoded.places[section, index]
            self._edit(place.start, place.end, _flow_item(whole, keys_in(section)))
        else:
            self._set((section, index), keys_in(section), changes)

    def remove_item(self, section: str, index: int) -> None:
        """Take an item out."""
        self._removed[section].add(index)

    def add_item(self, section: str, behind: int, fields: Fields) -> None:
        """Put a new item in behind the one with that index; -1 for the section's beginning."""
        self._added[section][behind].append(fields)

    def text(self) -> str:
        """The file with every change made.

        Raises:
            UnpatchableError: one of them cannot be made.
        """
        for section in dict.fromkeys((*self._removed, *self._added, *(section for section, _ in self._changed))):
            self._write_section(section)
        parts: list[str] = []
        at = 0
        text = self.layout.text
        for start, end, _, new in sorted(self._edits):
            if start < at:
                raise UnpatchableError("two changes fall on the same words")
            parts += text[at:start], new
            at = end
        return "".join((*parts, text[at:]))

    def _edit(self, start: int, end: int, new: str) -> None:
        self._edits.append((start, end, len(self._edits), new))

    def _insert_lines(self, at: int, lines: Sequence[str]) -> None:
        newline, text = self.layout.newline, self.layout.text
        is_open = at == len(text) and not text.endswith(("\n", "\r"))
        if is_open and not any(start < end == at and not new for start, end, _, new in self._edits):
            # Behind a last line that nothing ends, the line end comes first.
            self._edit(at, at, "".join(f"{newline}{line}" for line in lines))
        else:
            self._edit(at, at, "".join(f"{line}{newline}" for line in lines))

    # --- values ------------------------------------------------------------------------------------------

    def _set(self, path: Path, order: Sequence[str], changes: Mapping[str, Value | None]) -> None:
        layout, keys = self.layout, self.decoded.keys
        present = layout.keys(path)
        indent = keys[*path, present[0]].start - layout.line_start(keys[*path, present[0]].start)
        staying = [key for key in present if key not in changes or changes[key] is not None]
        for key in sorted(changes, key=order.index):
            value = changes[key]
            if key not in present:
                if value is not None:
                    self._insert_value(path, key, value, indent, [k for k in staying if _is_before(order, k, key)])
            elif value is None:
                self._remove_value(path, key, present, staying)
            else:
                self._replace_value(path, key, value, indent)

    def _replace_value(self, path: Path, key: str, value: Value, indent: int) -> None:
        here = (*path, key)
        colon = self.layout.text.index(":", self.decoded.keys[here].end) + 1
        lines = value_lines(key, value, " " * indent)
        new = self.layout.newline.join((lines[0][indent + len(key) + 1 :], *lines[1:]))
        self._edit(colon, max(self.layout.end(here), colon), new)

    def _insert_value(self, path: Path, key: str, value: Value, indent: int, before: Sequence[str]) -> None:
        lines = value_lines(key, value, " " * indent)
        if before:
            last = max(before, key=lambda other: self.decoded.keys[*path, other].start)
            self._insert_lines(self.layout.line_end(self.layout.end((*path, last))), lines)
        else:
            first = self.decoded.keys[*path, self.layout.keys(path)[0]].start
            newline = self.layout.newline
            self._edit(first, first, f"{newline.join(lines)[indent:]}{newline}{' ' * indent}")

    def _remove_value(self, path: Path, key: str, present: Sequence[str], staying: Sequence[str]) -> None:
        keys = self.decoded.keys
        if key == present[0]:
            if not staying:
                raise UnpatchableError("nothing would be left of an item")
            self._edit(keys[*path, key].start, keys[*path, present[1]].start, "")
        else:
            here = (*path, key)
            self._edit(self.layout.line_start(keys[here].start), self.layout.line_end(self.layout.end(here)), "")

    # --- items -------------------------------------------------------------------------------------------

    def _write_section(self, section: str) -> None:
        layout = self.layout
        removed, added = self._removed[section], self._added[section]
        count = layout.count(section)
        if layout.is_flow((section,)) and count:
            self._write_flow_list(section, count)
        elif not count:
            self._write_new_list(section, added.get(-1, []))
        else:
            if len(removed) == count and not any(added.values()):
                self._remove_key_of(section)
            for index in removed:
                self._edit(*layout.lines(section, index), "")
            dash = layout.dash(section, 0)
            indent = " " * (dash - layout.line_start(dash))
            for behind, items in added.items():
                at = layout.line_end(self.decoded.keys[(section,)].end)
                if behind >= 0:
                    at = layout.lines(section, behind)[1]
                self._insert_lines(at, [indent + line for fields in items for line in _block_item(section, fields)])

    def _write_flow_list(self, section: str, count: int) -> None:
        place = self.decoded.places[(section,)]
        if "#" in place.of(self.layout.text) and self.layout.has_comment(section, 0):
            raise UnpatchableError(f"“{section}” stands between brackets, with comments")
        order = keys_in(section)
        items = [_flow_item(fields, order) for fields in self._added[section].get(-1, ())]
        for index in range(count):
            if index not in self._removed[section]:
                written = self.decoded.places[section, index].of(self.layout.text)
                changed = self._changed.get((section, index))
                items.append(_flow_item(changed, order) if changed else written)
            items.extend(_flow_item(fields, order) for fields in self._added[section].get(index, ()))
        self._edit(place.start, place.end, f"[{', '.join(items)}]")

    def _write_new_list(self, section: str, items: Sequence[Fields]) -> None:
        layout, decoded = self.layout, self.decoded
        if not items:
            return
        if layout.is_flow(()):
            raise UnpatchableError("it stands between braces, as one group")
        lines = [f"  {line}" for fields in items for line in _block_item(section, fields)]
        if (section,) in decoded.keys:  # an empty list: `summary:` or `summary: []`
            key = decoded.keys[(section,)]
            if place := decoded.places.get((section,)):
                self._edit(key.end, place.end, ":")
            self._insert_lines(layout.line_end(layout.end((section,))), lines)
            return
        order = tuple(Briefing.model_fields)
        before = [key for key in layout.keys(()) if _is_before(order, key, section)] or layout.keys(())
        last = max(before, key=lambda key: decoded.keys[(key,)].start)
        at = layout.behind_comments(layout.line_end(layout.end((last,))), 0)
        self._insert_lines(at, ["", f"{section}:", *lines])

    def _remove_key_of(self, section: str) -> None:
        """Take out the key of a list that will be empty, and the blank line above it."""
        layout = self.layout
        key = self.decoded.keys[(section,)]
        start, end = layout.line_start(key.start), layout.line_end(key.end)
        if "#" in layout.text[start:end] or end != layout.lines(section, 0)[0]:
            return
        above = layout.line_start(max(start - 1, 0))
        if start and not layout.text[above:start].strip():
            start = above
        self._edit(start, end, "")


def keys_in(section: str) -> tuple[str, ...]:
    """The keys of a section's items, or of sources or changes, in the order of the file."""
    if section in (SOURCES, "changes"):
        return tuple((SourceFile if section == SOURCES else Change).model_fields)
    return item_type(section).keys()


def _is_before(order: Sequence[str], one: str, other: str) -> bool:
    return one in order and order.index(one) < order.index(other)


def _block_item(section: str, fields: Fields) -> list[str]:
    """The lines of an item at the left edge, its dash included."""
    ordered = ((key, fields[key]) for key in keys_in(section) if key in fields)
    return item_lines(ordered, "")


def _flow_item(fields: Fields, order: Sequence[str]) -> str:
    return "{" + ", ".join(f"{key}: {_flow(fields[key])}" for key in order if key in fields) + "}"


def _flow(value: Value) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_flow, value))}]"
    is_plain = _PLAIN_IN_FLOW.fullmatch(value) and value.lower() not in _AMBIGUOUS
    return value if is_plain else quoted(value)
