"""What has changed in a published briefing, the newest first: when, where, the old words and the new ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefsite.pages.check import SECTION_NAMES
from briefsite.pages.dates import date_words
from briefsite.pages.labels import N_, t

if TYPE_CHECKING:
    from briefsite.briefing.anchor import VerifiedBriefing

_WORDS = {"value": "", "reworded": N_("reworded"), "gone": N_("taken out"), "new": N_("added")}
"""What happened, where it is not said by the name of the value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """One change as it is shown."""

    when: str
    where: str
    """Key figures, Quotes …; what is changed in the briefing itself; a plain word for an item that is gone."""
    item: str
    """The id of the item, to link to; empty where it is not on the page."""
    what: str
    old: str
    new: str


def change_rows(verified: VerifiedBriefing) -> list[ChangeRow]:
    """The rows of the block, the newest first; entries of one day in their order."""
    sections = {
        item.id: t(SECTION_NAMES[section]) for section, items in verified.briefing.sections().items() for item in items
    }
    dated = sorted(verified.briefing.changes, key=lambda change: change.date, reverse=True)
    return [
        ChangeRow(
            when=date_words(change.date),
            where=sections.get(change.item, t("An item")) if change.item else t("Headline and date"),
            item=change.item if change.item and change.item in sections else "",
            what=t(_WORDS[change.what]) if _WORDS[change.what] else (change.field or "").replace("_", " "),
            old=change.old or "",
            new=change.new or "",
        )
        for change in dated
    ]
