"""Listings of all briefings → the pages across them. Each page is a function of small frozen values (see `listing`).

`Across` keeps what an edit does not touch. What it gives after any number of edits is what a new one gives.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.pages.across.across import Across
from briefsite.pages.across.elsewhere import Elsewhere
from briefsite.pages.across.listing import Listing
from briefsite.pages.settings import DEFAULT
from briefsite.pages.sheet import Fresh

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.briefing.joins import Join
    from briefsite.pages.settings import Site

__all__ = ["Across", "Elsewhere", "Fresh", "Listing", "figures_elsewhere", "site_pages"]


def site_pages(entries: Sequence[Listing], site: Site = DEFAULT, joins: Sequence[Join] = ()) -> dict[str, str]:
    """Every page across briefings: path under docs/ → Markdown. Embargoed and withdrawn briefings are in none.

    `joins` are the accepted ones.
    """
    return dict(Across(site).pages(entries, joins).made)


def figures_elsewhere(entries: Sequence[Listing], site: Site = DEFAULT) -> dict[str, tuple[Elsewhere, ...]]:
    """By slug: the figures of a published briefing beside those of the same measure in others."""
    return dict(Across(site).elsewhere(entries))
