from __future__ import annotations

import pytest

from briefsite.mentions.numbers import counted_nouns, modifiers, units


@pytest.mark.parametrize("text", ["5 in favour", "3D", "30 were", "5 above", "4 Met officers"])
def test_no_unit_follows(text: str) -> None:
    assert units.after(text, 1 if text[1] in " D" else 2, len(text)) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("5 km", "kilometre"),
        ("5km", "kilometre"),
        ("5 kilometers", "kilometre"),
        ("5%", "percent"),
        ("5 per cent", "percent"),
        ("5 percentage points", "percentage point"),
        ("5p", "penny"),
        ("5 cubic metres a second", "cubic metre per second"),
        ("5 dollars per square foot", "dollar per square foot"),
        ("5 kg s−1", "kilogram s−1"),
        ("5 W/m2", "watt per square metre"),
        ("5-mile", "mile"),
        ("5-year-old", "year of age"),
        ("5°C", "Celsius"),
        ("5 MW", "megawatt"),
        ("5 mW", "milliwatt"),
        ("5 euros", "euro"),
        ("5 Danish kroner", "Danish krone"),
    ],
)
def test_names_the_unit_after_a_number(text: str, name: str) -> None:
    unit = units.after(text, 1, len(text))
    assert unit is not None
    assert unit.name == name
    assert unit.end == len(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("$5", "dollar"),
        ("US$5", "U.S. dollar"),
        ("a £5", "pound"),
        ("Rs. 5", "rupee"),
        ("EUR5", "euro"),
        ("A$5", "Australian dollar"),
    ],
)
def test_names_the_currency_before_a_number(text: str, name: str) -> None:
    unit = units.before(text, text.index("5"), 0)
    assert unit is not None
    assert unit.name == name


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        ("13 empty states fight", "empty state", "state"),
        ("13 lifeboat stations", "lifeboat station", "lifeboat station"),
        ("13 land mines", "land mine", "land mine"),
        ("13 people were", "people", "people"),
        ("13 other employees left", "other employee", "employee"),
        ("13 police officers", "police officer", "police officer"),
        ("13 dead bodies", "dead body", "body"),
        ("13 Republicans supporting it", "Republican", "Republican"),
        ("13 of the 50 U.S. states", "U.S state", "state"),
        ("13 children", "child", "child"),
    ],
)
def test_names_the_counted_noun(text: str, phrase: str, name: str) -> None:
    noun = counted_nouns.after(text, 2, len(text))
    assert noun is not None
    assert (noun.phrase, noun.name) == (phrase, name)


@pytest.mark.parametrize("text", ["13 made the crossings", "13 injured", "13 or more ships", "13 is less", "13."])
def test_counts_no_noun(text: str) -> None:
    assert counted_nouns.after(text, 2, len(text)) is None


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("about 5", "about"),
        ("more than 5", "more_than"),
        ("no more than 5", "up_to"),
        ("no fewer than 5", "at_least"),
        ("up to 5", "up_to"),
        ("just under 5", "less_than"),
        ("an estimated 5", "about"),
        (">5", "more_than"),
        ("~5", "about"),
    ],
)
def test_reads_the_modifier_before(text: str, qualifier: str) -> None:
    modifier = modifiers.before(text, text.index("5"), 0)
    assert modifier is not None
    assert modifier.start == 0
    assert modifier.qualifier == qualifier


@pytest.mark.parametrize(
    ("text", "qualifier"), [("5 or more", "at_least"), ("5+", "at_least"), ("5 or so", "about"), ("5 at most", "up_to")]
)
def test_reads_the_modifier_after(text: str, qualifier: str) -> None:
    modifier = modifiers.after(text, 1, len(text))
    assert modifier is not None
    assert modifier.qualifier == qualifier
