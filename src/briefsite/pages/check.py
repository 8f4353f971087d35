"""What was checked, counted: the table of items by section, and how much of a source was used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from briefsite.pages.evidence import paragraph_label, source_page
from briefsite.pages.labels import N_, t

if TYPE_CHECKING:
    from briefsite.briefing.anchor import VerifiedBriefing

SECTION_NAMES = {
    "summary": N_("Key points"),
    "key_figures": N_("Key figures"),
    "quotes": N_("Quotes"),
    "timeline": N_("Timeline"),
    "background": N_("Background"),
    "open_questions": N_("Open questions"),
    "people": N_("People"),
}
"""What readers call the sections."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRow:
    """One section's counts."""

    name: str
    items: int
    verified: int
    editor: int
    lost: int


def check_table(verified: VerifiedBriefing) -> list[CheckRow]:
    """A row for each section that has items, then their total."""
    rows = []
    for section, items in verified.briefing.sections().items():
        states = [verified.items[item.id or ""].state for item in items]
        if states:
            rows.append(
                CheckRow(
                    name=t(SECTION_NAMES[section]),
                    items=len(states),
                    verified=states.count("verified"),
                    editor=states.count("editor"),
                    lost=states.count("lost"),
                )
            )
    total = CheckRow(
        name=t("All"),
        items=sum(row.items for row in rows),
        verified=sum(row.verified for row in rows),
        editor=sum(row.editor for row in rows),
        lost=sum(row.lost for row in rows),
    )
    return [*rows, total] if rows else []


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How much of a source its briefing uses."""

    used: int
    sentences: int
    cells: tuple[tuple[bool, ...], ...]
    """For each paragraph with sentences: whether each of them is used."""
    unused: tuple[tuple[str, Markup], ...]
    """The paragraphs of which nothing is used: label and link."""


def coverage(verified: VerifiedBriefing, source: str) -> Coverage:
    """Which sentences of a source hold words of any item."""
    article = verified.articles[source]
    used_in: dict[int, list[tuple[int, int]]] = {}
    for item in verified.items.values():
        if item.state != "verified":
            continue
        for anchor in item.anchors:
            if anchor.source == source:
                used_in.setdefault(anchor.paragraph, []).append((anchor.span.start, anchor.span.end))
    cells, unused = [], []
    for paragraph in article.paragraphs:
        if not paragraph.sentences:
            continue
        spans = used_in.get(paragraph.number, [])
        row = tuple(
            any(start < sentence.span.end and sentence.span.start < end for start, end in spans)
            for sentence in paragraph.sentences
        )
        cells.append(row)
        if not any(row):
            label = paragraph_label(verified, source, paragraph.number)
            unused.append((label, Markup(f"{source_page(verified, source)}#p{paragraph.number}")))
    return Coverage(
        used=sum(sum(row) for row in cells),
        sentences=sum(len(row) for row in cells),
        cells=tuple(cells),
        unused=tuple(unused),
    )
