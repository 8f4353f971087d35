"""Small briefings that share people and figures with each other, and the pages across them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefsite.briefing import read_joins
from briefsite.pages import Listing, Site, site_pages
from briefsite.pages.across.listing import Head
from briefsite.source import Source
from pages.sample import verified

if TYPE_CHECKING:
    from briefsite.briefing.anchor import VerifiedBriefing

SPEECH = """\
---
title: {title}
date: {date}
publisher: {publisher}
---
{lead} The harbour board said so on {day}.

“We will {verb} the pier before the winter,” said {speaker}, {role}. And {count} people used the ferry in 2025.

The committee decides on {due}. It has seven members and meets in the old customs house by the water.

Nobody from the county came to the meeting, and no letter from it was read out to the board.
"""

BRIEFING = """\
title: {title}
date: {date}
status: {status}
topics: [{topic}]
sources: [{{id: s1, file: seeds/{slug}.txt}}]
summary:
  - {{text: "{lead}", source: p1, id: line}}
key_figures:
  - {{label: people on the ferry in 2025, value: {count}, unit: people, said_by: {speaker},
     evidence: "{count} people used the ferry in 2025", source: p2, id: riders}}
quotes:
  - {{speaker: {speaker}, text: "We will {verb} the pier before the winter", source: p2, id: pier}}
timeline:
  - {{date: {due}, text: "The committee decides on {due}.", source: p3, id: decides}}
open_questions:
  - {{question: "What will the committee decide?", kind: decision, due: {due},
     evidence: "The committee decides on {due}.", source: p3, id: committee}}
people:
  - {{name: {speaker}, role: "{role}", source: p2, id: who}}
"""

DEFAULTS = {
    "slug": "ferry",
    "title": "The ferry returns",
    "date": "2026-03-12",
    "status": "reviewed",
    "topic": "Islands",
    "publisher": "The Loe Courier",
    "day": "Thursday",
    "lead": "The ferry to Inish Loe sails again.",
    "verb": "mend",
    "speaker": "Nora Quill",
    "role": "chair of the board",
    "count": "340",
    "due": "2026-03-26",
}


def briefing(**changes: str) -> VerifiedBriefing:
    """A briefing of the harbour, with what is to be different."""
    values = DEFAULTS | changes
    return verified(BRIEFING.format(**values), SPEECH.format(**values), slug=values["slug"])


def entry(**changes: str) -> Listing:
    """Its listing."""
    return Listing.of(briefing(**changes))


def changed(listing: Listing, **values: Any) -> Listing:
    """The listing with other values, whether its head has them or itself."""
    head = {name: value for name, value in values.items() if name in Head._fields}
    rest = {name: value for name, value in values.items() if name not in Head._fields}
    return listing._replace(head=listing.head._replace(**head), **rest)


def pages(*entries: Listing, people: str = "", site: Site | None = None) -> dict[str, str]:
    """The pages across the entries; `people` is the text of briefing/people.yml."""
    joins = read_joins(Source("briefing/people.yml", people))
    assert not joins.problems
    return site_pages(entries, site or Site(), joins.accepted)
