"""What a merge did, item by item: what `draft` prints, and what a published briefing records of it.

Kept, moved and reworded are said of what stands in the file. That a value of a person's stands against a
changed one of the machine's is a conflict, and listed as such.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from briefsite.briefing.record import SOURCES, Fields, Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Fate = Literal["kept", "moved", "reworded", "changed", "gone", "new"]
FATES: tuple[Fate, ...] = ("kept", "moved", "reworded", "changed", "gone", "new")

WORDS = {
    "summary": "text",
    "key_figures": "label",
    "quotes": "text",
    "timeline": "text",
    "background": "text",
    "open_questions": "question",
    "people": "name",
    SOURCES: "file",
    "": "title",
}
"""Group → the key whose words an item is known by."""
_BESIDE = frozenset({"source", "evidence", "written_as", "because", "note", "id"})
"""Keys that support an item, and are not what it says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one item."""

    fate: Fate
    group: str
    """The section, `sources`, or empty for the head of the briefing."""
    id: str
    old: Fields | None
    """As it stood in the file; None for a new one."""
    new: Fields | None
    """As it stands there now; None where it was taken out."""
    before: int | None
    """Its offset in the file as it was."""
    after: int | None
    """Its offset in the file as it is now."""

    @property
    def stays(self) -> bool:
        """Of one that is gone from the source: whether it still stands in the file, because a person touched it."""
        return self.fate == "gone" and self.new is not None

    def differences(self) -> tuple[tuple[str, Value | None, Value | None], ...]:
        """Key, old value and new value, wherever they differ."""
        old, new = self.old or {}, self.new or {}
        keys = dict.fromkeys((*old, *new))
        return tuple((key, old.get(key), new.get(key)) for key in keys if old.get(key) != new.get(key))


def fate_of(group: str, old: Fields, new: Fields) -> Fate:
    """What happened to an item that is there before and after."""
    changed = {key for key in (*old, *new) if old.get(key) != new.get(key)} - {"id"}
    if not changed:
        return "kept"
    if changed == {"source"}:
        return "moved"
    return "reworded" if changed & {WORDS[group], "evidence"} else "changed"


def shown(group: str, fields: Fields) -> str:
    """The words that an item is known by, on one line."""
    return in_one_line(fields.get(WORDS[group])) or "-"


def in_one_line(value: Value | None) -> str:
    """A value as a reader sees it."""
    return " ".join((value if isinstance(value, str) else " … ".join(value or ())).split())


def published_changes(outcomes: Iterable[Outcome], date: str) -> Iterator[Fields]:
    """The entries of `changes:` for what a merge did to a published briefing.

    That the same words now stand in another paragraph changes nothing that anybody read or quoted, so it is
    not among them: a paragraph put in at the top of an article would else bury the one corrected figure.
    """
    for outcome in outcomes:
        entry: Fields = {"date": date, "item": outcome.id} if outcome.group else {"date": date}
        if outcome.group == SOURCES or outcome.stays:
            continue
        if outcome.old is None:
            yield {**entry, "what": "new", "new": shown(outcome.group, outcome.new or {})}
        elif outcome.new is None:
            yield {**entry, "what": "gone", "old": shown(outcome.group, outcome.old)}
        else:
            yield from _changed(outcome, entry)


def _changed(outcome: Outcome, entry: Fields) -> Iterator[Fields]:
    changed = {key: (old, new) for key, old, new in outcome.differences()}
    words = WORDS[outcome.group]
    key = words if words in changed else "evidence"
    if key in changed:
        yield {**entry, "what": "reworded", **_values(changed[key])}
    for key, values in changed.items():
        if key != words and key not in _BESIDE:
            yield {**entry, "what": "value", "field": key, **_values(values)}


def _values(values: tuple[Value | None, Value | None]) -> Fields:
    return {key: text for key, value in zip(("old", "new"), values, strict=True) if (text := in_one_line(value))}
