"""The built site as files: valid HTML, links that land, pages of a modest weight, and reading it from a folder."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from justhtml import JustHTML
from playwright.sync_api import expect

from command import SLUG

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

    from browser.published import OwnSite

pytestmark = pytest.mark.browser
MAX_BRIEFING = 150_000
"""Bytes of the HTML of a briefing's page."""


@cache
def tree(page: Path) -> JustHTML:
    return JustHTML(page.read_text(encoding="utf-8"), collect_errors=True, sanitize=False)


def elements(page: Path) -> Iterator[tuple[str, dict[str, str], list[str]]]:
    """Every element: its name, its attributes, the names of those it stands in, from the outermost."""

    def walk(node: object, inside: list[str]) -> Iterator[tuple[str, dict[str, str], list[str]]]:
        for child in getattr(node, "children", None) or ():
            if child.name.startswith(("#", "!")):
                continue
            yield child.name, {name: value or "" for name, value in (child.attrs or {}).items()}, inside
            yield from walk(child, [*inside, child.name])

    yield from walk(tree(page).root, [])


# A parser reports what is written wrongly (a tag not closed, an attribute twice); the table below is what the standard
# says of elements that are written well and stand in the wrong place. The validator of the W3C needs Java.

PHRASING_ONLY = {"p", "span", "b", "i", "q", "h1", "h2", "h3", "h4", "h5", "h6", "label", "button", "summary", "pre"}
FLOW = {
    "p",
    "div",
    "ul",
    "ol",
    "dl",
    "table",
    "figure",
    "section",
    "details",
    "fieldset",
    "h1",
    "h2",
    "h3",
    "h4",
    "form",
}
INTERACTIVE = {"a", "button", "select", "textarea", "details"}
CHILDREN = {"ul": {"li"}, "ol": {"li"}, "tr": {"td", "th"}, "tbody": {"tr"}, "thead": {"tr"}}
SINGLE = {"title", "main", "h1"}
THE_THEME_S_OWN = {"__toc"}
"""A label of Material's for a switch that it leaves out where a page has no navigation beside it."""
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}


def misplaced(name: str, inside: list[str]) -> bool:
    parent = inside[-1] if inside else ""
    return (
        (parent in PHRASING_ONLY and name in FLOW and not (parent == "summary" and name in HEADINGS))
        or (name in INTERACTIVE and bool({"a", "button"} & set(inside)))
        or (parent in CHILDREN and name not in CHILDREN[parent] | {"script", "template"})
        or (name == "li" and parent not in {"ul", "ol"})
    )


def test_the_html_of_every_page_is_valid(own: OwnSite) -> None:
    wrong: dict[str, list[str]] = {}
    for page in own.pages:
        here = wrong.setdefault(page.relative_to(own.folder).as_posix(), [])
        here += [f"{error.line}:{error.column} {error.code}" for error in tree(page).errors]
        found = list(elements(page))
        here += [f"<{name}> in {inside[-3:]}" for name, _, inside in found if misplaced(name, inside)]
        # A drawing has titles of its own.
        names = Counter(name for name, _, inside in found if "svg" not in inside)
        here += [f"{names[name]} <{name}>" for name in SINGLE if names[name] != 1]
        ids = Counter(attributes["id"] for _, attributes, _ in found if "id" in attributes)
        here += [f"id {id} {count} times" for id, count in ids.items() if count > 1 or not id or re.search(r"\s", id)]
        for _, attributes, _ in found:
            for name in ("aria-describedby", "aria-labelledby", "aria-controls", "for"):
                named = set(attributes.get(name, "").split()) - THE_THEME_S_OWN
                here += [f"{name} names nothing: {id}" for id in sorted(named) if id not in ids]
        here += ["an image without alt" for name, attributes, _ in found if name == "img" and "alt" not in attributes]
    assert {page: problems for page, problems in wrong.items() if problems} == {}


@pytest.mark.parametrize(
    ("html", "name"),
    [
        ("<p><span><div>x</div></span></p>", "div"),
        ("<ul><p>x</p></ul>", "p"),
        ("<a><span><button>x</button></span></a>", "button"),
    ],
)
def test_what_stands_in_the_wrong_place_is_seen(tmp_path: Path, html: str, name: str) -> None:
    page = tmp_path / "page.html"
    page.write_text(f"<!doctype html><title>x</title>{html}", encoding="utf-8")
    assert name in {name for name, _, inside in elements(page) if misplaced(name, inside)} or tree(page).errors


def test_every_link_within_the_site_lands(own: OwnSite) -> None:
    ids = {page: {attributes.get("id") for _, attributes, _ in elements(page)} for page in own.pages}
    lost = set()
    count = 0
    for page in own.pages:
        here = page.relative_to(own.folder).as_posix()
        for name, attributes, _ in elements(page):
            for attribute in ("href", "src"):
                target = attributes.get(attribute, "")
                if not target or urlsplit(target).scheme:
                    continue
                count += 1
                # The page for addresses that are none is shown at any of them, so its links start at the root.
                path, _, anchor = urljoin(f"/{here}", target).partition("#")
                file = own.folder / unquote(path.partition("?")[0]).lstrip("/")
                if file.is_dir():
                    file /= "index.html"
                if not file.is_file() or (anchor and file in ids and unquote(anchor) not in ids[file]):
                    lost.add((here, f"<{name}>", target))
    assert count > 1000
    assert lost == set()


def test_links_within_the_site_name_their_file(own: OwnSite) -> None:
    # A browser that reads a folder shows no index.html for it.
    for page in own.pages:
        for name, attributes, _ in elements(page):
            path = urlsplit(attributes.get("href", "")).path
            if name == "a" and page.name != "404.html" and not urlsplit(attributes["href"]).scheme:
                assert not path.endswith(("/", "/.", "/..")), f"{page}: {attributes['href']}"


def test_the_page_of_a_briefing_is_light(own: OwnSite) -> None:
    for path in own.briefings:
        assert (own.folder / path.strip("/") / "index.html").stat().st_size <= MAX_BRIEFING, path


def test_from_a_folder_with_the_network_off_the_site_reads_and_searches(own: OwnSite, browser: Browser) -> None:
    context = browser.new_context(offline=True)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((own.folder / "index.html").as_uri())
    page.locator(f"main a[href*='{SLUG}']").first.click()
    expect(page.locator("h1")).to_contain_text("Channel crossings")
    page.locator(".bs-quote", has_text="cat and mouse").locator("a.bs-chip").first.click()
    expect(page.locator(":target")).to_be_attached()
    expect(page.locator("main")).to_contain_text("And it becomes a bit of a game of cat and mouse.")
    page.wait_for_load_state("networkidle")
    page.keyboard.press("/")
    page.locator(".md-search__input").press_sequentially("tangible", delay=20)
    found = page.locator(f".md-search-result__link[href*='{SLUG}'][href*='#']").first
    found.click(timeout=15_000)
    expect(page.locator("main")).to_contain_text("tangible results")
    page.wait_for_url("**/index.html?h=*#*")
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_asks_another_host_for_anything_or_logs_an_error(own: OwnSite, browser: Browser, scheme: str) -> None:
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    for path in own.kinds:
        page.goto(own.address + path)
        shown = page.locator("body").get_attribute("data-md-color-scheme")
        assert shown == ("slate" if scheme == "dark" else "default")
    assert [url for url in asked if not url.startswith((own.address, "data:", "blob:"))] == []
    assert complaints == []
    context.close()
