"""Citations that tools of citation read: speaker, publisher, date, paragraph, permalink."""

from __future__ import annotations

import json
import warnings

import pytest
import rispy
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

from briefsite.pages.twins import citations
from pages.sample import BRIEFING
from pages.twins.published import HOSTILE, files, record, without_url

FOLDER = "b/ferry"


def test_the_text_names_all_that_a_reader_needs() -> None:
    [briefing, promise, fare] = files(record())[f"{FOLDER}/cite.txt"].split("\n\n")
    assert briefing == (
        "“A ferry for Inish Loe”. Loe Briefings, 12 March 2026. Made from “Ferry to Inish Loe returns after two "
        "winters”, The Loe Courier, 12 March 2026. https://example.org/loe/b/ferry/"
    )
    assert promise == (
        "Nora Quill: “We promised the islanders a boat and they will have one”. Quoted in “Ferry to Inish Loe returns "
        "after two winters”, The Loe Courier, 12 March 2026, ¶2. “A ferry for Inish Loe”, Loe Briefings. "
        "https://example.org/loe/b/ferry/#promise"
    )
    assert fare.endswith("#fare\n")


def test_words_that_were_not_found_and_words_of_an_editor_are_not_cited() -> None:
    own = (
        BRIEFING.replace("text: as low as the diesel allows\n", "text: My own words\n")
        .replace("source: p4\n    note:", "source: editor\n    note:")
        .replace("    because: Quill was less sure about the fare\n", "")
    )
    assert [citation.id for citation in citations(record(own))] == ["ferry", "ferry/promise"]


def test_ris_has_a_record_for_the_briefing_and_each_quotation() -> None:
    text = files(record())[f"{FOLDER}/cite.ris"]
    assert text.count("\r\n") == text.count("\n")
    [briefing, promise, _] = rispy.loads(text)
    assert briefing["type_of_reference"] == "ELEC"
    assert briefing["urls"] == ["https://example.org/loe/b/ferry/"]
    assert promise["type_of_reference"] == "NEWS"
    assert promise["authors"] == ["Nora Quill"]
    assert promise["title"] == "We promised the islanders a boat and they will have one"
    assert promise["secondary_title"] == promise["publisher"] == "The Loe Courier"
    assert (promise["year"], promise["date"], promise["start_page"]) == ("2026", "2026/03/12", "¶2")
    assert promise["urls"] == ["https://example.org/loe/b/ferry/#promise"]


def test_csl_makes_a_reference_that_names_speaker_publisher_date_and_permalink() -> None:
    data = json.loads(files(record())[f"{FOLDER}/cite.csl.json"])
    assert [entry["id"] for entry in data] == ["ferry", "ferry/promise", "ferry/fare"]
    assert data[1]["page"] == "¶2"
    assert data[1]["issued"] == {"date-parts": [[2026, 3, 12]]}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the style that the library brings
        source = CiteProcJSON(data)
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        shelf = CitationStylesBibliography(style, source, formatter.plain)
        shelf.register(Citation([CitationItem("ferry/promise")]))
        [reference] = [str(entry) for entry in shelf.bibliography()]
    for part in ("Nora Quill", "2026", "We promised the islanders a boat", "The Loe Courier", "#promise"):
        assert part in reference


CSL_OF_OURS = {
    "id",
    "type",
    "author",
    "title",
    "container-title",
    "publisher",
    "page",
    "note",
    "language",
    "URL",
    "issued",
}


def test_csl_has_no_field_that_the_standard_lacks() -> None:
    for entry in json.loads(files(record())[f"{FOLDER}/cite.csl.json"]):
        assert set(entry) <= CSL_OF_OURS
        assert entry["type"] in {"webpage", "article-newspaper"}


def test_a_speaker_whom_nobody_knows_is_no_author() -> None:
    nobody = record(BRIEFING.replace("  - speaker: Nora Quill\n    text: We promised", "  - text: We promised"))
    [_, promise, _] = rispy.loads(files(nobody)[f"{FOLDER}/cite.ris"])
    assert "authors" not in promise
    assert citations(nobody)[1].line.startswith("“We promised")


@pytest.mark.parametrize(("date", "parts"), [("2024", [2024]), ("2024-07", [2024, 7]), ("2024-21", [2024])])
def test_a_date_is_no_finer_than_it_is_known(date: str, parts: list[int]) -> None:
    made = record(BRIEFING.replace("file: seeds/ferry.txt", f"file: seeds/ferry.txt\n    date: {date}"))
    assert json.loads(files(made)[f"{FOLDER}/cite.csl.json"])[1]["issued"] == {"date-parts": [parts]}


def test_without_an_address_of_the_site_no_address_is_cited() -> None:
    made = files(record(site=without_url()), site=without_url())
    assert made[f"{FOLDER}/cite.txt"].count("index.html") == 0
    assert all("urls" not in entry for entry in rispy.loads(made[f"{FOLDER}/cite.ris"]))


def test_a_hostile_title_stays_in_its_field() -> None:
    title = json.dumps(f"One\nER  - \nTY  - BOOK {HOSTILE}")
    made = files(record(BRIEFING.replace("title: A ferry for Inish Loe", f"title: {title}")))
    assert len(rispy.loads(made[f"{FOLDER}/cite.ris"])) == 3
