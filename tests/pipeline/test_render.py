"""briefing/ → docs/: pages written where their bytes change, and taken away with their briefing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from command import SLUG, run

if TYPE_CHECKING:
    from pathlib import Path


def test_a_second_run_writes_nothing(channel: Path) -> None:
    run("draft")
    assert run("render").exit_code == 0
    before = {path: path.stat().st_mtime_ns for path in (channel / "docs").rglob("*") if path.is_file()}
    assert "0 written, 0 removed" in run("render").stdout
    assert {path: path.stat().st_mtime_ns for path in (channel / "docs").rglob("*") if path.is_file()} == before


def test_a_page_goes_with_its_briefing(channel: Path) -> None:
    run("draft")
    run("render")
    assert (channel / f"docs/b/{SLUG}/index.md").exists()
    (channel / f"briefing/{SLUG}.yaml").unlink()
    run("render")
    assert not (channel / f"docs/b/{SLUG}").exists()
    assert (channel / "docs/index.md").exists()


def test_hand_written_pages_are_left_alone(channel: Path) -> None:
    home = channel / "docs/index.md"
    home.write_text("# My own home\n", encoding="utf-8")
    run("draft")
    assert run("render").exit_code == 0
    assert home.read_text(encoding="utf-8") == "# My own home\n"
    assert (channel / "docs/b/index.md").exists()
    run("render")
    assert home.read_text(encoding="utf-8") == "# My own home\n"


def test_generated_pages_are_known_even_when_the_manifest_is_lost(channel: Path) -> None:
    run("draft")
    run("render")
    (channel / "docs/.briefsite.json").unlink()
    (channel / f"briefing/{SLUG}.yaml").unlink()
    run("render")
    assert SLUG not in (channel / "docs/index.md").read_text(encoding="utf-8")


def test_a_changed_word_of_a_quote_fails_the_check_at_its_place(channel: Path) -> None:
    run("draft")
    assert run("check").exit_code == 0
    path = channel / f"briefing/{SLUG}.yaml"
    text = path.read_text(encoding="utf-8")
    at = text.index("a game of cat and mouse")
    line = text.count("\n", 0, at) + 1
    path.write_text(text.replace("a game of cat and mouse", "a game of dog and mouse"), encoding="utf-8")
    result = run("check")
    assert result.exit_code == 1
    assert f"briefing/{SLUG}.yaml:{line}:" in result.stdout
    assert "A001" in result.stdout
    assert "game of [cat] and mouse” (p14); you have [dog]" in result.stdout, "the nearest words are shown"
    assert "p14" in result.stdout
