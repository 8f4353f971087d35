"""What the article leaves open: a pending decision, a dispute, a condition, a vague claim, a coming event.

    France is considering a proposal for a joint patrol.   → Will France accept the proposal for a joint patrol?
    It is unclear how the fire started.                    → How did the fire start?
    Dozens of people have died on the route.               → How many people have died on the route?

A question is built from the sentence's own words (`asking`), or not at all: a clumsy one is worse than
none. Left alone: what somebody asks in a quotation, what lies in the past, sentences that end in a question mark.

Known limits: (1) whether a later sentence answers the question is not looked at; (2) one question a sentence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefsite.facts.asking import Candidate, Context, candidates
from briefsite.facts.asking.phrases import Line
from briefsite.facts.fact import OpenQuestion
from briefsite.facts.past import pastness
from briefsite.facts.salience import overlap, rank, stem
from briefsite.facts.standing import quoted_share
from briefsite.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefsite.article import Article
    from briefsite.mentions.mention import Mentions
    from briefsite.span import Span

MAX_QUESTIONS = 4
THRESHOLD = 0.6


def find(article: Article, mentions: Mentions) -> tuple[OpenQuestion, ...]:
    """Up to four questions, in reading order."""
    if article.language != "en":
        return ()
    name = _namer(article, mentions)
    this_year = article.date.year if article.date else 9999
    found: list[tuple[float, int, Candidate, Span]] = []
    before = ""
    for item in rank(article):
        span = item.sentence.span
        said = span.of(article.text)
        if len(said) <= 600 and not said.endswith("?"):
            context = Context(line=Line.of(said), name=name, before=before)
            best = max(candidates(context), key=lambda candidate: candidate.strength, default=None)
            if best:
                score = best.strength + 0.3 * item.weight
                score -= 0.3 * quoted_share(said) + 0.3 * min(pastness(said, this_year), 1.0)
                found.append((score, item.sentence.index, best, span))
        before = said
    kept: list[tuple[int, OpenQuestion]] = []
    asked: list[frozenset[str]] = []
    for score, index, candidate, span in sorted(found, key=lambda one: (-one[0], one[1])):
        stems = frozenset(stem(word) for word in re.findall(r"\w{3,}", candidate.question.lower()))
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


def _namer(article: Article, mentions: Mentions) -> Callable[[str], str]:
    """How a phrase reads in the middle of a sentence: a small first letter, unless it is a name."""
    text = article.text
    names = {mention.start for entity in mentions.entities for mention in entity.mentions}
    named = {text[start : start + 40].split()[0].rstrip(".,;’'") for start in names}

    def name(phrase: str) -> str:
        first, _, rest = phrase.partition(" ")
        lower = first.lower()
        if lower in words("phrase_openers"):
            return f"{lower} {rest}".strip()
        if first in named or not first[:1].isupper() or first[1:] != first[1:].lower() or rest[:1].isupper():
            return phrase
        if re.search(rf"(?<=\w ){re.escape(first)}\b", text):
            return phrase  # written large in the middle of a sentence: a name
        return f"{lower} {rest}".strip()

    return name
