"""What a briefing can be filtered by in the search of a large site: who is in it, its topics, its year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.pages.dates import first_day
from briefsite.pages.escape import escape
from briefsite.pages.labels import N_, t
from briefsite.pages.language import speaking
from briefsite.pages.settings import DEFAULT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefsite.briefing.anchor import VerifiedBriefing
    from briefsite.pages.settings import Site

_LABELS = {
    "filter": N_("Filter"),
    "person": N_("Person"),
    "topic": N_("Topic"),
    "year": N_("Year"),
    "any": N_("Any"),
    "clear": N_("Clear the filter"),
    "previous": N_("Previous results"),
    "next": N_("Next results"),
    "shown": N_("{first} to {last} of {all}"),
    "none": N_("Nothing found"),
    "unavailable": N_("The search could not be loaded. Reload the page to try again."),
    "on_disk": N_("The search of this site needs a web server. All briefings lists everything by year."),
}


def facets(verified: VerifiedBriefing) -> dict[str, list[str]]:
    """`person`, `topic` and `year` of a briefing, for its front matter; escaped, as all that stands there.

    A person is whoever is quoted or listed in words that were found in the source.
    """
    briefing = verified.briefing
    found = [item.speaker for item in briefing.quotes if verified.items[item.id or ""].state != "lost"]
    found += [item.name for item in briefing.people if verified.items[item.id or ""].state != "lost"]
    days = [article.date.isoformat() for article in verified.articles.values() if article.date]
    day = first_day(briefing.date) if briefing.date else max(days, default="")
    return {"person": _each(found), "topic": _each(briefing.topics), "year": _each([day[:4]])}


def search_labels(site: Site = DEFAULT) -> dict[str, str]:
    """What the search box says beside the theme's own words; `{names}` are filled in by its script."""
    with speaking(site.language):
        return {name: t(message, first="{first}", last="{last}", all="{all}") for name, message in _LABELS.items()}


def _each(names: Iterable[str | None]) -> list[str]:
    return sorted({str(escape(name)) for name in names if name})
