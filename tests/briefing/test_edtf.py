from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefsite.briefing.edtf import is_edtf


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
