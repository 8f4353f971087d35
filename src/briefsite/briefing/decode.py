"""YAML text → Briefing, or every problem at its line and column.

Nothing raises: a file that is no briefing gives problems. A briefing comes out only of a file without any,
so that what a person wrote is never dropped on the way.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from briefsite.briefing.ids import item_id
from briefsite.briefing.model import SECTIONS, Briefing
from briefsite.briefing.plain_data import read_plain_data
from briefsite.briefing.shape import shape_problems
from briefsite.briefing.syntax import in_words
from briefsite.diagnostic import Diagnostic, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefsite.briefing.plain_data import Path, PlainData
    from briefsite.source import Source
    from briefsite.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """What was read of a briefing file."""

    source: Source
    briefing: Briefing | None
    """Every item has an id here, stored or derived; None where there are errors."""
    problems: tuple[Diagnostic, ...]
    """In order of place."""
    places: Mapping[Path, Span] = field(repr=False)
    """Where each value stands: `("quotes", 2, "speaker")` → its span in the YAML text."""
    keys: Mapping[Path, Span] = field(repr=False)
    """Where the key of each value stands."""

    def place(self, *path: str | int) -> Span | None:
        """Where a value stands, or what of it there is: the list for its entry, the key for an empty value."""
        while path:
            if place := self.places.get(path) or self.keys.get(path):
                return place
            path = path[:-1]
        return None


def decode(source: Source) -> Decoded:
    """The briefing in a file's text, and every problem of it. Never raises."""
    read = read_plain_data(source)
    problems = list(read.problems)
    briefing = None
    if not isinstance(read.root, dict):
        if not problems:
            problems.append(_no_mapping(source, read))
    else:
        try:
            briefing = Briefing.model_validate(read.root)
        except ValidationError as error:
            problems.extend(shape_problems(source, read, error.errors(include_url=False, include_context=False)))
        problems.extend(_doubled_ids(source, read))
        # An error of the model that another problem already covers leaves none of its own, but no briefing either.
        briefing = None if problems or briefing is None else _with_ids(briefing)
    problems.sort(key=lambda problem: problem.sort_key)
    return Decoded(source=source, briefing=briefing, problems=tuple(problems), places=read.places, keys=read.keys)


def _no_mapping(source: Source, read: PlainData) -> Diagnostic:
    if read.root is None:
        message = "the file is empty; a briefing was expected"
    elif isinstance(read.root, list):
        message = "the file is a list; a briefing has keys at its left edge: title, sources, summary …"
    else:
        message = "the file is plain text; a briefing has keys at its left edge: title, sources, summary …"
    help = "briefsite draft writes one from a source; briefsite schema says what it can hold"
    span = read.places.get(()) if read.root is not None else None
    return Diagnostic(code="B001", severity=Severity.ERROR, message=message, source=source, span=span, help=help)


def _doubled_ids(source: Source, read: PlainData) -> Iterator[Diagnostic]:
    for groups, what in ((SECTIONS, "item"), (("sources",), "source")):
        seen: dict[str, Span] = {}
        for path, value in _stored_ids(read.root, groups):
            place = read.places.get(path)
            if value in seen and place:
                line = source.locate(seen[value].start).line
                yield Diagnostic(
                    code="B005",
                    severity=Severity.ERROR,
                    message=f"the {what} in line {line} has the id “{in_words(value)}” too",
                    source=source,
                    span=place,
                    help="delete this line: an id is made for the item" if what == "item" else "give it another id",
                )
            elif place:
                seen[value] = place


def _stored_ids(root: dict[str, Any], groups: tuple[str, ...]) -> Iterator[tuple[Path, str]]:
    for group in groups:
        items = root.get(group)
        for index, item in enumerate(items if isinstance(items, list) else ()):
            if isinstance(item, dict) and isinstance(value := item.get("id"), str) and value != "x":
                yield (group, index, "id"), value.strip()


def _with_ids(briefing: Briefing) -> Briefing:
    """The briefing with an id on every item; stored ones come first, wherever in the file they stand."""
    taken = {item.id for items in briefing.sections().values() for item in items if item.id}
    changed: dict[str, Any] = {}
    for section, items in briefing.sections().items():
        if all(item.id for item in items):
            continue
        given = []
        for item in items:
            if not item.id:
                item = item.model_copy(update={"id": item_id(section, item, taken)})
                taken.add(item.id or "")
            given.append(item)
        changed[section] = tuple(given)
    return briefing.model_copy(update=changed) if changed else briefing
