"""Three to five whole sentences that a desk editor would keep: the bottom line first, then in reading order.

Position says most in news, so the first sentences start ahead; what the article comes back to, figures and
names raise a sentence, and so do a day of this week, a step taken or considered, somebody's aim (`news`);
leaning on the sentence before, being a quotation only, telling what is so every year or was long ago, or
saying again what is already kept lowers it. A weak lead ("But he …", a fragment) so loses its place.

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
from briefsite.facts.news import aim, has_day, is_habitual, newness, standing_paragraphs
from briefsite.facts.past import pastness
from briefsite.facts.salience import Ranked, overlap, rank
from briefsite.facts.standing import hang, is_whole, quoted_share

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


def find(article: Article, mentions: Mentions) -> tuple[Point, ...]:
    """Three to five points, the bottom line first, the rest in reading order; fewer where the article has fewer."""
    chosen = best(article, mentions, size(len(article.sentences)))
    chosen.sort(key=lambda item: item.sentence.index)
    # The bottom line is the first that stands by itself; only where none does, the first.
    lead = next((item for item in chosen if _stands(article, item)), None)
    opening = _with_what_leans(article, chosen, lead) if lead else []
    ordered = [*opening, *(item for item in chosen if item not in opening)]
    return tuple(Point(span=item.sentence.span) for item in ordered)


def _with_what_leans(article: Article, chosen: list[Ranked], lead: Ranked) -> list[Ranked]:
    """The lead with the points that lean on it: "It said so" after another point would have another "it"."""
    run = [lead]
    for item in chosen[chosen.index(lead) + 1 :]:
        if item.sentence.index != run[-1].sentence.index + 1 or hang(article.text, item.sentence.span) < LEANS:
            break
        run.append(item)
    return run


def size(sentences: int) -> int:
    """How many points an article of so many sentences gets."""
    return min(3 + (sentences > 12) + (sentences > 24), sentences)


def best(article: Article, mentions: Mentions, count: int) -> list[Ranked]:
    """The `count` sentences to keep, best first."""
    ranked = rank(article)
    if article.language != "en":
        return list(ranked[:count])
    named = sorted(span.start for entity in mentions.entities for span in entity.mentions)
    below = standing_paragraphs(article)
    scores = {
        place: _score(article, item, place, named, is_below=item.sentence.paragraph in below)
        for place, item in enumerate(ranked)
        if _is_shown(article, item)
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


def _score(article: Article, item: Ranked, place: int, named: list[int], *, is_below: bool) -> float:
    """What a sentence is worth, by weights fitted on half of the annotated articles and held on the other."""
    span = item.sentence.span
    words = span.of(article.text)
    names = bisect_left(named, span.end) - bisect_left(named, span.start)
    past = pastness(words, article.date.year if article.date else 9999)
    score = 1.2 * exp(-place / 7) + item.weight
    score += 0.05 * bool(_DIGIT.search(words)) + 0.05 * min(names, 4) + 0.5 * newness(words, past=past)
    score += 0.1 * aim(words)
    score -= 0.8 * is_habitual(words) + 0.3 * (is_below and not has_day(words) and not aim(words))
    score -= 0.3 * hang(article.text, span) + 0.4 * quoted_share(words)
    score -= 0.2 * min(past, 1.0)
    score -= 0.3 * words.endswith(("?", "?”", '?"'))
    # A first sentence that leans on another shows that the head is cut off: it is not the lead.
    score -= 2 * hang(article.text, span) * (place == 0)
    return score - 0.02 * (max(item.length - LONG, 0) + max(SHORT - item.length, 0))


def _stands(article: Article, item: Ranked) -> bool:
    """Whether a sentence can open the summary: nothing before it is needed, and it is not a quotation."""
    span = item.sentence.span
    return hang(article.text, span) < LEANS and quoted_share(span.of(article.text)) < 0.5
