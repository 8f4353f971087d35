"""A build takes what builds before it made, if nothing that the pages depend on has changed; and is MkDocs' own."""

from __future__ import annotations

import logging
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from briefsite.engine import cached_output, cached_page, processes, warm
from briefsite.engine.store import BUILDS, Store
from command import run
from engine.served import tree

if TYPE_CHECKING:
    from collections.abc import Callable

PAGES = {
    "notes/one.md": "# One\n\n[two](two.md), [three](three.md#there) and [about](../about.md)\n",
    "notes/two.md": "---\ntags: [mill]\ndescription: Of a mill.\n---\n# Two\n\n## Words\n\nSome words.\n",
    "notes/three.md": "Three\n\n## There\n\n<p data-search-exclude>Not found.</p>\n",
    "notes/none.md": "# Nothing\n\n[none](none-such.md)\n",
}
SEED = "title: Mill {n}\ndate: 2026-01-05\n\nThe mill in Harlow closed on Monday after {n} years, its owner said.\n"
BRIEFINGS = 3
KEPT = len(PAGES) - 1 + 2 * BRIEFINGS
"""Pages that are taken: not those of the navigation, nor one with a link that MkDocs warns of each time."""


class Builder:
    """Builds a workspace, and counts what it had to make."""

    def __init__(self, root: Path, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.root = root
        self.site = site
        self.rendered = self.written = 0
        make, keep = cached_page.CachedPage.make, cached_output.Output.keep

        def counted_make(page: cached_page.CachedPage, *arguments: object) -> object:
            made = make(page, *arguments)
            self.rendered += made is not None
            return made

        def counted_keep(*arguments: object) -> None:
            self.written += 1
            keep(*arguments)

        monkeypatch.setattr(cached_page.CachedPage, "make", counted_make)
        monkeypatch.setattr(cached_output.Output, "keep", counted_keep)

    def build(self) -> tuple[int, int]:
        """Pages whose Markdown was rendered, and pages that templates made, of those that could be taken."""
        self.rendered = self.written = 0
        config = load_config(config_file=str(self.root / "mkdocs.yml"), site_dir=str(self.site))
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()
        return self.rendered, self.written - (self.root / "docs/notes/none.md").exists()

    def stock(self) -> dict[str, bytes]:
        """The site as MkDocs builds it alone."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(warm.Warm, "begin", lambda *_: None)
            patch.setattr(warm.Warm, "navigation", lambda *_: None)
            self.build()
        return tree(self.site)


@pytest.fixture
def builder(workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Builder:
    """A site that was built once."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    for number in range(BRIEFINGS):
        (workspace / f"seeds/2026-01-05-mill-{number}.txt").write_text(SEED.format(n=number + 2), encoding="utf-8")
    for name, text in PAGES.items():
        (workspace / "docs" / name).parent.mkdir(exist_ok=True)
        (workspace / "docs" / name).write_text(text, encoding="utf-8")
    (workspace / "overrides").mkdir()
    (workspace / "overrides/main.html").write_text('{% extends "base.html" %}\n', encoding="utf-8")
    edit("mkdocs.yml", "  name: material\n", "  name: material\n  custom_dir: overrides\n")(workspace)
    run("draft")
    builder = Builder(workspace, tmp_path / "site", monkeypatch)
    assert builder.build() == (KEPT, KEPT)
    return builder


def edit(name: str, old: str, new: str) -> Callable[[Path], object]:
    def change(root: Path) -> None:
        text = (root / name).read_text(encoding="utf-8")
        assert old in text
        (root / name).write_text(text.replace(old, new), encoding="utf-8")

    return change


CHANGES = {
    "nothing": (lambda _: None, 0, 0),
    "a page's words": (edit("docs/notes/two.md", "Some words", "Other words"), 1, 1),
    "a page's front matter": (edit("docs/notes/two.md", "Of a mill", "Of two mills"), 0, 1),
    "what a page is searched by": (edit("docs/notes/two.md", "tags: [mill]", "tags: [mills]"), 0, 1),
    # A briefing is cited with it.
    "the name of the site": (edit("mkdocs.yml", "site_name: Briefings", "site_name: Ours"), BRIEFINGS, KEPT),
    "its address": (edit("mkdocs.yml", "# site_url: ", "site_url: "), KEPT, KEPT),
    "a setting of the theme": (edit("mkdocs.yml", "    - toc.follow\n", ""), 0, KEPT),
    "a setting of a plugin": (edit("mkdocs.yml", "boost: 2", "boost: 3"), 0, KEPT),
    "a setting of an extension": (edit("mkdocs.yml", 'permalink: "#"', 'permalink: "§"'), KEPT, KEPT),
    "an override of the theme": (edit("overrides/main.html", "\n", "\n{% block footer %}Ours{% endblock %}"), 0, KEPT),
    "what the navigation shows of a page": (
        edit("docs/about.md", "# About", "---\nicon: material/home\n---\n"),
        0,
        KEPT,
    ),
    "the words of a page in the navigation": (edit("docs/about.md", "# About", "# About\n\nUs."), 0, 0),
    "the navigation": (edit("mkdocs.yml", "  - About: about.md", "  - Us: about.md"), 0, KEPT),
    "a page that another links to": (lambda root: (root / "docs/notes/three.md").unlink(), 0, 1),
    "an extension's presence": (edit("mkdocs.yml", "  - attr_list\n", "  - attr_list\n  - footnotes\n"), KEPT, KEPT),
    "what was made": (lambda root: (root / warm.PLACE).unlink(), KEPT, KEPT),
    "the file of what was made, damaged": (lambda root: (root / warm.PLACE).write_text("no database"), KEPT, KEPT),
}


@pytest.mark.parametrize("change", CHANGES)
def test_only_what_depends_on_a_change_is_made_again(builder: Builder, change: str) -> None:
    make, rendered, written = CHANGES[change]
    make(builder.root)
    assert builder.build() == (rendered, written)
    now = tree(builder.site)
    assert now == builder.stock()


def test_a_link_is_made_again_when_its_target_comes(builder: Builder) -> None:
    (builder.root / "docs/notes/none-such.md").write_text("# There it is\n", encoding="utf-8")
    assert builder.build() == (2, 1)  # the new page is one of those; the other has no warning any more
    now = tree(builder.site)
    assert b'href="../none-such/index.html"' in now["notes/none/index.html"]
    assert now == builder.stock()


def test_another_version_of_a_program_takes_nothing(builder: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warm, "version", lambda: "mkdocs 1.6.2")
    assert builder.build() == (KEPT, KEPT)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("overrides/main.html", '{% extends "base.html" %}{% block footer %}{{ build_date_utc }}{% endblock %}'),
        ("overrides/main.html", '{% extends "base.html" %}{% block footer %}{{ pages|length }}{% endblock %}'),
        ("overrides/main.html", '{% extends "base.html" %}{% block footer %}{{ nav.homepage.content }}{% endblock %}'),
        ("hook.py", "def on_page_markdown(markdown, **_):\n    return markdown + 'x'\n"),
        ("hook.py", "def on_page_context(context, **_):\n    return context\n"),
    ],
)
def test_what_may_make_a_page_depend_on_anything_takes_nothing(builder: Builder, name: str, text: str) -> None:
    (builder.root / name).write_text(text, encoding="utf-8")
    if name == "hook.py":
        edit("mkdocs.yml", "plugins:\n", "hooks:\n  - hook.py\nplugins:\n")(builder.root)
    assert builder.build()[0] == 0
    now = tree(builder.site)
    assert now == builder.stock()


def test_a_site_that_several_processes_made_is_the_same(builder: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    (builder.root / warm.PLACE).unlink()
    monkeypatch.setattr(processes, "FEW", 1)
    monkeypatch.setattr(processes.threading, "active_count", lambda: 1)
    split: list[int] = []
    in_processes = warm.in_processes

    def counted(things: list[object], *arguments: object) -> object:
        for answer in in_processes(things, *arguments):
            split.append(1)
            yield answer

    monkeypatch.setattr(warm, "in_processes", counted)
    builder.build()
    assert len(split) in {0, 2 * KEPT}, "none on a machine that cannot split a process"
    now = tree(builder.site)
    assert builder.build() == (0, 0)
    assert now == tree(builder.site) == builder.stock()


def test_what_no_build_has_used_for_long_is_let_go(tmp_path: Path) -> None:
    def use(*keys: bytes) -> list[object]:
        store = Store(tmp_path / "made", "1")
        found = [store.get(key) for key in keys]
        for key in keys:
            store.put(key, "made")
        store.close()
        return found

    assert use(b"old", b"new") == [None, None]
    for _ in range(BUILDS):
        assert use(b"new") == ["made"]
    assert use(b"old") == [None]


@pytest.mark.parametrize("in_the_way", ["made", "folder"])
def test_a_store_that_cannot_be_written_is_done_without(tmp_path: Path, in_the_way: str) -> None:
    if in_the_way == "made":
        (tmp_path / "folder/made").mkdir(parents=True)
    else:
        (tmp_path / "folder").write_text("a file", encoding="utf-8")
    store = Store(tmp_path / "folder/made", "1")
    store.put(b"one", {"html": "made"})
    assert store.get(b"one") == {"html": "made"}
    store.close()
    assert store.get(b"one") is None


# --- what stands in site/


def stats(site: Path) -> dict[str, tuple[int, int]]:
    return {
        path.relative_to(site).as_posix(): (path.stat().st_ino, path.stat().st_mtime_ns)
        for path in site.rglob("*")
        if path.is_file()
    }


def test_files_that_are_right_are_not_written_again(builder: Builder) -> None:
    before = stats(builder.site)
    builder.build()
    new = {name for name, stat in stats(builder.site).items() if before[name] != stat}
    of_all = {"404.html", "sitemap.xml", "sitemap.xml.gz", "search/search_index.json", "search/search_index.js"}
    assert of_all <= new
    assert "notes/none/index.html" in new  # of which MkDocs warns each time
    assert not any(name.startswith(("b/2", "assets/", "notes/t")) for name in new)


def page(root: Path, site: Path) -> Path:
    return next(path for path in sorted((site / "b").rglob("index.html")))


def edit_both(name: str, old: str, new: str) -> Callable[[Path, Path], object]:
    return lambda root, site: edit(name, old, new)(root)


DAMAGES: dict[str, Callable[[Path, Path], object]] = {
    "nothing": lambda root, site: None,
    "a page is edited in site/": lambda root, site: page(root, site).write_text("altered", encoding="utf-8"),
    "a page is edited, its size and time kept": lambda root, site: _altered_in_secret(page(root, site)),
    "a page is taken away": lambda root, site: page(root, site).unlink(),
    "a strange file comes": lambda root, site: (site / "b/strange.html").write_text("strange", encoding="utf-8"),
    "a strange folder comes": lambda root, site: (site / "none/such").mkdir(parents=True),
    "a link comes": lambda root, site: (site / "linked").symlink_to(root),
    "a page becomes a folder in site/": lambda root, site: _page_becomes_folder(page(root, site)),
    "site/ is taken away": lambda root, site: shutil.rmtree(site),
    "site/ is another": lambda root, site: (
        shutil.copytree(site, f"{site}2"),
        shutil.rmtree(site),
        Path(f"{site}2").rename(site),
    ),
    "the record is damaged": lambda root, site: (root / ".briefsite/site.json").write_bytes(b'{"files": 3'),
    "the record is of another form": lambda root, site: (root / ".briefsite/site.json").write_text(
        "[]", encoding="utf-8"
    ),
    "a build was stopped with site/ moved away": lambda root, site: site.rename(root / ".briefsite/site"),
    "a page goes": lambda root, site: (root / "docs/notes/two.md").unlink(),
    "a page becomes a folder of pages": lambda root, site: _becomes_folder(root / "docs/notes"),
    "a file becomes a folder": lambda root, site: _file_becomes_folder(root / "docs"),
    "a page comes into the navigation": edit_both(
        "mkdocs.yml", "  - About: about.md", "  - About: about.md\n  - Two: notes/two.md"
    ),
    "a briefing goes": lambda root, site: [path.unlink() for path in sorted(root.glob("*/2026-01-05-mill-0.*"))],
    "a file is edited": lambda root, site: (root / "docs/plain.txt").write_text("other", encoding="utf-8"),
}


def _page_becomes_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _altered_in_secret(path: Path) -> None:
    stat = path.stat()
    path.write_bytes(path.read_bytes()[::-1])
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))


def _becomes_folder(notes: Path) -> None:
    (notes / "two.md").unlink()
    (notes / "two").mkdir()
    (notes / "two/index.md").write_text("# Two\n\nA folder.\n", encoding="utf-8")
    (notes / "two/more.md").write_text("# More\n", encoding="utf-8")


def _file_becomes_folder(docs: Path) -> None:
    (docs / "plain.txt").unlink()
    (docs / "plain.txt").mkdir()
    (docs / "plain.txt/inside.md").write_text("# Inside\n", encoding="utf-8")


@pytest.mark.parametrize("damage", DAMAGES)
def test_the_site_is_whole_whatever_happened_to_it(builder: Builder, damage: str) -> None:
    (builder.root / "docs/plain.txt").write_text("plain", encoding="utf-8")
    builder.build()
    DAMAGES[damage](builder.root, builder.site)
    builder.build()
    now = tree(builder.site)
    builder.build()
    assert tree(builder.site) == now
    assert now == builder.stock()
    assert not (builder.root / ".briefsite/site").exists()


def test_a_site_with_hidden_entries_stays_where_it_is(builder: Builder) -> None:
    (builder.site / ".git").mkdir()
    (builder.site / ".git/HEAD").write_text("ref", encoding="utf-8")
    (builder.site / "stale.html").write_text("stale", encoding="utf-8")
    builder.build()
    assert (builder.site / ".git/HEAD").read_text(encoding="utf-8") == "ref"
    assert not (builder.site / "stale.html").exists()


def test_nothing_is_said_of_pages_that_stand(builder: Builder, caplog: pytest.LogCaptureFixture) -> None:
    (builder.root / "docs/notes/two.md").write_text("", encoding="utf-8")
    logging.getLogger("mkdocs").setLevel(logging.INFO)
    caplog.set_level(logging.INFO, "mkdocs")
    builder.build()
    assert "Page skipped" not in caplog.text


def test_a_build_that_fails_leaves_no_page_of_the_one_before(builder: Builder) -> None:
    gone = builder.site / "notes/two/index.html"
    (builder.root / "docs/notes/two.md").unlink()
    (builder.root / "overrides/main.html").write_text(
        "{% extends 'base.html' %}{% block footer %}{{ 1 / 0 }}{% endblock %}", encoding="utf-8"
    )
    config = load_config(config_file=str(builder.root / "mkdocs.yml"), site_dir=str(builder.site))
    config.plugins.on_startup(command="build", dirty=False)
    with pytest.raises(ZeroDivisionError):
        build(config)
    config.plugins.on_shutdown()
    assert not gone.exists()
    assert not list(builder.site.glob("b/**/index.html"))
    edit("overrides/main.html", "{{ 1 / 0 }}", "")(builder.root)
    builder.build()
    now = tree(builder.site)
    assert now == builder.stock()
