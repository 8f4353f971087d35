"""A verified briefing → its page and its source views."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefsite.briefing.model import QuestionStatus, Status
from briefsite.pages.changes import change_rows
from briefsite.pages.check import check_table, coverage
from briefsite.pages.dates import date_words, first_day
from briefsite.pages.drawings import speakers_strip
from briefsite.pages.environment import front_matter, render
from briefsite.pages.evidence import footnotes, is_verbatim, source_page, words
from briefsite.pages.figures import figure_words
from briefsite.pages.items import ItemView, figure_spans, item_view
from briefsite.pages.notes import note_html
from briefsite.pages.source_card import source_card
from briefsite.pages.source_view import source_view
from briefsite.pages.speakers import by_speaker
from briefsite.pages.status import status_words
from briefsite.pages.timeline import timeline_picture, timeline_rows

if TYPE_CHECKING:
    from briefsite.briefing.anchor import VerifiedBriefing

SHOWN_FIGURES = 4
"""Figures beside the key points; the others stand in a list below."""
MAX_DESCRIPTION = 200
"""Code points of the description that search engines are given."""


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
        "figures": [(view, figure_words(view.item)) for view in lead],
        "other_figures": [
            (view, figure_words(view.item)) for view in figures if not any(view is shown for shown in lead)
        ],
        "speakers": speakers,
        "strip": speakers_strip(verified, [(speaker.name, speaker.items) for speaker in speakers]),
        "timeline": timeline_rows(verified, views["timeline"]),
        "time": timeline_picture(verified, views["timeline"]),
        "background": views["background"],
        "questions": views["open_questions"],
        "open_questions": open_questions,
        "next_due": _next_due(open_questions),
        "people": views["people"],
        "changes": change_rows(verified),
        "sources": [source_card(verified, source) for source in briefing.sources],
        "check": check_table(verified),
        "coverage": [coverage(verified, source.id) for source in briefing.sources if source.id in verified.articles],
        "footnotes": footnotes(verified),
        "date_words": date_words,
    }


def _lead_figures(views: list[ItemView]) -> list[ItemView]:
    """The first figures that have a number; vague ones only where there is no other."""
    found = [view for view in views if view.state == "verified"]
    return ([view for view in found if view.item.value is not None] or found)[:SHOWN_FIGURES]


def _next_due(views: list[ItemView]) -> str:
    dues = [view.item.due for view in views if view.item.due]
    return date_words(min(dues, key=first_day)) if dues else ""


def _description(verified: VerifiedBriefing) -> str:
    summary = verified.briefing.summary
    if not summary or verified.items[summary[0].id or ""].state == "lost":
        return ""
    found = verified.items[summary[0].id or ""]
    text = words(verified, found.anchors) if is_verbatim(summary[0], found) else summary[0].text
    return text if len(text) <= MAX_DESCRIPTION else text[: MAX_DESCRIPTION - 1].rsplit(" ", 1)[0] + "…"
