"""What the handbook shows of problems is what people see."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from command import REPOSITORY, run

if TYPE_CHECKING:
    from pathlib import Path

PAGE = (REPOSITORY / "docs/handbook/problems.md").read_text(encoding="utf-8")
SEED = """\
date: 2026-03-12

About 4,200 homes were emptied in Harrow Vale on Wednesday night, the county’s office said.

High water is not new here.
"""
HEAD = "title: Flood\nsources:\n  - file: seeds/flood.txt\nsummary:\n"
OWN = """\
  - text: They emptied some 4,300 homes in Harrow Vale.
    evidence: About 4,200 homes were emptied in Harrow Vale
    source: p1
"""
MOVED = "  - text: High water is not new here.\n    source: p1\n"


def check(workspace: Path, items: str, *options: str) -> str:
    (workspace / "seeds/flood.txt").write_text(SEED, encoding="utf-8")
    (workspace / "briefing/flood.yaml").write_text(HEAD + items, encoding="utf-8")
    return run("check", *options).stdout


def test_the_warning_of_a_number_is_shown_as_it_is(workspace: Path) -> None:
    assert f"```text\n{check(workspace, OWN)}```" in PAGE


def test_the_mend_is_shown_as_it_is(workspace: Path) -> None:
    assert f"```text\n{check(workspace, MOVED, '--fix')}```" in PAGE


def test_the_list_for_scripts_is_shown_as_it_is(workspace: Path) -> None:
    (sample,) = re.findall(r"```json\n(.*?)```", PAGE, flags=re.DOTALL)
    assert json.loads(check(workspace, MOVED, "--format", "json")) == json.loads(sample)


@pytest.mark.parametrize("form", ["github", "gitlab", "sarif", "json"])
def test_every_format_is_named(form: str) -> None:
    assert f"`{form}`" in PAGE or f"--format {form}" in PAGE
