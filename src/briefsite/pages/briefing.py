"""A verified briefing → its page and its source views."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from briefsite.briefing.model import QuestionStatus, Status
from briefsite.pages.check import check_table, coverage
from briefsite.pages.dates import date_words, first_day, is_approximate, precision
from briefsite.pages.drawings import TimelineDrawing, speakers_strip, timeline_drawing
from briefsite.pages.environment import front_matter, render
from briefsite.pages.escape import anchor_name
from briefsite.pages.evidence import Chip, Piece, chips, footnotes, is_verbatim, pieces, runs, source_page, words
from briefsite.pages.figures import figure_words
from briefsite.pages.notes import note_html
from briefsite.pages.quotations import NOBODY, QuoteView, quote_views
from briefsite.pages.source_view import source_view
from briefsite.pages.status import status_words
from briefsite.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefsite.briefing.anchor import AnchoredItem, VerifiedBriefing
    from briefsite.briefing.model import Event, Item, Quote, SourceFile

SHOWN_FIGURES = 4
"""Figures beside the key points; the others stand in a list below."""
LONG_LINE = 170
"""Code points of a bottom line, above which it is set smaller."""
MAX_DESCRIPTION = 200
"""Code points of the description that search engines are given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemView:
    """One item as the page shows it, whatever its section."""

    id: Markup
    item: Any
    """The item itself, of the type of its section."""
    state: str
    words: tuple[Piece, ...]
    """Its text: the source's characters, figures marked, or an editor's own words."""
    is_source: bool
    """Whether those words are the source's own."""
    evidence: str
    """The source's words behind it, for an item whose own text is ours."""
    period: str
    """When it holds, where its label does not say so already."""
    chips: tuple[Chip, ...]
    note: Markup | None
    problems: tuple[str, ...]
    """For a lost one: what is wrong, in words."""

    @property
    def is_long(self) -> bool:
        """Whether its words need smaller type to stay in the first screen."""
        return sum(len(piece.text) for piece in self.words) > LONG_LINE


def briefing_pages(verified: VerifiedBriefing) -> dict[str, str]:
    """The pages of a briefing: path under docs/ → Markdown.

    An embargoed briefing has none, a withdrawn one a notice in its place.
    """
    briefing = verified.briefing
    folder = f"b/{verified.slug}"
    if briefing.status is Status.EMBARGOED:
        return {}
    head = front_matter(title=briefing.title, description=_description(verified), hide=["navigation"])
    if briefing.status is Status.WITHDRAWN:
        page = render(
            "withdrawn.md.jinja", front=front_matter(title=briefing.title, hide=["navigation", "toc"]),
            briefing=briefing, status=status_words(verified), note=note_html(briefing.notes),
        )  # fmt: skip
        return {f"{folder}/index.md": page}
    pages = {f"{folder}/index.md": render("briefing.md.jinja", front=head, **_context(verified))}
    for source in briefing.sources:
        if source.id in verified.articles:
            pages[f"{folder}/{source_page(verified, source.id)}"] = source_view(verified, source)
    return pages


def _context(verified: VerifiedBriefing) -> dict[str, Any]:
    briefing = verified.briefing
    numbers = _figure_spans(verified)
    views = {
        name: [_item_view(verified, item, numbers) for item in items] for name, items in briefing.sections().items()
    }
    summary = views["summary"]
    figures = views["key_figures"]
    lead = _lead_figures(figures)
    speakers = _speakers(verified, views["quotes"])
    open_questions = [view for view in views["open_questions"] if view.item.status is QuestionStatus.OPEN]
    return {
        "briefing": briefing,
        "status": status_words(verified),
        "note": note_html(briefing.notes),
        "bottom_line": summary[0] if summary else None,
        "key_points": summary[1:],
        "figures": [(view, figure_words(view.item)) for view in lead],
        "other_figures": [
            (view, figure_words(view.item)) for view in figures if not any(view is shown for shown in lead)
        ],
        "speakers": speakers,
        "strip": speakers_strip(verified, [(speaker.name, speaker.items) for speaker in speakers]),
        "timeline": _timeline(verified, views["timeline"]),
        "time": _time(verified, views["timeline"]),
        "background": views["background"],
        "questions": views["open_questions"],
        "open_questions": open_questions,
        "next_due": _next_due(open_questions),
        "people": views["people"],
        "sources": [_source_card(verified, source) for source in briefing.sources],
        "check": check_table(verified),
        "coverage": [coverage(verified, source.id) for source in briefing.sources if source.id in verified.articles],
        "footnotes": footnotes(verified),
        "date_words": date_words,
    }


def _lead_figures(views: list[ItemView]) -> list[ItemView]:
    """The first figures that have a number; vague ones only where there is no other."""
    found = [view for view in views if view.state == "verified"]
    return ([view for view in found if view.item.value is not None] or found)[:SHOWN_FIGURES]


def _item_view(verified: VerifiedBriefing, item: Item, numbers: dict[str, list[Span]]) -> ItemView:
    assert item.id is not None
    found = verified.items[item.id]
    text, is_source = _shown(verified, item, found, numbers)
    return ItemView(
        id=anchor_name(item.id),
        item=item,
        state=found.state,
        words=text,
        is_source=is_source,
        evidence=words(verified, found.anchors),
        period=_period(item),
        chips=chips(verified, item.id, found.anchors) if found.state == "verified" else (),
        note=note_html(item.note),
        problems=_problems(found),
    )


def _period(item: Item) -> str:
    period = getattr(item, "period", None)
    if not period:
        return ""
    label = getattr(item, "label", "")
    return "" if all(year in label for year in re.findall(r"\d{4}", period)) else date_words(period)


def _shown(
    verified: VerifiedBriefing, item: Item, found: AnchoredItem, numbers: dict[str, list[Span]]
) -> tuple[tuple[Piece, ...], bool]:
    text = getattr(item, "text", None)
    if not isinstance(text, str):
        return (), False
    if not is_verbatim(item, found):
        return (Piece(text),), False
    shown: list[Piece] = []
    for source, span in runs(found.anchors):
        article = verified.articles.get(source)
        if article is None:
            continue
        if shown:
            shown.append(Piece(" … "))
        shown += pieces(article.text, span, numbers.get(source, ()))
    return tuple(shown), True


def _figure_spans(verified: VerifiedBriefing) -> dict[str, list[Span]]:
    """Where the numbers of the key figures stand, by source: they are semibold wherever the words are shown."""
    spans: dict[str, list[Span]] = {}
    for figure in verified.briefing.key_figures:
        found = verified.items.get(figure.id or "")
        if found is None or found.state != "verified":
            continue
        for anchor in found.anchors:
            article = verified.articles.get(anchor.source)
            written = figure.written_as or figure_words(figure).number
            at = article.text.find(written, anchor.span.start, anchor.span.end) if article else -1
            if at >= 0:
                spans.setdefault(anchor.source, []).append(Span(at, at + len(written)))
    return spans


def _problems(found: AnchoredItem) -> tuple[str, ...]:
    if found.state != "lost":
        return ()
    told = (problem.message + (f" ({problem.help})" if problem.help else "") for problem in found.problems)
    return tuple(told) or ("its words do not stand in the source",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Somebody and what they said, in the order of the file."""

    name: str
    is_known: bool
    role: str
    quotes: tuple[tuple[QuoteView | None, tuple[ItemView, ...]], ...]
    """What is shown, and the items it is made of. None where the words were not found, or are an editor's own."""

    @property
    def items(self) -> list[Quote]:
        """Every quotation of theirs."""
        return [view.item for _, views in self.quotes for view in views]


def _speakers(verified: VerifiedBriefing, views: list[ItemView]) -> list[Speaker]:
    roles = {person.name: person.role for person in verified.briefing.people if person.role}
    groups: dict[str, list[ItemView]] = {}
    for view in views:
        groups.setdefault(view.item.speaker or "", []).append(view)
    return [
        Speaker(
            name=name or NOBODY, is_known=bool(name), role=roles.get(name, ""), quotes=tuple(_said(verified, group))
        )
        for name, group in groups.items()
    ]


def _said(verified: VerifiedBriefing, views: list[ItemView]) -> Iterator[tuple[QuoteView | None, tuple[ItemView, ...]]]:
    for is_found, group in groupby(views, key=lambda view: view.state == "verified"):
        if not is_found:
            yield from ((None, (view,)) for view in group)
            continue
        by_id = {str(view.id): view for view in group}
        for quote in quote_views(verified, [view.item for view in by_id.values()]):
            yield quote, tuple(by_id[id] for id in quote.ids)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """A row of the timeline."""

    view: ItemView
    when: str
    written_as: str
    """The source's words for the date, where they say something else than the date does."""
    mark: str
    """The class of its mark: day, month, year or span; `about` where it is not sure."""
    is_to_come: bool
    """After the day of the article."""


def _timeline(verified: VerifiedBriefing, views: list[ItemView]) -> dict[str, list[EventView]]:
    today = _article_day(verified)
    rows = []
    for view in views:
        event: Event = view.item
        mark = precision(event.date) + (" about" if is_approximate(event.date) else "")
        rows.append(
            EventView(
                view=view,
                when=date_words(event.date),
                written_as=_telling(event.written_as, event.date),
                mark=mark,
                is_to_come=bool(today) and first_day(event.date) > today,
            )
        )
    return {"past": [row for row in rows if not row.is_to_come], "to_come": [row for row in rows if row.is_to_come]}


def _time(verified: VerifiedBriefing, views: list[ItemView]) -> TimelineDrawing | None:
    shown = [view for view in views if view.state != "lost"]
    if not shown:
        return None
    titles = [f"{date_words(view.item.date)}: {''.join(piece.text for piece in view.words)}" for view in shown]
    ordered = sorted((view.item.date for view in shown), key=first_day)
    described = (
        f"{len(shown)} events from {date_words(ordered[0])} to {date_words(ordered[-1])}, all in the list below."
    )
    return timeline_drawing([view.item for view in shown], titles, _article_day(verified), described)


_EMPTY_WORDS = ("in", "on", "at", "the", "of", "from", "by", "about", "around", "to", "and", "until", "since", "during")


def _telling(written_as: str | None, edtf: str) -> str:
    """The words for a date where they are not the date itself: "the following year", not "in July 2024"."""
    if not written_as:
        return ""
    known = (*date_words(edtf).lower().split(), *_EMPTY_WORDS)
    words = written_as.lower().replace(",", " ").split()
    # "Dec. 26" is the beginning of the words of its date; "the following year" is not.
    return "" if all(any(k.startswith(word.rstrip(".")) for k in known) for word in words) else written_as


def _article_day(verified: VerifiedBriefing) -> str:
    if verified.briefing.date:
        return first_day(verified.briefing.date)
    dates = [article.date.isoformat() for article in verified.articles.values() if article.date]
    return min(dates, default="")


def _next_due(views: list[ItemView]) -> str:
    dues = [view.item.due for view in views if view.item.due]
    return date_words(min(dues, key=first_day)) if dues else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceCard:
    """What is known of a source."""

    id: str
    title: str
    rows: tuple[tuple[str, str], ...]
    url: str
    page: Markup
    """The source view beside the briefing's page; empty where the source could not be read."""


def _source_card(verified: VerifiedBriefing, source: SourceFile) -> SourceCard:
    article = verified.articles.get(source.id)
    known = article.metadata if article else None
    date = source.date or (known.date.isoformat() if known and known.date else None)
    fields = {
        "Publisher": source.publisher or (known.publisher if known else None),
        "Written by": source.byline or (known.byline if known else None),
        "Published": date_words(date) if date else None,
        "Rights": source.rights or (known.rights if known else None),
        "File": source.file,
    }
    url = source.url or (known.url if known else None) or ""
    return SourceCard(
        id=source.id,
        title=source.title or (known.title if known else None) or "",
        rows=tuple((name, value) for name, value in fields.items() if value),
        url=url if url.startswith(("https://", "http://")) else "",
        page=Markup(source_page(verified, source.id) if article else ""),
    )


def _description(verified: VerifiedBriefing) -> str:
    summary = verified.briefing.summary
    if not summary or verified.items[summary[0].id or ""].state == "lost":
        return ""
    found = verified.items[summary[0].id or ""]
    text = words(verified, found.anchors) if is_verbatim(summary[0], found) else summary[0].text
    return text if len(text) <= MAX_DESCRIPTION else text[: MAX_DESCRIPTION - 1].rsplit(" ", 1)[0] + "…"
