"""A real Dask scheduler on the loopback, with two workers that are processes of their own; one of them is killed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from command import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytest.importorskip("distributed", reason="the extra is not installed: pip install 'briefsite[dask]'")

STORY = (
    "The ferry line Nordvik will cut its fares by {number}% on 3 May, it said on Monday.\n\n"
    "“Nobody should have to choose between the sea and the rent,” said Hanne Brekke, its director. "
    "About {number},200 people cross every day.\n"
)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    running = Cluster(tmp_path_factory.mktemp("cluster"))
    try:
        running.start()
        yield running
    finally:
        running.stop()


class Cluster:
    def __init__(self, folder: Path) -> None:
        self.folder, self.file = folder, folder / "scheduler.json"
        self.processes: list[subprocess.Popen[bytes]] = []
        self.workers: list[subprocess.Popen[bytes]] = []
        self.address = ""

    def start(self) -> None:
        self._start("scheduler", "--port", "0", "--host", "127.0.0.1", "--no-dashboard")
        patience = time.monotonic() + 60
        while not self.file.exists():
            assert time.monotonic() < patience, "the scheduler did not start"
            time.sleep(0.05)
        self.address = json.loads(self.file.read_text(encoding="utf-8"))["address"]
        self.workers = [self.add_worker(), self.add_worker()]

    def add_worker(self) -> subprocess.Popen[bytes]:
        options = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory", str(self.folder))
        return self._start("worker", *options)

    def _start(self, kind: str, *options: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", f"distributed.cli.dask_{kind}", "--scheduler-file", str(self.file), *options]
        with (self.folder / f"{kind}.log").open("ab") as log:
            process = subprocess.Popen(command, env=environment(), cwd=self.folder, stdout=log, stderr=log)
        self.processes.append(process)
        return process

    def stop(self) -> None:
        for process in reversed(self.processes):
            process.kill()
            process.wait()


def environment() -> dict[str, str]:
    paths = [str(REPOSITORY / "src"), *os.environ.get("PYTHONPATH", "").split(os.pathsep)]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))}


def briefsite(*arguments: str, cwd: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "briefsite", *arguments]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=cwd, env=environment(), stdout=pipe, stderr=pipe, bufsize=0)


def archive(path: Path, number: int) -> None:
    records = ({"id": f"a{n}", "text": STORY.format(number=n % 90 + 2), "date": "2026-04-14"} for n in range(number))
    lines = [json.dumps(record) for record in records]
    lines[number // 3] = "no JSON"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_a_worker_killed_in_the_middle_changes_no_byte(cluster: Cluster, tmp_path: Path) -> None:
    archive(tmp_path / "in.jsonl", 200)
    here, said_here = briefsite("extract", "in.jsonl", cwd=tmp_path).communicate(timeout=300)
    there = briefsite("extract", "in.jsonl", "--dask", cluster.address, cwd=tmp_path)
    assert there.stdout
    first = there.stdout.readline()
    killed = cluster.workers.pop()
    killed.kill()
    rest, said = there.communicate(timeout=300)
    cluster.workers.append(cluster.add_worker())
    assert first + rest == here
    assert there.returncode == 1, said.decode()
    assert b"in.jsonl:67: not a JSON object" in here
    assert b"1 of the articles could not be read" in said
    assert b"1 of the articles could not be read" in said_here


def test_parts_one_behind_the_other_are_the_whole_and_are_done_once(cluster: Cluster, tmp_path: Path) -> None:
    archive(tmp_path / "in.jsonl", 60)
    for n in range(3):
        (tmp_path / f"{n}.txt").write_text(STORY.format(number=n + 2), encoding="utf-8")
    inputs = ("in.jsonl", "0.txt", "1.txt", "2.txt")
    here, _ = briefsite("extract", "--format", "jsonl", *inputs, cwd=tmp_path).communicate(timeout=300)
    there = briefsite("extract", *inputs, "--out", "out", "--dask", cluster.address, cwd=tmp_path)
    _, said = there.communicate(timeout=300)
    assert there.returncode == 1, said.decode()
    parts = sorted((tmp_path / "out").glob("part-*.jsonl"))
    assert b"".join(part.read_bytes() for part in parts) == here
    again = briefsite("extract", *inputs, "--out", "out", "--dask", cluster.address, cwd=tmp_path)
    assert b"2 parts in out, 2 done before" in again.communicate(timeout=300)[1]


def test_draft_on_a_cluster_writes_what_one_process_writes(cluster: Cluster, tmp_path: Path) -> None:
    folders = [tmp_path / "here", tmp_path / "there"]
    for folder in folders:
        (folder / "seeds").mkdir(parents=True)
        (folder / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
        for n in range(20):
            text = f"date: 2026-04-14\n\n{STORY.format(number=n + 2)}" if n != 7 else ""
            (folder / f"seeds/a{n}.txt").write_text(text, encoding="utf-8")
    outputs = []
    for folder, options in zip(folders, ([], ["--dask", cluster.address]), strict=True):
        done = briefsite("draft", *options, cwd=folder)
        outputs.append((done.communicate(timeout=300), done.returncode))
    assert outputs[0] == outputs[1]
    assert outputs[0][1] == 1, "an empty seed is an error"
    here, there = (
        {path.relative_to(folder): path.read_bytes() for path in (folder / "briefing").rglob("*") if path.is_file()}
        for folder in folders
    )
    assert here == there
    # the YAML, what the machine needs of it and the source as it was; the schema, and who may be one person
    assert len(here) == 3 * 19 + 2


def test_where_no_scheduler_answers_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY.format(number=2), encoding="utf-8")
    done = briefsite("extract", "a.txt", "--dask", "nonsense://127.0.0.1:1", cwd=tmp_path)
    _, said = done.communicate(timeout=120)
    assert done.returncode == 2
    assert b"no Dask scheduler with a worker at nonsense://127.0.0.1:1" in said
    assert b"Traceback" not in said
