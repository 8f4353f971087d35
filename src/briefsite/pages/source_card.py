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
from briefsite.pages.source_head import source_head

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
    head = source_head(verified, source)
    fields = {
        t("Publisher"): head.publisher,
        t("Written by"): head.byline,
        t("Published"): date_words(head.date) if head.date else None,
        t("Rights"): rights_words(verified, source.id),
        t("File"): source.file,
    }
    return SourceCard(
        id=source.id,
        title=head.title,
        language=attributes(article.language) if article else Markup(),
        rows=tuple((name, value) for name, value in fields.items() if value),
        url=head.web_address,
        page=Markup(source_page(verified, source.id) if article else ""),
    )
