"""Listings of all briefings → the pages across them. Each page is a function of small frozen values (see `listing`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.pages.across.compared import Comparison, Elsewhere, comparisons, elsewhere, why
from briefsite.pages.across.everything import list_pages
from briefsite.pages.across.home import home_page
from briefsite.pages.across.listing import Listing, published
from briefsite.pages.across.people import people_of, people_pages
from briefsite.pages.across.sources import sources_page
from briefsite.pages.across.tables import table_pages
from briefsite.pages.across.topics import topic_pages, topics_of
from briefsite.pages.environment import front_matter, render
from briefsite.pages.labels import t
from briefsite.pages.language import speaking
from briefsite.pages.settings import DEFAULT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.briefing.joins import Join
    from briefsite.pages.settings import Site

__all__ = ["Elsewhere", "Listing", "figures_elsewhere", "site_pages"]


def site_pages(entries: Sequence[Listing], site: Site = DEFAULT, joins: Sequence[Join] = ()) -> dict[str, str]:
    """Every page across briefings: path under docs/ → Markdown. Embargoed and withdrawn briefings are in none.

    `joins` are the accepted ones.
    """
    public = published(entries)
    with speaking(site.language):
        topics = topics_of(public)
        return {
            "index.md": home_page(public, topics),
            **list_pages(public),
            **topic_pages(topics),
            **people_pages(people_of(public, joins)),
            **table_pages(public),
            **_compared(comparisons(public)),
            **sources_page(public),
        }


def figures_elsewhere(entries: Sequence[Listing], site: Site = DEFAULT) -> dict[str, tuple[Elsewhere, ...]]:
    """By slug: the figures of a published briefing beside those of the same measure in others."""
    with speaking(site.language):
        return elsewhere(comparisons(published(entries)))


def _compared(found: Sequence[Comparison]) -> dict[str, str]:
    page = render(
        "across/compared.md.jinja",
        front=front_matter(title=t("Figures compared"), hide=["navigation"], search={"exclude": True}),
        found=[
            (
                comparison,
                [
                    (place, why(place, comparison.places[number + 1]) if number + 1 < len(comparison.places) else "")
                    for number, place in enumerate(comparison.places)
                ],
            )
            for comparison in found
        ],
    )
    return {"figures/compared.md": page}
