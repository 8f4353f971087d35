"""What the article leaves open: a pending decision, a dispute, a condition, a vague claim, a coming event.

    France is considering a proposal for a joint patrol.   → Will France accept the proposal for a joint patrol?
    It is unclear how the fire started.                    → How did the fire start?
    Dozens of people have died on the route.               → How many people have died on the route?

Sentences are ranked by how open they look (`openness`), and by whether a frame reads in them what is open. A
question is built from the sentence's own words (`asking`), or not at all: a clumsy one is worse than none. Left
alone: what somebody asks in a quotation, what is long past, sentences that end in a question mark.

Known limits: (1) whether a later sentence answers the question is not looked at; (2) one question a sentence.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from briefsite.facts.asking import Candidate, Context, candidates, may_ask
from briefsite.facts.asking.casing import Casing
from briefsite.facts.asking.line import Line
from briefsite.facts.asking.plain import question_of
from briefsite.facts.asking.referents import Referents
from briefsite.facts.fact import OpenQuestion
from briefsite.facts.openness import openness
from briefsite.facts.past import is_dated_back
from briefsite.facts.reading import dates_in, quoted_in, read
from briefsite.facts.salience import content_of, overlap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefsite.article import Article
    from briefsite.facts.reading import Reading
    from briefsite.mentions.mention import Mentions
    from briefsite.span import Span

MAX_QUESTIONS = 5
FRAMED = 1.0
"""In log-odds: what a sentence gains where a frame reads in it what is open."""
STRENGTH = 0.6
"""In log-odds: what each unit of a frame’s strength adds."""
STRONGEST = FRAMED + 1.5 * STRENGTH
"""In log-odds: what the strongest frame adds; what stays below the threshold even so is not read."""
OVER = 1.5
"""In log-odds: what it loses where that lies a month back, and has long been settled."""
THRESHOLD = -1.4
"""In log-odds: where precision and recall balance."""
MOSTLY = 0.3
"""The share of a sentence from which on somebody's words are its matter."""
REPEATS = 0.75
"""The share of its words from which on a question asks what another has asked."""
MAX_LENGTH = 600
"""Code points; a longer sentence is a list or a table."""


def find(article: Article, mentions: Mentions) -> tuple[OpenQuestion, ...]:
    """Up to five questions, in reading order."""
    if article.language != "en":
        return ()
    kept: list[tuple[int, OpenQuestion]] = []
    asked: list[frozenset[str]] = []
    for _, candidate, reading in sorted(_raised(article, mentions), key=lambda one: (-one[0], one[2].index)):
        if len(kept) == MAX_QUESTIONS:
            break
        stems = content_of(candidate.question)
        if all(overlap(stems, other) < REPEATS for other in asked):
            asked.append(stems)
            span = reading.sentence.span
            due = _due(article, mentions, span)
            question = OpenQuestion(question=candidate.question, kind=candidate.kind, evidence=span, due=due)
            kept.append((reading.index, question))
    return tuple(question for _, question in sorted(kept, key=lambda one: one[0]))


def _raised(article: Article, mentions: Mentions) -> Iterator[tuple[float, Candidate, Reading]]:
    """The question of each sentence that looks open, and how open it looks."""
    readings = read(article)
    name, referents = Casing(article, mentions).inside, Referents(readings, mentions)
    quoted = quoted_in(readings, mentions.quotations)
    for reading, dates in zip(readings, dates_in(readings, mentions.dates), strict=True):
        is_last = reading.index == len(readings) - 1
        score = openness(reading, dates, article.date, quoted=quoted[reading.index], is_last=is_last)
        is_framed = score + STRONGEST > THRESHOLD and may_ask(reading.words)
        if not (is_framed or score > THRESHOLD) or not _is_asked(reading):
            continue
        context = Context(
            line=Line.of(article.text, reading.tokens),
            name=name,
            meant_by=partial(referents.meant_by, index=reading.index),
            reading_before=readings[reading.index - 1] if reading.index else None,
        )
        best = max(candidates(context), key=lambda candidate: candidate.strength, default=None) if is_framed else None
        if best:
            # Time settles what was asked or planned, and not what is disputed.
            is_over = best.is_past and best.kind != "dispute" and is_dated_back(dates, article.date)
            score += FRAMED + STRENGTH * best.strength - OVER * is_over
        elif score > THRESHOLD and quoted[reading.index] < MOSTLY:
            best = question_of(context, reading.signs)
        if best and score > THRESHOLD:
            # "The fund pays only if the ship is safe" announces nothing: it hangs on something.
            hangs = best.kind == "upcoming" and "condition" in reading.signs
            yield score, replace(best, kind="condition") if hangs else best, reading


def _is_asked(reading: Reading) -> bool:
    """Whether a sentence is one that anything can be asked about: no table, headline or question."""
    return len(reading.text) <= MAX_LENGTH and not reading.text.endswith("?") and not reading.is_headline


def _due(article: Article, mentions: Mentions, span: Span) -> str | None:
    """The first day or month in the sentence that lies after the article's own."""
    if article.date is None:
        return None
    today = article.date.isoformat()
    for date in mentions.dates:
        if date.span in span and date.edtf and date.edtf[:4].isdigit() and date.edtf > today[: len(date.edtf)]:
            return date.edtf
    return None
