"""How far a briefing has come and whether its words stand, in the few words of the status strip."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefsite.briefing.model import Status
from briefsite.pages.dates import date_words

if TYPE_CHECKING:
    from briefsite.briefing.anchor import VerifiedBriefing

_STATUS = {
    Status.DRAFT: "Draft",
    Status.REVIEWED: "Reviewed",
    Status.WITHDRAWN: "Withdrawn",
    Status.EMBARGOED: "Embargoed",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusWords:
    """The parts of the strip."""

    publisher: str
    """Of the first source; empty where it is not known."""
    date: str
    more_sources: int
    """How many sources there are besides the first."""
    status: str
    checked: str
    """"31 of 31 word for word"; empty where no item has words to check."""
    lost: int
    """Items whose words were not found."""
    tone: str
    """ok, warn or bad: only with the words, never instead of them."""


def status_words(verified: VerifiedBriefing) -> StatusWords:
    """The strip of a briefing."""
    briefing = verified.briefing
    first = briefing.sources[0]
    article = verified.articles.get(first.id)
    known = article.metadata if article else None
    states = [item.state for item in verified.items.values()]
    words = sum(state != "editor" for state in states)
    lost = states.count("lost")
    date = first.date or (known.date.isoformat() if known and known.date else None) or briefing.date
    return StatusWords(
        publisher=first.publisher or (known.publisher if known else None) or "",
        date=date_words(date) if date else "",
        more_sources=len(briefing.sources) - 1,
        status=_STATUS[briefing.status],
        checked=f"{words - lost} of {words} word for word" if words else "",
        lost=lost,
        tone="bad" if lost or briefing.status is Status.WITHDRAWN else "ok",
    )
