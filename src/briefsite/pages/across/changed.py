"""What has changed in a published briefing, as pages across briefings list it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from briefsite.pages.check import SECTION_NAMES
from briefsite.pages.escape import anchor_name
from briefsite.pages.labels import N_, t

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefsite.briefing.anchor import VerifiedBriefing

_WHAT = {
    "value": N_("changed"),
    "reworded": N_("reworded"),
    "gone": N_("taken out"),
    "new": N_("added"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """One change."""

    date: str
    """EDTF."""
    id: Markup
    """The item, to link to; empty where it is no longer on the page."""
    where: str
    """The section of the item, or a plain word for one that is gone."""
    what: str
    old: str
    new: str


def change_rows(verified: VerifiedBriefing) -> Iterator[ChangeRow]:
    """The changes that a briefing lists, in its order."""
    sections = {
        item.id: t(SECTION_NAMES[section]) for section, items in verified.briefing.sections().items() for item in items
    }
    changes: tuple[Any, ...] = getattr(verified.briefing, "changes", ())
    for change in changes:
        yield ChangeRow(
            date=change.date,
            id=anchor_name(change.item) if change.item in sections else Markup(),
            where=sections.get(change.item) or (t("An item") if change.item else t("Headline and date")),
            what=t(_WHAT[change.what]),
            old=change.old or "",
            new=change.new or "",
        )
