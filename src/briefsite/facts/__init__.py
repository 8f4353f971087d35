"""Article and mentions → facts: one module a section, each with one `find`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.facts import background, key_figures, open_questions, people, quotes, summary, timeline
from briefsite.facts.fact import Facts

if TYPE_CHECKING:
    from briefsite.article import Article
    from briefsite.mentions.mention import Mentions

__all__ = ["Facts", "find_facts"]


def find_facts(article: Article, mentions: Mentions) -> Facts:
    """The facts of an article, section by section, in page order. Same input, same output: no clock, no locale."""
    key_points = summary.find(article, mentions)
    questions = open_questions.find(article, mentions)
    asked = {question.evidence for question in questions}
    return Facts(
        summary=key_points,
        key_figures=key_figures.find(article, mentions),
        quotes=quotes.find(article, mentions),
        timeline=timeline.find(article, mentions),
        background=background.find(article, mentions, summary=key_points, asked=asked),
        open_questions=questions,
        people=people.find(article, mentions),
    )
