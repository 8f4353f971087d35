from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefsite.briefing import Decoded, decode
from briefsite.diagnostic import CODES, Severity
from briefsite.report import FORMATS, report
from briefsite.source import Source
from golden import assert_golden

INVALID = sorted((Path(__file__).parent / "invalid").glob("*.yaml"))

SMALL = """\
title: Flood in the valley
sources:
  - file: seeds/flood.txt
summary:
  - text: The river rose.
    source: p1
"""


def read(text: str) -> Decoded:
    return decode(Source("briefing/flood.yaml", text))


def test_there_are_invalid_files() -> None:
    assert len(INVALID) > 20


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_invalid_files_are_explained(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    decoded = decode(Source(f"briefing/{path.name}", text))
    shown = report(decoded.problems)
    assert_golden(shown, path.with_suffix(".txt"))
    assert shown
    assert (decoded.briefing is None) == any(p.severity is Severity.ERROR for p in decoded.problems)


def test_every_expected_report_belongs_to_a_file() -> None:
    assert {path.stem for path in INVALID} == {path.stem for path in INVALID[0].parent.glob("*.txt")}


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_no_message_speaks_the_language_of_the_libraries(path: Path) -> None:
    shown = path.with_suffix(".txt").read_text(encoding="utf-8").lower()
    for word in (
        "input should",
        "field required",
        "mapping",
        "scalar",
        "sequence",
        "token",
        "extra inputs",
        "pydantic",
    ):
        assert word not in shown


@pytest.mark.parametrize(
    "typed", ["no", "on", "yes", "012", "12:30", "12:30:45", "1.10", "2025-07-10", "0x1F", "1_000", "1e3", "True", ".5"]
)
def test_scalars_are_what_was_typed(typed: str) -> None:
    decoded = read(SMALL.replace("Flood in the valley", typed))
    assert decoded.briefing
    assert decoded.briefing.title == typed


@pytest.mark.parametrize("nothing", ["", "~", "null", "  # to be found out"], ids=["empty", "tilde", "null", "comment"])
def test_an_empty_value_counts_as_no_key(nothing: str) -> None:
    decoded = read(f"{SMALL}    note: {nothing}\ndate: {nothing}\nquotes: {nothing}\n")
    assert decoded.problems == ()
    assert decoded.briefing
    assert decoded.briefing.summary[0].note is None
    assert decoded.briefing.quotes == ()


def test_a_quoted_null_is_a_text() -> None:
    decoded = read(SMALL.replace("Flood in the valley", '"null"'))
    assert decoded.briefing
    assert decoded.briefing.title == "null"


@pytest.mark.parametrize("written", ["|\n  One\n  two", ">\n  One\n  two", '"One\\ntwo"'])
def test_texts_over_several_lines_are_read(written: str) -> None:
    decoded = read(f"{SMALL}notes: {written}\n")
    assert decoded.briefing
    assert decoded.briefing.notes in {"One\ntwo", "One two"}


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_line_ends_of_other_systems_are_read(ends: str) -> None:
    decoded = read(SMALL.replace("\n", ends))
    assert decoded.problems == ()
    assert decoded.briefing == read(SMALL).briefing


def test_a_byte_order_mark_moves_no_place() -> None:
    decoded = decode(Source("b.yaml", "\ufeff" + SMALL.replace("source: p1", "source: six")))
    (problem,) = decoded.problems
    assert problem.span
    assert problem.span.of(decoded.source.text) == "six"


def test_places_slice_to_what_stands_there() -> None:
    decoded = read(SMALL)
    text = decoded.source.text
    assert decoded.places["title",].of(text) == "Flood in the valley"
    assert decoded.places["summary", 0, "source"].of(text) == "p1"
    assert decoded.keys["summary", 0, "text"].of(text) == "text"
    assert decoded.places["summary", 0].of(text) == "text: The river rose.\n    source: p1"


def test_place_goes_up_to_what_is_there() -> None:
    decoded = read(SMALL)
    assert decoded.place("summary", 0, "text", 0) == decoded.places["summary", 0, "text"]
    assert decoded.place("summary", 0, "evidence", 3) == decoded.places["summary", 0]
    assert decoded.place("quotes", 0) is None or decoded.place("quotes", 0) == decoded.places[()]


def test_items_without_an_id_get_one_that_stays() -> None:
    one, two = read(SMALL), read(SMALL + "  - text: The dam held.\n    source: p2\n")
    assert one.briefing
    assert two.briefing
    assert one.briefing.summary[0].id == two.briefing.summary[0].id
    assert two.briefing.summary[1].id


def test_a_stored_id_keeps_its_place_before_derived_ones() -> None:
    derived = read(SMALL)
    assert derived.briefing
    taken = derived.briefing.summary[0].id
    decoded = read(f"{SMALL}  - text: Other words.\n    source: p2\n    id: {taken}\n")
    assert decoded.briefing
    assert decoded.briefing.summary[1].id == taken
    assert decoded.briefing.summary[0].id != taken


def test_a_broken_item_leaves_the_sound_ones_to_look_at() -> None:
    decoded = read(SMALL + "  - txet: Broken.\n    source: p2\n  - text: Sound.\n    source: p3\n")
    assert decoded.briefing is None
    assert decoded.sound
    assert [point.text for point in decoded.sound.summary] == ["The river rose.", "Sound."]
    assert decoded.indices["summary"] == (0, 2)


def test_a_warning_does_not_take_the_briefing_away() -> None:
    decoded = read(SMALL.replace("Flood in the valley", "We are #1 here"))
    assert [problem.code for problem in decoded.problems] == ["Y008"]
    assert decoded.briefing


def test_every_code_used_in_the_expected_reports_is_known() -> None:
    for path in INVALID:
        for line in path.with_suffix(".txt").read_text(encoding="utf-8").splitlines():
            if line.startswith("briefing/"):
                assert line.split("[", 1)[1].split("]", 1)[0] in CODES


PIECES = [
    *("title", "sources", "summary", "quotes", "text", "source", "id", "s1", "file", "key_figures", "value", "p6"),
    *(
        ": ",
        ":",
        "\n",
        "\n  ",
        "\n  - ",
        "\n    ",
        "- ",
        "[",
        "]",
        "{",
        "}",
        ",",
        "'",
        '"',
        "*a",
        "&a",
        "!x",
        "|",
        "> ",
    ),
    *(">", "#", " #", "%", "@", "`", "---", "\n---\n", "...", "\t", "\r", "\r\n", "\x85", "\u2028", "\ufeff", "\x00"),
    *("\ud800", "é", "😀", "null", "~", "<<", "?", "? ", "\\", "x" * 10),
]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.text()))
def test_never_raises_on_any_text(text: str) -> None:
    decoded = read(text)
    assert decoded.briefing or decoded.problems
    for place in (*decoded.places.values(), *decoded.keys.values()):
        assert place.end <= len(text)
    for problem in decoded.problems:
        assert problem.message
        assert problem.span is None or problem.span.end <= max(len(text), 1)
    for form in FORMATS:
        report(decoded.problems, form).encode("utf-8")


@pytest.mark.parametrize(
    "text",
    ["[" * 200_000, "a: b: c\n" * 20_000, "title: x\n" * 20_000, "? " * 50_000, "- " * 50_000, "x: [" + "b, " * 20_000],
    ids=["brackets", "colons", "doubled", "questions", "dashes", "unclosed"],
)
def test_hostile_files_are_refused_soon(text: str) -> None:
    decoded = read(text)
    assert 0 < len(decoded.problems) <= 2001
