"""How far a briefing has come and whether its words stand, in the few words of the status strip."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefsite.briefing.values import Status
from briefsite.pages.dates import date_words
from briefsite.pages.labels import N_, t
from briefsite.pages.source_head import source_head

if TYPE_CHECKING:
    from briefsite.briefing.anchor import VerifiedBriefing

_STATUS = {
    Status.DRAFT: N_("Draft"),
    Status.REVIEWED: N_("Reviewed"),
    Status.WITHDRAWN: N_("Withdrawn"),
    Status.EMBARGOED: N_("Embargoed"),
}


class StatusWords(NamedTuple):
    """The parts of the strip."""

    publisher: str
    """Of the first source; empty where it is not known."""
    date: str
    more_sources: int
    """How many sources there are besides the first."""
    status: str
    state: str
    """The status as briefings write it, whatever the language: draft."""
    checked: str
    """"31 of 31 word for word"; empty where no item has words to check."""
    lost: int
    """Items whose words were not found."""
    tone: str
    """ok, warn or bad: only with the words, never instead of them."""


def status_words(verified: VerifiedBriefing) -> StatusWords:
    """The strip of a briefing."""
    briefing = verified.briefing
    head = source_head(verified, briefing.sources[0])
    states = [item.state for item in verified.items.values()]
    words = sum(state != "editor" for state in states)
    lost = states.count("lost")
    date = head.date or briefing.date
    return StatusWords(
        publisher=head.publisher,
        date=date_words(date) if date else "",
        more_sources=len(briefing.sources) - 1,
        status=t(_STATUS[briefing.status]),
        state=briefing.status.value,
        checked=t("{n} of {all} word for word", n=words - lost, all=words) if words else "",
        lost=lost,
        tone="bad" if lost or briefing.status is Status.WITHDRAWN else "ok",
    )
