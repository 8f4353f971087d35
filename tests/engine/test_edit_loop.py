"""After any series of edits, the served site is the one that MkDocs builds when it begins anew."""

from __future__ import annotations

import random
import shutil
from typing import TYPE_CHECKING

import pytest

from command import run
from engine.served import Served, built_anew, tree

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


WORDS = "The mill in Harlow closed on Monday after {n} years, its owner said. “We had {n} orders left,” said Mara Lind."


class Editor:
    """Somebody who edits a workspace at random: briefings, seeds, pages of their own, pictures."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root = root
        self.random = random.Random(seed)
        self.count = 0

    def edit(self) -> str:
        edits: list[Callable[[], None]] = [
            self.title,
            self.title,
            self.delete_item,
            self.alter_quote,
            self.break_yaml,
            self.mend_yaml,
            self.comment,
            self.new_seed,
            self.drop_briefing,
            self.own_page,
            self.own_page,
            self.drop_own_page,
            self.picture,
            self.drop_picture,
            self.about,
        ]
        chosen = self.random.choice(edits)
        chosen()
        return chosen.__name__

    def number(self) -> int:
        self.count += 1
        return self.count

    def briefing(self) -> Path | None:
        found = sorted((self.root / "briefing").glob("*.yaml"))
        return self.random.choice(found) if found else None

    def change(self, path: Path, old: str, new: str) -> None:
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def title(self) -> None:
        if path := self.briefing():
            text = path.read_text(encoding="utf-8")
            line = next((line for line in text.splitlines() if line.startswith("title:")), "")
            self.change(path, line, f"title: The mill number {self.number()}")

    def delete_item(self) -> None:
        if path := self.briefing():
            self.change(path, "open_questions:", f"open_questions:\n  - question: Will it open in {self.number()}?")

    def alter_quote(self) -> None:
        if path := self.briefing():
            self.change(path, "orders left", self.random.choice(["orders right", "orders left"]))

    def break_yaml(self) -> None:
        if path := self.briefing():
            self.change(path, "title: ", "title: broken: ")

    def mend_yaml(self) -> None:
        for path in (self.root / "briefing").glob("*.yaml"):
            self.change(path, "title: broken: ", "title: ")

    def comment(self) -> None:
        if path := self.briefing():
            path.write_text(path.read_text(encoding="utf-8") + f"# {self.number()}\n", encoding="utf-8")

    def new_seed(self) -> None:
        n = self.number()
        (self.root / f"seeds/2026-01-{n % 28 + 1:02}-mill-{n}.txt").write_text(
            f"title: Mill {n}\ndate: 2026-01-05\n\n{WORDS.format(n=n)}\n", encoding="utf-8"
        )

    def drop_briefing(self) -> None:
        if len(list((self.root / "briefing").glob("*.yaml"))) > 3 and (path := self.briefing()):
            path.unlink()

    def page_path(self) -> Path:
        folder = self.random.choice(["", "notes/", "notes/deep/"])
        name = self.random.choice(["one", "two", "three", "index", "README"])
        return self.root / f"docs/{folder or 'notes/'}{name}.md"

    def own_page(self) -> None:
        path = self.page_path()
        path.parent.mkdir(parents=True, exist_ok=True)
        links = " ".join(
            self.random.choice(
                [
                    "[one](one.md)",
                    "[two](two.md#there)",
                    "[deep](deep/three.md)",
                    "[up](../notes/two.md)",
                    "[about](../about.md)",
                    "![picture](1.svg)",
                    "[none](none.md)",
                ]
            )
            for _ in range(3)
        )
        path.write_text(f"# Page {self.number()}\n\n{links}\n\n## There\n\nWords.\n", encoding="utf-8")

    def drop_own_page(self) -> None:
        self.page_path().unlink(missing_ok=True)

    def picture(self) -> None:
        path = self.root / f"docs/notes/{self.random.randint(1, 3)}.svg"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"<svg><!-- {self.number()} --></svg>", encoding="utf-8")

    def drop_picture(self) -> None:
        (self.root / f"docs/notes/{self.random.randint(1, 3)}.svg").unlink(missing_ok=True)

    def about(self) -> None:
        """A page that the navigation names."""
        title = self.random.choice(["About"] * 9 + ["About us"])
        (self.root / "docs/about.md").write_text(f"# {title}\n\n{self.number()} words.\n", encoding="utf-8")


@pytest.fixture
def served(workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Served:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")  # a test may run over midnight
    editor = Editor(workspace, 0)
    for _ in range(4):
        editor.new_seed()
    run("draft")
    return Served(workspace, tmp_path / "site")


@pytest.mark.parametrize("seed", [1, 2])
def test_the_served_site_is_what_is_built_anew(served: Served, tmp_path: Path, seed: int) -> None:
    editor = Editor(served.root, seed)
    followed = 0
    for number in range(1, 151):
        done = [editor.edit() for _ in range(editor.random.choice([1, 1, 1, 3]))]
        followed += served.save()
        if number % 50 == 0:
            editor.mend_yaml()  # the page of a broken briefing shows what it was when it could last be read
            served.save()
            served.catch_up()
            now, anew = tree(served.site), built_anew(served.root, tmp_path / "anew")
            assert sorted(now) == sorted(anew), done
            assert [name for name in now if now[name] != anew[name]] == []
    assert followed > 100, "most edits need no whole build"
    shutil.rmtree(tmp_path / "anew")
