"""The drawings say where and when, and stay away where they would say it wrongly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefsite.briefing.model import Event
from briefsite.pages.dates import first_day
from briefsite.pages.speakers_strip import speakers_strip
from briefsite.pages.timeline_drawing import TimelineDrawing, timeline_drawing
from pages.sample import ARTICLE, BRIEFING, verified


def draw(*dates: str, today: str = "2026-03-12") -> TimelineDrawing | None:
    events = [Event(date=date, text="x", source=("p1",)) for date in dates]
    return timeline_drawing(events, dates, today, "described")


def test_few_events_and_open_ends_are_not_drawn() -> None:
    assert draw("2024", "2025") is None
    assert draw("2024", "2025", "2020/..") is None
    assert draw("2024", "2025", "../2020") is None


def test_marks_say_precision_doubt_and_future() -> None:
    drawing = draw("1978", "2018~", "2026-03-12", "2026-04", "2026-06-01")
    assert drawing
    assert [mark.kind for mark in drawing.marks] == ["stretch", "stretch about", "day", "stretch later", "day later"]


def test_a_long_past_has_its_own_scale() -> None:
    drawing = draw("1978", "2018", "2026-04")
    assert drawing
    assert len(drawing.axes) == 2
    assert drawing.today
    near = draw("2025-11", "2026-01", "2026-04")
    assert near
    assert len(near.axes) == 1


@given(
    st.lists(st.from_regex(r"(1[5-9]|20)[0-9]{2}(-(0[1-9]|1[0-2]))?~?", fullmatch=True), min_size=3, max_size=8),
    st.sampled_from(["", "1999-12-31", "2026-03-12"]),
)
def test_marks_stay_inside_and_in_the_order_of_time(dates: list[str], today: str) -> None:
    drawing = draw(*sorted(dates, key=first_day), today=today)
    assert drawing
    places = [float(mark.x) for mark in drawing.marks]
    assert places == sorted(places)
    assert all(0 <= x <= 920 and x + float(mark.width) <= 925 for x, mark in zip(places, drawing.marks, strict=True))
    assert len(drawing.ticks) < 30


def test_speakers_are_where_their_words_are() -> None:
    found = verified(
        BRIEFING.replace("speaker: Nora Quill\n    text: as low as the diesel", "text: as low as the diesel")
    )
    quotes = found.briefing.quotes
    assert speakers_strip(found, [("Nora Quill", quotes)]) == []
    rows = speakers_strip(found, [("Nora Quill", quotes[:1]), ("Nobody", quotes[1:])])
    assert [(row.anchor, row.words) for row in rows] == [("speaker_1", 11), ("speaker_2", 6)]
    assert [float(bar.x) for row in rows for bar in row.bars] == pytest.approx(
        [
            100 * (ARTICLE.index(words) - ARTICLE.index("LOE")) / (len(ARTICLE) - 1 - ARTICLE.index("LOE"))
            for words in ("We promised", "as low as")
        ],
        abs=0.1,
    )
