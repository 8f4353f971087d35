"""The people, organisations and places that an article names, each under its fullest name.

Finds names and joins those that mean the same: "Mihnea Cuibus" and "Cuibus", "the International Rail Board" and
"IRB"; "Starmer’s office" is a body of its own. The role is taken in the article's own words (see `roles`).

Leaves out names that only a headline in Title Case has.

Known limit: a company named like a person ("Morgan Stanley") counts as a person unless the article says what it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.mentions.mention import Entity
from briefsite.mentions.names.candidates import candidates
from briefsite.mentions.names.roster import Roster

if TYPE_CHECKING:
    from briefsite.article import Article


def find(article: Article) -> tuple[Entity, ...]:
    """Every entity, in the order of its first mention; none in a language that is not read."""
    if article.language != "en":
        return ()
    found = list(candidates(article))
    known = Roster(found)
    for candidate in found:
        known.of(candidate).learn(candidate)
    return tuple(
        Entity(
            name=entity.name,
            kind=entity.kind,
            gender=entity.gender or ("n" if entity.kind == "organisation" else ""),
            role=entity.role.span if entity.role else None,
            mentions=tuple(entity.mentions),
        )
        for entity in sorted((e for e in known.entities if e.mentions), key=lambda e: e.mentions[0])
    )
