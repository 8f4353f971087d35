"""The people of an article, and the organisations that speak in it: fullest name, role in the article's own words.

    Ada Holm       researcher at the Institute for Tides      quoted twice, named three times
    IRB            None                                       quoted

Leaves out places, groups ("Republicans"), organisations that say nothing, and what only looks like a name.
Order of importance: who is quoted most, then who is named most, then who comes first.

Known limit: a person who is named once, without a role and without a word of theirs, is left out where the name is one
word only: it is as likely to be a village.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from briefsite.facts.fact import Person
from briefsite.mentions.words.reporting import is_reporting

if TYPE_CHECKING:
    from briefsite.article import Article
    from briefsite.mentions.mention import Entity, Mentions
    from briefsite.span import Span

_NEXT_WORD = re.compile(r"(?: \([A-Z]{2,}\))? (?:also |has |have )?([a-z]+)")
_ACCORDING = re.compile(r"\baccording to (?:the )?$", flags=re.IGNORECASE)
MAX_PEOPLE = 25


def find(article: Article, mentions: Mentions) -> tuple[Person, ...]:
    """The people who matter, most important first."""
    quoted: Counter[str] = Counter(quotation.speaker for quotation in mentions.quotations if quotation.speaker)
    matter = [entity for entity in mentions.entities if _matters(article.text, entity, quoted)]
    matter.sort(key=lambda entity: (-quoted[entity.name], -len(entity.mentions), entity.mentions[0]))
    return tuple(
        Person(name=entity.name, mention=_fullest(article.text, entity), role=entity.role)
        for entity in matter[:MAX_PEOPLE]
    )


def _matters(text: str, entity: Entity, quoted: Counter[str]) -> bool:
    if not entity.mentions or entity.plural or entity.kind == "place":
        return False
    if entity.kind == "person":
        return True
    if quoted[entity.name]:
        return True
    if entity.kind == "organisation" and entity.role:
        return True
    known = entity.kind == "organisation" or " " in entity.name
    if known and any(_speaks(text, mention) for mention in entity.mentions):
        return True
    return any(_ACCORDING.search(text, max(mention.start - 18, 0), mention.start) for mention in entity.mentions)


def _speaks(text: str, mention: Span) -> bool:
    """Whether a verb of saying follows the name."""
    following = _NEXT_WORD.match(text, mention.end)
    return following is not None and is_reporting(following[1])


def _fullest(text: str, entity: Entity) -> Span:
    return next((span for span in entity.mentions if span.of(text) == entity.name), entity.mentions[0])
