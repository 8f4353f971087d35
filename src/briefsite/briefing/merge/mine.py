"""The file as it stands: each item with its values, and what a person did to it besides changing them."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefsite.briefing.ids import identity, item_id
from briefsite.briefing.model import SECTIONS
from briefsite.briefing.record import SOURCES, Fields, Record, fields_of, source_key
from briefsite.briefing.values import EDITOR

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from briefsite.briefing.decode import Decoded
    from briefsite.briefing.model import Briefing


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An item (or a source) of the file."""

    group: str
    index: int
    """Its place in the group, from 0."""
    id: str
    has_stored_id: bool
    identity: str
    """What it says: see `ids.identity`; empty for a source."""
    fields: Fields
    """Its values, with references as the machine writes them: see `References`."""


@dataclass(frozen=True, slots=True)
class References:
    """How this file names the paragraphs of the source that the draft is made from.

    The machine writes `p6`. Where a person has put another source first, `p6` is that one's, and ours is
    `s1:p6`.
    """

    ours: str
    """The id of the draft's source."""
    first: str
    """The id of the file's first source."""

    @classmethod
    def of(cls, briefing: Briefing, *, id: str, file: str) -> References:
        """Of a file, for the source that the machine knows by this id and file; people may call it otherwise."""
        ours = next((source.id for source in briefing.sources if source.file == file), id)
        return cls(ours=ours, first=briefing.sources[0].id)

    def read(self, fields: Fields) -> Fields:
        """The values with references as the machine writes them."""
        return self._each(fields, self._read)

    def write(self, fields: Fields) -> Fields:
        """The values with references as the file writes them."""
        return self._each(fields, lambda part: part if self.first == self.ours else self._written(part))

    def _read(self, part: str) -> str:
        source, colon, paragraph = part.rpartition(":")
        if colon:
            return paragraph if source == self.ours else part
        return part if part == EDITOR or self.first == self.ours else f"{self.first}:{part}"

    def _written(self, part: str) -> str:
        if part.startswith(f"{self.first}:"):
            return part.partition(":")[2]
        return part if part == EDITOR or ":" in part else f"{self.ours}:{part}"

    def _each(self, fields: Fields, change: Callable[[str], str]) -> Fields:
        source = fields.get("source")
        if not source:
            return fields
        changed = change(source) if isinstance(source, str) else tuple(map(change, source))
        return {**fields, "source": changed}


def entries(
    decoded: Decoded, briefing: Briefing, references: References, records: Mapping[str, Record]
) -> tuple[Entry, ...]:
    """Everything in the file that has an id, in its order. An item without a stored one gets its own here."""
    return tuple(_entries(decoded, briefing, references, records))


def _entries(
    decoded: Decoded, briefing: Briefing, references: References, records: Mapping[str, Record]
) -> Iterator[Entry]:
    for index, source in enumerate(briefing.sources):
        yield Entry(
            group=SOURCES,
            index=index,
            id=source_key(source.id),
            has_stored_id=True,
            identity="",
            fields=fields_of(source),
        )
    taken = {item.id or "" for items in briefing.sections().values() for item in items}
    for section, items in briefing.sections().items():
        for index, item in enumerate(items):
            said, id = identity(section, item), item.id or ""
            is_stored = (section, index, "id") in decoded.places
            if not is_stored and id in records and all(place.identity != said for place in records[id].places):
                # By chance (1 in 65,000) the short id of other words: those of a deleted item, say.
                id = item_id(section, item, {*taken, *records})
                taken.add(id)
            fields = references.read(fields_of(item))
            yield Entry(group=section, index=index, id=id, has_stored_id=is_stored, identity=said, fields=fields)


def put_elsewhere(entries: Sequence[Entry], records: Sequence[Record]) -> frozenset[str]:
    """The ids of items that a person put somewhere else: into another section, or out of the order they had."""
    moved: set[str] = set()
    for section in SECTIONS:
        before = [record.id for record in records if record.group == section and record.state == "here"]
        rank = {id: number for number, id in enumerate(before)}
        here = [entry.id for entry in entries if entry.group == section]
        moved.update(id for id in here if id not in rank and any(record.id == id for record in records))
        order = [id for id in here if id in rank]
        moved.update(set(order) - _longest_in_order(order, rank))
    return frozenset(moved)


def _longest_in_order(order: Sequence[str], rank: Mapping[str, int]) -> set[str]:
    """The most items that stand in the order of their ranks: those that nobody moved, when few were."""
    ends: list[int] = []
    tails: list[str] = []
    before: dict[str, str | None] = {}
    for id in order:
        at = bisect_left(ends, rank[id])
        before[id] = tails[at - 1] if at else None
        ends[at : at + 1] = [rank[id]]
        tails[at : at + 1] = [id]
    found: set[str] = set()
    last = tails[-1] if tails else None
    while last:
        found.add(last)
        last = before[last]
    return found
