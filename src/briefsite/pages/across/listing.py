"""What pages across briefings need to know of one briefing.

Every such page is a function of the listings of the published briefings, of what a person says of people, and of the
site; a listing is a function of its briefing and the site. Listings are frozen and compare by value, so whoever keeps
pages from one run to the next (see `across`) can tell which of them must be made again.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from markupsafe import Markup

from briefsite.briefing.values import Status
from briefsite.pages.across.rows import (
    EventRow,
    FigureRow,
    PersonRow,
    QuestionRow,
    QuoteRow,
    SourceRow,
    event_rows,
    figure_rows,
    person_rows,
    question_rows,
    quote_rows,
    source_rows,
)
from briefsite.pages.changes import ChangeRow, change_rows
from briefsite.pages.dates import date_words, first_day
from briefsite.pages.evidence import is_verbatim, words
from briefsite.pages.foreign import attributes_of, attributes_of_phrase
from briefsite.pages.language import speaking
from briefsite.pages.settings import DEFAULT
from briefsite.pages.status import StatusWords, status_words
from briefsite.pages.words import clip

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Self

    from briefsite.briefing.anchor import VerifiedBriefing
    from briefsite.pages.settings import Site

MAX_LABEL = 80
"""Code points of a figure's label beside its briefing."""


class Head(NamedTuple):
    """What stands of a briefing beside each of its rows: a page with a row of it is made again when this changes."""

    slug: str
    title: str
    title_language: Markup
    date: str
    """The day of the news as `YYYY-MM-DD`; empty where it is not known."""
    words: StatusWords

    @property
    def href(self) -> Markup:
        """The briefing's page, from `b/`."""
        return _page(self.slug)

    @property
    def folder(self) -> Markup:
        """The folder of its pages, from `b/`."""
        return _folder(self.slug)

    @property
    def day(self) -> str:
        """The date in words."""
        return date_words(self.date) if self.date else ""


@lru_cache(maxsize=1 << 14)
def _folder(slug: str) -> Markup:
    return Markup(f"{quote(slug)}/")


@lru_cache(maxsize=1 << 14)
def _page(slug: str) -> Markup:
    return Markup(f"{quote(slug)}/index.md")


class Listing(NamedTuple):
    """One briefing as lists see it."""

    head: Head
    status: Status
    topics: tuple[str, ...]
    bottom_line: str
    """Empty where there is none, or where its words were not found."""
    is_source: bool
    """Whether the bottom line is the source's own sentence."""
    language: Markup
    """`lang` and `dir` of the source's words."""
    quotes: tuple[QuoteRow, ...]
    figures: tuple[FigureRow, ...]
    events: tuple[EventRow, ...]
    questions: tuple[QuestionRow, ...]
    people: tuple[PersonRow, ...]
    sources: tuple[SourceRow, ...]
    changes: tuple[ChangeRow, ...]

    @classmethod
    def of(cls, verified: VerifiedBriefing, site: Site = DEFAULT) -> Self:
        """The listing of a briefing, whatever its status."""
        with speaking(site.language):
            return cls._of(verified)

    @classmethod
    def _of(cls, verified: VerifiedBriefing) -> Self:
        briefing = verified.briefing
        days = [article.date.isoformat() for article in verified.articles.values() if article.date]
        line = briefing.summary[0] if briefing.summary else None
        found = verified.items[line.id or ""] if line else None
        is_source = bool(line and found and is_verbatim(line, found))
        line_words = line.text if line and found and found.state != "lost" else ""
        if is_source and found:
            line_words = words(verified, found.anchors)
        return cls(
            head=Head(
                slug=verified.slug,
                title=briefing.title,
                title_language=attributes_of_phrase(verified.articles.get(briefing.sources[0].id), briefing.title),
                date=first_day(briefing.date) if briefing.date else max(days, default=""),
                words=status_words(verified),
            ),
            status=briefing.status,
            topics=briefing.topics,
            bottom_line=line_words,
            is_source=is_source,
            language=attributes_of(verified, found.anchors) if found else Markup(),
            quotes=tuple(quote_rows(verified)),
            figures=tuple(figure_rows(verified)),
            events=tuple(event_rows(verified)),
            questions=tuple(question_rows(verified)),
            people=tuple(person_rows(verified)),
            sources=tuple(source_rows(verified)),
            changes=tuple(change_rows(verified)),
        )

    @property
    def slug(self) -> str:
        """The name of the briefing."""
        return self.head.slug

    @property
    def date(self) -> str:
        """The day of the news as `YYYY-MM-DD`; empty where it is not known."""
        return self.head.date

    @property
    def figure(self) -> FigureRow | None:
        """The first key figure: the one that stands beside it in lists."""
        return self.figures[0] if self.figures else None

    @property
    def figure_label(self) -> str:
        """What that figure counts, short enough for the place."""
        return clip(self.figures[0].label, MAX_LABEL) if self.figures else ""


def published(entries: Iterable[Listing]) -> list[Listing]:
    """Those that may be listed, the newest first. Embargoed and withdrawn briefings are in no page across briefings."""
    public = (entry for entry in entries if entry.status not in {Status.EMBARGOED, Status.WITHDRAWN})
    return sorted(public, key=lambda entry: (entry.head.date, entry.head.title, entry.head.slug), reverse=True)
