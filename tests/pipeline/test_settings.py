"""What pages learn from mkdocs.yml, and that full texts are shown while serving, on this machine only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from briefsite.diagnostic import BriefsiteError
from briefsite.pages import Site
from briefsite.pipeline import Workspace, read_site
from command import SLUG, run

if TYPE_CHECKING:
    from pathlib import Path

READ = {
    "an empty file": ("", Site()),
    "a name": ("site_name: Orva Desk\n", Site(name="Orva Desk")),
    "an address": ("site_url: https://example.org/desk\n", Site(url="https://example.org/desk/")),
    "an address that is empty": ("site_url: ''\n", Site()),
    "a theme by name": ("theme: material\n", Site()),
    "a language": ("theme: {name: material, language: de}\n", Site(language="de")),
    "tags that only others know": (
        "site_name: A\nplugins: [{x: !!python/name:material.extensions.emoji.twemoji }]\ny: !relative $docs_dir\n",
        Site(name="A"),
    ),
}


@pytest.mark.parametrize(("text", "site"), READ.values(), ids=READ)
def test_the_site_is_what_the_file_says(workspace: Path, text: str, site: Site) -> None:
    (workspace / "mkdocs.yml").write_text(text, encoding="utf-8")
    assert read_site(Workspace.at(workspace)) == site


def test_a_file_that_others_inherit_is_read(workspace: Path) -> None:
    (workspace / "base.yml").write_text("theme: {name: material, language: de}\nsite_name: Base\n", encoding="utf-8")
    (workspace / "mkdocs.yml").write_text("INHERIT: base.yml\nsite_name: Own\n", encoding="utf-8")
    assert read_site(Workspace.at(workspace)) == Site(name="Own", language="de")


def test_environment_variables_are_followed(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DESK_URL", "https://example.org/")
    (workspace / "mkdocs.yml").write_text("site_url: !ENV DESK_URL\n", encoding="utf-8")
    assert read_site(Workspace.at(workspace)).url == "https://example.org/"


@pytest.mark.parametrize("text", ["site_name: [\n", "INHERIT: nowhere.yml\n", "- a\n- b\n"])
def test_a_file_that_cannot_be_read_says_where(workspace: Path, text: str) -> None:
    (workspace / "mkdocs.yml").write_text(text, encoding="utf-8")
    with pytest.raises(BriefsiteError) as caught:
        read_site(Workspace.at(workspace))
    assert caught.value.diagnostic.source.name == "mkdocs.yml"
    assert "cannot be read" in caught.value.diagnostic.message


def test_another_language_writes_the_pages_again(channel: Path) -> None:
    run("draft")
    run("render")
    page = channel / f"docs/b/{SLUG}/index.md"
    assert "Key points" in page.read_text(encoding="utf-8")
    configuration = channel / "mkdocs.yml"
    text = configuration.read_text(encoding="utf-8")
    configuration.write_text(text.replace("language: en", "language: de"), encoding="utf-8")
    run("render")
    assert "Kernpunkte" in page.read_text(encoding="utf-8")
    assert "Alle Dossiers" in (channel / "docs/b/index.md").read_text(encoding="utf-8")


HIDDEN = "Nobody in the harbour said a word about it."
ARTICLE = f"""\
---
title: Ferry returns
date: 2026-03-12
---
The ferry to Inish Loe will sail again in May, the harbour board said on Thursday.

About 340 people live on the island. The boats are blue. They were grey. {HIDDEN} Rain fell.
"""
BRIEFING = """\
title: A ferry for Inish Loe
sources: [{file: seeds/ferry.txt}]
summary: [{text: About 340 people live on the island., source: p2, id: point}]
"""


@pytest.fixture
def ferry(workspace: Path) -> Path:
    (workspace / "seeds/ferry.txt").write_text(ARTICLE, encoding="utf-8")
    (workspace / "briefing/ferry.yaml").write_text(BRIEFING, encoding="utf-8")
    return workspace


def test_a_published_site_holds_no_word_that_may_not_be_shown(ferry: Path) -> None:
    assert run("build").exit_code == 0
    files = [path for folder in ("docs", "site") for path in (ferry / folder).rglob("*") if path.is_file()]
    assert len(files) > 20
    assert [path for path in files if HIDDEN.encode() in path.read_bytes()] == []


def test_serving_shows_the_whole_source_and_writes_none_of_it_into_docs(ferry: Path) -> None:
    configuration = load_config(str(ferry / "mkdocs.yml"))
    configuration.plugins.on_startup(command="serve", dirty=False)
    try:
        build(configuration)
    finally:
        configuration.plugins.on_shutdown()
    served = (ferry / "site/b/ferry/source/index.html").read_text(encoding="utf-8")
    assert "Nobody in the harbour said a word about it" in served
    assert "on this machine only" in served
    assert "generator" not in served.split("<article")[1].split("</article")[0]  # no front matter in the text
    assert [path for path in (ferry / "docs").rglob("*.md") if "Nobody in the harbour" in path.read_text("utf-8")] == []
