"""What a reader meets on the published site, in a real browser."""

from __future__ import annotations

import functools
import http.server
import subprocess
import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from browser.serving import make_workspace
from command import SLUG

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
SIZES = {"desktop": (1280, 800), "phone": (360, 800)}


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def published(root: Path) -> Iterator[str]:
    """The address of a workspace's published site behind a plain web server."""
    subprocess.run([sys.executable, "-m", "briefsite", "build"], cwd=root, check=True, capture_output=True)
    with serving_folder(root / "site") as address:
        yield address


@contextmanager
def serving_folder(folder: Path) -> Iterator[str]:
    """The address of a plain web server on a folder."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with published(make_workspace(tmp_path_factory.mktemp("site") / "workspace")) as address:
        yield address


ARABIC_SEED = """\
---
title: المدينة تفتح الجسر الجديد
language: ar
---
افتتحت المدينة يوم الأربعاء الجسر الجديد فوق النهر. وقالت رئيسة البلدية ليلى حداد: «انتظرنا هذا الجسر عشرين عاما».

ولم يعلن بعد موعد فتح الطريق. وهذا سطر آخر.
"""
ARABIC_BRIEFING = """\
title: Eine Brücke
sources: [{id: s1, file: seeds/bridge.txt}]
summary:
  - {text: افتتحت المدينة يوم الأربعاء الجسر الجديد فوق النهر., source: p1, id: line}
quotes:
  - {speaker: ليلى حداد, text: انتظرنا هذا الجسر عشرين عاما, source: p1, id: q}
"""


@pytest.fixture(scope="module")
def german(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The same site in German, with an Arabic source as well."""
    root = make_workspace(tmp_path_factory.mktemp("german") / "workspace")
    configuration = root / "mkdocs.yml"
    configuration.write_text(configuration.read_text("utf-8").replace("language: en", "language: de"), "utf-8")
    (root / "seeds/bridge.txt").write_text(ARABIC_SEED, encoding="utf-8")
    (root / "briefing/bridge.yaml").write_text(ARABIC_BRIEFING, encoding="utf-8")
    with published(root) as address:
        yield address


def expect_target_in_view(page: Page) -> None:
    """The place that the address names is on the screen."""
    target = page.locator(":target")
    expect(target).to_be_attached()
    top = target.evaluate("element => element.getBoundingClientRect().top")
    assert 0 <= top <= page.viewport_size["height"]


PAGES = ("/", "/b/", f"/b/{SLUG}/", f"/b/{SLUG}/source/", "/about/")


def test_the_home_page_leads_to_the_briefing_and_on_to_the_words(site: str, page: Page) -> None:
    page.goto(site)
    page.get_by_role("link", name="Channel crossings").first.click()
    expect(page.locator("h1")).to_contain_text("Channel crossings")
    quote = page.locator(".bs-quote", has_text="cat and mouse")
    quote.locator("a.bs-chip").first.click()
    page.wait_for_url("**/source/#*")
    expect_target_in_view(page)
    expect(page.locator("main")).to_contain_text("And it becomes a bit of a game of cat and mouse.")


def test_every_evidence_link_lands_on_words_and_every_item_links_back(site: str, page: Page) -> None:
    page.goto(f"{site}/b/{SLUG}/")
    links = page.locator("a.bs-chip").evaluate_all("links => links.map(link => link.href)")
    assert len(links) > 20
    anchors = {link.split("#")[1] for link in links}
    items = set(page.locator("main [id]").evaluate_all("all => all.map(one => one.id)"))
    page.goto(f"{site}/b/{SLUG}/source/")
    ids = set(page.locator("[id]").evaluate_all("all => all.map(one => one.id)"))
    assert anchors <= ids
    back = page.locator("main a[href*='#']").evaluate_all("links => links.map(link => link.href)")
    returning = {link.split("#")[1] for link in back if f"/b/{SLUG}/#" in link}
    assert returning
    assert returning <= items


@pytest.mark.parametrize(
    ("words", "lands_on"),
    [
        ("cat and mouse", "cat and mouse"),
        ("tangible", "tangible results"),
        ("37,000", "37,000"),
        ("Cuibus", "Mihnea Cuibus"),
    ],
    ids=["quotation", "first word of a quotation", "figure", "person"],
)
def test_search_finds_the_quotation_the_figure_and_the_person(site: str, page: Page, words: str, lands_on: str) -> None:
    page.goto(site)
    page.keyboard.press("/")
    page.locator(".md-search__input").press_sequentially(words, delay=30)
    item = page.locator(f".md-search-result__link[href*='{SLUG}'][href*='#']").first
    item.wait_for(timeout=15_000)
    item.click()
    page.wait_for_url(f"**/b/{SLUG}/**#*")
    expect_target_in_view(page)
    place = page.locator(":target").locator("xpath=ancestor::div[1]")
    expect(place).to_contain_text(lands_on)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_fit_make_no_foreign_request_and_log_no_error(
    site: str, browser: Browser, size: str, scheme: str
) -> None:
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    for path in PAGES:
        page.goto(site + path)
        page.wait_for_load_state("networkidle")
        overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert overflow <= 0, f"{path} scrolls sideways by {overflow}px"
        assert page.locator("body").get_attribute("data-md-color-scheme") == (
            "slate" if scheme == "dark" else "default"
        )
    assert [url for url in asked if not url.startswith((site, "data:", "blob:"))] == []
    assert complaints == []
    context.close()


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_first_screen_says_what_it_is_from_when_and_how_sure(site: str, browser: Browser, size: str) -> None:
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    page.goto(f"{site}/b/{SLUG}/")
    for selector in (".bs-status", "h1", ".bs-lead", ".bs-keys"):
        box = page.locator(selector).first.bounding_box()
        assert box, selector
        assert box["y"] < height - 40, f"{selector} is below the first screen"
    context.close()


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_labels_of_key_figures_take_three_lines_at_most(site: str, browser: Browser, size: str) -> None:
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    page.goto(f"{site}/b/{SLUG}/")
    lines = page.locator(".bs-lead__b .bs-fig__l").evaluate_all(
        """labels => labels.map(label => {
            const range = document.createRange();
            range.selectNodeContents(label);
            return new Set([...range.getClientRects()].map(box => Math.round(box.top))).size;
        })"""
    )
    assert lines
    assert max(lines) <= 3
    context.close()


def test_a_laptop_s_first_screen_holds_the_key_figures_as_well(site: str, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(f"{site}/b/{SLUG}/")
    bottoms = page.locator(".bs-lead__b .bs-fig").evaluate_all(
        "figures => figures.map(figure => figure.getBoundingClientRect().bottom)"
    )
    assert len(bottoms) == 4
    assert max(bottoms) <= 800
    context.close()


def test_a_site_in_german_speaks_german_and_leaves_the_source_its_language(german: str, page: Page) -> None:
    page.goto(f"{german}/b/{SLUG}/")
    expect(page.locator("html")).to_have_attribute("lang", "de")
    expect(page.get_by_role("heading", name="Wer was gesagt hat")).to_be_visible()
    expect(page.get_by_text("10. Juli 2025").first).to_be_visible()
    expect(page.locator(".md-search")).to_have_attribute("aria-label", "Suche")  # what the theme says, beside us
    quote = page.locator(".bs-quote__w [lang=en]", has_text="cat and mouse")
    expect(quote).to_contain_text("And it becomes a bit of a game of cat and mouse.")
    left = page.locator("main").inner_text()
    for word in ("Key points", "Timeline", "Source and method", "Draft", "word for word", "open questions"):
        assert word not in left
    page.goto(f"{german}/b/{SLUG}/source/")
    expect(page.locator("h1")).to_contain_text("Die Quelle, Absatz für Absatz")
    page.goto(f"{german}/b/")
    expect(page.locator("h1")).to_contain_text("Alle Dossiers")


def test_an_arabic_source_runs_from_right_to_left_within_a_german_page(german: str, page: Page) -> None:
    page.goto(f"{german}/b/bridge/source/")
    paragraph = page.locator("#p1 .bs-p__t")
    style = "element => getComputedStyle(element).direction"
    assert paragraph.evaluate(style) == "rtl"
    assert page.locator("#p1 .bs-p__m").evaluate(style) == "ltr"
    gap = page.locator(".bs-gap")
    expect(gap).to_have_text("2 Sätze nicht gezeigt")
    assert gap.evaluate(style) == "ltr"
    page.goto(f"{german}/b/bridge/")
    assert page.locator(".bs-quote [lang=ar]").first.evaluate(style) == "rtl"


def test_pages_can_be_read_without_javascript(site: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/b/{SLUG}/")
    chip = page.locator(".bs-quote a.bs-chip").first
    chip.focus()
    expect(page.locator("main")).to_contain_text("Mihnea Cuibus")
    chip.click()
    expect_target_in_view(page)
    context.close()
