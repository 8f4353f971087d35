"""Where an item of another page stands in its source, as a page across briefings leads there: ¶7.

Every row of those pages has one, so a spot is two texts that are shared, and its address is made where it is shown.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from briefsite.pages.evidence import paragraph_label, source_page

if TYPE_CHECKING:
    from briefsite.briefing.anchor import AnchoredItem, VerifiedBriefing


class ShortChip(NamedTuple):
    """A chip without a slip."""

    label: str
    """¶7, or "s2 ¶7" where the briefing has several sources."""
    href: Markup
    """From the folder of the briefing's pages."""


class Spot(NamedTuple):
    """The paragraph that an item's first words stand in."""

    page: str
    """The file of the source's view, beside the page of the briefing."""
    label: str

    def chip(self, item: str) -> ShortChip:
        """What leads to the item's place there."""
        return ShortChip(self.label, Markup(f"{self.page}#at-{item}"))


def spot_of(verified: VerifiedBriefing, found: AnchoredItem) -> Spot | None:
    """Where the first chip of an item leads (see `evidence.chips`)."""
    first = next((anchor for anchor in found.anchors if anchor.source in verified.articles), None)
    if first is None or found.state != "verified":
        return None
    return _shared(source_page(verified, first.source), paragraph_label(verified, first.source, first.paragraph))


@lru_cache(maxsize=1 << 10)
def _shared(page: str, label: str) -> Spot:
    """One for all: every paragraph holds several items, and nearly every briefing has a second paragraph."""
    return Spot(page, label)
