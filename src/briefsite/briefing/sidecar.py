"""What only the machine needs of a briefing, in a committed file beside it: `briefing/<slug>.lock.json`.

It holds the machine's last version of every item that it ever proposed, which merging needs as the base, and
where each one's words stood in which snapshot of the source. One item a line, so that a change of one
sentence is a small diff.

The briefing and its sidecar are two files, and a crash may fall between the writing of the one and of the
other. So the sidecar is written first with the new memory *pending*, under the digest of the YAML that
belongs to it; then the YAML; then the sidecar with the new memory alone. Whoever reads it takes the pending
one exactly where the YAML of that digest is there.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256 as digest_of
from typing import TYPE_CHECKING, Any

from briefsite.briefing.decode import decode
from briefsite.briefing.ids import identity
from briefsite.briefing.record import GROUPS, SOURCES, Conflict, Place, Record, fields_of, snapshot_name, source_key
from briefsite.source import Source
from briefsite.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from briefsite.briefing.assemble import Draft
    from briefsite.briefing.model import Briefing
    from briefsite.briefing.record import Value

VERSION = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Sidecar:
    """The machine's memory of one briefing."""

    sha256: Mapping[str, str]
    """By source id: the digest of the bytes it was drafted from, in hexadecimal."""
    head: Mapping[str, Value]
    """The machine's title, date and status."""
    records: tuple[Record, ...]
    """Sources and items: those that are in the file in its order, then the others by id."""
    conflicts: tuple[Conflict, ...] = ()
    """What the last draft found; some may have been settled since."""
    pristine: str | None = None
    """The digest of the file where it is the machine's own from the first line to the last."""

    @classmethod
    def of(cls, draft: Draft, *, sha256: Mapping[str, str], text: str) -> Sidecar:
        """The sidecar of a first draft whose YAML is `text`."""
        snapshot = snapshot_name(sha256[draft.briefing.sources[0].id])
        return cls(
            sha256=dict(sha256),
            head=fields_of(draft.briefing),
            records=tuple(_records(draft.briefing, draft.spans, snapshot)),
            pristine=digest(text),
        )

    @property
    def snapshots(self) -> frozenset[str]:
        """The snapshots that places of its records are in."""
        return frozenset(place.snapshot for record in self.records for place in record.places)

    @classmethod
    def load(cls, path: Path, text: str | None = None) -> Sidecar | None:
        """The sidecar in a file; None where there is none, or none that can be read.

        `text` is the briefing's YAML as it stands: it tells whether a pending memory is the right one. Without
        a sidecar nothing is lost: what people have written then counts as edited, and stays.
        """
        try:
            data = json.loads(path.read_bytes())
            if "pending" in data:
                pending = data["pending"]
                data = pending["memory"] if text is not None and pending["yaml"] == digest(text) else data["memory"]
            return cls._read(data) if data else None
        except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return None

    @staticmethod
    def is_unfinished(path: Path) -> bool:
        """Whether the briefing that the sidecar speaks of may never have been written: a crash came before."""
        try:
            data = json.loads(path.read_bytes())
            return data.get("memory", data) is None
        except (OSError, ValueError, AttributeError, RecursionError):
            return False

    @classmethod
    def _read(cls, data: Any) -> Sidecar:
        if data["version"] == 1:
            return cls._read_first_version(data)
        if data["version"] != VERSION:
            raise ValueError("another version")
        return cls(
            sha256={str(source): str(value) for source, value in data["sha256"].items()},
            head=_fields(data["head"]),
            records=tuple(_record(line) for line in data["records"]),
            conflicts=tuple(
                Conflict(
                    group=str(found["group"]),
                    item=str(found["item"]),
                    field=str(found["field"]),
                    base=_value(found["base"]),
                    theirs=_value(found["theirs"]),
                )
                for found in data["conflicts"]
            ),
            pristine=None if data["pristine"] is None else str(data["pristine"]),
        )

    @classmethod
    def _read_first_version(cls, data: Any) -> Sidecar:
        """Of the version that kept the whole draft as text."""
        text = "".join(f"{line}\n" for line in data["draft"])
        briefing = decode(Source("", text)).briefing
        if briefing is None or not isinstance(data["draft"], list):
            raise ValueError("not a draft")
        sha256 = {str(source): str(value) for source, value in data["sha256"].items()}
        spans = {str(item): _spans(places) for item, places in data["spans"].items()}
        snapshot = snapshot_name(next(iter(sha256.values()), ""))
        return cls(
            sha256=sha256,
            head=fields_of(briefing),
            records=tuple(_records(briefing, spans, snapshot)),
            pristine=digest(text),
        )

    def dump(self) -> str:
        """The file's text, the same bytes for the same content."""
        return f"{self._dumped('')}\n"

    def dump_pending(self, before: Sidecar | None, text: str) -> str:
        """The file's text while the YAML `text`, which belongs to this memory, is not written yet."""
        old = before._dumped("  ") if before else "null"
        new = self._dumped("    ")
        pending = f'{{\n    "yaml": {_json(digest(text))},\n    "memory": {new}\n  }}'
        return f'{{\n  "memory": {old},\n  "pending": {pending}\n}}\n'

    def _dumped(self, indent: str) -> str:
        lines = [
            f'"version": {VERSION}',
            f'"sha256": {_json(dict(sorted(self.sha256.items())))}',
            f'"head": {_json(dict(sorted(self.head.items())))}',
            f'"pristine": {_json(self.pristine)}',
            f'"conflicts": {_listed(map(_conflict_data, self.conflicts), indent)}',
            f'"records": {_listed(map(_record_data, self.records), indent)}',
        ]
        return "{" + ",".join(f"\n{indent}  {line}" for line in lines) + f"\n{indent}}}"


def digest(text: str) -> str:
    """The digest that a YAML file is known by."""
    return digest_of(text.encode("utf-8", "surrogatepass")).hexdigest()


def _records(briefing: Briefing, spans: Mapping[str, tuple[Span, ...]], snapshot: str) -> Iterable[Record]:
    for source in briefing.sources:
        yield Record(group=SOURCES, id=source_key(source.id), fields=fields_of(source))
    for section, items in briefing.sections().items():
        for item in items:
            id = item.id or ""
            place = Place(snapshot=snapshot, spans=spans.get(id, ()), identity=identity(section, item))
            yield Record(group=section, id=id, fields=fields_of(item), places=(place,))


def _record_data(record: Record) -> dict[str, Any]:
    data: dict[str, Any] = {"id": record.id, "group": record.group}
    if record.state != "here":
        data["state"] = record.state
    if record.is_touched:
        data["touched"] = True
    data["fields"] = dict(sorted(record.fields.items()))
    if record.places:
        data["places"] = [
            [place.snapshot, place.identity, [[span.start, span.end] for span in place.spans]]
            for place in record.places
        ]
    return data


def _record(data: Any) -> Record:
    group, state = data["group"], data.get("state", "here")
    if group not in GROUPS or state not in ("here", "withdrawn", "deleted"):
        raise ValueError("not a record")
    return Record(
        group=str(group),
        id=str(data["id"]),
        fields=_fields(data["fields"]),
        places=tuple(
            Place(snapshot=str(snapshot), identity=str(said), spans=_spans(places))
            for snapshot, said, places in data.get("places", ())
        ),
        state=state,
        is_touched=bool(data.get("touched", False)),
    )


def _conflict_data(conflict: Conflict) -> dict[str, Any]:
    return {
        "group": conflict.group,
        "item": conflict.item,
        "field": conflict.field,
        "base": conflict.base,
        "theirs": conflict.theirs,
    }


def _spans(places: Any) -> tuple[Span, ...]:
    return tuple(Span(int(start), int(end)) for start, end in places)


def _fields(data: Any) -> dict[str, Value]:
    read = {str(key): _value(value) for key, value in data.items()}
    return {key: value for key, value in read.items() if value is not None}


def _value(data: Any) -> Value | None:
    if data is None or isinstance(data, str):
        return data
    if isinstance(data, list) and all(isinstance(part, str) for part in data):
        return tuple(data)
    raise TypeError("not a value")


def _listed(values: Iterable[object], indent: str) -> str:
    lines = ",".join(f"\n{indent}    {_json(value)}" for value in values)
    return f"[{lines}\n{indent}  ]" if lines else "[]"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
