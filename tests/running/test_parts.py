"""An input in parts: which lines are whose, what is done once, and what makes it be done again."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefsite.running import HERE
from briefsite.running.parts import Part, lines_of, parts_of, write_parts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LINES = b"one\ntwo\n\nfour \xe2\x80\x9c\r\nfive"


class Answer(NamedTuple):
    text: str
    has_failed: bool = False


class Desk:
    """Writes an input in parts, and remembers which it worked on."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.worked = folder, 0

    def answers(self, part: Part) -> Iterator[Answer]:
        self.worked += 1
        for number, line in lines_of(part):
            yield Answer(f"{number} {line.decode().strip()}\n", has_failed=not line.strip())

    def run(self, *names: str, made_with: str = "this", most: int = 8) -> list[tuple[str, int, bool]]:
        self.worked = 0
        parts = list(parts_of([(name, True) for name in names], str(self.folder), most=most))
        out = str(self.folder / "out")
        written = write_parts(parts, out, self.answers, self.answers, made_with=made_with, run=HERE)
        return [(file.rpartition("/")[2], known.failed, is_old) for file, known, is_old in written]

    def text(self) -> str:
        return "".join(path.read_text(encoding="utf-8") for path in sorted((self.folder / "out").glob("part-*")))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    (tmp_path / "in.jsonl").write_bytes(LINES)
    return Desk(tmp_path)


@given(most=st.integers(1, 40), data=st.binary(max_size=60) | st.just(LINES))
def test_every_line_is_in_one_part(most: int, data: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.getbasetemp()
    (folder / "x.jsonl").write_bytes(data)
    parts = parts_of([("x.jsonl", True)], str(folder), most=most)
    assert [line for part in parts for _, line in lines_of(part)] == data.splitlines(keepends=True) or b"\r" in data
    parts = parts_of([("x.jsonl", True)], str(folder), most=most)
    assert b"".join(line for part in parts for _, line in lines_of(part)) == data


def test_lines_keep_their_numbers_across_parts(desk: Desk) -> None:
    assert [failed for _, failed, _ in desk.run("in.jsonl")] == [0, 1, 0]
    assert desk.text() == "1 one\n2 two\n3 \n4 four “\n5 five\n"


def test_what_is_done_is_not_done_again(desk: Desk) -> None:
    first = desk.run("in.jsonl")
    assert desk.run("in.jsonl") == [(file, failed, True) for file, failed, _ in first]
    assert desk.worked == 0


def test_a_run_that_was_stopped_goes_on(desk: Desk) -> None:
    parts = list(parts_of([("in.jsonl", True)], str(desk.folder), most=8))
    written = write_parts(parts, str(desk.folder / "out"), desk.answers, desk.answers, made_with="this", run=HERE)
    next(written)
    written.close()
    assert [is_old for _, _, is_old in desk.run("in.jsonl")] == [True, False, False]
    assert desk.text().startswith("1 one\n")


@pytest.mark.parametrize("what", ["input", "output", "output gone", "code", "manifest"])
def test_what_has_changed_is_done_again(desk: Desk, what: str) -> None:
    desk.run("in.jsonl")
    whole = desk.text()
    if what == "input":
        (desk.folder / "in.jsonl").write_bytes(LINES.replace(b"two", b"TWO"))
    elif what == "output":
        (desk.folder / "out/part-00000.jsonl").write_text("1 on", encoding="utf-8")
    elif what == "output gone":
        (desk.folder / "out/part-00000.jsonl").unlink()
    elif what == "manifest":
        (desk.folder / "out/manifest.json").write_text("[", encoding="utf-8")
    old = [is_old for _, _, is_old in desk.run("in.jsonl", made_with="other" if what == "code" else "this")]
    assert old == ([False] * 3 if what in ("code", "manifest") else [False, True, True])
    assert desk.text() == (whole.replace("two", "TWO") if what == "input" else whole)


def test_a_packed_file_is_one_part(desk: Desk) -> None:
    pytest.importorskip("fsspec", reason="the extra is not installed: pip install 'briefsite[dask]'")
    (desk.folder / "in.jsonl.gz").write_bytes(gzip.compress(LINES))
    assert len(desk.run("in.jsonl.gz", most=1)) == 1
    assert desk.text() == "1 one\n2 two\n3 \n4 four “\n5 five\n"


def test_addresses_are_read_and_written(desk: Desk) -> None:
    fsspec = pytest.importorskip("fsspec", reason="the extra is not installed: pip install 'briefsite[dask]'")
    fsspec.filesystem("memory").pipe_file("/archive/in.jsonl", LINES)
    parts = list(parts_of([("memory://archive/in.jsonl", True)], str(desk.folder), most=8))
    for _ in range(2):
        done = list(write_parts(parts, "memory://answers", desk.answers, desk.answers, made_with="this", run=HERE))
    assert [is_old for _, _, is_old in done] == [True, True, True]
    assert fsspec.filesystem("memory").cat_file("/answers/part-00000.jsonl") == b"1 one\n2 two\n"
