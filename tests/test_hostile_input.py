"""Bad input: a clear message and exit status, never a traceback; the other briefings still build."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from command import run

if TYPE_CHECKING:
    from pathlib import Path

GOOD = (
    "The bridge over the Orva was closed on Monday, the council said.\n\n"
    "“It is safe to walk on,” said Mara Lind, the mayor. Repairs will cost €2.5 million.\n"
)

SEEDS = {
    "empty": (b"", "no text to read"),
    "only space": (b" \n\n \t\n", "no text to read"),
    "only metadata": (b"---\ntitle: A title\ndate: 2026-01-01\n---\n", "no text to read"),
    "binary": (bytes(range(256)) * 8, "not"),
    "NUL in the middle": (b"A sentence.\0 Another.", "binary"),
    "a PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "a PDF"),
    "a DOCX": (b"PK\x03\x04\x14\x00", "ZIP"),
    "Windows-1252": ("The café said “no”.\n".encode("cp1252"), "UTF-8"),
    "5 MB of one line": (b"word " * 1_000_000, "5.0 MB"),
}


@pytest.mark.parametrize(("content", "says"), SEEDS.values(), ids=SEEDS)
def test_a_bad_seed_is_reported_and_stops_none_of_the_others(workspace: Path, content: bytes, says: str) -> None:
    (workspace / "seeds/bad.txt").write_bytes(content)
    (workspace / "seeds/good.txt").write_text(GOOD, encoding="utf-8")
    result = run("draft")
    assert result.exit_code == 1
    assert "seeds/bad.txt" in result.stderr
    assert says in result.stderr
    assert "Traceback" not in result.output
    assert (workspace / "briefing/good.yaml").exists()
    assert not (workspace / "briefing/bad.yaml").exists()


def test_a_long_single_line_within_the_limit_is_read(workspace: Path) -> None:
    (workspace / "seeds/long.txt").write_text("The river rose again on Monday. " * 30_000, encoding="utf-8")
    assert run("draft").exit_code == 0


BRIEFINGS = {
    "empty": ("", None),
    "a list": ("- one\n- two\n", 1),
    "a word": ("hello\n", 1),
    "unknown key": ("title: T\nsources: [{file: seeds/good.txt}]\nsumary: []\n", 3),
    "duplicate key": ("title: T\ntitle: U\nsources: [{file: seeds/good.txt}]\n", 2),
    "alias": ("title: &a T\nsources: [{file: seeds/good.txt, title: *a}]\n", 1),
    "unquoted colon": ("title: He said: no\nsources: [{file: seeds/good.txt}]\n", 1),
    "tab": ("title: T\n\tdate: 2026\n", 2),
    "unclosed quotation mark": ('title: "T\nsources: [{file: seeds/good.txt}]\n', None),
    "nesting bomb": ("title: " + "[" * 5000 + "\n", 1),
    "missing source file": ("title: T\nsources:\n  - file: seeds/none.txt\n", 3),
    "source outside the workspace": ("title: T\nsources:\n  - file: ../secret.txt\n", 3),
    "source with an absolute path": ("title: T\nsources:\n  - file: /etc/hostname\n", 3),
    "no sources": ("title: T\n", None),
    "two documents": ("title: T\n---\ntitle: U\n", None),
    "control characters": ("title: a\x07b\n", 1),
}


@pytest.mark.parametrize(("text", "line"), BRIEFINGS.values(), ids=BRIEFINGS)
def test_a_bad_briefing_is_reported_at_its_line_and_the_others_still_build(
    workspace: Path, text: str, line: int | None
) -> None:
    (workspace / "seeds/good.txt").write_text(GOOD, encoding="utf-8")
    run("draft")
    (workspace / "briefing/bad.yaml").write_text(text, encoding="utf-8")
    result = run("check")
    assert result.exit_code == 1
    assert f"briefing/bad.yaml:{line}:" in result.stdout if line else "briefing/bad.yaml" in result.stdout
    assert "briefing/good.yaml" not in result.stdout
    assert "Traceback" not in result.output
    rendered = run("render")
    assert rendered.exit_code == 1
    assert (workspace / "docs/b/good/index.md").exists()
    assert not (workspace / "docs/b/bad").exists()


def test_a_file_outside_the_workspace_is_never_shown(workspace: Path) -> None:
    (workspace.parent / "secret.txt").write_text("The password is swordfish.\n", encoding="utf-8")
    (workspace / "briefing/bad.yaml").write_text("title: T\nsources:\n  - file: ../secret.txt\n", encoding="utf-8")
    assert "lies outside the workspace" in run("check").stdout
    run("render")
    assert not any("swordfish" in page.read_text(encoding="utf-8") for page in workspace.rglob("*.md"))


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"title: caf\xe9\n", b"title: \0\n"])
def test_a_briefing_that_is_not_text_is_reported(workspace: Path, content: bytes) -> None:
    (workspace / "briefing/bad.yaml").write_bytes(content)
    result = run("check")
    assert result.exit_code == 1
    assert "briefing/bad.yaml" in result.stdout


def test_outside_a_workspace_the_way_to_one_is_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for command in ("draft", "render", "build", "serve", "check"):
        result = run(command)
        assert result.exit_code == 2, command
        assert "briefsite new" in result.stderr


def test_a_slug_that_is_not_there_names_those_that_are(channel: Path) -> None:
    run("draft")
    result = run("check", "nothing-like-it")
    assert result.exit_code == 2
    assert "2025-07-10-channel-crossings" in result.stderr
