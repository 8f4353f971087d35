"""What is drawn beside a figure, and what is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefsite.pages import complete_pages
from briefsite.pages.figure_cards import figure_cards
from briefsite.pages.figure_pictures import FigurePicture, figure_pictures
from briefsite.pages.figure_places import figure_places
from briefsite.pages.items import item_view
from pages.sample import parsed, verified

if TYPE_CHECKING:
    from briefsite.briefing.anchor import VerifiedBriefing

Figure = tuple[str, str, str]
"""value, unit, and whatever else its YAML says."""


def pictures(sentence: str, *figures: Figure, language: str = "en") -> dict[str, FigurePicture]:
    """The pictures of figures of one paragraph: f1, f2 …"""
    found = briefing_of(sentence, *figures, language=language)
    return figure_pictures(found, figure_places(found))


def briefing_of(sentence: str, *figures: Figure, language: str = "en") -> VerifiedBriefing:
    items = "".join(
        f"  - {{label: what it counts, value: {value}, unit: {unit}, "
        f"evidence: {sentence!r}, source: p1, id: f{n}{more}}}\n"
        for n, (value, unit, more) in enumerate(figures, 1)
    )
    text = f"title: A day\nsources: [{{id: s1, file: seeds/1.txt}}]\nkey_figures:\n{items}"
    return verified(text, f"---\ntitle: A day\nlanguage: {language}\n---\n{sentence}\n")


PERCENT = "percent"
LEFT_ALONE: list[tuple[str, tuple[Figure, ...]]] = [
    (
        "The storm killed 7 people and forced 12,000 people out of their homes.",
        (("7", "people", ""), ("12000", "people", "")),
    ),
    ("It lasted 20 minutes, compared with the 2 hours of the plan.", (("20", "minute", ""), ("2", "hour", ""))),
    ("Sales rose 3% from 2% the year before.", (("3", PERCENT, ", change: up"), ("2", PERCENT, ""))),
    ("More than 20,000 people came.", (("20000", "people", ", qualifier: more_than"),)),
    ("Output fell by 15%.", (("15", PERCENT, ", change: down"),)),
    ("The rate stands at 4%.", (("4", PERCENT, ""),)),
    ("Losses grew by 12% of sales.", (("12", PERCENT, ", change: up"),)),
    ("It cost 120% of the plan.", (("120", PERCENT, ""),)),
    (
        "Of 38 boats, 12 boats sailed. Compared with 30 boats in May it was quiet.",
        (("12", "boats", ""), ("30", "boats", "")),
    ),
]


@pytest.mark.parametrize(("sentence", "figures"), LEFT_ALONE, ids=[sentence for sentence, _ in LEFT_ALONE])
def test_what_is_not_compared_bounded_or_a_share_is_not_drawn(sentence: str, figures: tuple[Figure, ...]) -> None:
    assert pictures(sentence, *figures) == {}


COMPARED: list[tuple[str, Figure, Figure, str]] = [
    ("The lake held 38% of its water, against 61% a year earlier.", ("38", PERCENT, ""), ("61", PERCENT, ""), "f1"),
    ("Inflation slowed to 2.6% in May from 3.1% in April.", ("2.6", PERCENT, ""), ("3.1", PERCENT, ""), "f1"),
    ("Pay rose 5.2%, compared with 4.9% before.", ("5.2", PERCENT, ", change: up"), ("4.9", PERCENT, ""), "f1"),
    (
        "Profit was €212 million, down from about €331 million.",
        ("212000000", "euro", ""),
        ("331000000", "euro", ""),
        "f1",
    ),
    ("71 per cent came, compared to 95 per cent in June.", ("71", PERCENT, ""), ("95", PERCENT, ""), "f1"),
    ("The rate went from 0.5% to 5.25% in a year.", ("0.5", PERCENT, ""), ("5.25", PERCENT, ""), "f2"),
]


@pytest.mark.parametrize(("sentence", "one", "other", "now"), COMPARED, ids=[row[0] for row in COMPARED])
def test_two_numbers_that_the_source_compares_are_bars_from_zero(
    sentence: str, one: Figure, other: Figure, now: str
) -> None:
    drawn = pictures(sentence, one, other)
    assert list(drawn) == [now]
    picture = drawn[now]
    assert {now, picture.compared} == {"f1", "f2"}
    lengths = [float(row.rects[-1].width) for row in picture.rows]
    first, second = (float(figure[0]) for figure in ((one, other) if now == "f1" else (other, one)))
    assert lengths[0] / lengths[1] == pytest.approx(first / second, rel=0.02)
    assert all(row.rects[0].x == "0" and row.after in sentence.replace(" per cent", "%") for row in picture.rows)


def test_bars_say_when_each_holds_only_where_the_two_differ() -> None:
    sentence = "Inflation slowed to 2.6% in May from 3.1% in April."
    two = (("2.6", PERCENT, ", period: 2026-05"), ("3.1", PERCENT, ", period: 2026-04"))
    assert [row.before for row in pictures(sentence, *two)["f1"].rows] == ["May 2026", "April 2026"]
    same = (("2.6", PERCENT, ", period: 2026"), ("3.1", PERCENT, ", period: 2026"))
    assert [row.before for row in pictures(sentence, *same)["f1"].rows] == ["", ""]


def spans(picture: FigurePicture, kind: str) -> list[tuple[float, float]]:
    return [(float(rect.x), float(rect.x) + float(rect.width)) for rect in picture.rows[0].rects if rect.kind == kind]


def test_a_range_is_an_interval_on_an_axis_from_zero() -> None:
    picture = pictures("The sea will rise by 24 to 40 centimetres.", ("24-40", "centimetre", ", qualifier: between"))[
        "f1"
    ]
    assert spans(picture, "bar") == [(60, 100)]
    assert (picture.rows[0].before, picture.rows[0].after) == ("0", "40")


def test_up_to_fades_towards_zero() -> None:
    picture = pictures("Sorrel would cut its use by up to 15%.", ("15", PERCENT, ", qualifier: up_to"))["f1"]
    assert picture.rows[0].after == "15% at most"
    shades = [float(rect.opacity) for rect in picture.rows[0].rects if rect.kind == "bar"]
    assert shades == sorted(shades)
    assert shades[0] < 0.3


def test_a_share_lies_on_its_whole() -> None:
    picture = pictures("71 per cent of two-year-olds had both doses.", ("71", PERCENT, ""))["f1"]
    assert spans(picture, "track") == [(0, 100)]
    assert spans(picture, "bar") == [(0, 71)]
    assert picture.rows[0].after == "100%"


def test_comparisons_are_read_in_english_only() -> None:
    assert pictures("71% of 95% against 95%.", ("71", PERCENT, ""), ("95", PERCENT, ""), language="de") == {}


def test_a_number_that_a_picture_shows_has_no_card_of_its_own_but_a_permalink() -> None:
    found = briefing_of(
        "Inflation slowed to 2.6% in May from 3.1% in April.", ("2.6", PERCENT, ""), ("3.1", PERCENT, "")
    )
    views = [item_view(found, item, {}) for item in found.briefing.key_figures]
    assert [card.view.item.id for card in figure_cards(views, figure_pictures(found, figure_places(found)))] == ["f1"]
    page = parsed(complete_pages(found)["b/ferry/index.md"])
    assert {"f1", "f2"} <= set(page.ids)
    picture = page.all(kind="bs-pic--bars")
    assert "3.1%" in picture[0].text
    assert picture[0].attributes["data-search-exclude"] == "1"
