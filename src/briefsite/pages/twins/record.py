"""What machines are told of a briefing: every format is made of this, so that none says more than the page does.

An embargoed briefing has no record. Of a withdrawn one only the notice is left. An item whose words were not found has
its id and its state, and no words. Places in the source (offsets) are given where all of it may be shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from briefsite.briefing.values import Status
from briefsite.pages.dates import first_day
from briefsite.pages.evidence import is_verbatim, runs
from briefsite.pages.language import speaking
from briefsite.pages.rights import Rights, rights_of, rights_words
from briefsite.pages.source_head import source_head
from briefsite.pages.status import StatusWords, status_words
from briefsite.pages.twins.addresses import page_address, permalink
from briefsite.pages.twins.shown_text import note_text
from briefsite.pages.twins.text_fragment import text_fragment

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefsite.briefing.anchor import Anchor, AnchorState, VerifiedBriefing
    from briefsite.briefing.items import Item
    from briefsite.briefing.model import Change, SourceFile
    from briefsite.pages.settings import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Words of a source that an item stands on."""

    source: str
    paragraph: int
    words: str
    """Exactly as the source has them."""
    span: tuple[int, int] | None
    """Code points of the source file, half open; None where the source may not be shown in full."""
    original: str
    """The address of the original, at these words; "" where none is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRecord:
    """What the card of a source says."""

    id: str
    title: str
    publisher: str
    byline: str
    date: str
    """EDTF, as all dates here."""
    url: str
    language: str
    rights: Rights
    rights_words: str
    """The same for people, with the owner's own wording."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRecord:
    """An item as it is published."""

    id: str
    section: str
    state: AnchorState
    permalink: str
    item: Any
    """The item itself, of the type of its section. Its texts may be given where the state is not `lost`."""
    segments: tuple[str, ...]
    """Its text; the source's own characters where it is the source's. Several where a quotation is interrupted."""
    is_source: bool
    evidence: tuple[Evidence, ...]
    because: tuple[Evidence, ...]
    note: str

    written_as: str
    """What the source calls the speaker or the date; "" where only the cited words may be shown."""

    @property
    def text(self) -> str:
        """Its text as one."""
        return " … ".join(self.segments)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A briefing as it is published."""

    site: Site
    slug: str
    address: str
    title: str
    date: str
    day: str
    """The day of the news as `YYYY-MM-DD`; "" where it is not known."""
    status: Status
    since: str
    topics: tuple[str, ...]
    note: str
    words: StatusWords
    sources: tuple[SourceRecord, ...]
    items: tuple[ItemRecord, ...]
    changes: tuple[Change, ...]

    def of(self, section: str) -> list[ItemRecord]:
        """The items of a section whose words were found, or for which a person vouches."""
        return [item for item in self.items if item.section == section and item.state != "lost"]

    def source(self, id: str) -> SourceRecord | None:
        """A source by its id."""
        return next((source for source in self.sources if source.id == id), None)

    @property
    def bottom_line(self) -> str:
        """The first sentence of the summary; "" where it has none, or where its words were not found."""
        first = next((item for item in self.items if item.section == "summary"), None)
        return first.text if first and first.state != "lost" else ""

    @property
    def modified(self) -> str:
        """The last day on which anything of it changed, as far as it is told: `YYYY-MM-DD`, or ""."""
        return max(
            (_first_day(date) for date in (self.since, *(c.date for c in self.changes)) if date), default=self.day
        )


def record_of(verified: VerifiedBriefing, site: Site) -> Record | None:
    """The record of a briefing; None where nobody is to know of it."""
    briefing = verified.briefing
    if briefing.status is Status.EMBARGOED:
        return None
    with speaking(site.language):
        sources = {source.id: _source(verified, source) for source in briefing.sources}
        is_public = briefing.status is not Status.WITHDRAWN
        days = [article.date.isoformat() for article in verified.articles.values() if article.date]
        address = page_address(site, verified.slug)
        return Record(
            site=site,
            slug=verified.slug,
            address=address,
            title=briefing.title,
            date=briefing.date or max(days, default=""),
            day=_first_day(briefing.date) if briefing.date else max(days, default=""),
            status=briefing.status,
            since=briefing.since or "",
            topics=briefing.topics,
            note=note_text(briefing.notes),
            words=status_words(verified),
            sources=tuple(sources.values()) if is_public else (),
            items=tuple(
                _item(verified, sources, permalink(address, item.id or ""), section, item)
                for section, items in briefing.sections().items()
                for item in items
                if is_public
            ),
            changes=briefing.changes if is_public else (),
        )


def _first_day(edtf: str) -> str:
    # An open start is year 0, which calendars of computers do not have.
    day = first_day(edtf)
    return day if day > "0001" else ""


def _source(verified: VerifiedBriefing, source: SourceFile) -> SourceRecord:
    article = verified.articles.get(source.id)
    head = source_head(verified, source)
    return SourceRecord(
        id=source.id,
        title=head.title,
        publisher=head.publisher,
        byline=head.byline,
        date=head.date,
        url=head.web_address,
        language=article.language if article else "",
        rights=rights_of(verified, source.id),
        rights_words=rights_words(verified, source.id),
    )


def _item(
    verified: VerifiedBriefing, sources: Mapping[str, SourceRecord], address: str, section: str, item: Item
) -> ItemRecord:
    assert item.id is not None
    found = verified.items[item.id]
    is_found = found.state == "verified"
    is_readable = all(anchor.source in verified.articles for anchor in found.anchors)
    is_source = is_readable and ((section == "quotes" and is_found) or is_verbatim(item, found))
    segments: tuple[str, ...] = ()
    if is_source:
        segments = tuple(span.of(verified.articles[source].text) for source, span in runs(found.anchors))
    elif found.state != "lost" and (text := getattr(item, "text", None)):
        segments = text if isinstance(text, tuple) else (text,)
    shows_more = all(sources[anchor.source].rights is not Rights.LINK_ONLY for anchor in found.anchors)
    return ItemRecord(
        id=item.id,
        section=section,
        state=found.state,
        permalink=address,
        item=item,
        segments=segments,
        is_source=is_source,
        evidence=_evidence(verified, sources, found.anchors) if is_found else (),
        because=_evidence(verified, sources, found.because) if is_found else (),
        note=note_text(item.note),
        written_as=(getattr(item, "written_as", None) or "") if is_found and shows_more else "",
    )


def _evidence(
    verified: VerifiedBriefing, sources: Mapping[str, SourceRecord], anchors: Sequence[Anchor]
) -> tuple[Evidence, ...]:
    """The anchored words and where they stand, in order."""
    made = []
    for anchor in anchors:
        if article := verified.articles.get(anchor.source):
            source = sources[anchor.source]
            made.append(
                Evidence(
                    source=anchor.source,
                    paragraph=anchor.paragraph,
                    words=anchor.span.of(article.text),
                    span=(anchor.span.start, anchor.span.end) if source.rights is Rights.FULL else None,
                    original=text_fragment(source.url, article, anchor.span, source.rights),
                )
            )
    return tuple(made)
