"""WCAG 2.2 AA, as far as a machine can tell: axe-core over every kind of page, and what axe does not look at."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest

from command import SLUG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from browser.published import OwnSite

pytestmark = pytest.mark.browser
AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SIZES = {"laptop": (1280, 800), "phone": (360, 800)}
BRIEFING = f"/b/{SLUG}/"


def violations(page: Page, **run_only: Any) -> list[str]:
    """What axe finds: the rule and the elements."""
    options = {"resultTypes": ["violations"], "runOnly": run_only}
    found = page.evaluate("options => axe.run(document, options)", options)["violations"]
    return [f"{rule['id']}: {[node['html'][:120] for node in rule['nodes'][:3]]}" for rule in found]


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_axe_finds_nothing_on_any_kind_of_page_light_or_dark(own: OwnSite, browser: Browser, size: str) -> None:
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce")
    context.add_init_script(AXE)
    page = context.new_page()
    found = {}
    for path in (*own.kinds, f"{BRIEFING}#handout"):
        page.goto(own.address + path)
        found[path, "light"] = violations(page, type="tag", values=TAGS)
        # The palette is an attribute: switching it here is what the theme's own switch does, without a second load.
        page.evaluate("document.body.dataset.mdColorScheme = 'slate'")
        found[path, "dark"] = violations(page, type="rule", values=["color-contrast", "link-in-text-block"])
    assert len(found) > 16
    assert {place: what for place, what in found.items() if what} == {}
    context.close()


def test_axe_would_find_something_if_it_were_there(own: OwnSite, page: Page) -> None:
    page.add_init_script(AXE)
    page.goto(own.address + BRIEFING)
    page.evaluate("document.querySelector('h1').style.color = '#ddd'")
    assert violations(page, type="rule", values=["color-contrast"])


# --- by keyboard


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.className + ' ' + document.activeElement.textContent.trim()")


def stops(page: Page) -> Iterator[str]:
    """What is focused, Tab by Tab, until the page is left or begins again."""
    seen = []
    for _ in range(600):
        page.keyboard.press("Tab")
        place = page.evaluate(
            "[...document.querySelectorAll('*')].indexOf(document.activeElement) + ' ' + document.activeElement.tagName"
        )
        if place.endswith("BODY") or place in seen[:1]:
            return
        seen.append(place)
        yield place


def test_the_first_stop_skips_to_the_content_and_a_chip_is_soon_reached(own: OwnSite, page: Page) -> None:
    page.goto(own.address + BRIEFING)
    page.keyboard.press("Tab")
    assert "md-skip" in focused(page)
    page.keyboard.press("Enter")
    reached = []
    for _ in range(6):
        page.keyboard.press("Tab")
        reached.append(focused(page))
    assert any("bs-chip" in place for place in reached), reached


def test_every_stop_shows_that_it_is_one_and_none_is_a_trap(own: OwnSite, page: Page) -> None:
    page.goto(own.address + BRIEFING)
    hidden = []
    count = 0
    for place in stops(page):
        count += 1
        style = page.evaluate(
            """() => {
                const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
                return [style.outlineStyle, parseFloat(style.outlineWidth), box.width * box.height];
            }"""
        )
        if not (style[0] != "none" and style[1] >= 1):
            hidden.append((place, focused(page), style))
    chips = page.locator("main a.bs-chip").count()
    assert chips < count < 600
    assert hidden == []


def test_the_slip_opens_on_focus_and_stays_while_it_is_pointed_at(own: OwnSite, page: Page) -> None:
    page.goto(own.address + BRIEFING)
    chip = page.locator(".bs-keys a.bs-chip").first
    slip = page.locator(f"#{chip.get_attribute('aria-describedby')}")
    assert not slip.is_visible()
    page.keyboard.press("Tab")  # a key was the last thing touched: focus is shown
    chip.focus()
    assert slip.is_visible()
    assert slip.locator("mark").count()
    page.mouse.move(0, 0)
    chip.blur()
    chip.hover()
    slip.hover()
    assert slip.is_visible()


# --- sizes, zoom, motion, colours


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_what_can_be_pressed_is_24_pixels_high_and_wide(own: OwnSite, browser: Browser, size: str) -> None:
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height}, has_touch=size == "phone")
    page = context.new_page()
    page.goto(own.address + BRIEFING)
    small = page.locator("main .bs-ways a, main .bs-next a, main a.bs-chip, main .bs-strip a").evaluate_all(
        """all => all.map(one => {
            const box = one.getBoundingClientRect(), after = getComputedStyle(one, '::after');
            const more = after.content === 'none' ? 0 : -parseFloat(after.top) - parseFloat(after.bottom);
            return [one.textContent, box.height + more];
        }).filter(([, height]) => height < 24)"""
    )
    assert small == []
    context.close()


def test_nothing_scrolls_sideways(own: OwnSite, browser: Browser) -> None:
    # Without motion: the theme's drawer would still be sliding after a change of size.
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    for path in own.kinds:
        page.goto(own.address + path)
        for width in (320, 360, 640, 768, 1024, 1280, 1920):  # 640 is a laptop at twice its size
            page.set_viewport_size({"width": width, "height": 800})
            wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert wide <= 0, f"{path} scrolls sideways by {wide}px at {width}px"
    context.close()


def test_text_at_twice_its_size_is_neither_cut_nor_wider_than_the_window(own: OwnSite, page: Page) -> None:
    for path in (BRIEFING, f"{BRIEFING}source/"):
        page.goto(own.address + path)
        page.add_style_tag(content="html { font-size: 250% !important }")  # the theme's own is 125%
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, path
        cut = page.locator("main :is(p, li, h2, h3, td, th)").evaluate_all(
            """all => all.filter(one => !one.closest('.bs-sr, .bs-ev') && one.scrollWidth > one.clientWidth + 1
                && getComputedStyle(one).overflowX !== 'visible').map(one => one.textContent.slice(0, 60))"""
        )
        assert cut == []


def test_nothing_moves_for_those_who_want_it_still(own: OwnSite, browser: Browser) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(own.address + BRIEFING)
    moving = page.evaluate(
        """[...document.querySelectorAll('body *')].filter(one => {
            const style = getComputedStyle(one);
            return parseFloat(style.transitionDuration) > 0.01 || parseFloat(style.animationDuration) > 0.01;
        }).map(one => one.className)"""
    )
    assert moving == []
    context.close()


def test_shapes_are_seen_in_colours_that_the_reader_forces(own: OwnSite, browser: Browser) -> None:
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(own.address + BRIEFING)
    paper = page.locator("body").evaluate("one => getComputedStyle(one).backgroundColor")
    fills = page.locator("main rect.bs-bar").evaluate_all("all => all.map(one => getComputedStyle(one).fill)")
    cells = page.locator(".bs-cover i").evaluate_all("all => all.map(one => getComputedStyle(one).backgroundColor)")
    assert fills
    assert cells
    assert paper not in {*fills, *cells}
    context.close()
