"""What a reader sees of a briefing without scrolling, on a laptop and on a phone: every briefing of this repository."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from browser.published import OwnSite

pytestmark = pytest.mark.browser
SIZES = {"laptop": (1280, 800), "phone": (360, 800)}


def bottoms(page: Page, selector: str) -> list[float]:
    """How far down the things that are shown reach, in pixels."""
    return page.locator(selector).evaluate_all(
        "all => all.map(one => one.getBoundingClientRect()).filter(box => box.height).map(box => box.bottom)"
    )


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_it_holds_source_date_status_title_bottom_line_and_key_points(
    own: OwnSite, browser: Browser, size: str
) -> None:
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    assert len(own.briefings) >= 8
    for path in own.briefings:
        page.goto(own.address + path)
        for selector in (".bs-status", "h1", ".bs-bottom", ".bs-lead__a .bs-keys li:first-child"):
            found = bottoms(page, selector)
            assert found, f"{path}: {selector}"
            assert max(found) <= height, f"{path}: {selector} is below the first screen"
        status = page.locator(".bs-status").inner_text()
        assert "20" in status
        assert "word for word" in status
        assert sum(bottom <= height for bottom in bottoms(page, ".bs-lead__a .bs-keys li")) >= 2, path
    context.close()


def test_that_of_a_laptop_holds_all_key_points_and_key_figures(own: OwnSite, page: Page) -> None:
    for path in own.briefings:
        page.goto(own.address + path)
        figures = bottoms(page, ".bs-lead__b .bs-fig")
        assert len(figures) >= 3, path
        assert max([*figures, *bottoms(page, ".bs-lead__a .bs-keys li, .bs-next")]) <= 800, path


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_labels_of_key_figures_take_three_lines_at_most(own: OwnSite, browser: Browser, size: str) -> None:
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    for path in own.briefings:
        page.goto(own.address + path)
        lines = page.locator(".bs-lead__b .bs-fig__l").evaluate_all(
            """labels => labels.map(label => {
                const range = document.createRange();
                range.selectNodeContents(label);
                return new Set([...range.getClientRects()].map(box => Math.round(box.top))).size;
            })"""
        )
        assert max(lines) <= 3, path
    context.close()
