"""seeds/ → briefing/: what is drafted, what is left as people wrote it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefsite.pipeline.workspace import Workspace, slug_of
from command import SLUG, run

if TYPE_CHECKING:
    from pathlib import Path


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_a_new_seed_becomes_a_briefing_its_sidecar_and_the_schema(channel: Path) -> None:
    result = run("draft")
    assert result.exit_code == 0, result.output
    assert set(files(channel / "briefing")) == {f"{SLUG}.yaml", f"{SLUG}.lock.json", "briefing.schema.json"}


def test_a_second_run_writes_nothing(channel: Path) -> None:
    run("draft")
    before = {path: path.stat().st_mtime_ns for path in (channel / "briefing").iterdir()}
    assert "1 unchanged" in run("draft").stdout
    assert {path: path.stat().st_mtime_ns for path in (channel / "briefing").iterdir()} == before


def test_plan_writes_nothing(channel: Path) -> None:
    result = run("draft", "--plan")
    assert "new" in result.stdout
    assert files(channel / "briefing") == {}


def test_an_edit_stays_and_the_rest_follows_the_seed(channel: Path) -> None:
    run("draft")
    path = channel / f"briefing/{SLUG}.yaml"
    edited = path.read_text(encoding="utf-8").replace("title: Channel crossings", "title: My own title  # mine")
    assert "My own title" in edited
    path.write_text(edited, encoding="utf-8")
    seed = channel / f"seeds/{SLUG}.txt"
    seed.write_text(seed.read_text(encoding="utf-8").replace("37,000", "38,000"), encoding="utf-8")
    run("draft")
    assert path.read_text(encoding="utf-8") == edited.replace("37,000", "38,000").replace("37000", "38000")


def test_an_untouched_briefing_follows_its_seed(channel: Path) -> None:
    run("draft")
    seed = channel / f"seeds/{SLUG}.txt"
    seed.write_text(seed.read_text(encoding="utf-8").replace("37,000", "38,000"), encoding="utf-8")
    assert "updated" in run("draft").stdout
    assert "38000" in (channel / f"briefing/{SLUG}.yaml").read_text(encoding="utf-8")


def test_a_deleted_briefing_stays_deleted_until_it_is_asked_for(channel: Path) -> None:
    run("draft")
    path = channel / f"briefing/{SLUG}.yaml"
    path.unlink()
    run("draft")
    assert not path.exists()
    run("draft", SLUG)
    assert path.exists()


def test_a_renamed_briefing_keeps_its_seed(channel: Path) -> None:
    run("draft")
    path = channel / f"briefing/{SLUG}.yaml"
    path.rename(path.with_name("summit.yaml"))
    (channel / f"briefing/{SLUG}.lock.json").rename(channel / "briefing/summit.lock.json")
    assert run("draft").stdout == "1 unchanged\n"
    assert not path.exists()
    seed = channel / f"seeds/{SLUG}.txt"
    seed.write_text(seed.read_text(encoding="utf-8").replace("37,000", "38,000"), encoding="utf-8")
    run("draft", "summit")
    assert "value: 38000" in path.with_name("summit.yaml").read_text(encoding="utf-8")
    assert not path.exists()


def test_a_seed_that_another_briefing_cites_is_not_drafted(channel: Path) -> None:
    (channel / "seeds/more.txt").write_text("It rained on Monday.\n", encoding="utf-8")
    run("draft", SLUG)
    path = channel / f"briefing/{SLUG}.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("sources:\n", "sources:\n  - id: s2\n    file: seeds/more.txt\n").replace(
            "source: p", "source: s1:p"
        ),
        encoding="utf-8",
    )
    run("draft")
    assert not (channel / "briefing/more.yaml").exists()


def test_two_seeds_of_one_name_are_reported(channel: Path) -> None:
    (channel / "seeds/Flood!.txt").write_text("It rained on Monday.\n", encoding="utf-8")
    (channel / "seeds/flood.md").write_text("It rained on Tuesday.\n", encoding="utf-8")
    result = run("draft")
    assert result.exit_code == 1
    assert "W003" in result.stderr
    assert (channel / "briefing/flood.yaml").exists()


def test_diff_shows_what_people_changed(channel: Path) -> None:
    run("draft")
    assert run("diff", SLUG).exit_code == 0
    path = channel / f"briefing/{SLUG}.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("status: draft", "status: reviewed"), encoding="utf-8")
    result = run("diff", SLUG)
    assert result.exit_code == 1
    assert "status: draft\n          → reviewed\n" in result.stdout


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("2025-07-10-channel-crossings", "2025-07-10-channel-crossings"),
        ("Été à Paris (2)", "ete-a-paris-2"),
        ("___", "article"),
        ("../../etc/passwd", "etc-passwd"),
        ("نص", "article"),
    ],
)
def test_slugs_are_safe_in_paths_and_urls(name: str, slug: str) -> None:
    assert slug_of(name) == slug


def test_a_write_that_fails_leaves_the_old_file_whole(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = Workspace.at(workspace)
    target = workspace / "briefing/x.yaml"
    here.write(target, "old")

    def crash(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr("pathlib.Path.replace", crash)
    with pytest.raises(OSError, match="disk full"):
        here.write(target, "new")
    assert target.read_text(encoding="utf-8") == "old"
    assert list(here.scratch.iterdir()) == []
