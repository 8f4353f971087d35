"""What is known of a source, as its card says it; nothing is guessed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from briefsite.pages.dates import date_words
from briefsite.pages.evidence import source_page
from briefsite.pages.foreign import attributes
from briefsite.pages.labels import t
from briefsite.pages.rights import rights_words

if TYPE_CHECKING:
    from briefsite.briefing.anchor import VerifiedBriefing
    from briefsite.briefing.model import SourceFile


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceCard:
    """What is known of a source."""

    id: str
    title: str
    language: Markup
    """`lang` and `dir` of the title."""
    rows: tuple[tuple[str, str], ...]
    url: str
    page: Markup
    """The source view beside the briefing's page; empty where the source could not be read."""


def source_card(verified: VerifiedBriefing, source: SourceFile) -> SourceCard:
    """The card of one source: what the briefing says of it, then what its own head says."""
    article = verified.articles.get(source.id)
    known = article.metadata if article else None
    date = source.date or (known.date.isoformat() if known and known.date else None)
    fields = {
        t("Publisher"): source.publisher or (known.publisher if known else None),
        t("Written by"): source.byline or (known.byline if known else None),
        t("Published"): date_words(date) if date else None,
        t("Rights"): rights_words(verified, source.id),
        t("File"): source.file,
    }
    url = source.url or (known.url if known else None) or ""
    return SourceCard(
        id=source.id,
        title=source.title or (known.title if known else None) or "",
        language=attributes(article.language) if article else Markup(),
        rows=tuple((name, value) for name, value in fields.items() if value),
        url=url if url.startswith(("https://", "http://")) else "",
        page=Markup(source_page(verified, source.id) if article else ""),
    )
