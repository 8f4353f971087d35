from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from briefings import briefings
from briefsite.briefing import Draft, Sidecar, encode
from briefsite.briefing.record import Conflict, Place, Record, fields_of
from briefsite.span import Span
from command import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

SIDECAR = Sidecar(
    sha256={"s2": "bb", "s1": "aa"},
    head={"title": "x: “y”", "topics": ("a", "b")},
    records=(
        Record(group="sources", id="sources:s1", fields={"file": "a"}),
        Record(
            group="quotes",
            id="q-1",
            fields={"text": ("a", "b"), "source": "p1"},
            places=(
                Place(snapshot="aa", spans=(Span(1, 2), Span(3, 4)), identity="00"),
                Place(snapshot="ab", spans=(), identity="01"),
            ),
        ),
        Record(group="summary", id="s-2", fields={"text": "c"}, state="deleted", is_touched=True),
    ),
    conflicts=(Conflict(group="quotes", item="q-1", field="text", base=("a", "b"), theirs=None),),
    pristine="cc",
)
FIRST_VERSION = {
    "version": 1,
    "sha256": {"s1": "ab" * 32},
    "spans": {"s-1": [[5, 9]]},
    "draft": ["title: T", "sources:", "  - file: a", "summary:", "  - text: One.", "    source: p1", "    id: s-1"],
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "flood.lock.json"


def test_what_is_dumped_loads_the_same(path: Path) -> None:
    path.write_text(SIDECAR.dump(), encoding="utf-8")
    loaded = Sidecar.load(path)
    assert loaded == SIDECAR
    assert loaded.dump() == SIDECAR.dump()


def test_a_line_holds_an_item() -> None:
    lines = SIDECAR.dump().splitlines()
    assert sum('"id": ' in line for line in lines) == len(SIDECAR.records)
    json.loads(SIDECAR.dump())


def test_the_order_of_the_values_changes_no_byte() -> None:
    turned = Sidecar(
        sha256=dict(reversed(list(SIDECAR.sha256.items()))),
        head=dict(reversed(list(SIDECAR.head.items()))),
        records=SIDECAR.records,
        conflicts=SIDECAR.conflicts,
        pristine=SIDECAR.pristine,
    )
    assert turned.dump() == SIDECAR.dump()


@given(briefings)
def test_any_draft_loads_the_same(briefing) -> None:
    sidecar = Sidecar.of(Draft(briefing=briefing, spans={}), sha256={briefing.sources[0].id: "00"}, text="")
    assert Sidecar._read(json.loads(sidecar.dump())) == sidecar


# --- a crash between two writes --------------------------------------------------------------------------


def test_a_pending_memory_counts_only_where_its_file_is_written(path: Path) -> None:
    before = Sidecar(sha256={"s1": "00"}, head={"title": "old"}, records=())
    path.write_text(SIDECAR.dump_pending(before, "the new file\n"), encoding="utf-8")
    assert Sidecar.load(path, "the new file\n") == SIDECAR
    assert Sidecar.load(path, "the old file\n") == before
    assert Sidecar.load(path, None) == before
    assert not Sidecar.is_unfinished(path)


def test_a_first_draft_that_was_never_written_is_unfinished(path: Path) -> None:
    path.write_text(SIDECAR.dump_pending(None, "the new file\n"), encoding="utf-8")
    assert Sidecar.is_unfinished(path)
    assert Sidecar.load(path, None) is None
    assert Sidecar.load(path, "the new file\n") == SIDECAR


# --- the version before ----------------------------------------------------------------------------------


def test_the_first_version_is_read_without_loss(path: Path) -> None:
    path.write_text(json.dumps(FIRST_VERSION), encoding="utf-8")
    loaded = Sidecar.load(path)
    assert loaded is not None
    assert loaded.head == {"title": "T", "status": "draft"}
    assert [(record.group, record.id) for record in loaded.records] == [("sources", "sources:s1"), ("summary", "s-1")]
    (place,) = loaded.records[1].places
    assert (place.snapshot, place.spans) == ("ab" * 6, (Span(5, 9),))
    assert Sidecar._read(json.loads(loaded.dump())) == loaded


def test_the_sidecars_of_this_repository_can_be_read() -> None:
    paths = sorted((REPOSITORY / "briefing").glob("*.lock.json"))
    assert paths
    for path in paths:
        loaded = Sidecar.load(path)
        assert loaded is not None, path.name
        assert len(loaded.records) > 10, path.name


# --- damage ----------------------------------------------------------------------------------------------


def damaged(**changes: object) -> bytes:
    return json.dumps({**json.loads(SIDECAR.dump()), **changes}).encode()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"{}",
        b"\xff\xfe",
        damaged(version=99),
        damaged(records=None),
        damaged(records=[{"id": "a", "group": "nothing", "fields": {}}]),
        damaged(records=[{"id": "a", "group": "quotes", "fields": {"text": 7}}]),
        damaged(records=[{"id": "a", "group": "quotes", "fields": {}, "state": "lost"}]),
        damaged(records=[{"id": "a", "group": "quotes", "fields": {}, "places": [["a", "b", [[5, 2]]]]}]),
        damaged(conflicts=[{}]),
        damaged(sha256=[]),
        damaged(head=[]),
        json.dumps({"memory": None, "pending": None}).encode(),
        json.dumps({"memory": None, "pending": {"yaml": "", "memory": {}}}).encode(),
        json.dumps({**FIRST_VERSION, "spans": {"a": 7}}).encode(),
        json.dumps({**FIRST_VERSION, "sha256": []}).encode(),
        json.dumps({**FIRST_VERSION, "draft": [7]}).encode(),
        json.dumps({**FIRST_VERSION, "draft": "text"}).encode(),
        b"[" * 100_000,
        b'<<<<<<< HEAD\n{"version": 1}',
    ],
)
def test_a_damaged_sidecar_counts_as_none(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    assert Sidecar.load(path) is None
    assert Sidecar.load(path, "text") is None
    Sidecar.is_unfinished(path)


def test_a_missing_sidecar_is_none(path: Path) -> None:
    assert Sidecar.load(path) is None
    assert Sidecar.load(path.parent) is None
    assert not Sidecar.is_unfinished(path)


@given(briefings)
def test_a_first_version_of_any_draft_has_every_value(briefing) -> None:
    data = {"version": 1, "sha256": {"s1": "00"}, "spans": {}, "draft": encode(briefing).splitlines()}
    loaded = Sidecar._read(json.loads(json.dumps(data)))
    items = [item for items in briefing.sections().values() for item in items]
    assert [dict(record.fields) for record in loaded.records[1:]] == [fields_of(item) for item in items]
