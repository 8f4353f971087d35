"""Garbage is looked for less often while much is made, and as often as before afterwards."""

from __future__ import annotations

import gc

import pytest

from briefsite.running import HERE
from briefsite.running.collecting import NEW_ONES


def first_threshold(_: int) -> int:
    return gc.get_threshold()[0]


def test_it_is_looked_for_rarely_while_items_are_answered() -> None:
    before = gc.get_threshold()
    assert list(HERE([1, 2], first_threshold, first_threshold)) == [NEW_ONES, NEW_ONES]
    assert gc.get_threshold() == before
    assert gc.get_freeze_count() == 0


def test_a_fault_or_a_caller_who_stops_leaves_it_as_it_was() -> None:
    before = gc.get_threshold()
    answers = HERE([1, 0], lambda item: 1 // item, lambda _: 0)
    assert next(answers) == 1
    with pytest.raises(ZeroDivisionError):
        next(answers)
    assert gc.get_threshold() == before
    half = HERE([1, 2], first_threshold, first_threshold)
    next(half)
    half.close()  # type: ignore[attr-defined]
    assert gc.get_threshold() == before
