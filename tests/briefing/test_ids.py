from __future__ import annotations

import pytest

from briefsite.briefing import SECTIONS
from briefsite.briefing.ids import PREFIXES, item_id
from briefsite.briefing.items import KeyFigure, Person, Point, Quote


def point(text: str) -> Point:
    return Point(text=text, source=("p1",))


def test_every_section_has_its_letter() -> None:
    assert tuple(PREFIXES) == SECTIONS
    assert len(set(PREFIXES.values())) == len(SECTIONS)


def test_ids_are_the_same_on_every_machine() -> None:
    assert item_id("summary", point("The river rose."), ()) == "s-c31c"


def test_typography_changes_no_id() -> None:
    assert item_id("summary", point("It’s “high”"), ()) == item_id("summary", point('It\'s  "high"'), ())


def test_sections_keep_the_same_words_apart() -> None:
    assert item_id("summary", point("x"), ()) != item_id("background", point("x"), ()).replace("b-", "s-")


def test_the_place_in_the_source_is_no_part_of_it() -> None:
    moved = Point(text="The river rose.", source=("p9",))
    assert item_id("summary", moved, ()) == item_id("summary", point("The river rose."), ())


def test_the_speaker_is_no_part_of_it() -> None:
    one, two = (Quote(speaker=name, text=("We go on",), source=("p1",)) for name in ("Ada", "Bo"))
    assert item_id("quotes", one, ()) == item_id("quotes", two, ())


def test_figures_of_one_clause_differ() -> None:
    one, two = (
        KeyFigure(label="x", value=value, evidence=("from 2 to 3 homes",), source=("p1",)) for value in ("2", "3")
    )
    assert item_id("key_figures", one, ()) != item_id("key_figures", two, ())


def test_a_person_keeps_the_id_when_the_role_changes() -> None:
    one, two = (Person(name="Ada Kell", role=role, source=("p1",)) for role in ("mayor", "former mayor"))
    assert item_id("people", one, ()) == item_id("people", two, ())


@pytest.mark.parametrize("copies", [2, 40])
def test_items_that_say_the_same_are_told_apart_in_order(copies: int) -> None:
    taken: list[str] = []
    for _ in range(copies):
        taken.append(item_id("summary", point("Again."), taken))
    assert len(set(taken)) == copies
    assert len(taken[0]) == 6
    assert all(other.startswith(taken[0]) for other in taken)
