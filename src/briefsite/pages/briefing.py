"""A verified briefing → its page and its source views."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from briefsite.briefing.values import Status
from briefsite.pages.changes import change_rows
from briefsite.pages.check import check_table, coverage
from briefsite.pages.environment import front_matter, render
from briefsite.pages.evidence import footnotes, is_verbatim, source_page, words
from briefsite.pages.facets import facets
from briefsite.pages.figure_cards import figure_cards, figure_rows
from briefsite.pages.figure_pictures import figure_pictures
from briefsite.pages.figure_places import by_source, figure_places
from briefsite.pages.foreign import attributes_of_phrase
from briefsite.pages.items import item_view
from briefsite.pages.language import speaking
from briefsite.pages.notes import note_html
from briefsite.pages.questions import next_due, open_ones, question_words
from briefsite.pages.settings import DEFAULT
from briefsite.pages.slot import SLOT, with_elsewhere
from briefsite.pages.source_card import source_card
from briefsite.pages.source_view import source_view
from briefsite.pages.speakers import by_speaker
from briefsite.pages.speakers_strip import speakers_strip
from briefsite.pages.status import status_words
from briefsite.pages.timeline import timeline_picture, timeline_rows
from briefsite.pages.twins import CITATIONS, TWINS, citations, head, json_ld, record_of
from briefsite.pages.words import clip

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefsite.briefing.anchor import VerifiedBriefing
    from briefsite.pages.across import Elsewhere
    from briefsite.pages.settings import Site
    from briefsite.pages.twins import Record

MAX_DESCRIPTION = 200
"""Code points of the description that search engines are given."""


def briefing_pages(verified: VerifiedBriefing, record: Record) -> dict[str, str]:
    """The pages of a briefing: path under docs/ → Markdown. Nothing that may not be published is in them.

    What they say of other briefings is still to be put in (see `slot`). An embargoed briefing has no record and no
    page, a withdrawn one a notice in its place.
    """
    with speaking(record.site.language):
        return _pages(verified, record)


def complete_pages(
    verified: VerifiedBriefing, site: Site = DEFAULT, elsewhere: Sequence[Elsewhere] = ()
) -> dict[str, str]:
    """The same as they are published, with the figures of other briefings in them; none of an embargoed briefing."""
    record = record_of(verified, site)
    pages = briefing_pages(verified, record) if record else {}
    return {path: with_elsewhere(page, elsewhere, site) for path, page in pages.items()}


def sources_in_full(verified: VerifiedBriefing, site: Site = DEFAULT) -> dict[str, str]:
    """The views of its sources with everything in them, whatever their rights: for a person's own machine alone."""
    if verified.briefing.status in {Status.EMBARGOED, Status.WITHDRAWN}:
        return {}
    with speaking(site.language):
        return dict(_source_views(verified, in_full=True))


def _pages(verified: VerifiedBriefing, record: Record) -> dict[str, str]:
    briefing = verified.briefing
    folder = f"b/{verified.slug}"
    front = front_matter(
        title=briefing.title,
        description=_description(verified),
        hide=["navigation"],
        head=head(record),
        lastmod=record.modified,
        facets=facets(verified),
    )
    if briefing.status is Status.WITHDRAWN:
        page = render(
            "withdrawn.md.jinja",
            front=front_matter(title=briefing.title, hide=["navigation", "toc"], head=head(record), unlisted=True),
            briefing=briefing, status=status_words(verified), note=note_html(briefing.notes),
        )  # fmt: skip
        return {f"{folder}/index.md": page}
    made = citations(record)
    address = f"{record.site.url}{folder}/" if record.site.url else ""
    page = render(
        "briefing.md.jinja", front=front, address=address, cite=made[0], cite_quotes=made[1:], twins=TWINS,
        cite_files=CITATIONS, json_ld=json_ld(record), across_briefings=Markup(SLOT), **_context(verified),
    )  # fmt: skip
    return {f"{folder}/index.md": page, **dict(_source_views(verified))}


def _source_views(verified: VerifiedBriefing, *, in_full: bool = False) -> Iterator[tuple[str, str]]:
    for source in verified.briefing.sources:
        if source.id in verified.articles:
            path = f"b/{verified.slug}/{source_page(verified, source.id)}"
            yield path, source_view(verified, source, in_full=in_full)


def _context(verified: VerifiedBriefing) -> dict[str, Any]:
    briefing = verified.briefing
    places = figure_places(verified)
    numbers = by_source(places)
    views = {
        name: [item_view(verified, item, numbers) for item in items] for name, items in briefing.sections().items()
    }
    summary = views["summary"]
    pictures = figure_pictures(verified, places)
    cards = figure_cards(views["key_figures"], pictures)
    speakers = by_speaker(verified, views["quotes"])
    open_questions = open_ones(views["open_questions"])
    return {
        "briefing": briefing,
        "title_language": attributes_of_phrase(verified.articles.get(briefing.sources[0].id), briefing.title),
        "status": status_words(verified),
        "note": note_html(briefing.notes),
        "bottom_line": summary[0] if summary else None,
        "key_points": summary[1:],
        "figures": cards,
        "figure_rows": figure_rows(views["key_figures"], cards, pictures),
        "speakers": speakers,
        "strip": speakers_strip(verified, [(speaker.name, speaker.items) for speaker in speakers]),
        "timeline": timeline_rows(verified, views["timeline"]),
        "time": timeline_picture(verified, views["timeline"]),
        "background": views["background"],
        "questions": views["open_questions"],
        "open_questions": open_questions,
        "question_words": question_words(),
        "next_due": next_due(open_questions),
        "people": views["people"],
        "changes": change_rows(verified),
        "sources": [source_card(verified, source) for source in briefing.sources],
        "check": check_table(verified),
        "coverage": [coverage(verified, source.id) for source in briefing.sources if source.id in verified.articles],
        "footnotes": footnotes(verified),
    }


def _description(verified: VerifiedBriefing) -> str:
    summary = verified.briefing.summary
    if not summary or verified.items[summary[0].id or ""].state == "lost":
        return ""
    found = verified.items[summary[0].id or ""]
    text = words(verified, found.anchors) if is_verbatim(summary[0], found) else summary[0].text
    return clip(text, MAX_DESCRIPTION)
