"""Noticing changes: each once, with and without the help of the system."""

from __future__ import annotations

import logging
import threading
import time
from typing import TYPE_CHECKING

import pytest

from briefsite.live import Watch, differences, look, look_again, watch

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Calls:
    """Counts the calls, and waits for them."""

    def __init__(self) -> None:
        self.count = 0
        self.changed: frozenset[Path] | None = frozenset()
        self._called = threading.Condition()

    def __call__(self, changed: frozenset[Path] | None) -> None:
        with self._called:
            self.count += 1
            self.changed = changed
            self._called.notify_all()

    def reach(self, count: int) -> None:
        with self._called:
            assert self._called.wait_for(lambda: self.count >= count, timeout=10), self.count


@pytest.fixture(params=["events", "no events"])
def watched(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> Iterator[tuple[Path, Calls]]:
    """A folder that is watched: with the events of the system, and where it has run out of watches."""
    monkeypatch.setattr(watch, "REST", 0.2)
    if request.param == "no events":

        def refuse(_: object) -> None:
            raise OSError(28, "inotify watch limit reached")

        monkeypatch.setattr(watch.Observer, "start", refuse)
    calls = Calls()
    with caplog.at_level(logging.INFO, logger="mkdocs.plugins.briefsite"):
        watching = Watch([tmp_path / "seeds"], calls)
        watching.start()
    assert ("inotify watch limit reached" in caplog.text) == (request.param == "no events")
    calls.reach(1)  # once at the start: nobody knows what changed before
    yield tmp_path / "seeds", calls
    watching.stop()


def test_a_burst_of_changes_is_one_call(watched: tuple[Path, Calls]) -> None:
    folder, calls = watched
    for number in range(20):
        (folder / f"{number}.txt").write_text("It rained.", encoding="utf-8")
        time.sleep(0.005)
    calls.reach(2)
    time.sleep(0.5)
    assert calls.count == 2


@pytest.mark.parametrize("name", [".hidden.swp", "#auto#", "article.txt~", "article.txt.bak", ".git/index"])
def test_what_editors_keep_for_themselves_is_no_change(watched: tuple[Path, Calls], name: str) -> None:
    folder, calls = watched
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("a copy", encoding="utf-8")
    time.sleep(0.5)
    assert calls.count == 1


def test_the_files_that_changed_are_named(watched: tuple[Path, Calls]) -> None:
    folder, calls = watched
    assert calls.changed is None, "before the first look, nobody knows"
    (folder / "deep").mkdir()
    (folder / "deep/one.txt").write_text("It rained.", encoding="utf-8")
    calls.reach(2)
    assert calls.changed == {folder / "deep/one.txt"}
    (folder / "deep/one.txt").rename(folder / "two.txt")
    calls.reach(3)
    assert calls.changed == {folder / "deep/one.txt", folder / "two.txt"}
    (folder / "deep").rename(folder / "deeper")
    (folder / "two.txt").unlink()
    calls.reach(4)
    assert calls.changed == {folder / "two.txt"}


def test_reading_is_no_change_but_deleting_and_renaming_are(watched: tuple[Path, Calls]) -> None:
    folder, calls = watched
    (folder / "one.txt").write_text("It rained.", encoding="utf-8")
    calls.reach(2)
    (folder / "one.txt").read_text(encoding="utf-8")
    time.sleep(0.5)
    assert calls.count == 2
    (folder / "one.txt").rename(folder / "two.txt")
    calls.reach(3)
    (folder / "two.txt").unlink()
    calls.reach(4)


def test_a_folder_that_goes_and_comes_back_is_watched_still(watched: tuple[Path, Calls]) -> None:
    folder, calls = watched
    folder.rmdir()
    time.sleep(0.3)
    folder.mkdir()
    (folder / "one.txt").write_text("It rained.", encoding="utf-8")
    calls.reach(2)


def test_a_bug_in_what_is_called_does_not_end_the_watch(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    calls = Calls()

    def fail(changed: frozenset[Path] | None) -> None:
        calls(changed)
        raise RuntimeError("a bug")

    watching = Watch([tmp_path], fail)
    watching.start()
    calls.reach(1)
    (tmp_path / "one.txt").write_text("It rained.", encoding="utf-8")
    calls.reach(2)
    watching.stop()
    assert "a bug" in caplog.text


def test_a_look_sees_a_change_of_size_or_time(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text("It rained.", encoding="utf-8")
    before = look([tmp_path])
    assert look([tmp_path]) == before
    path.write_text("It rained again.", encoding="utf-8")
    assert look([tmp_path]) != before
    assert look([tmp_path / "missing"]) == {}


def test_looking_at_some_files_again_is_a_look_where_only_they_changed(tmp_path: Path) -> None:
    names = ["same.txt", "edited.txt", "deleted.txt"]
    for name in names:
        (tmp_path / name).write_text("It rained.", encoding="utf-8")
    before = look([tmp_path])
    (tmp_path / "edited.txt").write_text("It rained again.", encoding="utf-8")
    (tmp_path / "deleted.txt").unlink()
    (tmp_path / "new.txt").write_text("Sun.", encoding="utf-8")
    (tmp_path / ".hidden").write_text("Sun.", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    touched = [str(tmp_path / name) for name in ("edited.txt", "deleted.txt", "new.txt", ".hidden", "folder")]
    now = look_again(before, touched, [tmp_path])
    assert now == look([tmp_path])
    assert differences(before, now) == {tmp_path / name for name in ("edited.txt", "deleted.txt", "new.txt")}
