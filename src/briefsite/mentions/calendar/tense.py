"""Whether a sentence puts a date before or after the day of writing, by the verb nearest to the date."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

from briefsite.lexicon import table, words
from briefsite.mentions.calendar.roles import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.mentions.calendar.expression import Expression
    from briefsite.mentions.calendar.words import Words

Tense = Literal["past", "open", "future"]
"""Open is what was to come when somebody spoke of it, and may be over on the day of writing."""
_BEFORE_INFINITIVES = frozenset(
    {"is", "are", "be", "to", "will", "would", "can", "could", "may", "might", "must", "should", "not", "ll"}
)
_OPENING = frozenset({"was", "were", "been", "previously", "originally", "initially", "earlier"})
"""Before a cue: "had been scheduled for Friday", "were due by March 15"."""
_DETERMINERS = frozenset({"the", "a", "an", "its", "their", "his", "her", "my", "our", "your"})
_PRONOUNS = frozenset({"he", "she", "it"})
_NO_TIMETABLE = frozenset({"is", "was", "has", "does", "says", "s", "always", "perhaps"})
"""Words after a pronoun that tell of no day to come: "In May it was", "On Monday she says"."""
_COPULAS = frozenset({"is", "are", "was", "were", "be", "been"})
_NOUNS_TOO = frozenset({"plan", "plans", "hope", "hopes", "aim", "aims", "need", "forecast"})
"""Cues that are nouns after a determiner."""
REACH = 16
"""Words looked at on each side."""


@cache
def _cues() -> tuple[dict[str, Tense], frozenset[str]]:
    """Words, and pairs of words, with the tense they tell; and the first words of the pairs."""
    past = (forms.split()[0] for forms in table("irregular_verbs").values())
    cues: dict[str, Tense] = dict.fromkeys((*past, "were", "been", "done"), "past")
    cues.update(dict.fromkeys(words("future_cues"), "future"))
    cues.update(dict.fromkeys(words("open_cues"), "open"))
    return cues, frozenset(cue.split()[0] for cue in cues if " " in cue)


@cache
def _past_as_present() -> frozenset[str]:
    """Verbs whose past is their present: cut, set, put."""
    return frozenset(verb for verb, forms in table("irregular_verbs").items() if forms.split()[0] == verb)


def tense_near(expression: Expression) -> Tense | None:
    """The tense of the verb nearest to an expression; None where no verb is known.

    The verb before it is asked first: in "said Friday it will resign", Friday goes with "said".
    """
    sentence = expression.sentence
    before = _before(sentence, expression.first)
    after = range(expression.end, min(len(sentence), expression.end + REACH))
    if _begins_a_timetable(expression):
        return "future"
    is_wished = False
    for index in (*before, *after):
        tense = _tense(sentence, index, expression.first)
        if tense == "future" and index and sentence.text(index - 1) == "to":
            is_wished = True  # "agreed to meet on Monday": the verb before it decides
        elif tense:
            return "open" if tense == "past" and (is_wished or _is_an_end_to_come(expression)) else tense
    return "future" if is_wished else None


def _is_an_end_to_come(expression: Expression) -> bool:
    """Whether a purpose lasts up to it: "chose three firms for a course to run through June"."""
    is_end = expression.before in ("through", "until", "till")
    return is_end and expression.first > 2 and expression.sentence.text(expression.first - 3) == "to"


def _before(sentence: Words, first: int) -> Sequence[int]:
    """The words before an expression, nearest first, less a clause put in: "which has stood at 2 since 2022"."""
    nearest = range(first - 1, max(-1, first - 1 - REACH), -1)
    if first < 2 or sentence.text(first - 2) != ",":
        return nearest
    opener = next((index for index in nearest if sentence.text(index) in ("which", "who")), 0)
    return nearest if not opener else range(opener - 1, max(-1, opener - 1 - REACH), -1)


def _begins_a_timetable(expression: Expression) -> bool:
    """Whether the present follows it: "In May she retires"."""
    first = expression.end + (expression.after == ",")
    if first + 1 >= len(expression.sentence) or expression.sentence.text(first) not in _PRONOUNS:
        return False
    verb = expression.sentence.text(first + 1)
    return verb.endswith("s") and verb not in _NO_TIMETABLE


def _tense(sentence: Words, index: int, first: int) -> Tense | None:
    if sentence.roles[index] == Role.MONTH:
        return None  # "May" is not "may"
    cues, first_of_two = _cues()
    word = sentence.text(index)
    tense = cues.get(word)
    if word in first_of_two and index + 1 < len(sentence):
        tense = cues.get(f"{word} {sentence.text(index + 1)}", tense)
    if tense is None:
        if not word.endswith("ed") or len(word) < 4:
            return None
        tense = "past"
    before = sentence.text(index - 1) if index else ""
    if word in _NOUNS_TOO and (before in _DETERMINERS or (first - 2 <= index < first and before not in _COPULAS)):
        return None  # "announced their plans for Wednesday", "a spending plan on Monday"; but "rain is forecast for"
    if tense != "past":
        return "open" if before in _OPENING else tense
    if index and sentence.roles[index - 1] == Role.SHIFT and word in _past_as_present():
        return None  # "the next cut in August" is a noun
    # "will be held", "is required", "to cut": an auxiliary before it decides, not the form. "A contested convention".
    return None if before in _BEFORE_INFINITIVES or before in _DETERMINERS else "past"
