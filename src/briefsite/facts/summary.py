"""Three to five whole sentences that a desk editor would keep: the bottom line first, then in reading order.

Position says most in news, so the first sentences start ahead; what the article comes back to, figures and
names raise a sentence, and so do a day of this week, a step taken or considered, somebody's aim (`news`);
leaning on the sentence before, being a quotation only, telling what is so every year or was long ago, or
saying again what is already kept lowers it. A weak lead ("But he …", a fragment) so loses its place.

Left alone: headings, bylines and captions (no sentences), fragments under six words, sentences that cut a
quotation in half.

Known limits: (1) a feature that opens with a scene keeps its scene; (2) of an article in a language that is
not read, the first paragraphs are taken.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from math import exp
from typing import TYPE_CHECKING

from briefsite.facts.fact import Point
from briefsite.facts.news import has_day, is_habitual, newness, standing_paragraphs
from briefsite.facts.past import pastness
from briefsite.facts.reading import dates_in, quoted_in, read
from briefsite.facts.salience import overlap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefsite.article import Article
    from briefsite.facts.reading import Reading
    from briefsite.mentions.mention import Mentions

MIN_WORDS = 6
SHORT, LONG = 12, 45
"""In words; every word beyond costs."""
FIRST = 3
"""How many sentences of a language that is not read are enough."""
MAX_PARAGRAPH = 600
"""Code points that a paragraph of such a language may have to be shown whole."""
REPETITION = 0.5
SAME = 0.8
"""The share of its words from which on a sentence says what another has said."""
LEANS = 0.3
"""From here on a sentence needs the one before it."""
_DIGIT = re.compile(r"\d")


def find(article: Article, mentions: Mentions) -> tuple[Point, ...]:
    """Three to five points, the bottom line first, the rest in reading order; fewer where the article has fewer."""
    if article.language != "en":
        return tuple(_first_paragraphs(article))
    chosen = best(article, mentions, size(len(article.sentences)))
    chosen.sort(key=lambda reading: reading.index)
    # The bottom line is the first that stands by itself; only where none does, the first.
    lead = next((reading for reading in chosen if _stands(reading)), None)
    opening = _with_what_leans(chosen, lead) if lead else []
    ordered = [*opening, *(reading for reading in chosen if reading not in opening)]
    return tuple(Point(span=reading.sentence.span) for reading in ordered)


def _first_paragraphs(article: Article) -> Iterator[Point]:
    """Of a language that is not read, the first paragraphs: whole, as where its sentences end is not sure.

    A paragraph too long to be shown gives its first sentences.
    """
    shown = 0
    for paragraph in article.paragraphs:
        if not paragraph.sentences:
            continue
        whole = len(paragraph.span) <= MAX_PARAGRAPH
        spans = [paragraph.span] if whole else [sentence.span for sentence in paragraph.sentences[:FIRST]]
        for span in spans:
            yield Point(span=span)
        shown += len(paragraph.sentences) if whole else len(spans)
        if shown >= FIRST:
            return


def _with_what_leans(chosen: list[Reading], lead: Reading) -> list[Reading]:
    """The lead with the points that lean on it: "It said so" after another point would have another "it"."""
    run = [lead]
    for reading in chosen[chosen.index(lead) + 1 :]:
        if reading.index != run[-1].index + 1 or reading.hang < LEANS:
            break
        run.append(reading)
    return run


def size(sentences: int) -> int:
    """How many points an article of so many sentences gets."""
    return min(3 + (sentences > 8) + (sentences > 24), sentences)


def best(article: Article, mentions: Mentions, count: int) -> list[Reading]:
    """The `count` sentences to keep, best first."""
    readings = read(article)
    if article.language != "en":
        return list(readings[:count])
    scores = {
        place: score for place, score in enumerate(_scores(article, mentions, readings)) if _is_shown(readings[place])
    }
    chosen: list[Reading] = []
    while scores and len(chosen) < count:
        pick = max(scores, key=lambda place: scores[place])
        del scores[pick]
        chosen.append(readings[pick])
        for place in list(scores):
            same = overlap(readings[place].stems, readings[pick].stems)
            if same >= SAME:
                del scores[place]
            else:
                scores[place] -= REPETITION * same**2
    return chosen


def _is_shown(reading: Reading) -> bool:
    return len(reading.words) >= MIN_WORDS and len(reading.stems) >= 3 and reading.is_whole and not reading.is_headline


def _scores(article: Article, mentions: Mentions, readings: Sequence[Reading]) -> list[float]:
    """What each sentence is worth."""
    named = sorted(span.start for entity in mentions.entities for span in entity.mentions)
    below = standing_paragraphs(article)
    scores = []
    quoted = quoted_in(article, mentions)
    for reading, dates in zip(readings, dates_in(article, mentions), strict=True):
        span = reading.sentence.span
        names = bisect_left(named, span.end) - bisect_left(named, span.start)
        past = pastness(reading, dates, article.date)
        is_below = reading.sentence.paragraph in below
        scores.append(_score(reading, names=names, past=past, quoted=quoted[reading.index], is_below=is_below))
    return scores


def _score(reading: Reading, *, names: int, past: float, quoted: float, is_below: bool) -> float:
    """What a sentence is worth, by weights fitted on half of the annotated articles and held on the other."""
    signs, length = reading.signs, len(reading.words)
    aim = "aim" in signs
    score = 1.2 * exp(-reading.index / 5) + reading.weight
    score += 0.08 * bool(_DIGIT.search(reading.text)) + 0.05 * min(names, 4)
    score += 0.5 * newness(signs, past=past) + 0.1 * aim + 0.15 * ("pending" in signs)
    score -= 0.8 * is_habitual(signs) + 0.3 * (is_below and not has_day(signs) and not aim)
    score -= 0.3 * reading.hang + 0.4 * quoted
    score -= 0.2 * min(past, 1.0) + 0.15 * ("describes" in signs)
    score -= 0.3 * reading.text.endswith(("?", "?”", '?"'))
    # A first sentence that leans on another shows that the head is cut off: it is not the lead.
    score -= 2 * reading.hang * (reading.index == 0)
    return score - 0.02 * (max(length - LONG, 0) + max(SHORT - length, 0))


def _stands(reading: Reading) -> bool:
    """Whether a sentence can open the summary: nothing before it is needed, and it is not a quotation."""
    return reading.hang < LEANS and reading.quoted < 0.5
