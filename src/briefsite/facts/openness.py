"""How open a sentence looks: the log-odds that a careful analyst asks a question about it.

    The board will vote on the sale in May, unless the court stops it.   → high: ahead, a vote, a condition
    The pier was built in 1931.                                          → low: long past

Signs for it: a day that lies ahead, what hangs on a condition, talks and votes, what somebody holds against
somebody, what is believed or counted in nobody's name. Against it: days long past, somebody's own words, and
much of the article's matter, which is then its news and settled.

The weights were fitted to articles whose questions were written by hand, and rounded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.facts.past import is_dated_back

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from briefsite.facts.reading import Reading

_BASE = -1.2
_SIGNS = {
    "soon": 0.7,
    "pending": 0.5,
    "condition": 0.6,
    "contest": 0.6,
    "charge": 0.5,
    "doubt": 0.4,
    "contrast": 0.4,
    "asks": 0.5,
    "judges": 0.7,
    "counts": 0.7,
    "future": 0.4,
    "step": 0.3,
    "saying": -0.2,
    "past": -0.2,
    "describes": -0.4,
}
"""What each kind of sign adds, where a sentence has one."""
_SHORT = 12
"""In words; a shorter sentence seldom says enough to ask about it."""


def openness(reading: Reading, dates: Sequence[str], today: dt.date | None, *, quoted: float, is_last: bool) -> float:
    """The log-odds; `dates` are those it names, in EDTF, `quoted` the share of it that is somebody's words."""
    score = _BASE + sum(_SIGNS.get(sign, 0.0) for sign in reading.signs)
    score += 0.4 * (reading.index == 0) + 0.4 * is_last
    score += 0.9 * (today is not None and any(date[:10] > today.isoformat()[: len(date[:10])] for date in dates))
    score -= 0.9 * is_dated_back(dates, today) + 0.6 * quoted + 0.9 * reading.weight
    return score - 0.5 * (len(reading.words) < _SHORT)
