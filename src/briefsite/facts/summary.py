"""Three to five whole sentences that a desk editor would keep: the bottom line first, then in reading order.

Position says most in news, so the first sentences start ahead; what the article comes back to, figures and
names raise a sentence; leaning on the sentence before, being a quotation only, or saying again what is
already kept lowers it. A weak lead (one that begins with "But he" or a fragment) so loses its place.

Left alone: headings, bylines and captions (no sentences), fragments under six words, sentences that cut a
quotation in half.

Known limits: (1) a feature that opens with a scene keeps its scene; (2) of an article in a language that is
not read, the first sentences are taken.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from math import exp
from typing import TYPE_CHECKING

from briefsite.facts.fact import Point
from briefsite.facts.past import pastness
from briefsite.facts.salience import Ranked, overlap, rank
from briefsite.facts.standing import hang, is_whole, quoted_share
from briefsite.lexicon import words as listed

if TYPE_CHECKING:
    from briefsite.article import Article
    from briefsite.mentions.mention import Mentions

MIN_WORDS = 6
SHORT, LONG = 12, 45
"""In words; every word beyond costs."""
REPETITION = 0.5
SAME = 0.8
"""The share of its words from which on a sentence says what another has said."""
LEANS = 0.3
"""From here on a sentence needs the one before it."""
_DIGIT = re.compile(r"\d")
_SMALL = re.compile(r"[a-z]+")
_DAY = re.compile(r"\b(?:today|yesterday|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b")


def find(article: Article, mentions: Mentions) -> tuple[Point, ...]:
    """Three to five points, the bottom line first, the rest in reading order; fewer where the article has fewer."""
    chosen = best(article, mentions, size(len(article.sentences)))
    chosen.sort(key=lambda item: item.sentence.index)
    # The bottom line is the first that stands by itself; only where none does, the first.
    lead = next((item for item in chosen if _stands(article, item)), None)
    ordered = [lead, *(item for item in chosen if item is not lead)] if lead else chosen
    return tuple(Point(span=item.sentence.span) for item in ordered)


def size(sentences: int) -> int:
    """How many points an article of so many sentences gets."""
    return min(3 + (sentences > 12) + (sentences > 24), sentences)


def best(article: Article, mentions: Mentions, count: int) -> list[Ranked]:
    """The `count` sentences to keep, best first."""
    ranked = rank(article)
    if article.language != "en":
        return list(ranked[:count])
    named = sorted(span.start for entity in mentions.entities for span in entity.mentions)
    scores = {
        place: _score(article, item, place, named) for place, item in enumerate(ranked) if _is_shown(article, item)
    }
    chosen: list[Ranked] = []
    while scores and len(chosen) < count:
        pick = max(scores, key=lambda place: scores[place])
        del scores[pick]
        chosen.append(ranked[pick])
        for place in list(scores):
            same = overlap(ranked[place].words, ranked[pick].words)
            if same >= SAME:
                del scores[place]
            else:
                scores[place] -= REPETITION * same**2
    return chosen


def _is_shown(article: Article, item: Ranked) -> bool:
    return item.length >= MIN_WORDS and len(item.words) >= 3 and is_whole(item.sentence.span.of(article.text))


def _score(article: Article, item: Ranked, place: int, named: list[int]) -> float:
    """What a sentence is worth, by weights fitted on half of the annotated articles and held on the other."""
    span = item.sentence.span
    words = span.of(article.text)
    names = bisect_left(named, span.end) - bisect_left(named, span.start)
    score = 1.2 * exp(-place / 7) + item.weight
    score += 0.05 * bool(_DIGIT.search(words)) + 0.05 * min(names, 4) + 0.5 * _news(words)
    score -= 0.3 * hang(article.text, span) + 0.4 * quoted_share(words)
    score -= 0.2 * min(pastness(words, article.date.year if article.date else 9999), 1.0)
    score -= 0.3 * words.endswith(("?", "?”", '?"'))
    # A first sentence that leans on another shows that the head is cut off: it is not the lead.
    score -= 2 * hang(article.text, span) * (place == 0)
    return score - 0.02 * (max(item.length - LONG, 0) + max(SHORT - item.length, 0))


def _stands(article: Article, item: Ranked) -> bool:
    """Whether a sentence can open the summary: nothing before it is needed, and it is not a quotation."""
    span = item.sentence.span
    return hang(article.text, span) < LEANS and quoted_share(span.of(article.text)) < 0.5


def _news(words: str) -> float:
    """How much a sentence tells of a step just taken, from 0 to 0.6: its day, and its verb."""
    has_step = not listed("news_words").isdisjoint(_SMALL.findall(words))
    return 0.3 * bool(_DAY.search(words)) + 0.3 * has_step
