"""The open questions of a briefing: what readers are told of where each stands, and when the next is due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.briefing.values import QuestionKind, QuestionStatus
from briefsite.pages.dates import date_words, first_day, is_approximate, precision
from briefsite.pages.labels import N_, t

if TYPE_CHECKING:
    from briefsite.pages.items import ItemView

_WORDS = {
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


def question_words() -> dict[str, str]:
    """Where a question stands, and why it is open: the word of a briefing file → that of the page."""
    return {word.value: t(message) for word, message in _WORDS.items()}


def open_ones(views: list[ItemView]) -> list[ItemView]:
    """Those that nothing has settled yet."""
    return [view for view in views if view.item.status is QuestionStatus.OPEN]


def next_due(views: list[ItemView]) -> str:
    """When the first of them is due: "the next on 26 March 2026"; empty where none has a date."""
    dues = [view.item.due for view in views if view.item.due]
    if not dues:
        return ""
    due = min(dues, key=first_day)
    if precision(due) == "day" and not is_approximate(due):
        return t("the next on {date}", date=date_words(due))
    return t("the next in {date}", date=date_words(due))
