"""How far a sentence looks back: earlier years, the past perfect, and the words that news uses for what went before.

    As far back as 2001, the two countries were discussing it.   → looks back
    The minister had warned the board for decades.               → looks back
    The board shut the pier on Tuesday.                          → does not

Known limits: (1) a year in a name ("the 2004 Act") counts as a date; (2) without the article's date, every year
but the latest one named counts as earlier.
"""

from __future__ import annotations

import re

_YEAR = re.compile(r"(?<![\d$£€.,-])(1[5-9]\d\d|20\d\d)(?:s|(?=\W|$))(?![,.]\d)")
_PERFECT = re.compile(r"\bhad\s+(?:(?:\w+ly|been|not|also)\s+){0,2}\w+(?:ed|en|wn|ne|ld|id|pt|nt|ght|de|st)\b")
_LONG_TENSE = re.compile(r"\b(?:has|have)\s+(?:\w+ly\s+|long\s+)?been\s+(?:\w+ly\s+)?\w+ing\b|\bused\s+to\b")
_CUE = re.compile(
    r"""
    \b (?: previous(?:ly)? | former(?:ly)? | originally | initially | traditionally | histor(?:y|ies|ic|ical|ically)
      | earlier \s (?:this|in|statements?|agreements?) | in \s the \s past | background | once
      | decades? | centur(?:y|ies) | ago | since | anniversary | at \s the \s time | the \s following \s years
      | long-? (?:standing|running) | dat(?:es|ing) \s back | as \s far \s back | until \s (?:recently|then|now)
      | for \s (?:years|months|decades) | in \s recent \s (?:years|months) | over \s the \s (?:years|past|last)
      | (?:last|past|previous) \s (?:year|month|decade|century|summer|winter|spring|autumn|fall|few)
      | founded | established | born | first \s \w+ \s in | years? \s (?:earlier|before|old)
    ) \b
    """,
    flags=re.VERBOSE | re.IGNORECASE,
)


def pastness(words: str, this_year: int) -> float:
    """How far the words look back, from 0 (not at all) to about 1.5."""
    score = 0.0
    years = _years(words)
    # "37,000 in 2024, and 20,000 in the first half of 2025" compares; it is about now.
    if years and max(years) < this_year:
        score += 0.6
    score += min(0.3 * len(_CUE.findall(words)), 0.6)
    score += 0.25 * bool(_PERFECT.search(words)) + 0.2 * bool(_LONG_TENSE.search(words))
    return score


def first_year(words: str) -> int | None:
    """The earliest year named in the words; None where none is."""
    return min(_years(words), default=None)


def _years(words: str) -> list[int]:
    return [int(match[1]) for match in _YEAR.finditer(words)]
