"""What the article leaves open: a pending decision, a dispute, a condition, a vague claim, a coming event.

    France is considering a proposal for a joint patrol.   → Will France accept the proposal for a joint patrol?
    It is unclear how the fire started.                    → How did the fire start?
    Dozens of people have died on the route.               → How many people have died on the route?

A question is built from the sentence's own words (`asking`), or not at all: a clumsy one is worse than
none. Left alone: what somebody asks in a quotation, what lies in the past, sentences that end in a question mark.

Known limits: (1) whether a later sentence answers the question is not looked at; (2) one question a sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.facts.asking import Candidate, Context, candidates, may_ask
from briefsite.facts.asking.casing import Casing
from briefsite.facts.asking.line import Line
from briefsite.facts.fact import OpenQuestion
from briefsite.facts.past import pastness
from briefsite.facts.salience import content_of, overlap
from briefsite.facts.standing import quoted_share

if TYPE_CHECKING:
    from briefsite.article import Article
    from briefsite.mentions.mention import Mentions
    from briefsite.span import Span

MAX_QUESTIONS = 4
THRESHOLD = 0.5
MAX_LENGTH = 600
"""Code points; a longer sentence is a list or a table."""


def find(article: Article, mentions: Mentions) -> tuple[OpenQuestion, ...]:
    """Up to four questions, in reading order."""
    if article.language != "en":
        return ()
    name = Casing(article, mentions).inside
    this_year = article.date.year if article.date else 9999
    found: list[tuple[float, int, Candidate, Span]] = []
    before = ""
    for sentence in article.sentences:
        said = sentence.span.of(article.text)
        if len(said) <= MAX_LENGTH and not said.endswith("?") and may_ask(said):
            context = Context(line=Line.of(said), name=name, before=before)
            best = max(candidates(context), key=lambda candidate: candidate.strength, default=None)
            if best:
                score = best.strength - 0.3 * quoted_share(said) - 0.3 * min(pastness(said, this_year), 1.0)
                found.append((score, sentence.index, best, sentence.span))
        before = said
    kept: list[tuple[int, OpenQuestion]] = []
    asked: list[frozenset[str]] = []
    for score, index, candidate, span in sorted(found, key=lambda one: (-one[0], one[1])):
        stems = content_of(candidate.question)
        if score < THRESHOLD or len(kept) == MAX_QUESTIONS:
            break
        if all(overlap(stems, other) < 0.6 for other in asked):
            asked.append(stems)
            due = _due(article, mentions, span)
            kept.append((index, OpenQuestion(question=candidate.question, kind=candidate.kind, evidence=span, due=due)))
    return tuple(question for _, question in sorted(kept, key=lambda one: one[0]))


def _due(article: Article, mentions: Mentions, span: Span) -> str | None:
    """The first day or month in the sentence that lies after the article's own."""
    if article.date is None:
        return None
    today = article.date.isoformat()
    for date in mentions.dates:
        if date.span in span and date.edtf and date.edtf[:4].isdigit() and date.edtf > today[: len(date.edtf)]:
            return date.edtf
    return None
