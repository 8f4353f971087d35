"""What a reader meets on the pages across briefings, in a real browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from browser.published import published
from browser.serving import make_workspace
from browser.test_accessibility import SIZES
from browser.test_reading import expect_target_in_view
from pages.sample_site import BRIEFING, DEFAULTS, SPEECH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
PATHS = (
    "/", "/b/", "/topics/", "/topics/islands/", "/quotes/", "/figures/", "/figures/compared/", "/timeline/",
    "/questions/", "/people/", "/people/nora-quill/", "/changes/", "/sources/",
)  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site with one real article, and two of the harbour that share a person and a figure."""
    root = make_workspace(tmp_path_factory.mktemp("across") / "workspace")
    for slug, verb, count, day in (("ferry", "mend", "340", "2026-03-12"), ("pier", "keep", "360", "2026-03-19")):
        values = DEFAULTS | {"slug": slug, "verb": verb, "count": count, "date": day, "title": f"The {slug} of Loe"}
        (root / f"seeds/{slug}.txt").write_text(SPEECH.format(**values), encoding="utf-8")
        (root / f"briefing/{slug}.yaml").write_text(BRIEFING.format(**values), encoding="utf-8")
    with published(root) as address:
        yield address


def test_a_quotation_is_found_by_its_speaker_in_three_clicks(site: str, page: Page) -> None:
    page.goto(site)
    page.get_by_role("navigation").get_by_role("link", name="People").first.click()
    page.get_by_role("link", name="Nora Quill").first.click()
    quote = page.locator(".bs-quote", has_text="the pier before the winter")
    expect(quote.first).to_be_visible()
    page.locator(".bs-spk__name a").first.click()
    page.wait_for_url("**/b/**#pier")
    expect_target_in_view(page)


def test_the_form_filters_by_word_speaker_and_kind_and_says_how_many_are_left(site: str, page: Page) -> None:
    page.goto(f"{site}/quotes/")
    rows = page.locator(".bs-qt tbody tr:visible")
    status = page.get_by_role("status")
    total = rows.count()
    expect(status).to_have_text(f"{total} of {total} quotes")
    page.get_by_label("Words").fill("GAME of cat")
    expect(rows).to_have_count(1)
    expect(status).to_have_text(f"1 of {total} quotes")
    page.get_by_label("Words").fill("no such words")
    expect(rows).to_have_count(0)
    expect(status).to_contain_text("Take away a word")
    page.locator(".bs-filter").get_by_role("button", name="Clear").click()
    expect(rows).to_have_count(total)
    page.get_by_label("Speaker").select_option("Nora Quill")
    expect(rows).to_have_count(2)
    page.get_by_label("Partly quoted").uncheck()
    expect(rows).to_have_count(2)
    page.get_by_label("Quoted", exact=True).uncheck()
    expect(rows).to_have_count(0)


def test_tables_are_whole_without_javascript(site: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/quotes/")
    expect(page.locator(".bs-filter")).to_be_hidden()
    page.locator(".bs-qt tbody tr", has_text="keep the pier").locator("a").first.click()
    page.wait_for_url("**/b/pier/index.html#pier")
    expect_target_in_view(page)
    context.close()


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_pages_fit_and_ask_nobody(site: str, browser: Browser, size: str) -> None:
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    for path in PATHS:
        page.goto(site + path)
        page.wait_for_load_state("networkidle")
        assert page.locator("h1").inner_text().strip(), path
        overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert overflow <= 0, f"{path} scrolls sideways by {overflow}px"
    assert [url for url in asked if not url.startswith((site, "data:", "blob:"))] == []
    assert complaints == []
    context.close()


@pytest.mark.parametrize(
    ("words", "lands_on"),
    [("Quill winter", "the pier before the winter"), ("360", "people on the ferry"), ("committee decide", "committee")],
    ids=["speaker and word", "number", "question"],
)
def test_search_lands_on_the_item_and_not_on_a_table(site: str, page: Page, words: str, lands_on: str) -> None:
    page.goto(site)
    page.keyboard.press("/")
    page.locator(".md-search__input").press_sequentially(words, delay=30)
    hits = page.locator(".md-search-result__link")
    hits.first.wait_for(timeout=15_000)
    found = hits.evaluate_all("links => links.map(link => new URL(link.href).pathname)")
    assert all(path.startswith(("/b/", "/people/nora-quill")) for path in found), found
    page.locator(".md-search-result__link[href*='/b/'][href*='#']").first.click()
    page.wait_for_url("**/b/**#*")
    expect_target_in_view(page)
    expect(page.locator(":target").locator("xpath=ancestor::div[1]")).to_contain_text(lands_on)


def test_a_person_is_found_by_name(site: str, page: Page) -> None:
    page.goto(site)
    page.keyboard.press("/")
    page.locator(".md-search__input").press_sequentially("Nora Quill", delay=30)
    page.locator(".md-search-result__link[href*='/people/nora-quill/']").first.wait_for(timeout=15_000)


def test_a_phone_shows_each_row_as_a_block(site: str, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.goto(f"{site}/quotes/")
    row = page.locator(".bs-qt tbody tr").first
    assert row.evaluate("element => getComputedStyle(element).display") == "block"
    expect(page.get_by_role("row").nth(1)).to_be_visible()  # a row for assistive technology all the same
    context.close()
