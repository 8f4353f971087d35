"""The home page, the list of all briefings, the page of a broken one, and what they are dressed in."""

from __future__ import annotations

import re
from dataclasses import replace

from briefsite.briefing.values import Status
from briefsite.diagnostic import Diagnostic, Severity
from briefsite.pages import Listing, assets, complete_pages, error_page, failure_page, notice, returning, site_pages
from briefsite.pages.settings import DEFAULT
from briefsite.source import Source
from briefsite.span import Span
from pages.sample import CONFIGURATION, Parsed, parsed, verified
from pages.sample_site import changed


def listing(**changes: object) -> Listing:
    return changed(Listing.of(verified()), **changes)


def home(*entries: Listing) -> Parsed:
    return parsed(site_pages(entries)["index.md"])


def everything(*entries: Listing) -> Parsed:
    return parsed(site_pages(entries)["b/index.md"])


def test_an_empty_workspace_says_what_to_do() -> None:
    pages = site_pages([])
    assert "seeds/" in parsed(pages["index.md"]).text
    assert "No briefings yet" in parsed(pages["b/index.md"]).text


def test_the_home_page_shows_line_figure_question_and_topic() -> None:
    page = home(listing())
    for words in (
        "A ferry for Inish Loe",
        "sails again in May",
        "340",
        "Will the county pay",
        "Islands",
        "1 not found",
    ):
        assert words in page.text
    links = [link.attributes["href"] for link in page.all("a")]
    assert "b/ferry/index.md#winter" in links


def test_newest_stand_first_and_by_month() -> None:
    page = everything(
        listing(slug="old", title="Old", date="2024-12-31"),
        listing(slug="new", title="New", date="2025-02-01"),
        listing(slug="undated", title="Undated", date=""),
    )
    order = [page.text.index(word) for word in ("2025", "February", "New", "2024", "December", "Old", "Undated")]
    assert order == sorted(order)


def test_embargoed_and_withdrawn_briefings_are_in_no_list() -> None:
    pages = site_pages(
        [listing(title="Secret", status=Status.EMBARGOED), listing(title="Gone", status=Status.WITHDRAWN)]
    )
    assert not re.search("Secret|Gone|ferry", "".join(pages.values()))


def test_topics_lead_to_their_pages() -> None:
    entries = [listing(topics=("Sea", "Übersee & mehr")), listing(slug="two", topics=("sea",))]
    pages = site_pages(entries)
    links = [link.attributes["href"] for link in parsed(pages["index.md"]).all("a")]
    wanted = [link for link in links if link.startswith("topics/")]
    assert wanted == ["topics/sea.md", "topics/ubersee-mehr.md"]
    assert set(wanted) <= set(pages)


def test_order_of_input_does_not_matter() -> None:
    entries = [listing(slug=slug) for slug in "abc"]
    assert site_pages(entries) == site_pages(entries[::-1])


FILE = Source("briefing/ferry.yaml", "title: T\nquotes:\n  - written_as: She said: no\n    source: p4\n")


def problem(at: int, message: str = "the value of “written_as” contains a colon") -> Diagnostic:
    return Diagnostic(
        code="Y001",
        severity=Severity.ERROR,
        message=message,
        source=FILE,
        span=Span(at, at + 1),
        help='quote it: `"She said: no"`',
    )


def test_an_error_shows_its_place_its_frame_and_the_ways_out() -> None:
    at = FILE.text.index(": no")
    pages = error_page("ferry", [problem(at), problem(0, "an unknown <b>key</b>")], last_good=None)
    page = parsed(pages["b/ferry/index.md"])
    assert page.is_balanced
    assert "The value of “written_as” contains a colon" in page.all("h1")[0].text
    assert "line 3, column 25" in page.text
    frame = page.all("pre")[0]
    assert "  - written_as: She said: no" in frame.text
    rows = [element.text for element in page.all(kind="bs-frame__l")]
    assert rows[2].index(": no", rows[2].index("said")) == rows[3].index("^") + len("3")
    assert "briefsite check ferry" in page.text
    assert "1 more problem" in page.text
    assert "An unknown <b>key</b>" in page.text
    assert [element.attributes["role"] for element in page.elements if element.attributes.get("role") == "alert"]


def test_the_last_good_version_is_named() -> None:
    last = complete_pages(verified())["b/ferry/index.md"]
    page = parsed(error_page("ferry", [problem(0)], last_good=last)["b/ferry/index.md"])
    assert "A ferry for Inish Loe" in page.text
    assert "sails again in May" in page.text


def test_a_problem_of_a_whole_file_has_no_frame() -> None:
    whole = replace(problem(0), span=None, message="cannot be read")
    assert not parsed(error_page("x", [whole], last_good=None)["b/x/index.md"]).all("pre")
    assert "cannot be shown" in error_page("x", [], last_good=None)["b/x/index.md"]


def test_very_long_lines_are_cut_round_the_place() -> None:
    long = Source("briefing/x.yaml", "a" * 4_000 + "!" + "b" * 4_000)
    wrong = replace(problem(0), source=long, span=Span(4_000, 4_001))
    [frame] = parsed(error_page("x", [wrong], last_good=None)["b/x/index.md"]).all("pre")
    assert "!" in frame.text
    assert len(frame.text) < 500


def test_assets_hold_fonts_with_their_licences_and_ask_nobody() -> None:
    files = assets()
    assert all(path.startswith("assets/briefsite/") for path in files)
    styles = {path: data.decode() for path, data in files.items() if path.endswith(".css")}
    for path, style in styles.items():
        assert "//" not in style, path
        for name in re.findall(r"url\(\"([^\"]+)\"\)", style):
            assert f"assets/briefsite/{name}" in files
    assert [path for path in files if path.endswith("OFL.txt")]


def test_configured_styles_are_there() -> None:
    for name in re.findall(r"assets/briefsite/\S+", CONFIGURATION.read_text(encoding="utf-8")):
        assert name in assets()


HOSTILE = "<script>alert(1)</script> & `x` {{ y }}"


def test_problems_of_other_files_are_named_with_a_way_there_and_the_rest_counted() -> None:
    assert notice([], DEFAULT) == ""
    many = [(problem(0, HOSTILE), "../ferry/")] * 7
    page = parsed("---\n---\n" + notice(many, DEFAULT))
    assert page.is_balanced
    assert len(page.all("a")) == 5
    assert page.all("a")[0].attributes["href"] == "../ferry/"
    assert HOSTILE in page.text
    assert not page.all("script")
    assert "And 2 more" in page.text


def test_a_site_that_cannot_be_built_gives_a_whole_page_that_needs_no_other_file() -> None:
    page = failure_page(problem(FILE.text.index(": no"), HOSTILE))
    assert page.startswith("<!doctype html>")
    assert HOSTILE not in page
    assert "&#60;script&#62;alert" in page
    assert "line 3&#44; column 25" in page
    assert not re.search(r"(?:src|href)=", page)


def test_a_page_that_returns_is_otherwise_as_it_was() -> None:
    assert returning("<body>x</body></html>").startswith("<body>x<script>")
    assert returning("<body>x</body></html>").endswith("</script></body></html>")
    assert returning("x").startswith("x<script>")
