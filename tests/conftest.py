"""What several tests need: a workspace of one's own."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from command import CHANNEL, REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty workspace, and we stand in it."""
    root = tmp_path / "workspace"
    for folder in ("seeds", "briefing", "docs"):
        (root / folder).mkdir(parents=True)
    shutil.copy(REPOSITORY / "src/briefsite/workspace/mkdocs.yml", root / "mkdocs.yml")
    (root / "docs/about.md").write_text("# About\n", encoding="utf-8")
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def channel(workspace: Path) -> Path:
    """The same with one real article in seeds/."""
    shutil.copy(CHANNEL, workspace / "seeds")
    return workspace
