"""What the machine remembers of an item."""

from __future__ import annotations

from briefsite.briefing.record import MOST_PLACES, Place, placed
from briefsite.span import Span


def place(snapshot: str, identity: str = "same") -> Place:
    return Place(snapshot=snapshot, spans=(Span(0, 1),), identity=identity)


def test_the_newest_place_stands_last_and_each_once() -> None:
    places = placed((place("a"), place("b")), place("a"))
    assert [old.snapshot for old in places] == ["b", "a"]
    assert placed(places, None) == places


def test_only_the_last_places_are_kept_and_of_older_ones_each_wording() -> None:
    places: tuple[Place, ...] = ()
    for number in range(50):
        places = placed(places, place(f"v{number}", "first words" if number < 3 else "now"))
    assert [old.snapshot for old in places] == ["v2", *(f"v{number}" for number in range(50 - MOST_PLACES, 50))]
