"""Which briefing a seed belongs to, whatever the two are called; and which seeds have changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefsite.pipeline import ChangedSeeds, Workspace
from command import SLUG, run

if TYPE_CHECKING:
    from pathlib import Path


def briefings(workspace: Path) -> list[str]:
    return sorted(path.stem for path in (workspace / "briefing").glob("*.yaml"))


@pytest.mark.parametrize("name", ["article.txt~", "article.txt.bak", ".article.txt.swp", "#article.txt#", "README.md"])
def test_an_editors_own_files_are_no_seeds(workspace: Path, name: str) -> None:
    (workspace / "seeds" / name).write_text("It rained on Monday.\n", encoding="utf-8")
    assert Workspace.at(workspace).seed_files() == ()


def test_a_renamed_seed_keeps_its_briefing_and_its_briefing_follows(channel: Path) -> None:
    run("draft")
    (channel / f"seeds/{SLUG}.txt").rename(channel / "seeds/crossings.txt")
    run("draft")
    assert briefings(channel) == [SLUG]
    path = channel / f"briefing/{SLUG}.yaml"
    assert "file: seeds/crossings.txt" in path.read_text(encoding="utf-8")
    seed = channel / "seeds/crossings.txt"
    seed.write_text(seed.read_text(encoding="utf-8").replace("37,000", "38,000"), encoding="utf-8")
    run("draft")
    assert briefings(channel) == [SLUG]
    assert "38000" in path.read_text(encoding="utf-8")


def test_the_seed_of_a_renamed_briefing_is_followed(channel: Path) -> None:
    run("draft")
    for suffix in (".yaml", ".lock.json"):
        (channel / f"briefing/{SLUG}{suffix}").rename(channel / f"briefing/summit{suffix}")
    seed = channel / f"seeds/{SLUG}.txt"
    seed.write_text(seed.read_text(encoding="utf-8").replace("37,000", "38,000"), encoding="utf-8")
    run("draft")
    assert briefings(channel) == ["summit"]
    assert "38000" in (channel / "briefing/summit.yaml").read_text(encoding="utf-8")


def test_the_renamed_seed_of_a_deleted_briefing_brings_it_not_back(channel: Path) -> None:
    run("draft")
    (channel / f"briefing/{SLUG}.yaml").unlink()
    (channel / f"seeds/{SLUG}.txt").rename(channel / "seeds/crossings.txt")
    run("draft")
    assert briefings(channel) == []


def test_a_copy_of_a_seed_that_is_still_there_is_a_seed_of_its_own(channel: Path) -> None:
    run("draft")
    (channel / "seeds/copy.txt").write_bytes((channel / f"seeds/{SLUG}.txt").read_bytes())
    run("draft")
    assert briefings(channel) == [SLUG, "copy"]


def test_changed_seeds_are_named_once_for_each_change(channel: Path) -> None:
    run("draft")
    changed = ChangedSeeds(Workspace.at(channel))
    assert changed.slugs() == ()
    seed = channel / f"seeds/{SLUG}.txt"
    seed.touch()
    assert changed.slugs() == ()
    seed.write_text(seed.read_text(encoding="utf-8").replace("37,000", "380,000"), encoding="utf-8")
    assert changed.slugs() == (SLUG,)
    assert changed.slugs() == ()
    # What changed while nobody served is seen at the first look.
    assert ChangedSeeds(Workspace.at(channel)).slugs() == (SLUG,)


def test_neither_a_deleted_briefing_nor_one_without_the_machines_record_is_drafted_again(channel: Path) -> None:
    run("draft")
    seed, briefing = channel / f"seeds/{SLUG}.txt", channel / f"briefing/{SLUG}.yaml"
    seed.write_text(seed.read_text(encoding="utf-8").replace("37,000", "38,000"), encoding="utf-8")
    text = briefing.read_bytes()
    briefing.unlink()
    assert ChangedSeeds(Workspace.at(channel)).slugs() == ()
    briefing.write_bytes(text)
    (channel / f"briefing/{SLUG}.lock.json").unlink()
    assert ChangedSeeds(Workspace.at(channel)).slugs() == ()
