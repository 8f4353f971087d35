from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefsite.article import read_article
from briefsite.mentions.numbers import quantities
from briefsite.source import Source

if TYPE_CHECKING:
    from briefsite.mentions.mention import Quantity


def find(text: str) -> tuple[Quantity, ...]:
    return quantities.find(read_article(Source("article.txt", text)), ())


def told(text: str) -> list[str]:
    """Value, unit, qualifier and change of each quantity in one line: "37000 people about ~"."""
    return [_told(quantity) for quantity in find(text)]


def _told(quantity: Quantity) -> str:
    return f"{_value(quantity)} {quantity.unit} {quantity.qualifier} {quantity.change}"


def _value(quantity: Quantity) -> str:
    if isinstance(quantity.value, tuple):
        return "{:f}-{:f}".format(*quantity.value)
    return "?" if quantity.value is None else f"{quantity.value:f}"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The law was passed in 2019 and changed in 2021.", id="years"),
        pytest.param("It happened between 1914 and 1918.", id="years as a range"),
        pytest.param("They met on July 10, 2025 and again on 12 August.", id="dates"),
        pytest.param("The doors opened at 10:30 and closed at 5 p.m. that day.", id="clock times"),
        pytest.param("They met at 10 Downing St. on that day.", id="house number"),
        pytest.param("He lives at 221B Baker Street with a friend.", id="house number with a letter"),
        pytest.param("The Boeing 737 landed beside an F-16 near the M25.", id="names"),
        pytest.param("Fans sat in Section 427 near page 12 of the notes.", id="numbered things"),
        pytest.param("The G7 leaders met the G20 ministers.", id="groups"),
        pytest.param("It was the 22nd and the 96th-minute winner.", id="ranks"),
        pytest.param("She came thirty-seventh in the twenty-first race.", id="ranks in words"),
        pytest.param("The home side won 3-1 in the rain.", id="scores"),
        pytest.param("The coach watched the 1-1 draw away at Anselm.", id="scores beside a noun"),
        pytest.param("It is one of the best days that no one forgot.", id="one"),
        pytest.param("Call +44 20 7946 0958 before the weekend.", id="telephone"),
        pytest.param("The server runs version 2.1.3 of the software.", id="version"),
        pytest.param("In the 1980s and the '90s she was in her 40s.", id="decades"),
        pytest.param("The two leaders and all three ministers met.", id="known ones"),
        pytest.param("Maria Brandt, 63, died at the age of 63.", id="ages in passing"),
        pytest.param("The weaver died at the age of 107 in Orrin.", id="an age in the middle"),
        pytest.param("The boat sank at 53°20′ N on 13/14 of them.", id="coordinates"),
        pytest.param("The category-4 storm and sample 3 and 4.", id="numbers hung on names"),
        pytest.param("It is shown in Figure 2A and Figs. 14 and 15, of Mg(OH)2.", id="pictures, a formula"),
        pytest.param("This was shown before [12] and again (29) by others.", id="references"),
        pytest.param("He called 911 from the hall after the film Twelve Monkeys.", id="an emergency, a title"),
        pytest.param("The play 24 Hours ran on.", id="a title with a unit"),
        pytest.param("Samples were taken in months 5 and 7 of compound 1.", id="numbered things in the plural"),
    ],
)
def test_leaves_alone(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("About 37,000 people were seen there.", ["37000 people about ~"]),
        ("It cost between 90 and 140 euros.", ["90-140 euro between ="]),
        ("They need 3 to 5 million tonnes of it.", ["3000000-5000000 tonne between ="]),
        ("It costs $400,000 to $2 million a year.", ["400000-2000000 dollar per year between ="]),
        ("Two or three boats were missing.", ["2-3 boat between ="]),
        ("The profit rose 8% that spring.", ["8 percent exact up"]),
        ("It was down by about 50% on the day.", ["50 percent about down"]),
        ("Sales were 12% higher than before.", ["12 percent exact up"]),
        ("The rate rose to 1.9% that spring.", ["1.9 percent exact ="]),
        ("They paid hundreds of millions of pounds for it.", ["? pound vague ="]),
        ("Dozens of people have died there.", ["? people vague ="]),
        ("Thousands have fled the town.", ["? people vague ="]),
        ("The 20-mile (32 kilometre) strait is narrow.", ["20 mile exact =", "32 kilometre exact ="]),
        ("It is more than 100 kilometres (60 miles) long.", ["100 kilometre more_than >", "60 mile more_than >"]),
        ("He gave Rs 500, €240 million, $1.2bn and 5p to them.",
         ["500 rupee exact =", "240000000 euro exact =", "1200000000 dollar exact =", "5 penny exact ="]),
        ("The river carried 300 cubic metres a second.", ["300 cubic metre per second exact ="]),
        ("The rate was 12 per 100,000 people.", ["12 per 100,000 people exact ="]),
        ("It is 12 deaths per million people.", ["12 death per million people exact ="]),
        ("Support fell 3 percentage points.", ["3 percentage point exact down"]),
        ("The bill passed by a vote of 61-37 on the floor.", ["61-37 vote between ="]),
        ("They rejected it by a 17 to 5 vote.", ["17-5 vote between ="]),
        ("The child is 12 years old.", ["12 year of age exact ="]),
        ("Some 2000 people and 1500 cars came.", ["2000 people about ~", "1500 car exact ="]),
        ("At least thirty-seven ships sank.", ["37 ship at_least >"]),
        ("It rose from 5% to 8% that year.", ["5 percent exact =", "8 percent exact ="]),
        ("He was guilty on 23 of 31 counts.", ["23 count exact ="]),
        ("One in four pumps failed.", ["0.25 - exact ="]),
        ("It fell by more than a third.", ["0.333333 - more_than down"]),
        ("It is half a mile and a quarter of an hour away.", ["0.5 mile exact =", "0.25 hour exact ="]),
        ("The quake killed at least 17 and injured five.", ["17 people at_least >", "5 people exact ="]),
        ("It fell from 8% to 5% that year.", ["8 percent exact =", "5 percent exact ="]),
        ("It rose by $43 million to $419 million.", ["43000000 dollar exact up", "419000000 dollar exact ="]),
        ("The index rose 8% to 1,463.", ["8 percent exact up", "1463 - exact ="]),
        ("A quake with a magnitude of 7.7 struck.", ["7.7 magnitude exact ="]),
        ("More than 500 are still missing.", ["500 people more_than >"]),
        ("The nine-member panel wrote a 12-page report.", ["9 member exact =", "12 page exact ="]),
        ("Two thirds of the voters agreed.", ["0.666667 - exact ="]),
        ("It will cut its fares by about 15%.", ["15 percent about down"]),
        ("It boosted its dividend 20% and trimmed staff by 12%.", ["20 percent exact up", "12 percent exact down"]),
        ("The town grew by a third in two years, to 13,000.",
         ["0.333333 - exact up", "2 year exact =", "13000 - exact ="]),
        ("It costs £18 million over four years.", ["18000000 pound exact =", "4 year exact ="]),
        ("It has stood for over four years.", ["4 year more_than >"]),
        ("About one patient in five missed it.", ["0.2 - about ~"]),
        ("She won one game in five years.", ["5 year exact ="]),
        ("She led by 30,561 votes to 27,021, 53.1% to 46.9%.",
         ["30561 vote exact =", "27021 vote exact =", "53.1 percent exact =", "46.9 percent exact ="]),
        ("Two-thirds of it are lost, and one-fifth of the rest.", ["0.666667 - exact =", "0.2 - exact ="]),
        ("They raised $2 million for it and lifted 20 kg.", ["2000000 dollar exact =", "20 kilogram exact ="]),
        ("It cut the remaining 20% of jobs and raised the top 40% rate.", ["20 percent exact =", "40 percent exact ="]),
        ("It was expanded into a letter signed by 500 weavers.", ["500 weaver exact ="]),
        ("Output fell 1 percent to 5 percent of the plan.", ["1 percent exact down", "5 percent exact ="]),
        ("Output will fall 1 percent to 5 percent.", ["1-5 percent between down"]),
        ("The club sold 12,000 season tickets for 40 seasons.", ["12000 season ticket exact =", "40 season exact ="]),
        ("It sold 5,000 day passes for the 90 day trials.", ["5000 day pass exact =", "90 day exact ="]),
        ("The ship has a crew of three and room for a class of 30.", ["3 people exact =", "30 people exact ="]),
        ("Workers shut down 95% of the mine, and it closed down 3%.", ["95 percent exact =", "3 percent exact down"]),
        ("The share rose most in spring: from 24.9% to 38.6%.", ["24.9 percent exact =", "38.6 percent exact ="]),
        ("The yield fell from about 14 to 18 mpg.", ["14 mile per gallon about ~", "18 mile per gallon exact ="]),
        ("It does from about 14 to 18 mpg.", ["14-18 mile per gallon between ~"]),
        ("They gave 5, 10 or 20 mg at 2,000 or 3,000 metres.",
         ["5 milligram exact =", "10 milligram exact =", "20 milligram exact =", "2000 metre exact =",
          "3000 metre exact ="]),
        ("The four-, five- and six-cylinder motors sold well.",
         ["4 cylinder exact =", "5 cylinder exact =", "6 cylinder exact ="]),
        ("It has 735 oil and gas rigs.", ["735 oil gas rig exact ="]),
        ("They want to cut the number of drivers from 410 to about 120.",
         ["410 driver exact =", "120 driver about ~"]),
        ("The number of measles cases in the city rose to 212.", ["212 case exact ="]),
        ("An audience of 800 heard that the toll had risen to 17.", ["800 people exact =", "17 people exact ="]),
        ("It pays 62 cents a share and $40 a head.", ["62 cent per share exact =", "40 dollar per head exact ="]),
        ("There were 20 per week.", ["20 per week exact ="]),
        ("It was decided by 5-to-4 votes after a decade and a half of quarrels.", ["5-4 vote between ="]),
        ("The crash killed all 109 on board.", ["109 people exact ="]),
        ("It paid £2.75million plus other perks.", ["2750000 pound exact ="]),
        ("It cost Mex$40, 20 Mexican pesos or KSh5,000.",
         ["40 Mexican peso exact =", "20 Mexican peso exact =", "5000 Kenyan shilling exact ="]),
        ("It held 3.2 × 10^5 cm−3 and took up 0.18 g CO2 m−2 h−1.",
         ["320000 centimetre −3 exact =", "0.18 gram CO2 m−2 h−1 exact ="]),
    ],
)  # fmt: skip
def test_finds(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_the_number_the_measure_and_the_whole_are_spans_of_their_own() -> None:
    text = "We saw about 37,000 very small boats there."
    (quantity,) = find(text)
    assert quantity.span.of(text) == "about 37,000 very small boats"
    assert quantity.measure.of(text) == "about 37,000"
    assert quantity.number.of(text) == "37,000"
    assert quantity.noun is not None
    assert quantity.noun.of(text) == "very small boats"


def test_what_stands_in_brackets_in_another_unit_is_a_conversion() -> None:
    first, second = find("The 20-mile (32 kilometre) strait is narrow.")
    assert not first.is_conversion
    assert second.is_conversion


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        ("12,5 %", ["12.5 percent exact ="]),
        ("300 €", ["300 euro exact ="]),
        ("€ 1.234.567", ["1234567 euro exact ="]),
        ("1.234 €", []),
        ("€ 5 Mio.", []),
        ("fünf", []),
        ("240", []),
    ],
)
def test_in_another_language_only_plain_symbols_are_read(figure: str, expected: list[str]) -> None:
    article = replace(read_article(Source("article.txt", f"Sie sind um {figure} gestiegen.")), language="de")
    assert [_told(q) for q in quantities.find(article, ())] == expected


@given(st.text(alphabet="0123456789.,-–/½%$€£( )[]\n aehimnorstuwM", max_size=120) | st.text(max_size=80))
def test_never_raises_and_every_span_is_inside_a_paragraph(text: str) -> None:
    article = read_article(Source("article.txt", text))
    for quantity in quantities.find(article, ()):
        paragraph = article.paragraph_at(quantity.span.start)
        assert paragraph is not None
        assert quantity.span in paragraph.span
        assert quantity.number in quantity.span
        assert quantity.span.of(text).strip()
        assert quantity.noun is None or quantity.noun in quantity.span
        assert (quantity.value is None) == (quantity.qualifier == "vague")
