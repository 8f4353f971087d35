"""Many items on several processes: the order, the memory, and what a killed worker costs."""

from __future__ import annotations

import pytest

from briefsite.running.processes import CHUNK, UNDER_WAY, over
from dying import doubled, refused


def given_up(number: int) -> int:
    return -number


@pytest.mark.parametrize("items", [[], [1], list(range(14, 200))], ids=["none", "one", "many"])
@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_answers_stand_in_the_order_of_the_items(items: list[int], jobs: int) -> None:
    assert list(over(items, doubled, given_up, jobs=jobs)) == [2 * item for item in items]


@pytest.mark.parametrize(
    "deadly",
    [[0], [40], [99], [3, 4], [3, 70]],
    ids=["the first", "one in the middle", "the last", "two of a chunk", "two of different chunks"],
)
def test_an_item_that_kills_its_process_is_given_up_and_no_other(deadly: list[int]) -> None:
    items = [1001 + at if at in deadly else 20 + at for at in range(100)]
    answers = list(over(items, doubled, given_up, jobs=2))
    assert answers == [-item if item > 1000 else 2 * item for item in items]


def test_no_more_is_read_than_is_under_way() -> None:
    numbers = iter(range(20, 1000))
    answers = over(numbers, doubled, given_up, jobs=2)
    for _ in range(10):
        next(answers)
    assert next(numbers) - 20 <= 2 * UNDER_WAY * CHUNK + 2 * CHUNK
    answers.close()


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_exception_is_raised_where_its_turn_is(jobs: int) -> None:
    with pytest.raises(ValueError, match="no 5"):
        list(over([5, 6], refused, given_up, jobs=jobs))
