"""What several tests need: a workspace of one's own, and the command line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefsite.cli import main

REPOSITORY = Path(__file__).resolve().parent.parent
CHANNEL = REPOSITORY / "seeds" / "2025-07-10-channel-crossings.txt"


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


def run(*arguments: str, input: str | bytes | None = None) -> Result:
    """`briefsite ARGUMENTS`; a bug of ours is raised, not turned into an exit status."""
    return CliRunner().invoke(main, list(arguments), input=input, catch_exceptions=False)
