"""How much a sentence is news of the day, and how much it only says how things stand.

    On Tuesday the board agreed to shut the pier.          → news: its day, and a step taken
    The state is considering a deal that would save it.    → news: a step under consideration
    The town wants the state to pay.                       → news, a little: somebody's aim
    The pier carries thousands of visitors each summer.    → standing: what is so every year
    It was shut twice in 1931.                             → standing: history

A heading that announces what has long been so ("Storms are an old problem") makes standing matter of what is
told below it, unless the sentence has its own day or step.

Known limits: (1) a study whose news is what is usually so ("terns often fly in pairs") loses a little; (2) an
aim is found by its verb only, and a habit by its adverb or its "each year" only.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefsite.facts.signs import signs_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefsite.article import Article
    from briefsite.facts.signs import Signs

LONG_AGO = 0.8
"""From so far back on ("In 1998 …"), a step is history."""
_WORD = re.compile(r"[\w-]+")


def newness(signs: Signs, *, past: float) -> float:
    """How much a sentence tells of a step just taken, from 0 to 0.6: its day, and its verb.

    `past` is how far it looks back: "In 1998 the two towns struck a deal" has the verb, and is no news.
    """
    return 0.3 * has_day(signs) + 0.3 * ("step" in signs and past < LONG_AGO)


def has_day(signs: Signs) -> bool:
    """Whether a sentence names a day of this week: but "The ferry sails every Monday" has a day and no news."""
    return "day" in signs and "habit" not in signs


def is_habitual(signs: Signs) -> bool:
    """Whether a sentence says what is so every time, and names no day on which it was otherwise."""
    return "habit" in signs and "day" not in signs


def standing_paragraphs(article: Article) -> frozenset[int]:
    """The numbers of the paragraphs below a heading that announces what has long been so, up to the next heading."""
    return frozenset(_below(article))


def _below(article: Article) -> Iterator[int]:
    is_below = False
    for paragraph in article.paragraphs:
        if paragraph.kind == "heading":
            is_below = "long_so" in signs_of(_WORD.findall(paragraph.span.of(article.text).lower()))
        elif is_below:
            yield paragraph.number
