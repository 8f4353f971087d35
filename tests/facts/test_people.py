"""The people of an article: who matters, under which name, in which order."""

from __future__ import annotations

from briefsite.article import read_article
from briefsite.facts import people
from briefsite.mentions.mention import Mentions
from briefsite.mentions.names import entities
from briefsite.mentions.speech import quotations
from briefsite.source import Source

TEXT = """\
Holm went to Leeds on Monday to meet Jo Reyes, who says little. Jo Reyes and Reyes’s friends were late in New Zealand.

“We cannot wait,” said Ada Holm, a researcher at the Institute for Tides. The Green Water Party said no.

“It is over,” the Rail Safety Board said. The Harbour Trust owns the bridge.
"""


def find(text: str) -> list[tuple[str, str | None]]:
    article = read_article(Source("test", text))
    named = entities.find(article)
    found = people.find(article, Mentions(entities=named, quotations=quotations.find(article, named)))
    assert all(person.mention.of(text) == person.name for person in found)
    return [(person.name, person.role.of(text) if person.role else None) for person in found]


def test_places_and_silent_organisations_are_left_out() -> None:
    names = {name for name, _ in find(TEXT)}
    assert not names & {"Leeds", "New Zealand", "Harbour Trust", "Institute for Tides"}


def test_nobody_stands_twice_under_two_names() -> None:
    names = [name for name, _ in find(TEXT)]
    assert names.count("Ada Holm") == 1
    assert "Holm" not in names


def test_those_who_are_quoted_come_first_then_those_named_most() -> None:
    names = [name for name, _ in find(TEXT)]
    assert names == ["Ada Holm", "Rail Safety Board", "Jo Reyes", "Green Water Party"]


def test_the_role_is_the_articles_own_words() -> None:
    assert dict(find(TEXT))["Ada Holm"] == "researcher at the Institute for Tides"
    assert dict(find(TEXT))["Jo Reyes"] is None


def test_organisations_that_are_cited_or_told_of_count() -> None:
    text = "Prices rose, according to Gartwick.\n\nThe software firm Green Water left. The Rail Board (RB) said no."
    assert {name for name, _ in find(text)} == {"Gartwick", "Green Water", "Rail Board"}


def test_an_article_without_people() -> None:
    assert find("It rained all day, and the river rose.") == []
