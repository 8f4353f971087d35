"""How it came to this and what one must know: the history and the context, oldest first.

    As far back as 2001, the two countries were discussing ways to stop it.   → background
    The firm is best known for its line of telephones.                        → background
    The board met on Tuesday and shut the pier.                               → today's news: left alone
    “It was a mistake in 2001,” Kell said.                                    → somebody's words: left alone

Cues for it: a date before the article's, the past perfect ("had warned"), words of the past ("previous",
"since", "longstanding"), a description in the present ("is home to"), a place late in the article. Cues
against it: a day of this week, the future, a quotation, a figure in the first lines.

Known limits: (1) an article that is itself about the past is background for the most part, and its first
third is left to the summary; (2) sentences that the summary already has are not said again.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefsite.facts.fact import Point
from briefsite.facts.past import first_year, pastness
from briefsite.facts.salience import Ranked, overlap, rank
from briefsite.facts.standing import hang, is_whole, quoted_share

if TYPE_CHECKING:
    from briefsite.article import Article
    from briefsite.mentions.mention import Mentions

MAX_POINTS = 6
MIN_WORDS = 6
FOLLOWS_ON = 2
"""Sentences after a dated one that are taken to go on in its year."""
THRESHOLD = 0.55
_DESCRIBES = re.compile(
    r"""
    \b (?: is | are | was | were | has \s been | have \s been )
    \s (?: (?:widely|also|currently|still|now|only|generally|often) \s )?
    (?: known | best \s known | home \s to | one \s of | made \s up | located | based | considered | regarded
      | responsible \s for | part \s of | an? \b | the \s (?:\w+ \s)? (?:\w+est | first | only | main | largest)
      | legal | illegal | home | among | estimated | expected \s to \s capture | surrounded | run | owned )
  | \b (?: consists? \s of | lies \s | borders | belongs \s to | employs | serves
      | has \s (?:about|around|more|some|over|long)
      | (?:other|most|many|several|both) \s \w+ (?:s|es) \s (?:have|are|allow) )
    """,
    flags=re.VERBOSE | re.IGNORECASE,
)
_NEWS = re.compile(
    r"""
    \b (?: today | tomorrow | tonight | yesterday | this \s (?:morning|afternoon|evening|week)
      | in \s recent \s (?:days|weeks)
      | (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day )
    """,
    flags=re.VERBOSE,
)
_FUTURE = re.compile(r"\b(?:will|would|shall|plans? to|set to|due to)\b")
_TO_COME = re.compile(
    r"""
    \b (?: whether | tomorrow | has \s (?:yet|still) \s to
      | (?:is|are) \s (?: to \s (?!be\s found)\w+ | (?:set|due|scheduled|expected) \s (?:for|on|by|in|to)
                        | (?:still \s)? (?:considering|weighing) )
      | (?:next|again) \s meets? | meets? \s (?:again|next) | next \s (?:week|month|year)
      | (?:has|have) \s not \s (?:yet \s)? (?:been \s)? (?:said|decided|confirmed)
      | (?:begins?|opens?|starts?) \s on \s (?:\d|[A-Z]) ) \b
    """,
    flags=re.VERBOSE,
)
"""What is yet to come or to be decided: no history."""
_SAYING = re.compile(
    r"\b(?:said|says|told|added|asked|wrote|stated|announced|urged|warned|called|claimed|vowed|hopes?)\b"
)


def find(article: Article, mentions: Mentions, *, summary: tuple[Point, ...]) -> tuple[Point, ...]:
    """Up to six points, oldest first: by the years they name, then in reading order."""
    if article.language != "en":
        return ()
    ranked = rank(article)
    told = [item for item in ranked if any(point.span == item.sentence.span for point in summary)]
    shown = {item.sentence.index for item in told}
    scores = [_score(article, item, place / len(ranked)) for place, item in enumerate(ranked)]
    candidates = [
        (score, item)
        for item, score in zip(ranked, _in_runs(scores), strict=True)
        if score >= THRESHOLD and item.sentence.index not in shown and item.length >= MIN_WORDS
    ]
    chosen: list[Ranked] = []
    for _, item in sorted(candidates, key=lambda pair: (-pair[0], pair[1].sentence.index)):
        if len(chosen) < MAX_POINTS and all(overlap(item.words, other.words) < 0.6 for other in [*chosen, *told]):
            chosen.append(item)
    years = _years_told(article, mentions)
    chosen.sort(key=lambda item: (years[item.sentence.index], item.sentence.index))
    return tuple(Point(span=item.sentence.span) for item in chosen)


def _years_told(article: Article, mentions: Mentions) -> list[int]:
    """The year that each sentence tells of: the earliest it names, or that of the sentence it follows on.

    "As far back as 2001, they met. Over the following years, the camps were cleared": both go by 2001. A
    sentence far from any year goes by the article's own.
    """
    named: dict[int, int] = {}
    for date in mentions.dates:
        if date.edtf and date.edtf[:4].isdigit() and (sentence := article.sentence_at(date.span.start)):
            named[sentence.index] = min(int(date.edtf[:4]), named.get(sentence.index, 9999))
    years: list[int] = []
    last, since = _this_year(article), 0
    for sentence in article.sentences:
        year = first_year(sentence.span.of(article.text)) or named.get(sentence.index)
        since = since + 1 if year is None else 0
        last = year or (last if since <= FOLLOWS_ON else _this_year(article))
        years.append(last)
    return years


def _in_runs(scores: list[float]) -> list[float]:
    """The scores, raised beside a sentence that is background: history is told in runs."""
    is_background = [False, *(score >= THRESHOLD for score in scores), False]
    return [
        score + 0.1 * (is_background[place] + is_background[place + 2]) * (score > 0)
        for place, score in enumerate(scores)
    ]


def _score(article: Article, item: Ranked, depth: float) -> float:
    if not item.words:
        return 0.0  # ". . . ." is a sentence each
    span = item.sentence.span
    words = span.of(article.text)
    if not is_whole(words) or quoted_share(words) > 0.5 or words.endswith("?") or _TO_COME.search(words):
        return 0.0
    score = 0.7 * depth + pastness(words, _this_year(article))
    score += 0.4 * bool(_DESCRIBES.search(words))
    score -= 0.35 * bool(_NEWS.search(words))
    score -= 0.3 * bool(_FUTURE.search(words))
    score -= 0.25 * bool(_SAYING.search(words))
    score -= 0.3 * quoted_share(words)
    score += 0.2 * item.weight
    return score - 0.25 * hang(article.text, span)


def _this_year(article: Article) -> int:
    return article.date.year if article.date else 9999
