"""After any series of edits, the served site is the one that MkDocs builds when it begins anew.

BRIEFSITE_SESSIONS=10 pytest tests/engine/test_edit_loop.py    edits in as many sessions, some 220 edits each
"""

from __future__ import annotations

import os
import random
import shutil
from html import unescape
from typing import TYPE_CHECKING

import pytest

from briefsite.engine import edits
from briefsite.live import differences, look
from command import run
from engine.served import Served, built_anew, tree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


SESSIONS = int(os.environ.get("BRIEFSITE_SESSIONS", "1"))
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
def served(workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Served]:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")  # a test may run over midnight
    editor = Editor(workspace, 0)
    for _ in range(4):
        editor.new_seed()
    run("draft")
    served = Served(workspace, tmp_path / "site")
    yield served
    served.plugin.on_shutdown()


@pytest.mark.parametrize("seed", range(1, 1 + SESSIONS))
@pytest.mark.parametrize("page_by_page", [False, True])
def test_the_served_site_is_what_is_built_anew(
    served: Served, tmp_path: Path, seed: int, page_by_page: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if page_by_page:
        monkeypatch.setattr(edits, "FEW", 0)
        monkeypatch.setattr(edits, "SLICE", 0)
    editor = Editor(served.root, seed)
    followed = 0
    for number in range(1, 101):
        done = [editor.edit() for _ in range(editor.random.choice([1, 1, 1, 3]))]
        followed += served.save()
        if number % 50 == 0:
            editor.mend_yaml()  # the page of a broken briefing shows what it was when it could last be read
            served.save()
            served.catch_up()
            now, anew = tree(served.site), built_anew(served.root, tmp_path / "anew")
            assert sorted(now) == sorted(anew), done
            assert [name for name in now if now[name] != anew[name]] == []
    assert followed > 66, "most edits need no whole build"
    shutil.rmtree(tmp_path / "anew")


# --- how much is done for one edit


def written(served: Served, edit: Callable[[], object]) -> tuple[set[str], bool]:
    """Files of the site that an edit wrote at once, and whether it needed no whole build."""
    before = look([served.site])
    edit()
    is_followed = served.save()
    changed = differences(before, look([served.site]))
    return {path.relative_to(served.site).as_posix() for path in changed}, is_followed


def built_of(path: Path) -> str:
    """Where MkDocs puts a file of docs/."""
    if path.suffix == ".md":
        path = (path if path.stem == "index" else path.with_suffix("") / "index").with_suffix(".html")
    return path.as_posix()


def first(served: Served) -> Path:
    return sorted((served.root / "briefing").glob("*.yaml"))[0]


def test_an_edit_writes_the_pages_whose_words_changed(served: Served) -> None:
    briefing = first(served)
    text = briefing.read_text(encoding="utf-8")
    docs = look([served.root / "docs"])
    edited = text.replace("status: draft", "status: reviewed")
    pages, is_followed = written(served, lambda: briefing.write_text(edited, encoding="utf-8"))
    changed = {path.relative_to(served.root / "docs") for path in differences(docs, look([served.root / "docs"]))}
    assert is_followed
    assert f"b/{briefing.stem}/index.html" in pages
    assert pages == {built_of(path) for path in changed}
    assert not any(
        other.stem in page for page in pages for other in briefing.parent.glob("*.yaml") if other != briefing
    )
    comment = lambda: briefing.write_text(f"{edited}# a comment\n", encoding="utf-8")  # noqa: E731
    assert written(served, comment) == (set(), True)


def test_a_new_page_writes_itself_and_those_that_link_to_it(served: Served) -> None:
    notes = served.root / "docs/notes"
    notes.mkdir()
    (notes / "one.md").write_text("[two](two.md)\n", encoding="utf-8")
    served.save()
    made = {"notes/one/index.html", "notes/two/index.html"}
    assert written(served, lambda: (notes / "two.md").write_text("# Two\n", encoding="utf-8")) == (made, True)
    assert written(served, (notes / "two.md").unlink) == (made, True)
    assert not (served.site / "notes/two").exists()


def test_a_broken_briefing_shows_on_every_page_and_rebuilds_its_own_only(served: Served) -> None:
    briefing = first(served)
    text = briefing.read_text(encoding="utf-8")
    pages, is_followed = written(served, lambda: briefing.write_text(f"{text}\nx: y: z\n", encoding="utf-8"))
    assert is_followed
    assert f"b/{briefing.stem}/index.html" in pages
    assert "about/index.html" not in pages
    assert f"briefing/{briefing.name}" in unescape(served.plugin.following.notice_at("about/"))
    assert served.plugin.following.notice_at(f"b/{briefing.stem}/") == "", "it shows that itself"
    briefing.write_text(text, encoding="utf-8")
    served.save()
    assert served.plugin.following.notice_at("about/") == ""


@pytest.mark.parametrize(
    "edit",
    [
        lambda root: (root / "docs/about.md").write_text("---\nicon: material/home\n---\n", encoding="utf-8"),
        lambda root: (root / "docs/about.md").unlink(),
        lambda root: (root / "overrides/main.html").write_text('{% extends "base.html" %} ', encoding="utf-8"),
        lambda root: (root / "docs/about").mkdir() or (root / "docs/about/index.md").write_text("x", encoding="utf-8"),
    ],
    ids=["what the navigation shows", "a page of the navigation", "a template", "two pages with one address"],
)
def test_what_may_change_any_page_builds_the_whole_site(served: Served, edit: Callable[[Path], object]) -> None:
    (served.root / "overrides").mkdir()
    (served.root / "overrides/main.html").write_text('{% extends "base.html" %}', encoding="utf-8")
    config = served.root / "mkdocs.yml"
    text = config.read_text(encoding="utf-8").replace(
        "  name: material\n", "  name: material\n  custom_dir: overrides\n"
    )
    config.write_text(text, encoding="utf-8")
    (served.root / "docs/new.md").write_text("# New\n", encoding="utf-8")
    assert not served.save(), "the configuration changed"
    edit(served.root)
    assert not served.save()


def test_with_one_more_briefing_the_site_may_have_another_search(served: Served) -> None:
    config, briefings = served.root / "mkdocs.yml", len(list((served.root / "briefing").glob("*.yaml")))
    text = config.read_text(encoding="utf-8")
    settings = f"  - briefsite:\n      pagefind_from: {briefings + 2}\n"
    config.write_text(text.replace("  - briefsite\n", settings), encoding="utf-8")
    (served.root / "docs/new.md").write_text("# New\n", encoding="utf-8")
    assert not served.save(), "the configuration changed"
    editor = Editor(served.root, 1)
    editor.count = 20
    editor.new_seed()
    assert served.save()
    assert "search-box.js" not in (served.site / "index.html").read_text(encoding="utf-8")
    editor.new_seed()
    assert not served.save()
    assert "search-box.js" in (served.site / "index.html").read_text(encoding="utf-8")


def test_a_site_with_a_hook_is_built_whole_each_time_and_says_why(
    served: Served, caplog: pytest.LogCaptureFixture
) -> None:
    (served.root / "hook.py").write_text("def on_page_markdown(markdown, **_):\n    return markdown + '!'\n", "utf-8")
    config = served.root / "mkdocs.yml"
    config.write_text("hooks:\n  - hook.py\n" + config.read_text(encoding="utf-8"), encoding="utf-8")
    with caplog.at_level("INFO", logger="mkdocs.plugins.briefsite"):
        for words in ("One", "Two"):
            (served.root / "docs/about.md").write_text(f"# About\n\n{words}\n", encoding="utf-8")
            assert not served.save()
    assert caplog.text.count("every edit builds the whole site anew: the plugin or hook “hook.py”") == 1
    assert "Two\n!" in (served.site / "about/index.html").read_text(encoding="utf-8")
