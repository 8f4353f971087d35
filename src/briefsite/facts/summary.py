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
from math import exp
from typing import TYPE_CHECKING

from briefsite.facts.fact import Point
from briefsite.facts.salience import Ranked, overlap, rank
from briefsite.facts.standing import hang, is_whole, quoted_share

if TYPE_CHECKING:
    from briefsite.article import Article
    from briefsite.mentions.mention import Mentions

MIN_WORDS = 6
MAX_WORDS = 70
_DIGIT = re.compile(r"\d")


def find(article: Article, mentions: Mentions) -> tuple[Point, ...]:
    """Three to five points, the bottom line first, the rest in reading order; fewer where the article has fewer."""
    chosen = best(article, mentions, size(len(article.sentences)))
    return tuple(Point(span=item.sentence.span) for item in chosen[:1] + sorted(chosen[1:], key=_place))


def size(sentences: int) -> int:
    """How many points an article of so many sentences gets."""
    return min(3 + (sentences > 12) + (sentences > 24), sentences)


def best(article: Article, mentions: Mentions, count: int) -> list[Ranked]:
    """The `count` sentences to keep, best first."""
    ranked = rank(article)
    if article.language != "en":
        return list(ranked[:count])
    scores = {item: _score(article, item, place) for place, item in enumerate(ranked) if _is_shown(article, item)}
    chosen: list[Ranked] = []
    while scores and len(chosen) < count:
        pick = max(scores, key=lambda item: scores[item])
        del scores[pick]
        chosen.append(pick)
        for item in scores:
            scores[item] -= 0.5 * overlap(item.words, pick.words) ** 2
    return chosen


def _is_shown(article: Article, item: Ranked) -> bool:
    return item.length >= MIN_WORDS and len(item.words) >= 3 and is_whole(item.sentence.span.of(article.text))


def _score(article: Article, item: Ranked, place: int) -> float:
    span = item.sentence.span
    words = span.of(article.text)
    score = 0.9 * exp(-place / 8) + item.weight
    score += 0.12 * bool(_DIGIT.search(words))
    score -= 0.5 * hang(article.text, span)
    score -= 0.4 * quoted_share(words)
    score -= 0.3 * words.endswith(("?", "?”", '?"'))
    return score - 0.02 * max(item.length - 45, 0)


def _place(item: Ranked) -> int:
    return item.sentence.index
