"""What the machine remembers of an item that it once proposed: the base of the three-way merge.

A record outlives its item: a person may delete it, and then it must not come back; the machine may cease to
propose it, and propose it again later. Values are plain data here (texts and tuples of texts), so that a
record can be read back whatever the model of a briefing becomes.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Literal

from briefsite.briefing.items import Item
from briefsite.briefing.model import SECTIONS, Briefing, SourceFile, item_type
from briefsite.briefing.values import Qualifier

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefsite.span import Span

Value = str | tuple[str, ...]
"""What stands under a key: a text, or several."""
Fields = dict[str, Value]
"""Key → value, without keys that say nothing (empty ones, `qualifier: exact`)."""

HEAD = ("title", "date", "status", "topics", "notes")
"""The keys of a briefing that hold plain values."""
SOURCES = "sources"
GROUPS = (SOURCES, *SECTIONS)
"""Every list of a briefing whose entries have ids."""

MOST_PLACES = 8
"""Versions of an article whose places are kept for good; older ones only for other wordings."""

State = Literal["here", "withdrawn", "deleted"]
"""`here`: in the file. `withdrawn`: the machine took it out again. `deleted`: a person did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an item's words stood, in one snapshot of the source."""

    snapshot: str
    """The first digits of the digest of the source's bytes: see `snapshot_name`."""
    spans: tuple[Span, ...]
    identity: str
    """What it said there: see `ids.identity`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The machine's last version of one item."""

    group: str
    """The section, or `sources`."""
    id: str
    fields: Mapping[str, Value]
    """As the machine last wrote them; where its news and a person's edit are in conflict, as it wrote them before."""
    places: tuple[Place, ...] = ()
    """Where its words stood, the newest place last: see `placed`."""
    state: State = "here"
    is_touched: bool = False
    """Whether a person made it theirs by more than its values, which can be seen: by putting it elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A value that a person and the machine have changed, each in another way. The person's stands."""

    group: str
    """The section, `sources`, or empty for the head of the briefing."""
    item: str
    """The id of the item; empty for the head."""
    field: str
    base: Value | None
    """What the person changed."""
    theirs: Value | None
    """What the machine says now; None where it says nothing any more."""


def placed(places: tuple[Place, ...], place: Place | None) -> tuple[Place, ...]:
    """The places of a record with the newest one behind.

    The last ones are all kept, so that an article that goes back to what it was finds everything where it left
    it; of older ones, one for each wording, so that what was deleted is known again in every wording it had.
    """
    if place is None:
        return places
    here = (place.snapshot, place.identity)
    kept = [old for old in places if (old.snapshot, old.identity) != here] + [place]
    recent = kept[-MOST_PLACES:]
    said = {old.identity for old in recent}
    older = {old.identity: old for old in kept[:-MOST_PLACES] if old.identity not in said}
    return (*older.values(), *recent)


def source_key(id: str) -> str:
    """What a source is called among the ids of items; none of those can hold a colon."""
    return f"{SOURCES}:{id}"


def snapshot_name(sha256: str) -> str:
    """What a snapshot of a source is called, in records and as a file."""
    return sha256[:12]


def fields_of(model: Briefing | SourceFile | Item) -> Fields:
    """The values of an item, of a source, or of the head of a briefing."""
    if isinstance(model, Briefing):
        keys: tuple[str, ...] = HEAD
    else:
        keys = tuple(key for key in keys_of(model) if key != "id")
    values = ((key, _plain(key, getattr(model, key))) for key in keys)
    return {key: value for key, value in values if value}


def keys_of(model: SourceFile | Item) -> tuple[str, ...]:
    """The keys of an item or of a source, in the order of the file."""
    return model.keys() if isinstance(model, Item) else tuple(type(model).model_fields)


def item_of(section: str, id: str, fields: Mapping[str, Value]) -> Item:
    """The item with these values.

    Raises:
        ValidationError: they make no item.
    """
    return item_type(section).model_validate({**fields, "id": id})


def _plain(key: str, value: object) -> Value | None:
    if value is None or value is Qualifier.EXACT:
        return None
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, tuple):
        return value[0] if len(value) == 1 and key != "topics" else value
    return str(value)
