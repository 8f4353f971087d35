"""The drawings say where and when, and stay away where they would say it wrongly."""

from __future__ import annotations

import datetime as dt
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefsite.briefing.items import Event
from briefsite.pages.dates import first_day
from briefsite.pages.speakers_strip import speakers_strip
from briefsite.pages.timeline_drawing import TimelineDrawing, timeline_drawing
from pages.sample import ARTICLE, BRIEFING, verified


def draw(*dates: str, today: str = "2026-03-12") -> TimelineDrawing | None:
    events = [Event(date=date, text="x", source=("p1",)) for date in dates]
    return timeline_drawing(events, dates, today, ("Article", "described"))


def test_few_events_and_open_ends_are_not_drawn() -> None:
    assert draw("2024", "2025") is None
    assert draw("2024", "2025", "2020/..") is None
    assert draw("2024", "2025", "../2020") is None


def looks(drawing: TimelineDrawing) -> dict[str, str]:
    """Date → what its mark says."""
    words = {}
    for mark in drawing.marks:
        kinds = ["day" if mark.is_day else "stretch", "about" * mark.is_about, "later" * mark.is_later]
        words[mark.title] = " ".join(kind for kind in kinds if kind)
    return words


def test_marks_say_precision_doubt_and_future() -> None:
    drawing = draw("1978", "2018~", "2026-03-12", "2026-04", "2026-06-01")
    assert drawing
    assert looks(drawing) == {
        "1978": "stretch",
        "2018~": "stretch about",
        "2026-03-12": "day",
        "2026-04": "stretch later",
        "2026-06-01": "day later",
    }
    assert drawing.shapes == {"day": True, "stretch": True, "about": True, "later": True}
    soft = next(mark for mark in drawing.marks if mark.is_about)
    assert len(soft.rects) == 3
    assert soft.rects[0].opacity < soft.rects[-1].opacity


def test_a_stretch_is_as_wide_as_it_lasts() -> None:
    drawing = draw("2014", "2016/2019", "2026-04")
    assert drawing
    widths = {mark.title: float(mark.rects[0].width) for mark in drawing.marks}
    assert widths["2016/2019"] == pytest.approx(4 * widths["2014"], rel=0.02)


def test_marks_have_their_dates_above_and_the_article_its_name() -> None:
    drawing = draw("1978", "2018~", "2026-03-12", "2026-04", "2026-06-01")
    assert drawing
    assert [label.words for label in drawing.labels] == ["1978", "about 2018", "12 Mar", "Apr", "1 Jun"]
    assert drawing.today
    assert drawing.today.words == "Article"


@given(st.lists(st.dates(dt.date(2026, 1, 1), dt.date(2026, 12, 31)).map(str), min_size=3, max_size=40))
def test_labels_never_run_into_each_other_or_off_the_edge(dates: list[str]) -> None:
    drawing = draw(*dates)
    assert drawing
    shown = [*drawing.labels, *([drawing.today] if drawing.today else [])]
    places = [
        (label.y, float(label.x) - len(label.words) * 3.3, float(label.x) + len(label.words) * 3.3) for label in shown
    ]
    assert all(left >= 0 and right <= 920 for _, left, right in places)
    for one, other in combinations(places, 2):
        assert one[0] != other[0] or one[2] < other[1] or other[2] < one[1]


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
    assert not any(mark.is_day for mark in drawing.marks)  # else these come last, on top
    places = [float(mark.x) for mark in drawing.marks]
    assert places == sorted(places)
    assert all(
        float(rect.x) >= 0 and float(rect.x) + float(rect.width) <= 925 for mark in drawing.marks for rect in mark.rects
    )
    assert sum(len(axis.ticks) for axis in drawing.axes) < 30


def test_speakers_are_where_their_words_are() -> None:
    found = verified(
        BRIEFING.replace("speaker: Nora Quill\n    text: as low as the diesel", "text: as low as the diesel")
    )
    quotes = found.briefing.quotes
    assert speakers_strip(found, [("Nora Quill", quotes)]) == []
    rows = speakers_strip(found, [("Nora Quill", quotes[:1]), ("Nobody", quotes[1:])])
    assert [(row.anchor, row.words, row.words_around) for row in rows] == [("speaker_1", 11, 0), ("speaker_2", 6, 5)]
    tall = [rect for row in rows for rect in row.rects if rect.kind == "bar" and rect.y == "0"]
    assert [float(rect.x) for rect in tall] == pytest.approx(
        [
            100 * (ARTICLE.index(words) - ARTICLE.index("LOE")) / (len(ARTICLE) - 1 - ARTICLE.index("LOE"))
            for words in ("We promised", "as low as")
        ],
        abs=0.1,
    )
