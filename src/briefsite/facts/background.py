"""How it came to this and what one must know: the history and the context, oldest first.

    As far back as 2001, the two countries were discussing ways to stop it.   → background
    The firm is best known for its line of telephones.                        → background
    The board met on Tuesday and shut the pier.                               → today's news: left alone
    “It was a mistake in 2001,” Kell said.                                    → somebody's words: left alone

A sentence is scored by the log-odds that a careful analyst calls it background (`_score`). Cues for it: dates
that lie months back, words of the past ("previous", "since"), a description in the present ("is home to"), a
number. Cues against it: the first lines, a day of this week, the future, somebody's words, a sentence that
leans on another. A sentence between two that are background gains: history is told in runs.

Known limits: (1) a match or a trial, told in the past tense from beginning to end, looks like history where its
days are not named; (2) sentences that the summary has are not said again.
"""

from __future__ import annotations

import re
from math import exp
from typing import TYPE_CHECKING

from briefsite.facts.fact import Point
from briefsite.facts.past import has_past_perfect, is_dated_back
from briefsite.facts.reading import dates_in, quoted_in, read
from briefsite.facts.salience import overlap

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Sequence

    from briefsite.article import Article
    from briefsite.facts.reading import Reading
    from briefsite.mentions.mention import Mentions
    from briefsite.span import Span

MAX_POINTS = 6
MIN_WORDS = 6
OPENING = 2
"""Sentences that tell the news itself."""
FOLLOWS_ON = 2
"""Sentences after a dated one that are taken to go on in its year."""
THRESHOLD = -0.25
"""In log-odds: where precision and recall balanced, each article scored by the weights of all others."""
ASKED = 0.75
"""In log-odds: from where on a sentence is background even where a question is asked about it."""
REPEATS = 0.6
"""The share of its words from which on a sentence says what another has said."""
RUN = 2.0
"""What a sentence gains beside one that is background for sure."""
_DIGIT = re.compile(r"\d")


def find(
    article: Article, mentions: Mentions, *, summary: tuple[Point, ...], asked: Collection[Span] = ()
) -> tuple[Point, ...]:
    """Up to six points, oldest first: by the years they name, then in reading order.

    Left alone are the points of the `summary`. A sentence that raises an open question (`asked`) must be background
    for sure.
    """
    if article.language != "en":
        return ()
    readings = read(article)
    dates = dates_in(article, mentions)
    quoted = quoted_in(article, mentions)
    spans = {point.span for point in summary}
    told = [reading for reading in readings if reading.sentence.span in spans]
    asked_of = set(asked)
    scores = _in_runs(
        [_score(one, when, share, article.date) for one, when, share in zip(readings, dates, quoted, strict=True)]
    )
    candidates = [
        (score, reading)
        for score, reading in zip(scores, readings, strict=True)
        if score >= THRESHOLD
        and (reading.sentence.span not in asked_of or _is_sure(reading, score))
        and reading.sentence.span not in spans
        and _is_shown(reading, quoted[reading.index])
    ]
    chosen: list[Reading] = []
    for _, reading in sorted(candidates, key=lambda pair: (-pair[0], pair[1].index)):
        if len(chosen) < MAX_POINTS and all(
            overlap(reading.stems, other.stems) < REPEATS for other in [*chosen, *told]
        ):
            chosen.append(reading)
    years = _years_told(dates, this_year=article.date.year if article.date else 9999)
    chosen.sort(key=lambda reading: (years[reading.index], reading.index))
    return tuple(Point(span=reading.sentence.span) for reading in chosen)


def _years_told(dates: Sequence[Sequence[str]], *, this_year: int) -> list[int]:
    """The year that each sentence tells of: the earliest it names, or that of the sentence it follows on.

    "As far back as 2001, they met. Over the following years, the camps were cleared": both go by 2001. A
    sentence far from any year goes by the article's own.
    """
    years: list[int] = []
    last, since = this_year, 0
    for here in dates:
        year = min((int(date[:4]) for date in here), default=None)
        since = since + 1 if year is None else 0
        last = year or (last if since <= FOLLOWS_ON else this_year)
        years.append(last)
    return years


def _is_shown(reading: Reading, quoted: float) -> bool:
    """Whether a sentence tells something by itself: no fragment or quotation, and nothing that is yet to come."""
    if "pending" in reading.signs or reading.text.endswith("?"):
        return False
    return (
        reading.is_whole
        and not reading.is_headline
        and quoted <= 0.5
        and len(reading.words) >= MIN_WORDS
        and bool(reading.stems)
    )


def _is_sure(reading: Reading, score: float) -> bool:
    """Whether a sentence is background although it is asked about: surely so, and not what somebody only says."""
    return score >= ASKED and "saying" not in reading.signs


def _in_runs(scores: list[float]) -> list[float]:
    """The scores, raised beside sentences that are likely background."""
    likely = [0.0, *(1 / (1 + exp(-score)) for score in scores), 0.0]
    return [score + RUN * (likely[at] + likely[at + 2]) for at, score in enumerate(scores)]


def _score(reading: Reading, dates: Sequence[str], quoted: float, today: dt.date | None) -> float:
    """The log-odds that a sentence is background."""
    signs, had = reading.signs, has_past_perfect(reading.words)
    score = -1.55 - 1.65 * (reading.index < OPENING)
    score += 1.75 * is_dated_back(dates, today) + 0.65 * ("past" in signs) + 0.7 * had
    score += 1.4 * ("describes" in signs) + 0.65 * bool(_DIGIT.search(reading.text)) + 0.6 * reading.weight
    is_to_come = "future" in signs or (today is not None and any(date[:10] > today.isoformat() for date in dates))
    score -= 0.45 * ("day" in signs) + 0.6 * is_to_come
    # "Engineers had warned for decades": that it was said is history, too.
    score -= 0.85 * ("saying" in signs and not had) + 1.3 * quoted
    return score - 1.35 * reading.hang
