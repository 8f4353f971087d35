"""What has changed in a published briefing: when, where, the old words and the new ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from briefsite.pages.check import SECTION_NAMES
from briefsite.pages.dates import date_words
from briefsite.pages.escape import anchor_name
from briefsite.pages.labels import N_, t

if TYPE_CHECKING:
    from briefsite.briefing.anchor import VerifiedBriefing

_WHAT = {
    "value": N_("changed"),
    "reworded": N_("reworded"),
    "gone": N_("taken out"),
    "new": N_("added"),
}


class ChangeRow(NamedTuple):
    """One change."""

    date: str
    """EDTF."""
    when: str
    """The same in words."""
    id: Markup
    """The item, to link to; empty where it is no longer on the page."""
    where: str
    """The section of the item; what is changed in the briefing itself; a plain word for an item that is gone."""
    what: str
    field: str
    """Which value, by its key in the file; empty where the words or the item itself changed."""
    old: str
    new: str


def change_rows(verified: VerifiedBriefing) -> list[ChangeRow]:
    """The changes that a briefing lists, the newest first; those of one day in its order."""
    if not verified.briefing.changes:
        return []
    sections = {
        item.id: t(SECTION_NAMES[section]) for section, items in verified.briefing.sections().items() for item in items
    }
    return [
        ChangeRow(
            date=change.date,
            when=date_words(change.date),
            id=anchor_name(change.item) if change.item in sections and change.item else Markup(),
            where=sections.get(change.item) or (t("An item") if change.item else t("Headline and date")),
            what=t(_WHAT[change.what]),
            field=(change.field or "") if change.what == "value" else "",
            old=change.old or "",
            new=change.new or "",
        )
        for change in sorted(verified.briefing.changes, key=lambda change: change.date, reverse=True)
    ]
