"""What a run keeps for the next one, and when that does not hold."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING, Any

import pytest

from briefsite.pipeline import Workspace
from briefsite.pipeline.memory import Memory

if TYPE_CHECKING:
    from pathlib import Path

FOUND = {"ferry": ["abc", [["Ada Holm", "pilot"]]], "pier": []}


def memory(root: Path, settings: str = "") -> Memory:
    return Memory(Workspace.at(root), "found.json", settings)


def as_it_is(found: Any) -> Any:
    return found


def old(path: Path) -> Path:
    """A file whose times tell of every later change."""
    path.write_text("The ferry is late.", encoding="utf-8")
    long_ago = time.time() - 60
    os.utime(path, (long_ago, long_ago))
    return path


def test_what_was_kept_is_recalled(tmp_path: Path) -> None:
    memory(tmp_path).keep(FOUND)
    assert memory(tmp_path).recall(as_it_is) == FOUND
    assert memory(tmp_path).recall(len) == 2


def test_without_a_file_or_with_other_settings_or_code_there_is_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert memory(tmp_path).recall(as_it_is) is None
    memory(tmp_path, "a site").keep(FOUND)
    assert memory(tmp_path, "another site").recall(as_it_is) is None
    assert memory(tmp_path, "a site").recall(as_it_is) == FOUND
    monkeypatch.setattr("briefsite.pipeline.memory.code_digest", lambda: "another")
    assert memory(tmp_path, "a site").recall(as_it_is) is None


@pytest.mark.parametrize("text", ["", "[", "[]", "{}", '{"made_with": 1}', "[" * 100_000])
def test_a_damaged_file_is_none(tmp_path: Path, text: str) -> None:
    memory(tmp_path).keep(FOUND)
    (tmp_path / ".briefsite/found.json").write_text(text, encoding="utf-8")
    assert memory(tmp_path).recall(as_it_is) is None


def test_findings_of_another_form_are_none(tmp_path: Path) -> None:
    memory(tmp_path).keep(FOUND)
    assert memory(tmp_path).recall(lambda found: found["bridge"]) is None
    assert memory(tmp_path).recall(lambda found: found["ferry"].items()) is None


def test_files_that_are_as_they_were_are_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefsite.pipeline.digests._SETTLED", 0)
    seed = old(tmp_path / "seed.txt")
    first = memory(tmp_path)
    of = first.digests.of(seed)
    first.keep(FOUND)
    second = memory(tmp_path)
    second.recall(as_it_is)
    monkeypatch.setattr("briefsite.pipeline.digests.digest", lambda _: "read")
    assert second.digests.of(seed) == of


def test_a_file_is_written_only_where_something_is_new(tmp_path: Path) -> None:
    file = tmp_path / ".briefsite/found.json"
    memory(tmp_path).keep({})
    assert not file.exists()
    one = memory(tmp_path)
    one.keep(FOUND)
    file.unlink()
    one.keep(dict(FOUND))
    assert not file.exists()
    one.keep({**FOUND, "bridge": []})
    assert file.exists()


def test_what_is_forgotten_is_kept_again(tmp_path: Path) -> None:
    one = memory(tmp_path)
    one.keep(FOUND)
    one.forget()
    assert memory(tmp_path).recall(as_it_is) is None
    one.keep(FOUND)
    assert memory(tmp_path).recall(as_it_is) == FOUND
