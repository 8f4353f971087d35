"""What rendering does not do again, and everything that makes it do it again."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest

from command import SLUG, run

if TYPE_CHECKING:
    from pathlib import Path

MEMORY = ".briefsite/rendered.json"


def no_rendering(*_: Any) -> None:
    raise AssertionError("a briefing was rendered")


@pytest.fixture
def rendered(channel: Path) -> Path:
    run("draft")
    run("render")
    return channel


def pages(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in (root / "docs").rglob("*") if path.is_file()}


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_where_nothing_changed_no_briefing_is_read(rendered: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = pages(rendered)
    monkeypatch.setattr("briefsite.pipeline.load.decode", no_rendering)
    for _ in range(2):
        assert run("render").stdout == "0 written, 0 removed in docs/\n"
    assert pages(rendered) == before


def change_settings(root: Path) -> None:
    edit(root / "mkdocs.yml", "language: en", "language: de")


def change_briefing(root: Path) -> None:
    edit(root / f"briefing/{SLUG}.yaml", "title: Channel", "title: The Channel")


def change_seed(root: Path) -> None:
    edit(root / f"seeds/{SLUG}.txt", "37,000", "38,000")


def take_briefing_away(root: Path) -> None:
    (root / f"briefing/{SLUG}.yaml").unlink()


def add_briefing(root: Path) -> None:
    (root / "briefing/second.yaml").write_bytes((root / f"briefing/{SLUG}.yaml").read_bytes())


def take_page_away(root: Path) -> None:
    (root / f"docs/b/{SLUG}/index.md").unlink()


def change_page(root: Path) -> None:
    (root / f"docs/b/{SLUG}/index.md").write_text("Mine.", encoding="utf-8")


def change_page_in_secret(root: Path) -> None:
    page = root / f"docs/b/{SLUG}/index.md"
    before = page.stat()
    data = page.read_bytes()
    page.write_bytes(data[:-3] + b"???")
    os.utime(page, ns=(before.st_atime_ns, before.st_mtime_ns))


def take_style_away(root: Path) -> None:
    (root / "docs/assets/briefsite/briefing.css").unlink()


CHANGES = [
    change_settings,
    change_briefing,
    change_seed,
    take_briefing_away,
    add_briefing,
    take_page_away,
    change_page,
    change_page_in_secret,
    take_style_away,
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_whatever_changes_the_memory_changes_nothing(rendered: Path, change: Any) -> None:
    run("render")
    change(rendered)
    with_memory = run("render")
    found = pages(rendered)
    (rendered / MEMORY).unlink()
    for path in (rendered / "docs/b").rglob("*.md"):
        path.unlink()
    without = run("render")
    assert pages(rendered) == found
    assert (with_memory.stderr, with_memory.exit_code) == (without.stderr, without.exit_code)


def test_new_code_renders_again(rendered: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("memory", "shelf"):
        monkeypatch.setattr(f"briefsite.pipeline.{module}.code_digest", lambda: "another")
    monkeypatch.setattr("briefsite.pipeline.load.decode", no_rendering)
    assert "a briefing was rendered" in run("render").stderr


def test_what_was_wrong_is_told_again(rendered: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edit(rendered / f"briefing/{SLUG}.yaml", "a game of cat and mouse", "a game of dog and mouse")
    first = run("render")
    monkeypatch.setattr("briefsite.pipeline.load.decode", no_rendering)
    second = run("render")
    assert "A001" in first.stderr
    assert (second.stderr, second.exit_code) == (first.stderr, first.exit_code) == (first.stderr, 1)


def test_a_memory_that_cannot_be_read_is_none(rendered: Path) -> None:
    for text in ("", "[", "[]", '{"made_with": 1}'):
        (rendered / MEMORY).write_text(text, encoding="utf-8")
        assert run("render").stdout == "0 written, 0 removed in docs/\n"
