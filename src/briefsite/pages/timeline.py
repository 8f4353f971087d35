"""The rows of the timeline, what is still to come apart from what has been, and their drawing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefsite.pages.dates import date_words, first_day, is_approximate, precision
from briefsite.pages.labels import t, tn
from briefsite.pages.language import speaking
from briefsite.pages.timeline_drawing import TimelineDrawing, timeline_drawing

if TYPE_CHECKING:
    from briefsite.briefing.anchor import VerifiedBriefing
    from briefsite.briefing.items import Event
    from briefsite.pages.items import ItemView


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


def timeline_rows(verified: VerifiedBriefing, views: list[ItemView]) -> dict[str, list[EventView]]:
    """The rows under `past` and `to_come`, each in the order of the file."""
    today = _article_day(verified)
    rows = []
    for view in views:
        event: Event = view.item
        mark = precision(event.date) + (" about" if is_approximate(event.date) else "")
        rows.append(
            EventView(
                view=view,
                when=date_words(event.date),
                written_as=_telling(event.written_as, event.date, _language(verified, view)),
                mark=mark,
                is_to_come=bool(today) and first_day(event.date) > today,
            )
        )
    return {"past": [row for row in rows if not row.is_to_come], "to_come": [row for row in rows if row.is_to_come]}


def timeline_picture(verified: VerifiedBriefing, views: list[ItemView]) -> TimelineDrawing | None:
    """The drawing of the rows that are shown; None where it would not help."""
    shown = [view for view in views if view.state != "lost"]
    if not shown:
        return None
    titles = [f"{date_words(view.item.date)}: {''.join(piece.text for piece in view.words)}" for view in shown]
    ordered = sorted((view.item.date for view in shown), key=first_day)
    described = tn(
        "{n} event from {first} to {last}, in the list below.",
        "{n} events from {first} to {last}, all in the list below.",
        len(shown),
        first=date_words(ordered[0]),
        last=date_words(ordered[-1]),
    )
    return timeline_drawing([view.item for view in shown], titles, _article_day(verified), (t("Article"), described))


_EMPTY_WORDS = ("in", "on", "at", "the", "of", "from", "by", "about", "around", "to", "and", "until", "since", "during")


def _language(verified: VerifiedBriefing, view: ItemView) -> str:
    """The language of the source that an event stands in."""
    anchors = verified.items[view.item.id].anchors
    article = verified.articles.get(anchors[0].source) if anchors else None
    return article.language if article else "en"


def _telling(written_as: str | None, edtf: str, language: str) -> str:
    """The words for a date where they are not the date itself: "the following year", not "in July 2024"."""
    if not written_as:
        return ""
    with speaking(language):  # "March 19" is the date itself in an English source, whatever the site speaks
        known = (*date_words(edtf).lower().split(), *_EMPTY_WORDS)
    words = written_as.lower().replace(",", " ").split()
    # "Dec. 26" is the beginning of the words of its date; "the following year" is not.
    return "" if all(any(k.startswith(word.rstrip(".")) for k in known) for word in words) else written_as


def _article_day(verified: VerifiedBriefing) -> str:
    if verified.briefing.date:
        return first_day(verified.briefing.date)
    dates = [article.date.isoformat() for article in verified.articles.values() if article.date]
    return min(dates, default="")
