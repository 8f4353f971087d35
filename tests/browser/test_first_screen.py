"""What a reader sees of a briefing without scrolling, on a laptop and on a phone: every briefing of this repository."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from browser.published import OwnSite

pytestmark = pytest.mark.browser
HEIGHT = 800
WIDTHS = {"laptop": 1280, "phone": 360}
PARTS = {
    "status": ".bs-status",
    "title": "h1",
    "bottom line": ".bs-bottom",
    "key points": ".bs-lead__a .bs-keys > li",
    "open questions": ".bs-next",
    "key figures": ".bs-lead__b .bs-fig",
}
MEASURE = """parts => {
    const shown = selector => [...document.querySelectorAll(selector)].filter(one => one.getClientRects().length);
    const lines = label => {
        const range = document.createRange();
        range.selectNodeContents(label);
        return new Set([...range.getClientRects()].map(box => Math.round(box.top))).size;
    };
    return {
        bottoms: Object.fromEntries(Object.entries(parts).map(([name, selector]) =>
            [name, shown(selector).map(one => one.getBoundingClientRect().bottom)])),
        lines: shown('.bs-lead__b .bs-fig__l').map(lines),
        status: document.querySelector('.bs-status').innerText,
    };
}"""


@dataclass(frozen=True)
class Screen:
    """What was measured of one briefing."""

    path: str
    bottoms: dict[str, list[float]]
    """How far down each part reaches, in pixels."""
    lines: list[int]
    """Of the labels of the key figures."""
    status: str


@pytest.fixture(scope="module", params=WIDTHS)
def screens(request: pytest.FixtureRequest, own: OwnSite, browser: Browser) -> tuple[str, list[Screen]]:
    """The size, and every briefing at that size."""
    context = browser.new_context(viewport={"width": WIDTHS[request.param], "height": HEIGHT})
    page = context.new_page()
    measured = []
    for path in own.briefings:
        page.goto(own.address + path)
        measured.append(Screen(path, **page.evaluate(MEASURE, PARTS)))
    context.close()
    assert len(measured) >= 8
    return request.param, measured


def test_it_holds_title_bottom_line_and_what_can_be_said_of_the_source(screens: tuple[str, list[Screen]]) -> None:
    for screen in screens[1]:
        for part in ("status", "title", "bottom line"):
            assert screen.bottoms[part], f"{screen.path} has no {part}"
            assert max(screen.bottoms[part]) <= HEIGHT, f"{screen.path}: {part} is below the first screen"
        assert "20" in screen.status  # the year of the article
        assert "word for word" in screen.status


def test_it_holds_key_points_and_on_a_laptop_all_of_them_and_all_key_figures(screens: tuple[str, list[Screen]]) -> None:
    size, measured = screens
    for screen in measured:
        assert sum(bottom <= HEIGHT for bottom in screen.bottoms["key points"]) >= 2, screen.path
        if size == "laptop":
            assert len(screen.bottoms["key figures"]) >= 3
            for part in ("key points", "open questions", "key figures"):
                assert max(screen.bottoms[part]) <= HEIGHT, f"{screen.path}: {part} reach below the first screen"


def test_labels_of_key_figures_take_three_lines_at_most(screens: tuple[str, list[Screen]]) -> None:
    for screen in screens[1]:
        assert max(screen.lines) <= 3, screen.path
