"""Item by item: what stays, what follows the draft, what leaves, and what comes in.

Mine decides what is in the file and in which order; theirs, what is new, and the values that nobody edited.
An item that the draft no longer has leaves, unless a person touched it: changed or annotated it, put it
somewhere else, or wrote a comment into it or right above it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from briefsite.briefing.merge.fields import MergedFields, merge_fields
from briefsite.briefing.merge.mine import entries, put_elsewhere
from briefsite.briefing.merge.outcome import Outcome, fate_of
from briefsite.briefing.merge.patch import Patch
from briefsite.briefing.model import SECTIONS, Briefing, SourceFile, item_type
from briefsite.briefing.record import (
    GROUPS,
    SOURCES,
    Conflict,
    Fields,
    Place,
    Record,
    fields_of,
    item_of,
    placed,
    source_key,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefsite.briefing.decode import Decoded
    from briefsite.briefing.merge.alignment import Alignment
    from briefsite.briefing.merge.matching import News
    from briefsite.briefing.merge.mine import Entry, References
    from briefsite.briefing.merge.outcome import Fate
    from briefsite.briefing.plain_data import Path
    from briefsite.briefing.record import Value
    from briefsite.briefing.sidecar import Sidecar


@dataclass
class Merging:
    """One merge under way: changes for the file, and the memory of it."""

    mine: Decoded
    briefing: Briefing
    base: Sidecar
    entries: Sequence[Entry]
    news: Sequence[News]
    references: References
    alignments: Mapping[str, Alignment]
    snapshot: str
    keep_mine: bool
    records: dict[str, Record] = field(default_factory=dict)
    """The new memory, by id."""
    conflicts: list[Conflict] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    contents: dict[str, list[tuple[str, Fields]]] = field(default_factory=lambda: defaultdict(list))
    """Group → id and values of its items as they should stand: what the written file is compared with."""
    changes: list[Fields] = field(default_factory=list)
    """New entries of `changes:`."""

    def __post_init__(self) -> None:
        self.patch = Patch(self.mine)
        self._layout = self.patch.layout
        self._known = {record.id: record for record in self.base.records}
        self._by_id = {entry.id: entry for entry in self.entries}
        self._offered = {item.id: item for item in self.news}
        self._claimed = {(item.group, item.place.spans) for item in self.news if item.place}
        self._moved = put_elsewhere(self.entries, self.base.records)
        self.head_fields: Fields = {}
        self.head_base: Fields = {}

    @property
    def deleted(self) -> frozenset[str]:
        """The ids of what people deleted."""
        return frozenset(id for id, record in self.records.items() if record.state == "deleted")

    @property
    def has_touched(self) -> bool:
        """Whether a person touched any item that is in the file."""
        return any(record.is_touched and record.state == "here" for record in self.records.values())

    def merge_head(self, theirs: Fields) -> None:
        """Merge title, date, status and topics."""
        mine = fields_of(self.briefing)
        merged = self._merged("", "", (), self.base.head, mine, theirs)
        self.head_fields, self.head_base = merged.fields, merged.base
        if changes := _changes(mine, merged.fields):
            self.patch.set_head(changes)
            self._note("changed", "", "", mine, merged.fields)

    def merge_group(self, group: str) -> None:
        """Merge one list: what is in it, what is new, and what of it people deleted."""
        mine = [entry for entry in self.entries if entry.group == group]
        kept = {entry.id: fields for entry in mine if (fields := self._entry(entry)) is not None}
        added = self._arrivals(group, {entry.id: entry.index for entry in mine})
        self.contents[group].extend(added.get(-1, ()))
        for entry in mine:
            if entry.id in kept:
                self.contents[group].append((entry.id, kept[entry.id]))
            self.contents[group].extend(added.get(entry.index, ()))
        for record in self.base.records:
            if record.group == group and record.id not in self._by_id and record.id not in self.records:
                self.records[record.id] = replace(record, state="deleted" if record.state == "here" else record.state)

    def record_changes(self, changes: Sequence[Fields]) -> None:
        """Note in the file what this merge changes of it, for those who have read it."""
        self.changes = list(changes)
        for change in self.changes:
            self.patch.add_item("changes", len(self.briefing.changes) - 1, change)

    def is_meant(self, read: Decoded) -> bool:
        """Whether the written file says what was meant, and nothing else."""
        briefing = read.briefing
        if briefing is None:
            return False
        found: dict[str, list[tuple[str, Fields]]] = defaultdict(list)
        for entry in entries(read, briefing, self.references, {}):
            found[entry.group].append((entry.id, entry.fields))
        new = [change.model_dump(exclude_none=True) for change in briefing.changes]
        return (
            fields_of(briefing) == self.head_fields
            and all(found[group] == self.contents[group] for group in GROUPS)
            and briefing.changes[: len(self.briefing.changes)] == self.briefing.changes
            and new[len(self.briefing.changes) :] == self.changes
        )

    def sorted_records(self, read: Decoded) -> tuple[Record, ...]:
        """The records in the order of the written file, those of what is not in it behind, by id."""
        order: dict[str, tuple[int, int]] = {}
        if read.briefing:
            for entry in entries(read, read.briefing, self.references, {}):
                order[entry.id] = (GROUPS.index(entry.group), entry.index)
        last = (len(GROUPS), 0)
        return tuple(sorted(self.records.values(), key=lambda record: (order.get(record.id, last), record.id)))

    # --- one item ----------------------------------------------------------------------------------------

    def _entry(self, entry: Entry) -> Fields | None:
        """Merge one item that stands in the file: its values as they should stand, None where it leaves."""
        record, news = self._known.get(entry.id), self._offered.get(entry.id)
        # Whoever writes an item again that had left, or found it before the machine did, wants it there.
        is_touched = record is None or record.is_touched or record.state != "here" or entry.id in self._moved
        if record is None:
            if news is None:
                return self._keep(entry, entry.fields)
            record = Record(group=news.group, id=news.id, fields=news.fields)
        place, theirs = (news.place, news.fields) if news else self._reanchored(record)
        if news is None and not (is_touched or self._is_edited(entry, record)):
            self.patch.remove_item(entry.group, entry.index)
            self._note("gone", entry.group, entry.id, entry.fields, None)
            self.records[entry.id] = replace(record, state="withdrawn")
            return None
        if _type_of(entry.group) is _type_of(record.group):
            path = (entry.group, entry.index)
            found = self._merged(
                entry.group, entry.id, path, record.fields, entry.fields, theirs or dict(record.fields)
            )
        else:
            found = MergedFields(fields=entry.fields, base=dict(record.fields))
        fate = fate_of(entry.group, entry.fields, found.fields) if theirs is not None else "gone"
        self._note(fate, entry.group, entry.id, entry.fields, found.fields)
        self.records[entry.id] = replace(
            record,
            fields=found.base,
            places=placed(record.places, place),
            state="here",
            is_touched=is_touched,
        )
        return self._keep(entry, found.fields)

    def _is_edited(self, entry: Entry, record: Record) -> bool:
        return entry.fields != record.fields or self._layout.has_comment(entry.group, entry.index)

    def _keep(self, entry: Entry, fields: Fields) -> Fields:
        """Leave an item in the file, with these values."""
        changes = _changes(entry.fields, fields)
        if "source" in changes:
            changes["source"] = self.references.write(fields)["source"]
        if not entry.has_stored_id:
            changes["id"] = entry.id
        if changes:
            self.patch.set_item(entry.group, entry.index, changes, self._written(entry.id, fields))
        return fields

    def _arrivals(self, group: str, places: Mapping[str, int]) -> Mapping[int, list[tuple[str, Fields]]]:
        """The items that come in, by the index of the one that they stand behind; -1 for the beginning.

        It is the one before them in the draft. Those that begin the draft stand before the first that follows.
        """
        added: dict[int, list[tuple[str, Fields]]] = defaultdict(list)
        first = self._layout.first_place(group)
        behind = max(first, next((places[item.id] - 1 for item in self.news if item.id in places), -1))
        for item in self.news:
            if item.group != group:
                continue
            if item.id in self._by_id:
                behind = places.get(item.id, behind)
                continue
            known = self._known.get(item.id)
            is_new = known is None or known.state == "withdrawn"
            self.records[item.id] = Record(
                group=group,
                id=item.id,
                fields=item.fields,
                places=placed(known.places if known else (), item.place),
                state="here" if is_new else "deleted",
            )
            if is_new:
                added[behind].append((item.id, item.fields))
                self.patch.add_item(group, behind, self._written(item.id, item.fields))
                self._note("new", group, item.id, None, item.fields)
        return added

    # --- its values --------------------------------------------------------------------------------------

    def _merged(
        self, group: str, id: str, path: Path, base: Mapping[str, Value], mine: Fields, theirs: Fields
    ) -> MergedFields:
        coming = [key for key in (*base, *theirs) if mine.get(key) == base.get(key) != theirs.get(key)]
        held = self._layout.held(path, coming, [key for key in coming if key not in theirs])
        merged = merge_fields(base, mine, theirs, held=held, keep_mine=self.keep_mine)
        if group in SECTIONS:
            try:
                item_of(group, id, merged.fields)
            except ValueError:  # parts of both that make no item together: no value, and a qualifier that needs one
                merged = merge_fields(base, mine, theirs, held=(*base, *theirs), keep_mine=self.keep_mine)
        self.conflicts.extend(
            Conflict(group=group, item=id, field=key, base=was, theirs=now) for key, was, now in merged.conflicts
        )
        return merged

    def _reanchored(self, record: Record) -> tuple[Place | None, Fields | None]:
        """Where the very words of an item stand that the draft no longer has, and its values with that paragraph.

        None where they do not stand in their sentence any more, or are another item's there, or nobody can say.
        """
        place = record.places[-1] if record.places else None
        alignment = self.alignments.get(place.snapshot) if place else None
        if place is None or alignment is None or not place.spans:
            return None, None
        found = tuple(span for old in place.spans if (span := alignment.moved(old)))
        paragraphs = [alignment.new.paragraph_at(span.start) for span in found]
        numbers = tuple(dict.fromkeys(f"p{paragraph.number}" for paragraph in paragraphs if paragraph))
        # Of two sentences that said the same one is left: it is one item's, and the next draft must not doubt whose.
        if len(found) < len(place.spans) or not numbers or (record.group, found) in self._claimed:
            return None, None
        source = numbers if len(numbers) > 1 else numbers[0]
        return replace(place, snapshot=self.snapshot, spans=found), {**record.fields, "source": source}

    def _written(self, id: str, fields: Fields) -> Fields:
        return {**self.references.write(fields), "id": id.removeprefix(source_key(""))}

    def _note(self, fate: Fate, group: str, id: str, old: Fields | None, new: Fields | None) -> None:
        self.outcomes.append(Outcome(fate=fate, group=group, id=id, old=old, new=new, before=None, after=None))


def _changes(old: Fields, new: Fields) -> dict[str, Value | None]:
    """Key → new value, None for one that goes, wherever the two differ."""
    return {key: new.get(key) for key in dict.fromkeys((*old, *new)) if old.get(key) != new.get(key)}


def _type_of(group: str) -> type:
    return SourceFile if group == SOURCES else item_type(group)
