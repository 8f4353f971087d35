"""What people did to a briefing since the machine wrote it, and which of it the machine now sees differently."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from briefsite.briefing.merge.mine import References, entries, put_elsewhere
from briefsite.briefing.record import Conflict, Fields, Value, fields_of, source_key
from briefsite.briefing.syntax import in_words
from briefsite.diagnostic import Diagnostic, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefsite.briefing.decode import Decoded
    from briefsite.briefing.model import Briefing
    from briefsite.briefing.sidecar import Sidecar
    from briefsite.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One thing that a person did to one item."""

    what: Literal["changed", "added", "deleted", "put elsewhere"]
    group: str
    """The section, `sources`, or empty for the head of the briefing."""
    id: str
    field: str = ""
    """Of `changed`: which value."""
    old: Value | None = None
    new: Value | None = None
    fields: Fields | None = None
    """Of `added` and `deleted`: the whole item."""
    place: Span | None = None
    """Where it stands in the file."""


def edits(sidecar: Sidecar, decoded: Decoded) -> tuple[Edit, ...]:
    """Every edit of a file that could be decoded, in its order; what was deleted comes last."""
    return tuple(_edits(sidecar, decoded))


def _edits(sidecar: Sidecar, decoded: Decoded) -> Iterator[Edit]:
    briefing = decoded.briefing
    if briefing is None:
        return
    yield from _changed("", "", dict(sidecar.head), fields_of(briefing), decoded, ())
    records = {record.id: record for record in sidecar.records}
    found = entries(decoded, briefing, _references(sidecar, briefing), records)
    moved = put_elsewhere(found, sidecar.records)
    for entry in found:
        path = (entry.group, entry.index)
        record = records.get(entry.id)
        if record is None:
            place = decoded.place(*path)
            yield Edit(what="added", group=entry.group, id=entry.id, fields=entry.fields, place=place)
            continue
        yield from _changed(entry.group, entry.id, dict(record.fields), entry.fields, decoded, path)
        if entry.id in moved or record.is_touched:
            yield Edit(what="put elsewhere", group=entry.group, id=entry.id, place=decoded.place(*path))
    here = {entry.id for entry in found}
    for record in sidecar.records:
        if record.id not in here and record.state != "withdrawn":
            yield Edit(what="deleted", group=record.group, id=record.id, fields=dict(record.fields))


def _references(sidecar: Sidecar, briefing: Briefing) -> References:
    id = next(iter(sidecar.sha256), "")
    files = (record.fields.get("file") for record in sidecar.records if record.id == source_key(id))
    return References.of(briefing, id=id, file=str(next(files, "")))


def _changed(
    group: str, id: str, old: Fields, new: Fields, decoded: Decoded, path: tuple[str | int, ...]
) -> Iterator[Edit]:
    for key in dict.fromkeys((*old, *new)):
        if old.get(key) != new.get(key):
            place = decoded.place(*path, key)
            yield Edit(what="changed", group=group, id=id, field=key, old=old.get(key), new=new.get(key), place=place)


def open_conflicts(sidecar: Sidecar, decoded: Decoded) -> tuple[tuple[Conflict, Value | None, Span | None], ...]:
    """The conflicts that nobody has settled, with the person's value and where it stands."""
    briefing = decoded.briefing
    if briefing is None or not sidecar.conflicts:
        return ()
    found = entries(decoded, briefing, _references(sidecar, briefing), {})
    mine = {entry.id: (entry.fields, (entry.group, entry.index)) for entry in found}
    head: tuple[Fields, tuple[str | int, ...]] = (fields_of(briefing), ())
    still = []
    for conflict in sidecar.conflicts:
        fields, path = mine.get(conflict.item, (None, ())) if conflict.group else head
        if fields is not None and fields.get(conflict.field) != conflict.theirs:
            still.append((conflict, fields.get(conflict.field), decoded.place(*path, conflict.field)))
    return tuple(still)


def conflict_problems(sidecar: Sidecar, decoded: Decoded, slug: str) -> tuple[Diagnostic, ...]:
    """A warning for each conflict that nobody has settled, at the person's value."""
    return tuple(
        Diagnostic(
            code="M001",
            severity=Severity.WARNING,
            message=f"“{conflict.field}” was edited here, and the machine now says something else too: "
            f"{_said(conflict.theirs)}; it said {_said(conflict.base)} before",
            source=decoded.source,
            span=place,
            help=f"take that value, or let yours stand: briefsite draft {slug} --keep-mine",
        )
        for conflict, _, place in open_conflicts(sidecar, decoded)
    )


def _said(value: Value | None) -> str:
    if value is None:
        return "nothing"
    return f"“{in_words(value if isinstance(value, str) else ' … '.join(value))}”"
