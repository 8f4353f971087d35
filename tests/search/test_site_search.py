"""Which search a site has, and what its pages and folders hold because of it."""

from __future__ import annotations

import gzip
import json
import logging
import shutil
import subprocess
import sys
import time
from contextlib import suppress
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from briefsite.pages import Site
from briefsite.search import FROM, SiteSearch, edited, site_search
from briefsite.search import whole as whole_index
from browser.serving import make_workspace
from command import SLUG
from engine.served import tree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


def build(root: Path, settings: str) -> Path:
    config = root / "mkdocs.yml"
    config.write_text(
        config.read_text("utf-8").replace("  - briefsite\n", f"  - briefsite:\n      {settings}\n"), "utf-8"
    )
    subprocess.run([sys.executable, "-m", "briefsite", "build"], cwd=root, check=True, capture_output=True)
    return root / "site"


def test_few_briefings_have_the_theme_s_search_and_no_trace_of_another(tmp_path: Path) -> None:
    site = build(make_workspace(tmp_path / "w"), "pagefind_from: 3")
    index = json.loads((site / "search/search_index.json").read_text("utf-8"))
    assert any(SLUG in entry["location"] for entry in index["docs"])
    assert not (site / "pagefind").exists()
    assert "search-box" not in (site / "index.html").read_text("utf-8")


def test_many_have_pagefind_s_and_the_theme_s_index_is_empty(tmp_path: Path) -> None:
    site = build(make_workspace(tmp_path / "w"), "pagefind_from: 2")
    index = json.loads((site / "search/search_index.json").read_text("utf-8"))
    assert index["docs"] == []
    assert index["config"]["labels"]["none"] == "Nothing found"
    entry = json.loads((site / "pagefind/pagefind-entry.json").read_text("utf-8"))
    people = list(site.glob("people/*/index.html"))
    assert entry["languages"]["en"]["page_count"] == 3 + len(people)  # two briefings and a page of one's own
    for page in ("index.html", f"b/{SLUG}/index.html", "404.html"):
        assert "assets/briefsite/search-box.js" in (site / page).read_text("utf-8")


def chosen(site: Any, kept: Path, *, briefings: int, threshold: int = FROM) -> SiteSearch:
    search = SiteSearch()
    search.choose(site, Site(), briefings=briefings, threshold=threshold, kept=kept)
    return search


def config(*plugins: str, theme: str = "material") -> Any:
    return SimpleNamespace(theme=SimpleNamespace(name=theme), plugins=dict.fromkeys(plugins), extra={}, extra_css=[])


@pytest.mark.parametrize(
    ("site", "briefings", "is_on"),
    [
        (config("material/search"), FROM - 1, False),
        (config(), FROM, False),
        (config("search", theme="mkdocs"), FROM, False),
        (config("material/search"), FROM, True),
    ],
    ids=["few", "no search", "another theme", "many"],
)
def test_it_is_on_where_many_briefings_meet_the_theme_s_search(
    site: Any, briefings: int, is_on: bool, tmp_path: Path
) -> None:
    search = chosen(site, tmp_path, briefings=briefings)
    assert search.is_on is is_on
    assert search.fits(FROM - 1) is not is_on
    search.close()
    assert bool(site.extra) is is_on


def test_without_the_program_the_theme_s_search_stays_and_the_log_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(site_search, "program", lambda: None)
    with caplog.at_level(logging.INFO, "mkdocs"):
        search = chosen(config("material/search"), tmp_path, briefings=900)
    assert not search.is_on
    assert "pip install 'briefsite[search]'" in caplog.text


def page(url: str, content: str, **meta: object) -> Any:
    return SimpleNamespace(url=url, title="A &#38; B", content=content, meta=meta)


@pytest.fixture
def on(tmp_path: Path) -> Iterator[SiteSearch]:
    search = chosen(config("material/search"), tmp_path / "kept", briefings=1, threshold=1)
    yield search
    search.close()


@pytest.mark.parametrize("meta", [{}, {"search": {"exclude": True}}, {"search": {"boost": 2}}, {"search": None}])
def test_a_page_is_hidden_from_the_theme_s_search_only_while_that_looks(on: SiteSearch, meta: dict[str, Any]) -> None:
    shown = page("a/", "<p>x</p>", **meta)
    on.take(shown)
    assert shown.meta["search"]["exclude"] is True
    on.give_back(shown)
    assert shown.meta == meta


def words(fragment: Path) -> str:
    """What an index holds of a page."""
    return str(json.loads(gzip.decompress(fragment.read_bytes())[12:])["content"])


def until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.05)


def served(site: Path) -> tuple[list[str], list[str]]:
    """The words of the pages in the index of all, and of those in the small one beside it."""
    told = json.loads((site / "pagefind-edits.json").read_text("utf-8"))
    gone, folder = set(told["gone"]), site / "pagefind/fragment"
    shown = [words(path) for path in sorted(folder.iterdir()) if path.name.partition(".")[0] not in gone]
    edited = sorted((site / told["index"] / "fragment").iterdir()) if told["index"] else []
    return sorted(shown), sorted(words(path) for path in edited)


def test_while_serving_edits_stand_in_a_small_index_beside_that_of_all(
    on: SiteSearch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(edited, "FEW", 2)
    site = tmp_path / "site"

    def built(**pages: str) -> None:
        """What a build does, or an edit."""
        (site / "search").mkdir(parents=True, exist_ok=True)
        (site / "search/search_index.json").write_text('{"config": {}, "docs": []}', encoding="utf-8")
        for name, content in pages.items():
            on.take(page(f"{name}/", f"<p>{content}</p>"))
        on.write(site, behind=True)

    def shows(all: list[str], few: list[str]) -> bool:
        with suppress(FileNotFoundError):
            return served(site) == (all, few)
        return False

    built(a="first", b="second", c="third")
    until(lambda: shows(["first.", "second.", "third."], []))
    whole = tree(site / "pagefind")
    built(a="edited")
    until(lambda: shows(["second.", "third."], ["edited."]))
    on.keep({"a/", "b/"})
    built()
    until(lambda: shows(["second."], ["edited."]))
    assert tree(site / "pagefind") == whole
    shutil.rmtree(site)  # as MkDocs clears the site away
    built(a="edited")
    assert tree(site / "pagefind") == whole, "the last one is there at once"
    until(lambda: shows(["second."], ["edited."]))
    built(a="many", b="were", c="edited")
    until(lambda: shows(["edited.", "many.", "were."], []))


def test_a_build_of_the_same_pages_takes_the_last_index(
    on: SiteSearch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    (site / "search").mkdir(parents=True)
    (site / "search/search_index.json").write_text('{"config": {}, "docs": []}', encoding="utf-8")
    on.take(page("a/", "<p>first</p>"))
    on.write(site, behind=False)
    made = tree(site / "pagefind")
    with monkeypatch.context() as patch:
        patch.setattr(whole_index, "write_index", None)
        on.write(site, behind=False)
    assert tree(site / "pagefind") == made
    on.take(page("a/", "<p>second</p>"))
    on.write(site, behind=False)
    assert [words(path) for path in (site / "pagefind/fragment").iterdir()] == ["second."]
