"""The tables over all briefings, as spreadsheets and scripts read them."""

from __future__ import annotations

import csv
import io
import json

import pytest

from briefsite.pages.twins.tables import TABLES, cell
from pages.sample import BRIEFING
from pages.twins.published import HOSTILE, files, record

OTHER = BRIEFING.replace("A ferry for Inish Loe", "An older one").replace("date: 2026-03-12", "date: 2026-01-02")


def rows(table: str, *briefings: str) -> list[dict[str, str]]:
    made = files(*(record(text, slug=f"b{number}") for number, text in enumerate(briefings or (BRIEFING,))))
    content = made[f"b/data/{table}.csv"].encode()
    assert content.startswith(b"\xef\xbb\xbf"), "Excel reads a file without it in the machine's old encoding"
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


def test_a_row_is_an_item_with_its_words_its_place_and_its_permalink() -> None:
    [promise, fare] = rows("quotes")
    assert promise["speaker"] == "Nora Quill"
    assert promise["quote"] == "We promised the islanders a boat and they will have one"
    assert (promise["publisher"], promise["source_date"], promise["paragraph"]) == (
        "The Loe Courier",
        "2026-03-12",
        "¶2",
    )
    assert fare["permalink"] == "https://example.org/loe/b/b0/#fare"


def test_figures_timeline_and_questions_have_their_own_columns() -> None:
    assert [(row["figure"], row["value"], row["unit"]) for row in rows("figures")] == [
        ("about 340", "340", "people"),
        ("up to 15%", "15", "percent"),
    ]
    assert next((row["date"], row["event"]) for row in rows("timeline")) == (
        "2024-11",
        "The old ferry sank at its mooring in November 2024.",
    )
    assert [(row["kind"], row["status"], row["due"]) for row in rows("open_questions")] == [
        ("decision", "open", "2026-03-26")
    ]


def test_the_newest_briefing_comes_first_and_a_withdrawn_one_not_at_all() -> None:
    gone = OTHER.replace("reviewed", "withdrawn")
    assert [row["briefing"] for row in rows("open_questions", OTHER, BRIEFING, gone)] == [
        "A ferry for Inish Loe",
        "An older one",
    ]


@pytest.mark.parametrize("table", TABLES)
def test_every_line_ends_as_rfc_4180_says_and_has_every_column(table: str) -> None:
    content = files(record())[f"b/data/{table}.csv"]
    assert content.count("\r\n") == content.count("\n")
    assert len({len(row) for row in csv.reader(io.StringIO(content, newline=""))}) == 1


LEFT_ALONE = ["Nora Quill", "12 = 12", "a-b", "mail@example.org", "", "2026-03-12", "’quoted", "(+3)"]
MADE_TEXT = [
    "=1+1",
    "+44 20 7946 0000",
    "-2",
    "@SUM(A1)",
    " =1",
    "\t=1",
    "\r=1",
    "＝1+1",
    "\u200b=1",
    '=HYPERLINK("x")',
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_plain_text_is_left_alone(text: str) -> None:
    assert cell(text) == text


@pytest.mark.parametrize("text", MADE_TEXT)
def test_no_cell_is_a_formula(text: str) -> None:
    assert cell(text).startswith("'")


def test_a_number_below_zero_stays_a_number() -> None:
    [row, _] = rows("figures", BRIEFING.replace("value: 340", "value: -340"))
    assert row["value"] == "-340"


def test_a_hostile_title_is_one_cell() -> None:
    found = rows("quotes", BRIEFING.replace("title: A ferry for Inish Loe", f"title: {json.dumps('=cmd|' + HOSTILE)}"))
    assert len(found) == 2
    assert found[0]["briefing"].startswith("'=cmd|</script>")
    assert "[U+202E]evil" in found[0]["briefing"], "an override of direction is shown, as on the page"
