"""Which search a site has, and what its pages and folders hold because of it."""

from __future__ import annotations

import gzip
import json
import logging
import subprocess
import sys
import time
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from briefsite.search import FROM, SiteSearch, site_search
from browser.serving import make_workspace
from command import SLUG

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LABELS = {"none": "Nothing found"}


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
def test_it_is_on_where_many_briefings_meet_the_theme_s_search(site: Any, briefings: int, is_on: bool) -> None:
    search = SiteSearch()
    search.choose(site, briefings=briefings, threshold=FROM)
    assert search.is_on is is_on
    assert bool(site.extra) is is_on


def test_without_the_program_the_theme_s_search_stays_and_the_log_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(site_search, "program", lambda: None)
    search = SiteSearch()
    with caplog.at_level(logging.INFO, "mkdocs"):
        search.choose(config("material/search"), briefings=900, threshold=FROM)
    assert not search.is_on
    assert "pip install 'briefsite[search]'" in caplog.text


def page(url: str, content: str, **meta: object) -> Any:
    return SimpleNamespace(url=url, title="A &#38; B", content=content, meta=meta)


def on() -> SiteSearch:
    search = SiteSearch()
    search.choose(config("material/search"), briefings=1, threshold=1)
    return search


@pytest.mark.parametrize("meta", [{}, {"search": {"exclude": True}}, {"search": {"boost": 2}}, {"search": None}])
def test_a_page_is_hidden_from_the_theme_s_search_only_while_that_looks(meta: dict[str, Any]) -> None:
    search, shown = on(), page("a/", "<p>x</p>", **meta)
    search.take(shown)
    assert shown.meta["search"]["exclude"] is True
    search.give_back(shown)
    assert shown.meta == meta


def indexed(site: Path) -> list[str]:
    """The words of the pages in an index; none while there is no index."""
    try:
        paths = sorted((site / "pagefind/fragment").iterdir())
        return sorted(json.loads(gzip.decompress(path.read_bytes())[12:])["content"] for path in paths)
    except FileNotFoundError:
        return []


def until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_while_serving_the_last_index_is_there_at_once_and_an_edit_follows(tmp_path: Path) -> None:
    search = on()

    def rebuilt(words: str) -> None:
        (tmp_path / "search").mkdir(exist_ok=True)
        (tmp_path / "search/search_index.json").write_text('{"config": {}, "docs": []}', encoding="utf-8")
        search.take(page("a/", f"<p>{words}</p>"))
        search.write(tmp_path, language="en", labels=LABELS, behind=True)

    rebuilt("first")
    until(lambda: indexed(tmp_path) == ["first."])
    for path in sorted((tmp_path / "pagefind").rglob("*"), reverse=True):  # as MkDocs clears the site away
        path.rmdir() if path.is_dir() else path.unlink()
    rebuilt("second")
    assert indexed(tmp_path) in (["first."], ["second."])
    until(lambda: indexed(tmp_path) == ["second."])
    search.close()
