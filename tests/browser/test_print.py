"""On paper: the handout takes one page, the whole briefing few, and nothing that is folded or linked is lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from command import SLUG

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from browser.published import OwnSite

pytestmark = pytest.mark.browser
MOST_PAGES = 4


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


def test_the_handout_of_every_briefing_is_one_page_of_a4(own: OwnSite, page: Page) -> None:
    for path in own.briefings:
        page.goto(f"{own.address}{path}#handout")
        pdf = page.pdf(prefer_css_page_size=True)
        assert pages(pdf) == 1, path
        assert re.search(rb"/MediaBox \[0 0 59[45][\d.]* 84[12]", pdf)


def test_every_briefing_is_printed_whole_in_few_pages(own: OwnSite, page: Page) -> None:
    for path in own.briefings:
        page.goto(own.address + path)
        assert 1 < pages(page.pdf(prefer_css_page_size=True)) <= MOST_PAGES, path


def test_paper_has_the_evidence_and_what_is_folded_and_no_slip(own: OwnSite, page: Page) -> None:
    page.goto(f"{own.address}/b/{SLUG}/")
    page.emulate_media(media="print")
    assert page.locator(".bs-foot").is_visible()
    assert "And it becomes a bit of a game of cat and mouse." in page.locator(".bs-foot").inner_text()
    assert page.locator(".bs-method p").bounding_box()
    assert page.locator(".bs-ev:visible, .md-header:visible, .bs-ways:visible").count() == 0
    chip = page.locator(".bs-keys a.bs-chip").first
    assert chip.is_visible()
    assert chip.inner_text().startswith("¶")
    assert page.locator(".bs-paper").inner_text().startswith("Words in serif type are the source’s own")


def test_the_handout_is_what_the_screen_shows_too_and_leads_back(own: OwnSite, page: Page) -> None:
    page.goto(f"{own.address}/b/{SLUG}/")
    page.get_by_role("link", name="Handout of one page").click()
    assert page.locator("#handout").is_visible()
    for block in (".bs-keys li", ".bs-fig", ".bs-oq"):
        assert page.locator(block).first.is_visible()
    assert page.locator(".bs-tl, .bs-quote, .bs-cover").locator("visible=true").count() == 0
    page.get_by_role("link", name="The whole briefing").click()
    assert page.locator(".bs-quote").first.is_visible()
    assert not page.locator("#handout").is_visible()


def test_paper_is_light_whatever_the_screen_is(own: OwnSite, browser: Browser) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(f"{own.address}/b/{SLUG}/")
    colour = "one => getComputedStyle(one).color"
    assert page.locator("h1").evaluate(colour) == "rgb(233, 232, 228)"
    page.emulate_media(media="print")
    assert page.locator("h1").evaluate(colour) == "rgb(25, 28, 31)"
    assert page.locator("body").evaluate("one => getComputedStyle(one).backgroundColor") in {
        "rgb(255, 255, 255)",
        "rgba(0, 0, 0, 0)",
    }
    context.close()
