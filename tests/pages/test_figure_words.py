"""Figures in words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from briefsite.briefing.items import KeyFigure
from briefsite.pages.figures import figure_words
from briefsite.pages.language import speaking
from briefsite.pages.numbers import number_words


def line(label: str = "something", **fields: str) -> str:
    return figure_words(KeyFigure.model_validate({"label": label, "source": "p1", **fields})).line


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"value": "37000", "unit": "people", "qualifier": "about"}, "about 37,000 people"),
        ({"value": "50", "unit": "percent", "qualifier": "about", "change": "up"}, "up about 50%"),
        ({"value": "240000000", "unit": "euro"}, "€240 million"),
        ({"value": "2500000", "unit": "euros", "qualifier": "more_than"}, "more than €2.5 million"),
        ({"value": "1234567", "unit": "people"}, "1,234,567 people"),
        ({"value": "90-140", "qualifier": "between"}, "between 90–140"),
        ({"value": "2000000-3000000", "unit": "pound", "qualifier": "between"}, "between £2–3 million"),
        ({"value": "20", "unit": "mile"}, "20 miles"),
        ({"value": "1", "unit": "mile"}, "1 mile"),
        ({"value": "2", "unit": "person"}, "2 people"),
        ({"value": "-3.5", "unit": "percent"}, "−3.5%"),
        ({"value": "-20", "unit": "dollar"}, "−$20"),
        ({"value": "2", "unit": "children"}, "2 children"),
        ({"value": "2", "unit": "child"}, "2 children"),
        ({"value": "3", "unit": "police officer"}, "3 police officers"),
        ({"value": "7", "unit": "aircraft"}, "7 aircraft"),
        ({"value": "40", "unit": "sheep"}, "40 sheep"),
        ({"value": "1", "unit": "people"}, "1 person"),
        ({"value": "3", "unit": "barrel of oil"}, "3 barrels of oil"),
        ({"value": "12", "unit": "year of age"}, "12 years of age"),
        ({"value": "4", "unit": "light-year"}, "4 light-years"),
        ({"value": "5", "unit": "Japanese yen"}, "5 Japanese yen"),
        ({"value": "3", "unit": "gigahertz"}, "3 gigahertz"),
        ({"value": "5", "unit": "buses"}, "5 buses"),
        ({"value": "4", "unit": "local hero"}, "4 local heroes"),
        ({"value": "3", "unit": "دولار"}, "3 دولار"),
        ({"value": "12", "unit": "dollars per share"}, "$12 per share"),
        ({"value": "4", "unit": "percent per year"}, "4% per year"),
        (
            {"value": "6000000000-9000000000", "unit": "dollar per year", "qualifier": "between", "change": "up"},
            "up by $6–9 billion per year",
        ),
        ({"value": "15", "unit": "percent", "qualifier": "up_to", "change": "down"}, "down by up to 15%"),
        ({"value": "46", "unit": "lifeboat station"}, "46 lifeboat stations"),
        ({"value": "12", "unit": "country"}, "12 countries"),
        ({"value": "3000", "unit": "crown per year"}, "3,000 crowns per year"),
        ({"value": "1.10", "unit": "krone"}, "1.10 kroner"),
        ({"qualifier": "vague", "written_as": "hundreds of millions of pounds"}, "hundreds of millions of pounds"),
    ],
    ids=str,
)
def test_figures_read_as_people_write_them(fields: dict[str, str], shown: str) -> None:
    assert line(**fields) == shown


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"value": "37000", "unit": "people", "qualifier": "about"}, "rund 37.000 people"),
        ({"value": "240000000", "unit": "euro"}, "240 Mio.\u00a0€"),
        ({"value": "1.10", "unit": "percent", "change": "up"}, "gestiegen um 1,10\u00a0%"),
        ({"value": "-20", "unit": "dollar"}, "−20\u00a0$"),
    ],
    ids=str,
)
def test_numbers_are_written_as_the_site_s_language_does(fields: dict[str, str], shown: str) -> None:
    with speaking("de"):
        assert line(**fields) == shown


def test_a_unit_that_the_label_begins_with_is_not_said_twice() -> None:
    assert line("people who crossed", value="37000", unit="people") == "37,000"


def test_a_unit_is_said_where_the_label_is_a_clause_with_the_number() -> None:
    assert line("The fire killed 300 people in the town", value="300", unit="people") == "300 people"


def test_a_number_that_was_written_before_is_written_by_its_own_digits_and_language() -> None:
    written = []
    for language in ("en", "de", "en"):
        with speaking(language):
            written += [number_words(Decimal(digits)) for digits in ("1.1", "1.10", "-1.1", "1000")]
    assert written[:4] == written[8:] == ["1.1", "1.10", "−1.1", "1,000"]
    assert written[4:8] == ["1,1", "1,10", "−1,1", "1.000"]
