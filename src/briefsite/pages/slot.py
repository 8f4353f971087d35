"""The one place of a briefing's page that other briefings have a say in: left open when the page is made, filled later.

A change in one briefing then costs the others a small block and not the whole page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.pages.environment import render
from briefsite.pages.language import speaking
from briefsite.pages.settings import DEFAULT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.pages.across import Elsewhere
    from briefsite.pages.settings import Site

# No text can bring it along: `escape` replaces NUL, and JSON writes it as a reference.
SLOT = "\0across briefings\0"
"""What a page holds where the block goes; it is not to be published."""


def with_elsewhere(page: str, elsewhere: Sequence[Elsewhere], site: Site = DEFAULT) -> str:
    """The page with the figures of other briefings in its slot, or nothing; a page without the slot as it is."""
    before, slot, after = page.partition(SLOT)
    if not slot:
        return page
    return f"{before}{_block(elsewhere, site) if elsewhere else ''}{after}"


def _block(elsewhere: Sequence[Elsewhere], site: Site) -> str:
    with speaking(site.language):
        return render("blocks/across_briefings.md.jinja", elsewhere=elsewhere)
