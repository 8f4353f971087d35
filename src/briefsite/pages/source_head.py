"""What is known of a source: what the briefing says of it, and where it says nothing, what its own head says."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from briefsite.briefing.anchor import VerifiedBriefing
    from briefsite.briefing.model import SourceFile


class SourceHead(NamedTuple):
    """Who published what, and when; each is empty where it is not known."""

    title: str
    publisher: str
    byline: str
    date: str
    """EDTF."""
    url: str
    """As it is written: see `web_address`."""

    @property
    def web_address(self) -> str:
        """The address where it is one of the web: nothing else may become a link."""
        return self.url if self.url.startswith(("https://", "http://")) else ""


def source_head(verified: VerifiedBriefing, source: SourceFile) -> SourceHead:
    """What is known of one source of a briefing; of one that cannot be read, what the briefing says."""
    article = verified.articles.get(source.id)
    own = article.metadata if article else None
    return SourceHead(
        title=source.title or (own.title if own else None) or "",
        publisher=source.publisher or (own.publisher if own else None) or "",
        byline=source.byline or (own.byline if own else None) or "",
        date=source.date or (own.date.isoformat() if own and own.date else ""),
        url=source.url or (own.url if own else None) or "",
    )
