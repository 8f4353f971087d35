"""Briefing → YAML text, the same bytes every time.

One line a scalar however long, so that a change of one sentence is a change of one line; keys in the
order of the model; a blank line before each section. What a reader would supply himself (`qualifier:
exact`, an empty section) is left out, what asks for a decision (`status: draft`) is written.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefsite.briefing.model import Qualifier
from briefsite.briefing.scalars import scalar, value_scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefsite.briefing.model import Briefing, Item, SourceFile

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
        lines.extend(_pair("topics", briefing.topics, ""))
    lines.append("sources:")
    for source in briefing.sources:
        lines.extend(_source(source))
    if briefing.notes:
        lines.append(f"notes: {scalar(briefing.notes)}")
    for section, items in briefing.sections().items():
        if items:
            lines.extend(("", f"{section}:"))
            for item in items:
                lines.extend(_item(item))
    return "\n".join(lines) + "\n"


def encode_item(section: str, item: Item) -> str:
    """One item as it stands below its section's key: lines that begin with `  - ` or four spaces."""
    del section  # every section writes its items alike; the name is asked for so that it stays free to differ
    return "\n".join(_item(item)) + "\n"


def _source(source: SourceFile) -> Iterator[str]:
    values = ((key, value) for key in type(source).model_fields if (value := getattr(source, key)) is not None)
    for number, (key, value) in enumerate(values):
        yield f"{'    ' if number else '  - '}{key}: {(value_scalar if key in _VALUES else scalar)(value)}"


def _item(item: Item) -> Iterator[str]:
    lead = "  - "
    for key in _keys(type(item)):
        value = getattr(item, key)
        if value is None or (key == "qualifier" and value is Qualifier.EXACT):
            continue
        for line in _pair(key, value, "    "):
            yield lead + line[4:]
            lead = "    "


@cache
def _keys(model: type[Item]) -> tuple[str, ...]:
    return model.keys()


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
