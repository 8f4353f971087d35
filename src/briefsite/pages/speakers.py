"""Who said what: the quotations of a briefing, grouped by speaker in the order in which they first appear."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from briefsite.pages.foreign import attributes_of_phrase
from briefsite.pages.labels import t
from briefsite.pages.quotations import NOBODY, QuoteView, quote_views

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from briefsite.briefing.anchor import VerifiedBriefing
    from briefsite.briefing.items import Quote
    from briefsite.pages.items import ItemView


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Somebody and what they said, in the order of the file."""

    name: str
    is_known: bool
    role: str
    role_language: Markup
    """`lang` and `dir` of the role, where it is the source's words."""
    quotes: tuple[tuple[QuoteView | None, tuple[ItemView, ...]], ...]
    """What is shown, and the items it is made of. None where the words were not found, or are an editor's own."""

    @property
    def items(self) -> list[Quote]:
        """Every quotation of theirs."""
        return [view.item for _, views in self.quotes for view in views]


def by_speaker(verified: VerifiedBriefing, views: list[ItemView]) -> list[Speaker]:
    """The speakers, each with every quotation of theirs; those without a speaker are one group."""
    roles = {person.name: person.role for person in verified.briefing.people if person.role}
    groups: dict[str, list[ItemView]] = {}
    for view in views:
        groups.setdefault(view.item.speaker or "", []).append(view)
    first = verified.articles.get(verified.briefing.sources[0].id)
    return [
        Speaker(
            name=name or t(NOBODY),
            is_known=bool(name),
            role=roles.get(name, ""),
            role_language=attributes_of_phrase(first, roles.get(name)),
            quotes=tuple(_said(verified, group)),
        )
        for name, group in groups.items()
    ]


def _said(verified: VerifiedBriefing, views: list[ItemView]) -> Iterator[tuple[QuoteView | None, tuple[ItemView, ...]]]:
    for is_found, group in groupby(views, key=lambda view: view.state == "verified"):
        if not is_found:
            yield from ((None, (view,)) for view in group)
            continue
        by_id = {str(view.id): view for view in group}
        for quote in quote_views(verified, [view.item for view in by_id.values()]):
            yield quote, tuple(by_id[id] for id in quote.ids)
