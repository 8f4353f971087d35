import datetime as dt
from itertools import pairwise

import pytest

from briefsite.article import read_article
from briefsite.facts.openness import openness
from briefsite.facts.reading import read
from briefsite.source import Source

TODAY = dt.date(2025, 7, 10)
FILLER = "The town lies on the coast, and its people have lived on the sea for as long as anybody can tell us."


def open_(sentence: str, *dates: str, quoted: float = 0.0) -> float:
    """How open a sentence looks in the middle of an article."""
    readings = read(read_article(Source("seed.txt", f"{FILLER} {sentence} {FILLER}"), date=TODAY))
    return openness(readings[1], dates, TODAY, quoted=quoted, is_last=False)


@pytest.mark.parametrize(
    ("closed", "open_one"),
    [
        ("The board met in the town hall and closed the old pier to all of the boats.",
         "The board must meet in the town hall and close the old pier to all of the boats."),
        ("The board met in the town hall and closed the old pier to all of the boats.",
         "The board will close the old pier to all of the boats unless the town hall pays."),
        ("The dockers of the old pier are on the side of the mayor and of all his people.",
         "The dockers of the old pier accused the side of the mayor and of all his people."),
        ("The crane on the old pier was set on fire by children from the village.",
         "The crane on the old pier was reportedly set on fire by children of the village."),
    ],
)  # fmt: skip
def test_signs_of_what_is_open(closed: str, open_one: str) -> None:
    assert open_(closed) < open_(open_one)


def test_days_ahead_open_a_sentence_and_days_long_past_close_it() -> None:
    sentence = "The board meets in the town hall and closes the old pier to all of the boats."
    scores = [open_(sentence, "2001-05-02"), open_(sentence, "2025-07-08"), open_(sentence, "2025-08")]
    assert all(before < after for before, after in pairwise(scores))


def test_somebody_s_words_are_theirs() -> None:
    sentence = "The board must meet in the town hall and close the old pier to all of the boats."
    assert open_(sentence, quoted=1.0) < open_(sentence)
