"""Briefing → YAML text, the same bytes every time.

One line a scalar however long, so that a change of one sentence is a change of one line; keys in the
order of the model; a blank line before each section. What a reader would supply himself (`qualifier:
exact`, an empty section) is left out, what asks for a decision (`status: draft`) is written.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefsite.briefing.items import Item
from briefsite.briefing.scalars import scalar, value_scalar
from briefsite.briefing.values import Qualifier

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefsite.briefing.model import Briefing, Change, SourceFile

MODELINE = "# yaml-language-server: $schema=briefing.schema.json"
"""The first line: editors with a YAML language server complete and check keys by it."""
_VALUES = frozenset({"value", "date", "period", "due", "source", "id", "kind", "status", "qualifier", "change"})
"""Keys whose values are numbers, dates, references or names of our own; all others hold text."""
_INLINE = frozenset({"source", "topics"})
"""Keys whose lists hold a few short names and stand on one line: `source: [p22, p23]`."""


def encode(briefing: Briefing) -> str:
    """The whole file, ending in a line end. `decode` gives the same briefing back."""
    lines = [MODELINE, f"title: {scalar(briefing.title)}"]
    if briefing.date:
        lines.append(f"date: {value_scalar(briefing.date)}")
    lines.append(f"status: {briefing.status.value}")
    if briefing.since:
        lines.append(f"since: {value_scalar(briefing.since)}")
    if briefing.topics:
        lines.extend(value_lines("topics", briefing.topics, ""))
    lines.append("sources:")
    for source in briefing.sources:
        lines.extend(item_lines(_values(source), "  "))
    if briefing.notes:
        lines.append(f"notes: {scalar(briefing.notes)}")
    groups: dict[str, tuple[Item | Change, ...]] = {**briefing.sections(), "changes": briefing.changes}
    for section, items in groups.items():
        if items:
            lines.extend(("", f"{section}:"))
            for item in items:
                lines.extend(item_lines(_values(item), "  "))
    return "\n".join(lines) + "\n"


def encode_item(section: str, item: Item) -> str:
    """One item as it stands below its section's key: lines that begin with `  - ` or four spaces."""
    del section  # every section writes its items alike; the name is asked for so that it stays free to differ
    return "\n".join(item_lines(_values(item), "  ")) + "\n"


def item_lines(values: Iterable[tuple[str, str | tuple[str, ...]]], indent: str) -> list[str]:
    """The lines of one item from its keys and values, in their order; the first one begins with a dash."""
    lines = [line for key, value in values for line in value_lines(key, value, f"{indent}  ")]
    return [f"{indent}- {lines[0][len(indent) + 2 :]}", *lines[1:]]


def value_lines(key: str, value: str | tuple[str, ...], indent: str) -> list[str]:
    """The lines of one key and its value."""
    return list(_pair(key, value, indent))


def _values(item: Item | SourceFile | Change) -> Iterator[tuple[str, str | tuple[str, ...]]]:
    for key in _keys(type(item)):
        value = getattr(item, key)
        if value is not None and not (key == "qualifier" and value is Qualifier.EXACT):
            yield key, value


@cache
def _keys(model: type[Item | SourceFile | Change]) -> tuple[str, ...]:
    return model.keys() if issubclass(model, Item) else tuple(model.model_fields)


def _pair(key: str, value: str | tuple[str, ...], indent: str) -> Iterator[str]:
    write = value_scalar if key in _VALUES else scalar
    if isinstance(value, str):
        yield f"{indent}{key}: {write(value)}"
    elif len(value) == 1 and key != "topics":
        yield f"{indent}{key}: {write(value[0])}"
    elif key in _INLINE and all(_fits_inline(part) for part in value):
        yield f"{indent}{key}: [{', '.join(write(part) for part in value)}]"
    else:
        yield f"{indent}{key}:"
        for part in value:
            yield f"{indent}  - {write(part)}"


def _fits_inline(text: str) -> bool:
    return len(text) <= 60 and not any(character in text for character in ",[]{}:?\"'\\")
