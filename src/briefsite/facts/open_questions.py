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
from heapq import heappop, heappush
from itertools import pairwise
from typing import TYPE_CHECKING

from briefsite.facts.asking import Candidate, Context, best_of, may_ask
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
    from collections.abc import Iterator, Sequence

    from briefsite.article import Article
    from briefsite.facts.reading import Reading
    from briefsite.mentions.mention import Mentions
    from briefsite.mentions.words.tokens import Token
    from briefsite.span import Span

MAX_QUESTIONS = 5
ENOUGH = MAX_QUESTIONS + 1
"""How many are found before one looks no further: one more, as two may ask the same."""
FRAMED = 1.0
"""In log-odds: what a sentence gains where a frame reads in it what is open."""
STRENGTH = 0.6
"""In log-odds: what each unit of a frame’s strength adds."""
STRONGEST = FRAMED + 1.5 * STRENGTH
"""In log-odds: what the strongest frame adds; what stays below the threshold even so is not read."""
OVER = 1.5
"""In log-odds: what it loses where that lies a month back, and has long been settled."""
THRESHOLD = -0.8
"""In log-odds: where precision and recall balance."""
MOSTLY = 0.3
"""The share of a sentence from which on somebody's words are its matter."""
REPEATS = 0.75
"""The share of its words from which on a question asks what another has asked."""
_MARKS = frozenset('“”"')
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
    """The questions of the sentences that look most open, and how open each looks.

    The sentences are read in the order of their openness, as far as one can still be among those that are kept.
    """
    readings = read(article)
    name, referents = Casing(article, mentions).inside, Referents(readings, mentions)
    ranked = _ranked(article, mentions, readings)
    highest: list[float] = []
    for score, reading, dates, quoted in ranked:
        is_open = score > THRESHOLD
        best_possible = score + STRONGEST
        if not is_open and (best_possible <= THRESHOLD or (len(highest) == ENOUGH and best_possible <= highest[0])):
            return
        if not _is_asked(reading) or not (is_open or may_ask(reading.words)):
            continue
        context = Context(
            line=Line.of(article.text, reading.tokens),
            name=name,
            meant_by=partial(referents.meant_by, index=reading.index),
            reading_before=readings[reading.index - 1] if reading.index else None,
        )
        best = best_of(context)
        if best:
            # Time settles what was asked or planned, and not what is disputed.
            is_over = best.is_past and best.kind != "dispute" and is_dated_back(dates, article.date)
            gain = FRAMED + STRENGTH * best.strength - OVER * is_over
            score, is_open = score + gain, is_open and gain > 0
        elif is_open:
            best = _as_it_stands(context, reading, quoted)
        if best and (score > THRESHOLD or is_open):
            heappush(highest, score)
            if len(highest) > ENOUGH:
                heappop(highest)
            # "The fund pays only if the ship is safe" announces nothing: it hangs on something.
            hangs = best.kind == "upcoming" and "condition" in reading.signs
            yield score, replace(best, kind="condition") if hangs else best, reading


def _ranked(
    article: Article, mentions: Mentions, readings: Sequence[Reading]
) -> list[tuple[float, Reading, list[str], float]]:
    """Each sentence with how open it looks, its dates and the share that is quoted; the most open first."""
    quoted, dates = quoted_in(article, mentions), dates_in(article, mentions)
    last = len(readings) - 1
    scored = [
        (openness(one, when, article.date, quoted=share, is_last=one.index == last), one, when, share)
        for one, when, share in zip(readings, dates, quoted, strict=True)
    ]
    return sorted(scored, key=lambda one: (-one[0], one[1].index))


def _as_it_stands(context: Context, reading: Reading, quoted: float) -> Candidate | None:
    """The question of what a sentence tells, or of what somebody says in it."""
    if quoted < MOSTLY:
        return question_of(context, reading.signs)
    said = replace(context, line=Line.of(context.line.source, _speech(reading.tokens)))
    return best_of(said) or question_of(said, reading.signs)


def _speech(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens of the longest quotation, without its marks; it may begin or end in another sentence."""
    marks = [-1, *(at for at, token in enumerate(tokens) if token.text in _MARKS), len(tokens)]
    pieces = [tokens[start + 1 : end] for start, end in pairwise(marks)]
    return max(pieces, key=len)


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
