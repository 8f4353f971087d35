"""EDTF in words."""

from __future__ import annotations

import pytest

from briefsite.pages.dates import date_words, first_day, is_approximate, last_day, precision
from briefsite.pages.language import speaking

WORDS = {
    "2024": "2024",
    "2024-07": "July 2024",
    "2024-07-05": "5 July 2024",
    "2018~": "about 2018",
    "2018-03?": "perhaps March 2018",
    "2018%": "perhaps about 2018",
    "2025-01/2025-06": "January to June 2025",
    "2025-07-03/2025-07-09": "3 to 9 July 2025",
    "2025-06-28/2025-07-02": "28 June to 2 July 2025",
    "2024-11/2025-02": "November 2024 to February 2025",
    "2014/2018~": "2014 to about 2018",
    "2020/..": "since 2020",
    "2020/": "since 2020",
    "../2020": "until 2020",
    "199X": "1990s",
    "19XX": "1900s",
    "2026-23": "autumn 2026",
    "2026-33": "first quarter of 2026",
    "2026-41": "second half of 2026",
    "not a date": "not a date",
}


@pytest.mark.parametrize(("edtf", "words"), WORDS.items(), ids=list(WORDS))
def test_dates_read_as_people_write_them(edtf: str, words: str) -> None:
    assert date_words(edtf) == words


GERMAN = {
    "2024": "2024",
    "2024-07": "Juli 2024",
    "2024-03-05": "5. März 2024",
    "2018~": "etwa 2018",
    "2025-01/2025-06": "Januar bis Juni 2025",
    "2025-07-03/2025-07-09": "3. bis 9. Juli 2025",
    "2025-06-28/2025-07-02": "28. Juni bis 2. Juli 2025",
    "2020/..": "seit 2020",
    "199X": "1990er",
    "2026-33": "erstes Quartal 2026",
}


@pytest.mark.parametrize(("edtf", "words"), GERMAN.items(), ids=list(GERMAN))
def test_dates_keep_their_precision_in_another_language(edtf: str, words: str) -> None:
    with speaking("de"):
        assert date_words(edtf) == words


@pytest.mark.parametrize("edtf", ["0000-02-30", "0000", "2024-13", "2024-00-00", "2023-02-29"])
def test_days_that_no_calendar_has_never_fail(edtf: str) -> None:
    assert date_words(edtf)


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-07-05", "2024-07-05", "2024-07-05"),
        ("2018~", "2018-01-01", "2018-12-31"),
        ("2025-01/2025-06", "2025-01-01", "2025-06-30"),
        ("2020/..", "2020-01-01", "9999-12-31"),
        ("../2020", "0000-01-01", "2020-12-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("2026-41", "2026-07-01", "2026-12-31"),
    ],
)
def test_dates_compare_by_the_days_they_span(edtf: str, first: str, last: str) -> None:
    assert (first_day(edtf), last_day(edtf)) == (first, last)


def test_precision_is_what_the_date_has() -> None:
    assert [precision(d) for d in ("2024", "2024-07", "2024-07-05", "2024/2025", "199X")] == [
        "year",
        "month",
        "day",
        "span",
        "span",
    ]
    assert is_approximate("2018~")
    assert not is_approximate("2018")
