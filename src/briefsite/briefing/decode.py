"""YAML text → Briefing, or every problem at its line and column.

Nothing raises: a file that is no briefing gives problems. A briefing comes out only of a file without any,
so that what a person wrote is never dropped on the way.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from briefsite.briefing.doubled_ids import doubled_ids
from briefsite.briefing.ids import item_id
from briefsite.briefing.model import SECTIONS, Briefing
from briefsite.briefing.plain_data import MOST_PROBLEMS, read_plain_data
from briefsite.briefing.shape import shape_problems
from briefsite.briefing.written import Written
from briefsite.diagnostic import Diagnostic, Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefsite.briefing.plain_data import Path, PlainData
    from briefsite.source import Source
    from briefsite.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """What was read of a briefing file."""

    source: Source
    briefing: Briefing | None
    """Every item has an id here, stored or derived; None where there are errors."""
    sound: Briefing | None
    """The same without the items that have errors, so that the others can be looked at in the same run; None where
    too little is left. Never to be written anywhere: what a person wrote would be missing."""
    indices: Mapping[str, tuple[int, ...]] = field(repr=False)
    """By section: where in the file's list each item of `sound` stands, from 0."""
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

    def written(self, value: str, *path: str | int) -> Written | None:
        """The value at a path with the characters it is written with; None where they cannot be told apart."""
        place = self.places.get(path) or self.places.get(path[:-1])
        return Written.read(self.source.text, place, value) if place else None


def decode(source: Source) -> Decoded:
    """The briefing in a file's text, and every problem of it. Never raises."""
    read = read_plain_data(source)
    problems = list(read.problems)
    briefing = sound = None
    broken = set(read.spoiled)
    if not isinstance(read.root, dict):
        if not problems:
            problems.append(_no_mapping(source, read))
    else:
        try:
            briefing = sound = Briefing.model_validate(read.root)
        except ValidationError as error:
            found = error.errors(include_url=False, include_context=False)
            problems.extend(shape_problems(source, read, found))
            broken.update(detail["loc"] for detail in found)
        for path, problem in islice(doubled_ids(source, read, sound), MOST_PROBLEMS):
            problems.append(problem)
            broken.add(path)
    indices: dict[str, tuple[int, ...]] = {}
    if broken or any(problem.severity is Severity.ERROR for problem in problems):
        briefing = None
        sound, indices = _without(read.root, broken)
    if sound:
        sound = _with_ids(sound)
        indices = indices or {section: tuple(range(len(items))) for section, items in sound.sections().items()}
    return Decoded(
        source=source,
        briefing=sound if briefing else None,
        sound=sound,
        indices=indices,
        problems=tuple(sorted(problems, key=lambda problem: problem.sort_key)),
        places=read.places,
        keys=read.keys,
    )


def _without(root: Any, broken: set[Path]) -> tuple[Briefing | None, dict[str, tuple[int, ...]]]:
    """The briefing in the data less its broken items, and where those that are left stand."""
    if not isinstance(root, dict) or any(path[:1] == ("sources",) for path in broken):
        return None, {}
    unusable = {path[0] for path in broken if len(path) == 1}
    items = {path[:2] for path in broken}
    kept: dict[str, Any] = {"title": "-"} | {key: root[key] for key in root if key not in unusable}
    indices = {}
    for section in SECTIONS:
        listed = kept.get(section)
        listed = listed if isinstance(listed, list) else []
        indices[section] = tuple(index for index in range(len(listed)) if (section, index) not in items)
        kept[section] = [listed[index] for index in indices[section]]
    kept = {key: value for key, value in kept.items() if key in SECTIONS or (key,) not in items}
    try:
        return Briefing.model_validate(kept), indices
    except ValidationError:
        return None, {}


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
