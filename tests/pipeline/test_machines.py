"""The published site for machines: what is under embargo is nowhere, what is withdrawn says so everywhere."""

from __future__ import annotations

import gzip
import json
import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest

from command import run
from pages.sample import ARTICLE, BRIEFING

if TYPE_CHECKING:
    from pathlib import Path

SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
SECRETS = ("A secret ferry", "secret-ferry", "secretly", "Islands of secrets", "We promised nobody")


@pytest.fixture
def site(workspace: Path) -> Path:
    """A built site of three briefings: a public one, one under embargo, a withdrawn one."""
    configuration = workspace / "mkdocs.yml"
    text = configuration.read_text(encoding="utf-8")
    text = text.replace("# site_url: https://example.org/briefings/", "site_url: https://example.org/loe/")
    configuration.write_text(text, encoding="utf-8")
    put(workspace, "ferry", BRIEFING)
    secret = ARTICLE.replace("We promised the islanders", "We promised nobody secretly")
    hidden = BRIEFING.replace("A ferry for", "A secret ferry for").replace(
        "topics: [Islands]", "topics: [Islands of secrets]"
    )
    hidden = hidden.replace("We promised the islanders", "We promised nobody secretly")
    put(workspace, "secret-ferry", hidden.replace("status: reviewed", "status: embargoed"), secret)
    gone = BRIEFING.replace("A ferry for", "No ferry for").replace(
        "status: reviewed", "status: withdrawn\nsince: 2026-03-20"
    )
    put(workspace, "no-ferry", gone)
    built = run("build", "--strict")
    assert built.exit_code == 0, built.output
    return workspace / "site"


LOST = """\
  - speaker: Nora Quill
    text: as low as the petrol allows
    source: p4
    id: altered
"""


def put(workspace: Path, slug: str, briefing: str, article: str = ARTICLE) -> None:
    (workspace / f"seeds/{slug}.txt").write_text(article, encoding="utf-8")
    assert LOST in briefing
    text = briefing.replace("seeds/ferry.txt", f"seeds/{slug}.txt").replace(LOST, "")
    (workspace / f"briefing/{slug}.yaml").write_text(text, encoding="utf-8")


def holding(folder: Path, words: str) -> set[str]:
    """The files that hold these words, compressed ones too, and those whose names do."""
    found = set()
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        data = path.read_bytes() if path.is_file() else b""
        data = gzip.decompress(data) if path.suffix == ".gz" else data
        if words in name or words.encode() in data:
            found.add(name)
    return found


def test_what_is_under_embargo_is_in_no_file(site: Path) -> None:
    for words in SECRETS:
        assert not holding(site, words), words
        assert not holding(site.parent / "docs", words), words
    assert holding(site, "A ferry for Inish Loe") >= {
        "b/ferry/index.html", "b/ferry/briefing.json", "b/feeds/briefings.xml", "b/data/quotes.csv", "llms.txt",
        "search/search_index.json", "index.html",
    }, "the search itself finds what is there"  # fmt: skip


def test_a_briefing_put_under_embargo_goes_from_the_next_site(site: Path) -> None:
    path = site.parent / "briefing/ferry.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("reviewed", "embargoed"), encoding="utf-8")
    assert run("build", "--strict").exit_code == 0
    for folder in (site, site.parent / "docs"):
        assert not holding(folder, "A ferry for Inish Loe")
        assert not holding(folder, "diesel allows")


def test_a_withdrawn_briefing_is_a_dated_notice_at_its_address_and_in_the_feeds(site: Path) -> None:
    page = (site / "b/no-ferry/index.html").read_text(encoding="utf-8")
    assert "Withdrawn since 20 March 2026" in page
    assert "This briefing was withdrawn" in page
    assert '<meta name="robots" content="noindex">' in page
    # All that is left of it, besides what a search of the site finds: its title, to say that it is gone.
    assert holding(site, "No ferry for Inish Loe") == {
        "b/no-ferry/index.html", "b/no-ferry/briefing.json", "b/no-ferry/briefing.txt", "b/feeds/briefings.xml",
        "b/feeds/briefings.json", "b/feeds/changes.xml", "b/feeds/changes.json", "b/feeds/topic-islands.xml",
        "b/feeds/topic-islands.json", "search/search_index.json", "search/search_index.js",
    }  # fmt: skip
    assert not holding(site / "b/no-ferry", "diesel allows")
    assert json.loads((site / "b/no-ferry/briefing.json").read_text(encoding="utf-8"))["since"] == "2026-03-20"


def test_the_notice_stays_when_the_source_is_gone(site: Path) -> None:
    (site.parent / "seeds/no-ferry.txt").unlink()
    assert run("build").exit_code == 1
    assert "This briefing was withdrawn" in (site / "b/no-ferry/index.html").read_text(encoding="utf-8")
    assert holding(site / "b/feeds", "No ferry for Inish Loe")


def test_the_sitemap_has_what_may_be_found_with_the_day_on_which_it_changed(site: Path) -> None:
    tree = ElementTree.parse(site / "sitemap.xml")
    dates = {
        url.findtext("s:loc", namespaces=SITEMAP): url.findtext("s:lastmod", namespaces=SITEMAP)
        for url in tree.iterfind("s:url", SITEMAP)
    }
    assert dates["https://example.org/loe/b/ferry/"] == "2026-03-12"
    assert dates["https://example.org/loe/"] is None, "the day of the build says nothing of the page"
    assert not [address for address in dates if address and ("no-ferry" in address or "secret" in address)]


def test_pages_name_their_twins_and_feeds_and_themselves(site: Path) -> None:
    head = (site / "b/ferry/index.html").read_text(encoding="utf-8").partition("</head>")[0]
    assert '<link rel="canonical" href="https://example.org/loe/b/ferry/">' in head
    assert '<meta property="og:title" content="A ferry for Inish Loe">' in head
    linked = re.findall(r'<link rel="alternate " type="[^"]+" href="([^"]+)"', head)
    assert {"briefing.json", "briefing.txt", "https://example.org/loe/b/feeds/briefings.xml"} <= set(linked)
    for address in linked:
        path = address.removeprefix("https://example.org/loe/") if ":" in address else f"b/ferry/{address}"
        assert (site / path).is_file(), address
    assert "b/feeds/briefings.xml" in (site / "index.html").read_text(encoding="utf-8").partition("</head>")[0]


def test_files_go_with_their_briefing(site: Path) -> None:
    docs = site.parent / "docs"
    assert (docs / "b/ferry/cite.ris").exists()
    assert "0 written, 0 removed" in run("render").stdout
    (site.parent / "briefing/ferry.yaml").unlink()
    assert run("render").exit_code == 0
    assert not (docs / "b/ferry").exists()
    assert not holding(docs, "diesel allows")


def test_an_llms_txt_of_ones_own_is_left_alone(site: Path) -> None:
    own = site.parent / "docs/llms.txt"
    (site.parent / "docs/.briefsite.json").unlink()
    run("render")
    assert "A ferry for Inish Loe" in own.read_text(encoding="utf-8"), "ours is known even when the manifest is lost"
    own.write_text("# Ours\n", encoding="utf-8")
    (site.parent / "docs/.briefsite.json").unlink()
    assert run("render").exit_code == 0
    assert own.read_text(encoding="utf-8") == "# Ours\n"
