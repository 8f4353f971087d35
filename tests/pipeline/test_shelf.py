"""What was made of each briefing, kept from one run to the next: what it saves, and that nothing on it is trusted."""

from __future__ import annotations

import os
import pickle
import sqlite3
from typing import TYPE_CHECKING

import pytest

from briefsite.pages import Site
from briefsite.pipeline import Renderer, Workspace, render
from briefsite.pipeline import made as making
from briefsite.pipeline.made import Made
from briefsite.pipeline.shelf import Shelf
from pages.sample_site import BRIEFING, DEFAULTS, SPEECH

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

NAMES = ("ferry", "pier", "quay")


def write_briefing(workspace: Path, slug: str, **values: str) -> None:
    filled = DEFAULTS | {"slug": slug, "title": f"The {slug}", **values}
    (workspace / f"seeds/{slug}.txt").write_text(SPEECH.format(**filled), encoding="utf-8")
    (workspace / f"briefing/{slug}.yaml").write_text(BRIEFING.format(**filled), encoding="utf-8")


@pytest.fixture
def three(workspace: Path) -> Path:
    for name in NAMES:
        write_briefing(workspace, name)
    return workspace


class Run:
    """Runs of the render stage, each with a renderer of its own, as in a new process; and what each of them read."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.root = root
        self.read: list[str] = []
        load = making.load_briefing

        def counted(workspace: Workspace, path: Path) -> object:
            self.read.append(path.stem)
            return load(workspace, path)

        monkeypatch.setattr(making, "load_briefing", counted)

    def __call__(self, *, jobs: int = 1) -> tuple[list[str], dict[str, bytes]]:
        """The briefings that were read, and docs/."""
        self.read.clear()
        Renderer(Workspace.at(self.root), Site(url="https://example.org/"), jobs=jobs).render()
        return list(self.read), docs(self.root)


def docs(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in (root / "docs").rglob("*.*")}


def shelf_of(root: Path) -> Path:
    return root / ".briefsite/made.sqlite"


def anew(root: Path, run: Run) -> dict[str, bytes]:
    for name in ("made.sqlite", "rendered.json"):
        (root / ".briefsite" / name).unlink(missing_ok=True)
    return run()[1]


def test_a_new_process_reads_the_briefings_that_changed(three: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = Run(three, monkeypatch)
    assert run()[0] == list(NAMES)
    assert run()[0] == []
    write_briefing(three, "pier", title="The old pier")
    read, found = run()
    assert read == ["pier"]
    assert found == anew(three, run)


@pytest.mark.parametrize(
    ("path", "read"),
    [
        ("seeds/quay.txt", ["quay"]),
        ("docs/b/quay/briefing.json", ["quay"]),
        ("docs/b/quay/source.md", ["quay"]),
        ("docs/b/quay/index.md", []),  # it is kept, packed
        ("docs/people/index.md", []),
    ],
)
def test_what_somebody_took_away_or_wrote_over_is_as_it_was(
    three: Path, monkeypatch: pytest.MonkeyPatch, path: str, read: list[str]
) -> None:
    run = Run(three, monkeypatch)
    _, before = run()
    text = (three / path).read_bytes()
    if path.startswith("docs/"):
        (three / path).unlink()
        assert run() == (read, before)
    (three / path).write_bytes(text.replace(b"T", b"t", 1))
    found = run()
    assert found[0] == read
    assert found[1] == anew(three, run)


def test_who_edits_need_not_wait_for_the_pages_across_briefings(three: Path) -> None:
    renderer = Renderer(Workspace.at(three), Site())
    renderer.render()
    write_briefing(three, "pier", title="The old pier")
    told: list[tuple[list[str], bool, bool]] = []

    def early(paths: Sequence[str]) -> None:
        shown = ["The old pier" in (three / "docs" / page).read_text() for page in ("b/pier/index.md", "b/index.md")]
        told.append((sorted(paths), shown[0], shown[1]))

    changed = {three / "briefing/pier.yaml", three / "seeds/pier.txt"}
    rendering = renderer.render(changed=changed, early=early)
    [(paths, is_page_new, is_list_new)] = told
    assert "b/pier/index.md" in paths
    assert all(path.startswith("b/pier/") for path in paths)
    assert (is_page_new, is_list_new) == (True, False)
    assert {"b/pier/index.md", "b/index.md"} <= set(rendering.written)


def test_a_briefing_that_goes_is_let_go(three: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = Run(three, monkeypatch)
    run()
    (three / "briefing/pier.yaml").unlink()
    assert run()[0] == []
    assert not (three / "docs/b/pier").exists()
    assert Shelf(shelf_of(three), Site(url="https://example.org/")).load().keys() == {"ferry", "quay"}


def test_another_site_takes_nothing(three: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Run(three, monkeypatch)()
    assert Shelf(shelf_of(three), Site(name="Ours")).load() == {}


@pytest.mark.parametrize("jobs", [2, 3])
def test_several_processes_make_the_same(three: Path, monkeypatch: pytest.MonkeyPatch, jobs: int) -> None:
    run = Run(three, monkeypatch)
    _, alone = run()
    monkeypatch.setattr(render, "FEW", 2)
    for name in ("made.sqlite", "rendered.json"):
        (three / ".briefsite" / name).unlink()
    read, together = run(jobs=jobs)
    assert read == [], "they were read in other processes"
    assert together == alone


def test_a_fault_of_ours_costs_one_briefing_and_is_told(three: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listing = making.briefing_files

    def faulty(record: object) -> object:
        if record.slug == "pier":  # type: ignore[attr-defined]
            raise ZeroDivisionError("division by zero")
        return listing(record)  # type: ignore[arg-type]

    monkeypatch.setattr(making, "briefing_files", faulty)
    rendering = Renderer(Workspace.at(three), Site()).render()
    [problem] = [problem for problem in rendering.problems if problem.code == "W009"]
    assert problem.source.name == "briefing/pier.yaml"
    assert "ZeroDivisionError" in problem.message
    assert (three / "docs/b/ferry/index.md").exists()
    assert not (three / "docs/b/pier/index.md").exists()
    monkeypatch.undo()
    assert Renderer(Workspace.at(three), Site()).render().problems == ()
    assert (three / "docs/b/pier/index.md").exists()


class Spell:
    """What a file in a work tree must not do."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, ("cast",)


def made(slug: str) -> Made:
    return Made(slug=slug, read={}, problems=(), files={})


@pytest.mark.parametrize(
    "entry",
    [
        pickle.dumps(Spell()),
        pickle.dumps([made("a"), Spell()]),
        b"cos\nmkdir\n(Vcast\ntR.",
        b"cbriefsite.pipeline.made\nworkspace.write\n.",
        b"cbriefsite.pipeline.made\nmake\n.",
        b"cbuiltins\neval\n(V1\ntR.",
        pickle.dumps(made("another")),
        pickle.dumps("a"),
        b"",
        b"\x80",
    ],
)
def test_what_we_did_not_put_there_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, entry: bytes) -> None:
    monkeypatch.chdir(tmp_path)
    shelf = Shelf(tmp_path / "made.sqlite", Site())
    shelf.put([made("a"), made("b")])
    with sqlite3.connect(tmp_path / "made.sqlite") as database:
        database.execute("UPDATE made SET made = ? WHERE slug = 'a'", (entry,))
    assert shelf.load() == {"b": made("b")}
    assert not (tmp_path / "cast").exists()


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\x00" + b"\x01" * 200])
def test_a_damaged_shelf_is_an_empty_one(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "made.sqlite"
    path.write_bytes(content)
    shelf = Shelf(path, Site())
    assert shelf.load() == {}
    shelf.put([made("a")])
    assert shelf.load() == {"a": made("a")}


def test_where_nothing_can_be_written_it_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "folder").write_text("a file", encoding="utf-8")
    shelf = Shelf(tmp_path / "folder/made.sqlite", Site())
    shelf.put([made("a")])
    assert shelf.load() == {}
