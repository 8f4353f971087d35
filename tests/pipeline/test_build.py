"""The published site: through our own command, through a bare `mkdocs build`, and from a fresh workspace."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from command import SLUG, run

if TYPE_CHECKING:
    from pathlib import Path

GOOD = "seeds/2026-03-02-night-trains.txt"


def call(*command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", *command], cwd=cwd, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `briefsite new` makes."""
    root = tmp_path_factory.mktemp("new") / "our briefings"
    made = call("briefsite", "new", str(root), cwd=root.parent)
    assert made.returncode == 0, made.stderr
    return root


def test_a_fresh_workspace_has_the_shape_and_a_sample(fresh: Path) -> None:
    assert {path.name for path in fresh.iterdir()} >= {"mkdocs.yml", "docs", "briefing", "scripts", "tests", "seeds"}
    assert (fresh / ".gitignore").exists()
    assert (fresh / "briefing/2026-03-02-night-trains.yaml").exists()
    assert call("briefsite", "check", cwd=fresh).returncode == 0


def test_a_bare_strict_mkdocs_build_of_a_fresh_workspace_is_clean(fresh: Path) -> None:
    built = call("mkdocs", "build", "--strict", cwd=fresh)
    assert built.returncode == 0, built.stderr
    assert "WARNING -" not in built.stderr
    assert (fresh / "site/b/2026-03-02-night-trains/index.html").exists()
    assert (fresh / "site/b/2026-03-02-night-trains/source/index.html").exists()


def test_no_page_asks_another_host_for_anything(fresh: Path) -> None:
    call("briefsite", "build", cwd=fresh)
    pages = list((fresh / "site").rglob("*.html"))
    assert pages
    for page in pages:
        html = page.read_text(encoding="utf-8")
        loaded = re.findall(r"<(?:script|img|iframe|source)[^>]+src=\"([^\"]+)|<link[^>]+href=\"([^\"]+)", html)
        assert not [url for pair in loaded for url in pair if url.startswith(("http:", "https:", "//"))]


def test_the_build_script_goes_the_whole_way(fresh: Path) -> None:
    done = subprocess.run([sys.executable, "scripts/build.py"], cwd=fresh, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "the site is in" in done.stdout


def test_new_never_writes_into_a_folder_that_is_not_empty(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    result = run("new", str(tmp_path))
    assert result.exit_code != 0
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_broken_briefing_fails_the_build_and_the_others_are_published(channel: Path) -> None:
    run("draft")
    (channel / "briefing/broken.yaml").write_text("title: He said: no\n", encoding="utf-8")
    ours = call("briefsite", "build", cwd=channel)
    assert ours.returncode == 1
    assert "briefing/broken.yaml:1:" in ours.stderr
    assert (channel / f"site/b/{SLUG}/index.html").exists()
    assert not (channel / "site/b/broken").exists()
    bare = call("mkdocs", "build", cwd=channel)
    assert bare.returncode == 1
    assert "briefing/broken.yaml:1:" in bare.stderr
    assert "Traceback" not in ours.stderr + bare.stderr


def test_an_altered_quote_is_not_published(channel: Path) -> None:
    run("draft")
    path = channel / f"briefing/{SLUG}.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("cat and mouse", "dog and mouse"), encoding="utf-8")
    built = call("briefsite", "build", cwd=channel)
    assert built.returncode == 1
    assert not (channel / f"site/b/{SLUG}").exists()


def test_an_empty_workspace_builds(workspace: Path) -> None:
    built = call("mkdocs", "build", "--strict", cwd=workspace)
    assert built.returncode == 0, built.stderr
