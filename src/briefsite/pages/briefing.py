"""A verified briefing → its page and its source views."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from briefsite.briefing.model import QuestionKind, QuestionStatus, Status
from briefsite.pages.check import check_table, coverage
from briefsite.pages.dates import date_words, first_day
from briefsite.pages.drawings import speakers_strip
from briefsite.pages.environment import front_matter, render
from briefsite.pages.evidence import footnotes, is_verbatim, source_page, words
from briefsite.pages.figures import FigureWords, figure_words
from briefsite.pages.items import ItemView, figure_spans, item_view
from briefsite.pages.labels import N_, t
from briefsite.pages.language import speaking
from briefsite.pages.notes import note_html
from briefsite.pages.settings import DEFAULT
from briefsite.pages.source_card import source_card
from briefsite.pages.source_view import source_view
from briefsite.pages.speakers import by_speaker
from briefsite.pages.status import status_words
from briefsite.pages.timeline import timeline_picture, timeline_rows
from briefsite.pages.words import clip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefsite.briefing.anchor import VerifiedBriefing
    from briefsite.pages.settings import Site

SHOWN_FIGURES = 4
"""Figures beside the key points; the others stand in a list below."""
MAX_CARD_LABEL = 90
"""Code points of a figure's label in the first screen: three lines. Below, in the table, it is whole."""
MAX_DESCRIPTION = 200
"""Code points of the description that search engines are given."""

QUESTION_WORDS = {
    QuestionStatus.OPEN: N_("Open"),
    QuestionStatus.ANSWERED: N_("Answered"),
    QuestionStatus.DROPPED: N_("Dropped"),
    QuestionKind.DECISION: N_("Decision"),
    QuestionKind.DISPUTE: N_("Dispute"),
    QuestionKind.CONDITION: N_("Condition"),
    QuestionKind.IMPRECISE: N_("Imprecise"),
    QuestionKind.UNATTRIBUTED: N_("Unattributed"),
    QuestionKind.UPCOMING: N_("Upcoming"),
}
"""Where a question stands, and why it is open, as readers are told."""


def briefing_pages(verified: VerifiedBriefing, site: Site = DEFAULT) -> dict[str, str]:
    """The pages of a briefing: path under docs/ → Markdown. Nothing that may not be published is in them.

    An embargoed briefing has none, a withdrawn one a notice in its place.
    """
    with speaking(site.language):
        return _pages(verified)


def sources_in_full(verified: VerifiedBriefing, site: Site = DEFAULT) -> dict[str, str]:
    """The views of its sources with everything in them, whatever their rights: for a person's own machine alone."""
    if verified.briefing.status in {Status.EMBARGOED, Status.WITHDRAWN}:
        return {}
    with speaking(site.language):
        return dict(_source_views(verified, in_full=True))


def _pages(verified: VerifiedBriefing) -> dict[str, str]:
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
    page = render("briefing.md.jinja", front=head, **_context(verified))
    return {f"{folder}/index.md": page, **dict(_source_views(verified))}


def _source_views(verified: VerifiedBriefing, *, in_full: bool = False) -> Iterator[tuple[str, str]]:
    for source in verified.briefing.sources:
        if source.id in verified.articles:
            path = f"b/{verified.slug}/{source_page(verified, source.id)}"
            yield path, source_view(verified, source, in_full=in_full)


def _context(verified: VerifiedBriefing) -> dict[str, Any]:
    briefing = verified.briefing
    numbers = figure_spans(verified)
    views = {
        name: [item_view(verified, item, numbers) for item in items] for name, items in briefing.sections().items()
    }
    summary = views["summary"]
    figures = views["key_figures"]
    lead = _lead_figures(figures)
    speakers = by_speaker(verified, views["quotes"])
    open_questions = [view for view in views["open_questions"] if view.item.status is QuestionStatus.OPEN]
    return {
        "briefing": briefing,
        "status": status_words(verified),
        "note": note_html(briefing.notes),
        "bottom_line": summary[0] if summary else None,
        "key_points": summary[1:],
        "figures": [(view, figure_words(view.item), clip(view.item.label, MAX_CARD_LABEL)) for view in lead],
        "figure_rows": _figure_rows(figures, lead),
        "speakers": speakers,
        "strip": speakers_strip(verified, [(speaker.name, speaker.items) for speaker in speakers]),
        "timeline": timeline_rows(verified, views["timeline"]),
        "time": timeline_picture(verified, views["timeline"]),
        "background": views["background"],
        "questions": views["open_questions"],
        "open_questions": open_questions,
        "question_words": {word.value: t(message) for word, message in QUESTION_WORDS.items()},
        "next_due": _next_due(open_questions),
        "people": views["people"],
        "sources": [source_card(verified, source) for source in briefing.sources],
        "check": check_table(verified),
        "coverage": [coverage(verified, source.id) for source in briefing.sources if source.id in verified.articles],
        "footnotes": footnotes(verified),
    }


def _lead_figures(views: list[ItemView]) -> list[ItemView]:
    """The first figures that have a number; vague ones only where there is no other."""
    found = [view for view in views if view.state == "verified"]
    return ([view for view in found if view.item.value is not None] or found)[:SHOWN_FIGURES]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """A figure in the table below the first screen."""

    view: ItemView
    words: FigureWords
    is_above: bool
    """Whether it is one of the key figures, which have its permalink."""


def _figure_rows(figures: list[ItemView], lead: list[ItemView]) -> list[FigureRow]:
    """The figures that are not beside the key points; all of them where one there has not its whole label."""
    is_whole = all(len(view.item.label) <= MAX_CARD_LABEL for view in lead)
    rows = [
        FigureRow(view=view, words=figure_words(view.item), is_above=any(view is shown for shown in lead))
        for view in figures
    ]
    return sorted((row for row in rows if not (is_whole and row.is_above)), key=lambda row: not row.is_above)


def _next_due(views: list[ItemView]) -> str:
    dues = [view.item.due for view in views if view.item.due]
    return date_words(min(dues, key=first_day)) if dues else ""


def _description(verified: VerifiedBriefing) -> str:
    summary = verified.briefing.summary
    if not summary or verified.items[summary[0].id or ""].state == "lost":
        return ""
    found = verified.items[summary[0].id or ""]
    text = words(verified, found.anchors) if is_verbatim(summary[0], found) else summary[0].text
    return clip(text, MAX_DESCRIPTION)
