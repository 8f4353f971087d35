"""The search of a site with many briefings, in a real browser: the threshold is set low here."""

from __future__ import annotations

import re
import time
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from browser.published import published, serving_folder
from browser.serving import make_workspace, serving
from browser.test_reading import expect_target_in_view
from command import SLUG

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
SOON = 15_000
BRIDGE = """\
title: The bridge in Harlow opens
date: 2024-05-02
topics: [Bridges]
sources: [{id: s1, file: seeds/harlow.txt}]
summary:
  - {text: The bridge in Harlow opened on Thursday after nine years of work., source: p1, id: line}
quotes:
  - {speaker: "Siân O’Neill, \\"the builder\\"", text: "It is tangible, it stands", source: p2, id: q}
"""
SEED = """\
title: The bridge in Harlow opens
date: 2024-05-02
rights: excerpt

The bridge in Harlow opened on Thursday after nine years of work.

“It is tangible, it stands,” Siân O’Neill said.

A zebrafinch sang. Nobody heard it. The ferry stopped.
"""
SECRET = "title: Quietly\nstatus: embargoed\nsources: [{id: s1, file: seeds/harlow.txt}]\nnotes: quicksilver\n"


def workspace(root: Path, *, language: str = "en", settings: str = "") -> Path:
    make_workspace(root)
    (root / "seeds/harlow.txt").write_text(SEED, encoding="utf-8")
    (root / "briefing/harlow.yaml").write_text(BRIDGE, encoding="utf-8")
    (root / "briefing/secret.yaml").write_text(SECRET, encoding="utf-8")
    (root / "docs/hidden.md").write_text("# Hidden\n\nA pangolin.\n\n<p data-search-exclude>An axolotl.</p>\n", "utf-8")
    path = root / "mkdocs.yml"
    text = path.read_text("utf-8").replace("  - briefsite\n", "  - briefsite:\n      pagefind_from: 2\n")
    assert "pagefind_from" in text
    path.write_text(settings + text.replace("language: en", f"language: {language}"), encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with published(workspace(tmp_path_factory.mktemp("search") / "workspace")) as address:
        yield address


@pytest.fixture(scope="module")
def german(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with published(workspace(tmp_path_factory.mktemp("suche") / "workspace", language="de")) as address:
        yield address


def search(page: Page, words: str) -> None:
    page.keyboard.press("/")
    field = page.locator(".md-search__input")
    field.fill("")
    field.press_sequentially(words, delay=20)


def said(page: Page, words: str | re.Pattern[str]) -> None:
    """What a screen reader is told."""
    expect(page.locator(".bs-find [role=status]")).to_have_text(words, timeout=SOON)


FOUND = [
    ("cat and mouse", "cat and mouse", f"b/{SLUG}"),
    ("tangible results", "tangible results", f"b/{SLUG}"),
    ("37,000", "37,000", f"b/{SLUG}"),
    ("Mihnea Cuibus", "Mihnea Cuibus", "people/mihnea-cuibus"),
]
"""What is looked for, what it lands on, and the page of the first result: for a name, the page of all they said."""


@pytest.mark.parametrize(("words", "lands_on", "first"), FOUND, ids=["quotation", "first word", "figure", "person"])
def test_a_result_lands_on_the_item_by_click_and_by_enter(
    site: str, page: Page, words: str, lands_on: str, first: str
) -> None:
    for by_key in (False, True):
        page.goto(site)
        search(page, words)
        if by_key:
            page.keyboard.press("Enter")  # at once: before the answer is there
        else:
            page.locator(f".md-search-result__link[href*='{SLUG}'][href*='#']").first.click(timeout=SOON)
        page.wait_for_url(f"**/{first if by_key else f'b/{SLUG}'}/**#*")
        expect_target_in_view(page)
        expect(page.locator(":target").locator("xpath=ancestor::div[1]")).to_contain_text(lands_on)
        expect(page.locator("main mark[data-md-highlight]").first).to_be_attached()


@pytest.mark.parametrize("key", ["/", "s", "f"])
def test_the_keys_are_the_theme_s(site: str, page: Page, key: str) -> None:
    page.goto(site)
    page.keyboard.press(key)
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.type("tangible")
    expect(page.locator(".md-search-result__link mark").first).to_have_text(re.compile("tangible"), timeout=SOON)
    page.keyboard.press("ArrowDown")
    expect(page.locator(".md-search-result__link").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()


def test_more_words_narrow_and_nothing_is_said_to_be_nothing(site: str, page: Page) -> None:
    page.goto(site)
    search(page, "tangible")
    said(page, "1 to 2 of 2")
    search(page, "tangible Harlow")
    said(page, "1 to 1 of 1")
    search(page, "tangible hippopotamus")
    said(page, "Nothing found")


def test_filters_work_from_the_keyboard_and_are_announced(site: str, page: Page) -> None:
    page.goto(site)
    search(page, "tangible")
    said(page, "1 to 2 of 2")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    year = page.get_by_label("Year")
    expect(year.locator("option")).to_have_text(["Any", re.compile("2025"), re.compile("2024")], timeout=SOON)
    page.keyboard.press("Tab")
    expect(page.get_by_label("Person")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(year).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    said(page, "1 to 1 of 1")
    assert year.input_value() == "2024"
    expect(page.locator(".md-search-result__link").first).to_have_attribute("href", re.compile("/b/harlow/"))
    expect(page.get_by_role("button", name="Filter (1)")).to_be_visible()
    page.get_by_role("button", name="Clear the filter").click()
    said(page, "1 to 2 of 2")
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()


def test_a_person_and_a_topic_filter_without_words_too(site: str, page: Page) -> None:
    page.goto(site)
    search(page, "Harlow")
    page.get_by_role("button", name="Filter").click()
    page.locator(".md-search__input").fill("")
    page.get_by_label("Person").select_option("Siân O’Neill, ”the builder”", timeout=SOON)
    said(page, "1 to 1 of 1")
    page.get_by_label("Topic").select_option("Bridges")
    said(page, "1 to 1 of 1")
    expect(page.locator(".md-search-result__link").first).to_contain_text("The bridge in Harlow opens")


@pytest.mark.parametrize("words", ["quicksilver", "zebrafinch", "axolotl", "Quietly"])
def test_what_is_not_published_or_is_kept_out_is_not_found(site: str, page: Page, words: str) -> None:
    page.goto(site)
    search(page, words)
    said(page, "Nothing found")
    search(page, "pangolin")
    said(page, "1 to 1 of 1")


def test_no_other_host_is_asked_and_the_first_answer_is_small(site: str, page: Page) -> None:
    sizes: dict[str, int] = {}
    complaints: list[str] = []
    page.on("response", lambda response: sizes.__setitem__(response.url, len(response.body())))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(site)
    page.wait_for_load_state("networkidle")
    assert sum(size for url, size in sizes.items() if "/search/" in url) < 2_000
    assert not [url for url in sizes if "/pagefind/" in url or "/workers/" in url]
    search(page, "cat and mouse")
    said(page, re.compile("1 to"))
    page.wait_for_load_state("networkidle")
    loaded = {url: size for url, size in sizes.items() if "/pagefind/" in url or "search" in url}
    assert 50_000 < sum(loaded.values()) < 300_000
    assert [url for url in sizes if not url.startswith(site)] == []
    assert complaints == []


def test_a_german_site_searches_its_english_words_and_speaks_german(german: str, page: Page) -> None:
    page.goto(german)
    search(page, "cat and mouse")
    said(page, "1 bis 1 von 1")
    page.get_by_role("button", name="Filter").click()
    expect(page.get_by_label("Jahr")).to_be_visible()
    expect(page.get_by_label("Thema")).to_be_visible()


def test_below_a_path_and_with_an_address_results_lead_to_the_site(tmp_path: Path, page: Page) -> None:
    root = workspace(tmp_path / "outer", settings="site_url: https://example.org/some/where/\n")
    with published(root) as _:
        pass
    (root / "site").rename(root / "where")
    (root / "site").mkdir()
    (root / "where").rename(root / "site/where")
    with serving_folder(root / "site") as address:
        page.goto(f"{address}/where/b/")
        search(page, "tangible results")
        page.locator(f".md-search-result__link[href*='{SLUG}'][href*='#']").first.click(timeout=SOON)
        page.wait_for_url(f"{address}/where/b/{SLUG}/**#*")


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (360, 800)], ids=["desktop", "phone"])
def test_the_box_fits(site: str, browser: Browser, width: int, height: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme="dark")
    page = context.new_page()
    page.goto(site)
    page.locator("label.md-header__button[for=__search]").click() if width < 1000 else page.keyboard.press("/")
    page.locator(".md-search__input").press_sequentially("tangible", delay=20)
    page.get_by_role("button", name="Filter").click(timeout=SOON)
    expect(page.get_by_label("Year")).to_be_visible()
    for part in (".bs-find", ".md-search-result__link >> nth=0"):
        box = page.locator(part).bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert box["y"] + 20 < height
    colours = page.locator(".bs-find button").first.evaluate(
        "button => [getComputedStyle(button).color, getComputedStyle(button).backgroundColor]"
    )
    assert colours[0] != colours[1]
    context.close()


@pytest.mark.parametrize("size", [(1280, 800), (360, 800)], ids=["desktop", "phone"])
def test_axe_finds_nothing_in_the_open_box_light_or_dark(site: str, browser: Browser, size: tuple[int, int]) -> None:
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce")
    context.add_init_script((files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8"))
    page = context.new_page()
    page.goto(site)
    search(page, "tangible")
    page.get_by_role("button", name="Filter").click(timeout=SOON)
    said(page, "1 to 2 of 2")
    for scheme in ("default", "slate"):
        page.evaluate("scheme => { document.body.dataset.mdColorScheme = scheme }", scheme)
        found = page.evaluate("axe.run('.md-search', { resultTypes: ['violations'] })")["violations"]
        assert [(rule["id"], [node["html"][:150] for node in rule["nodes"]]) for rule in found] == []
    context.close()


def test_without_javascript_there_is_no_box(site: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site)
    expect(page.locator(".md-search__form")).not_to_be_visible()
    context.close()


# --- while the site is served


def test_an_edit_is_found_a_moment_later_and_what_it_replaced_is_not(tmp_path: Path, page: Page) -> None:
    with serving(workspace(tmp_path / "workspace"), "briefsite", "serve") as live:

        def edits() -> int:
            answer = page.request.get(f"{live.address}/pagefind-edits.json")
            return int(answer.json()["number"]) if answer.ok else 0

        def until_after(number: int) -> int:
            end = time.monotonic() + SOON / 1000
            while edits() <= number:
                assert time.monotonic() < end
                time.sleep(0.05)
            return edits()

        titles = page.locator(".md-search-result__list h1")
        until_after(0)
        number = live.settle() and edits()
        page.goto(live.address)
        search(page, "tangible Harlow")
        expect(titles).to_have_text(["The bridge in Harlow opens"], timeout=SOON)
        briefing = live.root / "briefing/harlow.yaml"
        briefing.write_text(BRIDGE.replace("The bridge in Harlow opens", "The viaduct opens"), encoding="utf-8")
        number = until_after(number)
        page.goto(live.address)
        search(page, "tangible Harlow")
        expect(titles).to_have_text(["The viaduct opens"], timeout=SOON)
        briefing.unlink()
        until_after(number)
        search(page, "zebrafinch")  # the page has been open all the while
        said(page, "Nothing found")
