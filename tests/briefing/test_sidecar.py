from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefsite.briefing import Sidecar
from briefsite.span import Span

if TYPE_CHECKING:
    from pathlib import Path

SIDECAR = Sidecar(
    sha256={"s2": "bb", "s1": "aa"},
    text='title: “x”\nsources:\n  - file: "a"\n',
    spans={"s-2": (Span(5, 9),), "q-1": (Span(1, 2), Span(3, 4)), "p-1": ()},
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "flood.lock.json"


def test_what_is_dumped_loads_the_same(path: Path) -> None:
    path.write_text(SIDECAR.dump(), encoding="utf-8")
    loaded = Sidecar.load(path)
    assert loaded == SIDECAR
    assert loaded.dump() == SIDECAR.dump()


def test_a_line_holds_an_item_in_order_of_its_id() -> None:
    lines = SIDECAR.dump().splitlines()
    assert '    "q-1": [[1, 2], [3, 4]],' in lines
    assert [line.split('"')[1] for line in lines if "[[" in line] == ["q-1", "s-2"]
    assert '    "title: “x”",' in lines
    json.loads(SIDECAR.dump())


def test_the_order_of_the_spans_changes_no_byte() -> None:
    turned = Sidecar(sha256=SIDECAR.sha256, text=SIDECAR.text, spans=dict(reversed(list(SIDECAR.spans.items()))))
    assert turned.dump() == SIDECAR.dump()


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_any_draft_loads_the_same(text: str) -> None:
    text += "\n"
    assert Sidecar._read(json.loads(Sidecar(sha256={}, text=text, spans={}).dump())).text == text


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"{}",
        b"\xff\xfe",
        b'{"version": 99, "sha256": {}, "spans": {}, "draft": []}',
        b'{"version": 1, "sha256": {}, "spans": {"a": [[5, 2]]}, "draft": []}',
        b'{"version": 1, "sha256": {}, "spans": {"a": 7}, "draft": []}',
        b'{"version": 1, "sha256": [], "spans": {}, "draft": []}',
        b'{"version": 1, "sha256": {}, "spans": {}, "draft": [7]}',
        b'{"version": 1, "sha256": {}, "spans": {}, "draft": "text"}',
        b"[" * 100_000,
        b'<<<<<<< HEAD\n{"version": 1}',
    ],
)
def test_a_damaged_sidecar_counts_as_none(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    assert Sidecar.load(path) is None


def test_a_missing_sidecar_is_none(path: Path) -> None:
    assert Sidecar.load(path) is None
    assert Sidecar.load(path.parent) is None
