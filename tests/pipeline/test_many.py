"""Drafting many seeds: what is not done again, and that one of them stops none of the others."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING, Any

import pytest

from briefsite.pipeline import Workspace, draft, memory
from briefsite.pipeline.draft import draft_article
from briefsite.pipeline.many import draft_many
from briefsite.running import running
from command import run
from dying import failing

if TYPE_CHECKING:
    from pathlib import Path

    from briefsite.article import Article
    from briefsite.briefing import Draft

STAGE = sys.modules[draft_article.__module__]
STORY = (
    "date: 2026-04-14\n\nFares fall on line {number}\n\nThe ferry line Nordvik will cut its fares by {number}%.\n\n"
    "“Nobody should have to choose,” said Hanne Brekke, its director. About 4,200 people cross every day.\n"
)


@pytest.fixture
def seeds(workspace: Path) -> Path:
    for number in range(1, 21):
        (workspace / f"seeds/line-{number:02}.txt").write_text(STORY.format(number=number), encoding="utf-8")
    return workspace


def files(root: Path) -> dict[Path, bytes]:
    return {path.relative_to(root): path.read_bytes() for path in (root / "briefing").rglob("*") if path.is_file()}


def stamps(root: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in (root / "briefing").rglob("*")}


def no_drafting(*_: Any) -> None:
    raise AssertionError("an article was read")


def test_several_processes_write_the_same_bytes(seeds: Path) -> None:
    one = run("draft")
    written = files(seeds)
    shutil.rmtree(seeds / "briefing")
    several = run("draft", "--jobs", "2")
    assert (several.stdout, several.stderr, several.exit_code) == (one.stdout, one.stderr, 0)
    assert files(seeds) == written


def test_where_nothing_changed_no_article_is_read_and_nothing_written(
    seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("draft")
    before = stamps(seeds)
    monkeypatch.setattr(STAGE, "draft_article", no_drafting)
    assert run("draft").stdout == "20 unchanged\n"
    assert run("draft").stdout == "20 unchanged\n"
    assert stamps(seeds) == before


@pytest.mark.parametrize("what", ["code", "seed", "briefing", "sidecar", "snapshot", "memory"])
def test_what_may_have_changed_is_drafted_again(seeds: Path, what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    run("draft")
    run("draft")
    read = []

    def drafted_here(article: Article, *, slug: str, file: str) -> Draft:
        read.append(slug)
        return draft_article(article, slug=slug, file=file)

    monkeypatch.setattr(STAGE, "draft_article", drafted_here)
    if what == "code":
        monkeypatch.setattr(memory, "code_digest", lambda: "another")
    elif what == "seed":
        path = seeds / "seeds/line-03.txt"
        path.write_text(path.read_text(encoding="utf-8").replace("4,200", "4,300"), encoding="utf-8")
    elif what == "briefing":
        path = seeds / "briefing/line-03.yaml"
        path.write_text(path.read_text(encoding="utf-8").replace("title: Fares", "title: All fares"), encoding="utf-8")
    elif what == "snapshot":
        shutil.rmtree(seeds / "briefing/snapshots/line-03")
    elif what == "sidecar":
        (seeds / "briefing/line-03.lock.json").unlink()
    else:
        (seeds / ".briefsite/drafted.json").write_text("{", encoding="utf-8")
    run("draft")
    assert read == ([f"line-{number:02}" for number in range(1, 21)] if what in ("code", "memory") else ["line-03"])


def test_a_change_that_keeps_size_and_time_is_noticed(seeds: Path) -> None:
    run("draft")
    run("draft")
    path = seeds / "seeds/line-03.txt"
    before = path.stat()
    path.write_text(path.read_text(encoding="utf-8").replace("4,200", "4,300"), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert "line-03" in run("draft").stdout
    assert "4300" in (seeds / "briefing/line-03.yaml").read_text(encoding="utf-8")


def test_what_was_said_of_a_seed_is_said_again(seeds: Path) -> None:
    (seeds / "seeds/empty.txt").write_text("", encoding="utf-8")
    first, second = run("draft"), run("draft")
    assert first.exit_code == second.exit_code == 1
    assert first.stderr == second.stderr
    assert "S005" in second.stderr
    assert second.stdout == "20 unchanged\n"


def test_a_fault_of_ours_and_a_killed_process_stop_none_of_the_others(seeds: Path) -> None:
    workspace = Workspace.at(seeds)
    tasks = {path.stem: path for path in workspace.seed_files()}
    with running(jobs=2) as on_two:
        done = dict(draft_many(workspace, tasks, failing, "unchanged", run=on_two))
    assert [slug for slug, found in done.items() if found.result is None] == ["line-05", "line-06"]
    assert list(done) == list(tasks)
    fault, killed = (done[slug].problems[0] for slug in ("line-05", "line-06"))
    assert fault.code == killed.code == "W009"
    assert fault.message.startswith("could not be drafted, by a fault of ours: ZeroDivisionError: a fault (dying.py")
    assert "ended from outside" in killed.message
    assert killed.source.name == "seeds/line-06.txt"


def test_a_plan_remembers_nothing(seeds: Path) -> None:
    draft(Workspace.at(seeds), plan=True)
    assert not (seeds / ".briefsite/drafted.json").exists()
