"""Home, topics, and the tables over all briefings: rows that lead to items, whole without a script."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from briefsite.pages import Site
from briefsite.pages.across.index import edit_of
from briefsite.pages.across.parts import MOST_ROWS, parts
from briefsite.pages.across.reprints import Cited, Reprints
from briefsite.pages.address import address, addresses
from briefsite.pages.changes import ChangeRow
from briefsite.pages.dates import date_words
from briefsite.pages.escape import anchor_name
from command import REPOSITORY
from pages.sample import parsed
from pages.sample_site import changed, entry, pages

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from briefsite.pages import Listing
    from briefsite.pages.across.parts import Part

FERRY = entry()
PIER = entry(slug="pier", title="The pier is mended", date="2026-03-19", verb="keep", lead="The pier is whole.")
TABLES = ["quotes", "figures", "timeline", "questions"]


def links(page: str) -> list[str]:
    return [link.attributes["href"] for link in parsed(page).all("a")]


@pytest.mark.parametrize(
    ("table", "item"),
    [("quotes", "pier"), ("figures", "riders"), ("timeline", "decides"), ("questions", "committee")],
)
def test_each_row_leads_to_its_item_and_to_the_source(table: str, item: str) -> None:
    page = pages(FERRY, PIER)[f"{table}/index.md"]
    assert {f"../b/ferry/index.md#{item}", f"../b/pier/index.md#{item}"} <= set(links(page))
    assert f"../b/ferry/source.md#at-{item}" in links(page)
    read = parsed(page)
    assert read.is_balanced
    assert len(read.all("tr")) == 3  # the head, and two
    assert read.text.index("19 March 2026" if table != "timeline" else "pier") >= 0


@pytest.mark.parametrize("table", [*TABLES, "changes", "people", "topics", "sources"])
def test_pages_of_an_empty_site_say_so(table: str) -> None:
    page = parsed(pages()[f"{table}/index.md"])
    assert re.search("yet|No published", page.text)
    assert not page.all("table")


@pytest.mark.parametrize("table", TABLES)
def test_the_form_is_hidden_until_a_script_shows_it(table: str) -> None:
    page = parsed(pages(FERRY)[f"{table}/index.md"])
    [form] = page.all("form")
    assert "hidden" in form.attributes
    assert "{shown} of {all}" in form.attributes["data-count"]
    assert [element for element in page.elements if element.attributes.get("role") == "status"]


@pytest.mark.parametrize("status", ["embargoed", "withdrawn"])
def test_what_may_not_be_listed_is_on_no_page(status: str) -> None:
    secret = entry(
        slug="hush", title="Zanzibar", status=status, topic="Zanzibar", publisher="Zanzibar", speaker="Zan Zibar",
        verb="zanzibar", lead="Zanzibar.", count="7777",
    )  # fmt: skip
    made = pages(FERRY, changed(secret, changes=(change("2026-03-12", new="Zanzibar"),)))
    assert not re.search("zanzibar|zibar|hush|7777", "".join([*made, *made.values()]), flags=re.IGNORECASE)


@pytest.mark.parametrize("table", TABLES)
def test_drafts_are_marked(table: str) -> None:
    assert "Draft" in parsed(pages(entry(status="draft"))[f"{table}/index.md"]).text
    assert "Draft" not in parsed(pages(FERRY)[f"{table}/index.md"]).text


def test_pages_across_briefings_are_not_searched_but_people_are_found_by_name() -> None:
    made = pages(FERRY, entry(slug="two"))
    for path, page in made.items():
        is_person = path.startswith("people/nora")
        assert ('"search": {"exclude": true}' in page) != is_person, path
    person = made["people/nora-quill.md"]
    blocks = re.findall(r'<div class="bs-page bs-block[^>]*>', person)
    assert blocks
    assert all("data-search-exclude" in block for block in blocks)


def change(date: str, **fields: str) -> ChangeRow:
    known = {"id": anchor_name("riders"), "where": "Key figures", "what": "changed", "field": "value"}
    known |= {"when": date_words(date), "old": "340", "new": "360"}
    return ChangeRow(date=date, **(known | fields))  # type: ignore[arg-type]


def test_the_home_page_tells_what_is_new_against_the_newest_briefing() -> None:
    corrected = changed(FERRY, changes=(change("2026-03-17"), change("2026-03-13")))
    page = parsed(pages(corrected, PIER)["index.md"])
    assert page.is_balanced
    assert "Since Monday 16 March: 1 new briefing, 1 change, 2 questions due by 26 March." in page.text
    assert [mark.text for mark in page.all("b", "bs-new")] == ["New", "Updated 17 March"]
    assert "17 March 2026" in page.text
    assert [mark.text for mark in page.all("del")] == ["340", "340"]


def test_a_question_whose_day_has_passed_is_overdue_and_few_of_them_are_shown() -> None:
    old = [entry(slug=f"old{n}", date="2026-01-01", due=f"2026-01-0{n + 2}") for n in range(6)]
    page = parsed(pages(*old, PIER)["index.md"])
    assert page.text.count("overdue") == 3
    assert page.text.index("overdue") < page.text.index("26 March 2026")
    assert "3 more, and those without a date" in page.text


def test_changes_are_listed_newest_first_with_old_and_new_words() -> None:
    made = pages(changed(FERRY, changes=(change("2026-03-13"), change("2026-03-17", old="mend", new="keep"))))
    page = parsed(made["changes/index.md"])
    assert page.text.index("17 March") < page.text.index("13 March")
    assert [mark.text for mark in page.all("del")] == ["mend", "340"]
    assert "../b/ferry/index.md#riders" in links(made["changes/index.md"])


def test_a_topic_has_its_state_of_play_figures_questions_and_events() -> None:
    made = pages(FERRY, PIER)
    page = parsed(made["topics/islands.md"])
    assert page.is_balanced
    assert page.text.index("The pier is whole.") < page.text.index("The ferry to Inish Loe sails again.")
    for words in ("340", "What will the committee decide?", "The committee decides", "2 briefings"):
        assert words in page.text
    assert page.text.count("The committee decides on 2026-03-26.") == 1  # the same words of one day


def by_day(days: Sequence[str]) -> list[Part[str]]:
    """The pages of a table whose rows are nothing but their days."""
    return parts({day: [day] * days.count(day) for day in days})


def test_many_rows_are_cut_by_year_and_pages_of_years_gone_by_stay_as_they_are() -> None:
    rows = [f"{year}-{number % 12 + 1:02}-01" for year in (2023, 2024, 2025) for number in range(150)]
    before = by_day(rows)
    assert [part.file for part in before] == ["index.md", "2024.md", "2023.md"]
    assert [part.name for part in before] == ["2025", "2024", "2023"]
    assert [row for part in before for row in part.rows] == sorted(rows, reverse=True)
    assert by_day([*rows, "2025-12-31"])[1:] == before[1:]


def test_few_years_share_a_page_and_a_full_year_is_cut_by_month() -> None:
    few = ["2019-05-01"] * 10 + ["2020-05-01"] * 10
    full = [f"2021-{month:02}-01" for month in range(1, 13) for _ in range(MOST_ROWS // 4)]
    cut = by_day(few + full)
    assert (cut[-1].file, cut[-1].name) == ("2019_2021-03.md", "2019 to 2021")
    assert (cut[1].file, cut[1].name) == ("2021-08_2021-11.md", "August to November 2021")
    assert all(len(part.rows) <= MOST_ROWS for part in cut)
    assert [part.file for part in by_day(["2021-03-01"] * 200 + ["2021-03-02"] * 200)] == [
        "index.md",
        "2021-03-01.md",
    ]
    assert [part.name for part in by_day([])] == ["Without a date"]


def test_parts_lead_to_each_other() -> None:
    [quote] = FERRY.quotes
    many = [changed(FERRY, slug=f"y{year}", date=f"{year}-01-01", quotes=(quote,) * 200) for year in (2024, 2025)]
    made = pages(*many)
    assert "2024.md" in links(made["quotes/index.md"])
    assert "index.md" in links(made["quotes/2024.md"])
    assert len(made["quotes/index.md"].encode()) < 150_000


def test_addresses_last() -> None:
    assert address("Maud Ferrant") == "maud-ferrant"
    assert address("Übersee & mehr") == "ubersee-mehr"
    assert re.fullmatch(r"x-[0-9a-f]{8}", address("ليلى حداد"))
    assert address("Index").startswith("index-")
    made = addresses(["Über", "Uber", "other"])
    assert len(set(made.values())) == 3
    assert made["Über"] == "uber"
    assert addresses(["Über", "Uber"])["Uber"] == made["Uber"]


def reprints(*entries: Listing) -> list[list[Cited]]:
    found = Reprints()
    found.bring(edit_of({}, entries))
    return found.groups


def test_reprints_are_one_text_and_a_shared_quotation_is_none() -> None:
    reprint = entry(slug="reprint", publisher="The Skerry Post")
    other = entry(slug="other", lead="Something else happened on the island that day, far from the harbour.")
    assert reprints(FERRY, reprint) == [[Cited("ferry", 0), Cited("reprint", 0)]]
    apart = changed(other, sources=(other.sources[0]._replace(sentences=tuple(range(9))),))
    assert reprints(apart, FERRY) == []
    page = parsed(pages(FERRY, reprint)["sources/index.md"])
    assert page.is_balanced
    assert "2 sources, 1 text." in page.text
    assert "The Skerry Post" in page.text


def test_the_order_of_the_input_does_not_matter() -> None:
    entries = [FERRY, PIER, entry(slug="two")]
    assert pages(*entries) == pages(*entries[::-1])


def test_a_listing_compares_by_what_it_says() -> None:
    assert entry() == FERRY
    assert hash(entry()) == hash(FERRY)
    assert entry(verb="sell") != FERRY


def test_a_german_site_is_german() -> None:
    made = pages(FERRY, PIER, site=Site(language="de"))
    assert "Seit Montag, 16. März: 1 neues Dossier, 2 Fragen fällig bis 26. März." in parsed(made["index.md"]).text
    assert "Zitate" in parsed(made["quotes/index.md"]).text


@pytest.mark.parametrize("workspace", [REPOSITORY, REPOSITORY / "src/briefsite/workspace"], ids=["ours", "a fresh one"])
def test_generated_pages_are_ignored_by_git_and_listed_in_no_navigation(workspace: Path) -> None:
    many = [changed(FERRY, slug=f"b{number}", date=f"{2020 + number // 200}-01-01") for number in range(401)]
    folders = {path.split("/")[0] for path in pages(*many) if "/" in path}
    assert {"archive", "b", "people", "quotes"} <= folders
    ignored = next(path for name in (".gitignore", "dot-gitignore") if (path := workspace / name).exists())
    assert {f"docs/{folder}/" for folder in folders} <= set(ignored.read_text("utf-8").split())
    assert {f"/{folder}/" for folder in folders} <= set((workspace / "mkdocs.yml").read_text("utf-8").split())
