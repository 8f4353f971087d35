"""How far a sentence looks back: earlier days, the past perfect, and the words that news uses for what went before.

    As far back as 2001, the two countries were discussing it.   → looks back
    The minister had warned the board for decades.               → looks back
    The board shut the pier on Tuesday.                          → does not

Known limits: (1) a year in a name ("the 2004 Act") counts as a date; (2) without the article's date, every year
counts as earlier.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from briefsite.facts.verb_forms import is_participle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.facts.reading import Reading

LONG = 30
"""In days; what is further back is not today’s news."""
_BETWEEN = frozenset(
    {"been", "not", "also", "never", "already", "often", "long", "once", "just", "only", "since", "first"}
)


def pastness(reading: Reading, dates: Sequence[str], today: dt.date | None) -> float:
    """How far a sentence looks back, from 0 (not at all) to about 1.5; `dates` are those it names, in EDTF."""
    score = 0.0
    # "37,000 in 2024, and 20,000 in the first half of 2025" compares; it is about now.
    if dates and max(int(date[:4]) for date in dates) < (today.year if today else 9999):
        score += 0.6
    score += min(0.3 * reading.signs.get("past", 0), 0.6)
    return score + 0.25 * has_past_perfect(reading.words) + 0.2 * has_long_tense(reading.words)


def is_dated_back(dates: Sequence[str], today: dt.date | None) -> bool:
    """Whether the latest of the dates that a sentence names, in EDTF, lies more than a month back."""
    return bool(dates) and (today is None or (today - max(map(_last_day, dates))).days > LONG)


def _last_day(date: str) -> dt.date:
    """The last day of a date in EDTF, near enough: a month ends on its 28th."""
    year, *rest = (int(part) for part in date.rpartition("/")[2].rstrip("~").split("-"))
    month, day = [*rest, 28][:2] if rest else (12, 28)
    return dt.date(max(year, 1), min(month, 12), day)


def has_past_perfect(words: Sequence[str]) -> bool:
    """Whether something had happened: "had often warned"."""
    return "had" in words and any(_participle_follows(words, at) for at, word in enumerate(words) if word == "had")


def has_long_tense(words: Sequence[str]) -> bool:
    """Whether something has been going on: "has long been falling"."""
    return "been" in words and any(
        word == "been"
        and any(helper in words[max(at - 2, 0) : at] for helper in ("has", "have"))
        and any(following.endswith("ing") for following in words[at + 1 : at + 3])
        for at, word in enumerate(words)
    )


def _participle_follows(words: Sequence[str], had: int) -> bool:
    for word in words[had + 1 : had + 4]:
        if is_participle(word):
            return True
        if word not in _BETWEEN and not word.endswith("ly"):
            return False
    return False
