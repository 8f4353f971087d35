"""Why MkDocs could not build the site, as the person who edits it is told."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from command import run

if TYPE_CHECKING:
    from pathlib import Path


def break_(workspace: Path, name: str, content: str | bytes) -> None:
    path = workspace / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    if name.startswith("overrides/"):
        config = workspace / "mkdocs.yml"
        text = config.read_text(encoding="utf-8").replace(
            "  name: material\n", "  name: material\n  custom_dir: overrides\n"
        )
        config.write_text(text, encoding="utf-8")  # fmt: skip


BROKEN = [
    ("overrides/main.html", '{% extends "base.html" %}\n{% block x %}', "overrides/main.html:2:1: error[W006]"),
    ("overrides/main.html", '{% extends "base.html" %}\n\n{% block footer %}{{ a.b }}{% endblock %}', "main.html:3:1:"),
    ("overrides/main.html", '{% extends "nowhere.html" %}\n', "there is no template “nowhere.html”"),
    (
        "docs/about.md",
        "---\ntemplate: nowhere.html\n---\n# About\n",
        "docs/about.md: error[W006]: there is no",
    ),
    ("docs/about.md", b"# Caf\xe9\n", "docs/about.md: error[W006]"),
    ("mkdocs.yml", "site_name: [a\nplugins:\n", "line 2"),
]
IDS = ["syntax", "name", "base", "page's template", "page's encoding", "configuration"]


@pytest.mark.parametrize(("name", "content", "words"), BROKEN, ids=IDS)
def test_a_site_that_cannot_be_built_is_told_in_words(
    workspace: Path, name: str, content: str | bytes, words: str
) -> None:
    break_(workspace, name, content)
    result = run("build")
    assert result.exit_code in {1, 2}
    assert words in result.stderr


def test_a_server_that_cannot_begin_says_why_in_words(workspace: Path) -> None:
    break_(workspace, *BROKEN[0][:2])
    command = [sys.executable, "-m", "briefsite", "serve", "--dev-addr", "127.0.0.1:0"]
    result = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert result.returncode == 2
    assert BROKEN[0][2] in result.stderr
    assert "Traceback" not in result.stderr
