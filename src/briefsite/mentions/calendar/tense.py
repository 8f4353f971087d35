"""Whether a sentence puts a date before or after the day of writing, by the nearest verb."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefsite.lexicon import words

if TYPE_CHECKING:
    from briefsite.mentions.calendar.grammar import Expression

REACH = 16
"""Words looked at on each side."""


@cache
def _cues() -> tuple[frozenset[str], frozenset[str]]:
    return words("future_cues"), words("irregular_past")


def is_future(expression: Expression) -> bool:
    """Whether the verb nearest to an expression looks ahead; news tells what was, so past is the default.

    The verb before it is asked first: in "said Friday it will resign", Friday goes with "said".
    """
    sentence = expression.sentence
    future, past = _cues()
    for index in range(expression.first - 1, max(-1, expression.first - 1 - REACH), -1):
        word = sentence[index].text
        if word in future:
            return True
        if word in past or _is_regular_past(word):
            return False
    for index in range(expression.end, min(len(sentence), expression.end + REACH)):
        word = sentence[index].text
        if word in future:
            return True
        if word in past or _is_regular_past(word):
            return False
    return False


def _is_regular_past(word: str) -> bool:
    return len(word) > 3 and word.endswith("ed")
