"""The hooks for pre-commit, run as it runs them: the entry, and the names of the files behind it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from briefsite.cli import main
from command import REPOSITORY, SLUG, run

if TYPE_CHECKING:
    from pathlib import Path

HOOKS: list[dict[str, Any]] = yaml.safe_load((REPOSITORY / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
IDS = [hook["id"] for hook in HOOKS]


def call(hook: dict[str, Any], *files: str):
    program, *arguments = hook["entry"].split()
    assert program == main.name or program == "briefsite"
    return run(*arguments, *files)


@pytest.mark.parametrize("hook", HOOKS, ids=IDS)
def test_a_hook_takes_the_briefings_and_no_other_file(hook: dict[str, Any]) -> None:
    assert {"id", "name", "entry", "language", "files"} <= set(hook)
    pattern = re.compile(hook["files"])
    assert pattern.search("briefing/flood.yaml")
    for other in ("seeds/flood.txt", "briefing/flood.lock.json", "briefing/briefing.schema.json", "mkdocs.yaml"):
        assert not pattern.search(other)


@pytest.mark.parametrize("hook", HOOKS, ids=IDS)
def test_a_hook_passes_a_draft_and_stops_an_altered_word(hook: dict[str, Any], channel: Path) -> None:
    run("draft")
    name = f"briefing/{SLUG}.yaml"
    assert call(hook, name).exit_code == 0
    path = channel / name
    path.write_text(path.read_text("utf-8").replace("cat and mouse", "dog and mouse"), "utf-8")
    assert call(hook, name).exit_code == 1


def test_a_hook_that_mends_leaves_a_mended_file(channel: Path) -> None:
    run("draft")
    path = channel / f"briefing/{SLUG}.yaml"
    good = path.read_bytes()
    path.write_bytes(good.replace(b"  - speaker:", b"  - speakr:", 1))
    assert call(HOOKS[1], f"briefing/{SLUG}.yaml").exit_code == 0
    assert path.read_bytes() == good
