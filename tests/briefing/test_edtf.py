from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefsite.briefing.edtf import is_edtf, last_day, points


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "soon",
            "10 July 2025",
            "25",
            "2025-13",
            "2025-00",
            "2025-02-30",
            "2023-02-29",
            "2025-7-1",
            "2025-07-10T12:30",
        ),
        *("2025/2024", "2025-06/2025-01", "2025-06-10/2025-06-09", "/", "../..", ".."),
        *("/..", "../"),
        *("2025//2026", "٢٠٢٥", " 2025", "2025-20", "20X5", "2025-07-10~~"),
    ],
)
def test_leaves_alone(text: str) -> None:
    assert not is_edtf(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "2025",
            "2025-07",
            "2025-07-10",
            "0000-02-29",
            "2024-02-29",
            "2018~",
            "2018?",
            "2018%",
            "2025-07~",
            "198X",
            "19XX",
        ),
        *(
            "2025-21",
            "2025-33",
            "2025-41",
            "2025-01/2025-06",
            "2025/2025",
            "2025-01/2025",
            "../2020",
            "2024-05/..",
            "2024/",
        ),
        *("/2024", "198X/2001", "2018~/2020"),
    ],
)
def test_finds(text: str) -> None:
    assert is_edtf(text)


@given(st.text())
def test_never_raises_on_any_text(text: str) -> None:
    assert is_edtf(text) in (True, False)
    assert is_edtf(f"{text}/2025") in (True, False)


@given(st.dates())
def test_every_day_is_a_date(day) -> None:
    assert is_edtf(day.isoformat())


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-07-05", dt.date(2024, 7, 5)),
        ("2024-02", dt.date(2024, 2, 29)),
        ("2024~", dt.date(2024, 12, 31)),
        ("2024-21", dt.date(2024, 5, 31)),
        ("2024-34", dt.date(2024, 6, 30)),
        ("2024/2025-03", dt.date(2025, 3, 31)),
        ("../2020", dt.date(2020, 12, 31)),
        ("2024/..", None),
        ("198X", None),
        ("0000", None),
    ],
)
def test_the_last_day_that_a_date_can_mean(text: str, day: dt.date | None) -> None:
    assert last_day(text) == day


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024", [(2024, None, None)]),
        ("2024-07-05?", [(2024, 7, 5)]),
        ("2024-21/..", [(2024, 21, None)]),
        ("2018/2024-01", [(2018, None, None), (2024, 1, None)]),
        ("198X", [(None, None, None)]),
        ("July", []),
    ],
)
def test_what_a_date_names(text: str, expected: list[tuple[int | None, ...]]) -> None:
    assert [tuple(point) for point in points(text)] == expected
