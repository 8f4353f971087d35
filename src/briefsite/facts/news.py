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

from briefsite.lexicon import words as listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefsite.article import Article

LONG_AGO = 0.8
"""From so far back on ("In 1998 …"), a step is history."""
_SMALL = re.compile(r"[a-z]+")
_DAY = re.compile(r"\b(?:today|yesterday|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b")
_AIM = re.compile(
    r"""
    \b (?: wants? | hopes? | aims? | plans | seeks | intends? | demands? | is \s pushing | are \s pushing
      | ha(?:s|ve) \s been \s (?:pushing|pressing|calling|negotiating) ) \b
    """,
    flags=re.VERBOSE,
)
_CONSIDERED = re.compile(
    r"\b(?:is|are)\s(?:also\s|now\s|still\s)?(?:considering|weighing|discussing|negotiating|debating)\b"
)
_HABIT = re.compile(
    r"""
    \b (?: (?:each|every) \s (?:year|summer|winter|spring|autumn|season|month|week|day|night)
      | annually | usually | typically | generally | traditionally | routinely | often | tends? \s to
      | ha(?:s|ve) \s long | long-?standing | decades-old ) \b
    """,
    flags=re.VERBOSE,
)
_LONG_SO = re.compile(
    r"""
    \b (?: long-?standing | long-?running | age-?old | decades | centuries | histor(?:y|ic|ical) | background
      | context | perennial | recurring | old \s (?:problem|question|quarrel|dispute) | elusive | so \s far ) \b
    """,
    flags=re.VERBOSE | re.IGNORECASE,
)


def newness(words: str, *, past: float) -> float:
    """How much a sentence tells of a step just taken, from 0 to 0.6: its day, and its verb.

    `past` is how far it looks back: "In 1998 the two towns struck a deal" has the verb, and is no news.
    """
    has_step = not listed("news_words").isdisjoint(_SMALL.findall(words)) or bool(_CONSIDERED.search(words))
    return 0.3 * has_day(words) + 0.3 * has_step * (past < LONG_AGO)


def has_day(words: str) -> bool:
    """Whether a sentence names a day of this week: but "The ferry sails every Monday" has a day and no news."""
    return bool(_DAY.search(words)) and not _HABIT.search(words)


def aim(words: str) -> bool:
    """Whether a sentence tells what somebody is after: "The U.K. wants France to do more"."""
    return bool(_AIM.search(words) or _CONSIDERED.search(words))


def is_habitual(words: str) -> bool:
    """Whether a sentence says what is so every time, and names no day on which it was otherwise."""
    return bool(_HABIT.search(words)) and not _DAY.search(words)


def standing_paragraphs(article: Article) -> frozenset[int]:
    """The numbers of the paragraphs below a heading that announces what has long been so, up to the next heading."""
    return frozenset(_below(article))


def _below(article: Article) -> Iterator[int]:
    is_below = False
    for paragraph in article.paragraphs:
        if paragraph.kind == "heading":
            is_below = bool(_LONG_SO.search(paragraph.span.of(article.text)))
        elif is_below:
            yield paragraph.number
