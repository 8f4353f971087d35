"""What becomes of a briefing that people edited when it is drafted again: on disk, and as told on the terminal."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from briefsite.briefing import decode
from briefsite.source import Source
from command import run

SEED = """---
title: Night ferry to return to Nordvik
date: 2026-03-02
---
The night ferry to Nordvik will run again from December, the harbour office said on Monday.

“We were slow to hear what people wanted,” said Hanne Brekke, the director of the harbour office.

The office has ordered two ships for about 48 million crowns. They can carry 310 passengers each.

The old ferry stopped in 2019, when a quarter of its passengers had left it for the new bridge.

Whether the ships will also call at Orva is to be decided by the council in May.
"""
NEWS = SEED.replace("48 million", "52 million").replace(
    "The old ferry", "The first ship was launched on Sunday in the yard at Calder Bend.\n\nThe old ferry"
)
SLUG = "ferry"


@pytest.fixture
def ferry(workspace: Path) -> Path:
    (workspace / "seeds/ferry.txt").write_text(SEED, encoding="utf-8")
    assert run("draft").exit_code == 0
    return workspace


def edit(workspace: Path, old: str, new: str) -> None:
    path = workspace / "briefing/ferry.yaml"
    text = path.read_bytes().decode("utf-8")
    assert old in text
    path.write_bytes(text.replace(old, new).encode("utf-8"))


def change_seed(workspace: Path, text: str = NEWS) -> None:
    (workspace / "seeds/ferry.txt").write_text(text, encoding="utf-8")


def files(workspace: Path) -> dict[str, bytes]:
    folder = workspace / "briefing"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def edited(workspace: Path) -> None:
    """A person's edits: a value, a deletion, an own item, a comment."""
    edit(workspace, "speaker: Hanne Brekke", "speaker: Hanne S. Brekke")
    edit(workspace, "value: 48000000", "value: 48500000  # from the tender")
    text = (workspace / "briefing/ferry.yaml").read_text(encoding="utf-8")
    gone = re.search(r"  - label: [^\n]*\n    value: 310\n(?:    .*\n)+", text)
    assert gone
    edit(workspace, gone.group(), "")
    edit(workspace, "summary:\n", "summary:\n  - text: I took it every week.\n    source: editor\n")


# --- what is told ----------------------------------------------------------------------------------------


def test_plan_tells_what_would_be_done_item_by_item_and_writes_nothing(ferry: Path) -> None:
    edited(ferry)
    change_seed(ferry)
    before = files(ferry)
    result = run("draft", "--plan")
    assert result.exit_code == 0
    counts = r"^updated    briefing/ferry.yaml   \d+ kept · \d+ moved · \d+ reworded .*1 conflict$"
    assert re.search(counts, result.stdout, re.M)
    assert re.search(r"^  moved     b-\w+  background  briefing/ferry.yaml:\d+  p4 → p5$", result.stdout, re.M)
    assert re.search(r"^  reworded  f-\w+  key_figures  briefing/ferry.yaml:\d+$", result.stdout, re.M)
    assert "about 48 million crowns" in result.stdout
    assert "about 52 million crowns" in result.stdout
    assert "value: 48500000   (yours, it stands)" in result.stdout
    assert "52000000   (the machine’s; it was 48000000)" in result.stdout
    assert files(ferry) == before


def test_a_plan_names_the_lines_of_the_file_as_it_stands(ferry: Path) -> None:
    change_seed(ferry)
    lines = (ferry / "briefing/ferry.yaml").read_text(encoding="utf-8").splitlines()
    found = re.findall(r"^  (?:moved|reworded)\s+(\S+) .*ferry\.yaml:(\d+)", run("draft", "--plan").stdout, re.M)
    assert found
    for id, number in found:
        rest = lines[int(number) - 1 :]
        assert next(line for line in rest if line.startswith("    id: ")) == f"    id: {id}"


def test_draft_tells_the_same_and_then_nothing_more(ferry: Path) -> None:
    change_seed(ferry)
    plan = run("draft", "--plan").stdout.splitlines()
    done = run("draft").stdout.splitlines()
    assert plan[0] == done[0]
    assert run("draft").stdout == "1 unchanged\n"


def test_a_conflict_is_listed_until_somebody_settles_it(ferry: Path) -> None:
    edited(ferry)
    change_seed(ferry)
    for _ in range(2):
        assert "1 conflict" in run("draft").stdout
    line = next(
        n for n, line in enumerate((ferry / "briefing/ferry.yaml").read_text().splitlines(), 1) if "48500000" in line
    )
    checked = run("check")
    assert f"briefing/ferry.yaml:{line}:12: warning[M001]" in checked.stdout
    assert "briefsite draft ferry --keep-mine" in checked.stdout
    assert "M001" in run("diff", SLUG).stdout
    assert "conflict" not in run("draft", SLUG, "--keep-mine").stdout
    assert "M001" not in run("check").stdout
    assert "value: 48500000" in (ferry / "briefing/ferry.yaml").read_text(encoding="utf-8")


def test_taking_the_machines_value_settles_it_at_once(ferry: Path) -> None:
    edited(ferry)
    change_seed(ferry)
    run("draft")
    edit(ferry, "value: 48500000", "value: 52000000")
    assert "M001" not in run("check").stdout


def test_keep_mine_asks_which_briefing(ferry: Path) -> None:
    result = run("draft", "--keep-mine")
    assert result.exit_code == 2
    assert "SLUG" in result.output


def test_diff_tells_what_people_did_item_by_item(ferry: Path) -> None:
    assert run("diff", SLUG).exit_code == 0
    edited(ferry)
    result = run("diff", SLUG)
    assert result.exit_code == 1
    assert re.search(r"^changed       q-\w+  quotes  briefing/ferry.yaml:\d+$", result.stdout, re.M)
    assert "    speaker: Hanne Brekke\n           → Hanne S. Brekke\n" in result.stdout
    added = r"^added         s-\w+  summary  briefing/ferry.yaml:\d+\n    I took it every week\.$"
    assert re.search(added, result.stdout, re.M)
    assert re.search(r"^deleted       f-\w+  key_figures$", result.stdout, re.M)
    run("draft")
    assert run("diff", SLUG).stdout.count("\n") == result.stdout.count("\n")


# --- what is written -------------------------------------------------------------------------------------


def test_the_source_of_each_draft_is_kept_byte_for_byte(ferry: Path) -> None:
    change_seed(ferry)
    run("draft")
    kept = sorted(path.read_text(encoding="utf-8") for path in (ferry / "briefing/snapshots/ferry").iterdir())
    assert kept == sorted((SEED, NEWS))


def test_nothing_else_minds_the_snapshots(ferry: Path) -> None:
    assert run("check").exit_code == 0
    assert run("build").exit_code == 0
    assert not list((ferry / "site").rglob("snapshots"))


def test_when_the_seed_is_reverted_so_is_the_briefing(ferry: Path) -> None:
    before = (ferry / "briefing/ferry.yaml").read_bytes()
    change_seed(ferry)
    run("draft")
    assert (ferry / "briefing/ferry.yaml").read_bytes() != before
    change_seed(ferry, SEED)
    run("draft")
    assert (ferry / "briefing/ferry.yaml").read_bytes() == before


def test_a_published_briefing_records_what_changed(ferry: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1773000000")
    edit(ferry, "status: draft", "status: reviewed")
    change_seed(ferry)
    run("draft")
    briefing = decode(Source.read(ferry / "briefing/ferry.yaml")).briefing
    assert briefing is not None
    assert {change.date for change in briefing.changes} == {"2026-03-08"}
    assert ("48000000", "52000000") in {(change.old, change.new) for change in briefing.changes}
    assert run("check").exit_code == 0


@pytest.mark.parametrize("content", [b"title: [\n", b"\xff\xfe\x00", b"", b"title: T\nsumary: []\n"])
def test_a_file_that_cannot_be_read_is_left_as_it_is_and_that_is_said(ferry: Path, content: bytes) -> None:
    (ferry / "briefing/ferry.yaml").write_bytes(content)
    before = files(ferry)
    change_seed(ferry)
    result = run("draft")
    assert "briefing/ferry.yaml" in result.stderr
    assert files(ferry) == before


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16"])
def test_a_file_keeps_its_encoding(ferry: Path, codec: str) -> None:
    path = ferry / "briefing/ferry.yaml"
    text = path.read_text(encoding="utf-8").replace("status: draft", "status: embargoed")
    path.write_bytes(text.encode(codec))
    change_seed(ferry)
    run("draft")
    now = path.read_bytes()
    assert now[:2] == text.encode(codec)[:2]
    assert "52000000" in now.decode(codec)


def test_a_sidecar_of_the_first_version_is_brought_up_to_date(ferry: Path) -> None:
    path, sidecar = ferry / "briefing/ferry.yaml", ferry / "briefing/ferry.lock.json"
    memory = json.loads(sidecar.read_bytes())
    first = {
        "version": 1,
        "sha256": memory["sha256"],
        "spans": {r["id"]: r["places"][0][2] for r in memory["records"] if "places" in r},
        "draft": path.read_text(encoding="utf-8").splitlines(),
    }
    before = sidecar.read_bytes()
    edited(ferry)
    sidecar.write_text(json.dumps(first), encoding="utf-8")
    change_seed(ferry)
    assert "1 conflict" in run("draft").stdout
    text = path.read_text(encoding="utf-8")
    assert "speaker: Hanne S. Brekke" in text
    assert "value: 310" not in text
    assert json.loads(sidecar.read_bytes())["version"] == json.loads(before)["version"]


# --- a crash at any point --------------------------------------------------------------------------------


class Crash(BaseException):
    """The power goes."""


def crashing(monkeypatch: pytest.MonkeyPatch, at: int, *, done: bool) -> list[int]:
    """Let the number `at` of the moves into place be the last thing that happens; `done` or just not."""
    count = [0]
    replace = Path.replace

    def counted(self: Path, target: Path) -> Path:
        count[0] += 1
        if count[0] < at:
            return replace(self, target)
        if done:
            replace(self, target)
        raise Crash

    monkeypatch.setattr(Path, "replace", counted)
    return count


@pytest.mark.parametrize("done", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("at", range(1, 6))
@pytest.mark.parametrize("start", ["new", "untouched", "edited"])
def test_after_a_crash_the_next_run_ends_where_the_uninterrupted_one_would_have(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, start: str, at: int, done: bool
) -> None:
    def begin() -> None:
        for path in sorted((workspace / "briefing").rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
        change_seed(workspace, SEED)
        if start != "new":
            run("draft")
            if start == "edited":
                edited(workspace)
            change_seed(workspace)

    begin()
    run("draft")
    expected = files(workspace)
    begin()
    with monkeypatch.context() as patched:
        count = crashing(patched, at, done=done)
        try:
            run("draft")
        except Crash:
            pass
        else:
            assert count[0] < at
    run("draft")
    assert files(workspace) == expected


@pytest.mark.parametrize("at", range(1, 5))
def test_an_edit_between_the_crash_and_the_next_run_is_not_lost(
    ferry: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    edited(ferry)
    change_seed(ferry)
    with monkeypatch.context() as patched:
        crashing(patched, at, done=True)
        with pytest.raises(Crash):
            run("draft")
    edit(ferry, "I took it every week.", "I took it every day.")
    run("draft")
    text = (ferry / "briefing/ferry.yaml").read_text(encoding="utf-8")
    assert "I took it every day." in text
    assert "speaker: Hanne S. Brekke" in text
    assert "value: 48500000  # from the tender" in text
    assert "value: 310" not in text
