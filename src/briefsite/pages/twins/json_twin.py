"""The JSON twin of a briefing's page: `b/SLUG/briefing.json`. Its shape: `assets/briefsite/briefing-twin.schema.json`.

Words of a source are exact: white space and all. Keys are never left out, so that a script need not ask; what is not
known is null. A new key may come, none goes or changes its meaning without a new `version`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefsite.pages.figures import figure_words
from briefsite.pages.twins.addresses import file_address
from briefsite.pages.twins.json_text import written

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefsite.pages.twins.record import Evidence, ItemRecord, Record, SourceRecord

VERSION = 1
SCHEMA = "assets/briefsite/briefing-twin.schema.json"
NAME = "briefing.json"
_FIELDS = {
    "key_figures": ("label", "value", "unit", "qualifier", "change", "period", "said_by"),
    "quotes": ("speaker",),
    "timeline": ("date",),
    "open_questions": ("question", "kind", "status", "due", "answer"),
    "people": ("name", "role"),
}
"""What the items of a section have beside what all of them have; the words of a briefing file."""


def json_twin(record: Record) -> str:
    """The twin, for people to read as well: indented, and not in ASCII."""
    return written(
        {
            "$schema": file_address(record.site, SCHEMA),
            "version": VERSION,
            "url": record.address,
            "title": record.title,
            "date": record.date or None,
            "status": record.status.value,
            "since": record.since or None,
            "topics": list(record.topics),
            "site": {"name": record.site.name, "url": record.site.url or None, "language": record.site.language},
            "note": record.note or None,
            "sources": [_source(source) for source in record.sources],
            "items": [_item(item) for item in record.items],
            "changes": [change.model_dump(mode="json") for change in record.changes],
        }
    )


def _source(source: SourceRecord) -> dict[str, Any]:
    return {
        "id": source.id,
        "title": source.title or None,
        "publisher": source.publisher or None,
        "byline": source.byline or None,
        "date": source.date or None,
        "url": source.url or None,
        "language": source.language or None,
        "rights": source.rights.value,
        "rights_statement": source.rights_words,
    }


def _item(record: ItemRecord) -> dict[str, Any]:
    is_lost = record.state == "lost"
    made: dict[str, Any] = {
        "id": record.id,
        "section": record.section,
        "state": record.state,
        "permalink": record.permalink,
        "text": list(record.segments) if record.section == "quotes" else (record.text or None),
        "verbatim": record.is_source,
    }
    for name in _FIELDS.get(record.section, ()):
        made[name] = None if is_lost else getattr(record.item, name)
    if record.section in {"quotes", "timeline"}:
        made["written_as"] = record.written_as or None
    if record.section == "key_figures":
        made["shown"] = None if is_lost else figure_words(record.item).line
    return made | {
        "evidence": _evidence(record.evidence),
        "because": _evidence(record.because),
        "note": record.note or None,
    }


def _evidence(evidence: Iterable[Evidence]) -> list[dict[str, Any]]:
    return [
        {
            "source": one.source,
            "paragraph": one.paragraph,
            "words": one.words,
            "start": one.span[0] if one.span else None,
            "end": one.span[1] if one.span else None,
            "original": one.original or None,
        }
        for one in evidence
    ]
