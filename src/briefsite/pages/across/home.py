"""The home page: what is new, what changed, what is due, told against the newest briefing.

Not against the clock: the same briefings give the same page, whenever it is made.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefsite.briefing.model import QuestionStatus
from briefsite.pages.dates import date_words, day_words, first_day, last_day, weekday_words
from briefsite.pages.environment import front_matter, render
from briefsite.pages.labels import t
from briefsite.pages.words import clip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.pages.across.listing import Listing
    from briefsite.pages.across.rows import QuestionRow
    from briefsite.pages.across.topics import Topic
    from briefsite.pages.changes import ChangeRow

LATEST = 8
"""Briefings on the page."""
CHANGES = 5
MAX_WORDS = 60
"""Code points of old and new words; the page of changes has them whole."""
QUESTIONS = 8
OVERDUE = 3
"""Of the questions, those whose day has passed: an old site would show nothing else."""
TOPICS = 20
SOON = 28
"""Days within which a question counts as due."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """An open question with a day."""

    row: QuestionRow
    entry: Listing
    when: str
    is_past: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """The sentence at the top."""

    since: str
    briefings: int
    changes: int
    due: int
    due_by: str


def home_page(public: Sequence[Listing], topics: Sequence[Topic]) -> str:
    """The page, of published briefings with the newest first."""
    newest = public[0].date if public else ""
    changed = changes_of(public)
    due = questions_due(public, newest)
    overdue = [question for question in due if question.is_past][-OVERDUE:]
    coming = [question for question in due if not question.is_past]
    shown = (*overdue, *coming)[:QUESTIONS]
    return render(
        "home.md.jinja",
        front=front_matter(title=t("Briefings"), hide=["navigation", "toc"], search={"exclude": True}),
        news=_news(public, changed, due, newest) if newest else None,
        latest=[(entry, _mark(entry, _monday(newest)) if newest else "") for entry in public[:LATEST]],
        total=len(public),
        changed=[(date_words(row.date), _short(row), entry) for row, entry in changed[:CHANGES]],
        due=shown,
        more_due=len(due) - len(shown),
        topics=topics[:TOPICS],
        more_topics=max(0, len(topics) - TOPICS),
    )


def changes_of(public: Sequence[Listing]) -> list[tuple[ChangeRow, Listing]]:
    """Every change, the newest first."""
    rows = [(row, entry) for entry in public for row in entry.changes]
    return sorted(rows, key=lambda pair: first_day(pair[0].date), reverse=True)


def questions_due(public: Sequence[Listing], today: str) -> list[Due]:
    """The open questions with a day, in the order of it; past are those whose last day is before `today`."""
    rows = [
        (row, entry) for entry in public for row in entry.questions if row.due and row.status is QuestionStatus.OPEN
    ]
    rows.sort(key=lambda pair: (first_day(pair[0].due), pair[1].slug, pair[0].id))
    return [
        Due(row=row, entry=entry, when=date_words(row.due), is_past=last_day(row.due) < today) for row, entry in rows
    ]


def _news(
    public: Sequence[Listing], changed: Sequence[tuple[ChangeRow, Listing]], due: Sequence[Due], newest: str
) -> News:
    monday = _monday(newest)
    horizon = (dt.date.fromisoformat(newest) + dt.timedelta(days=SOON)).isoformat()
    soon = [last_day(question.row.due) for question in due if newest <= last_day(question.row.due) <= horizon]
    return News(
        since=weekday_words(monday),
        briefings=sum(entry.date >= monday for entry in public),
        changes=sum(first_day(row.date) >= monday for row, _ in changed),
        due=len(soon),
        due_by=day_words(max(soon)) if soon else "",
    )


def _monday(newest: str) -> str:
    """The first day of the week of the newest briefing."""
    day = dt.date.fromisoformat(newest)
    return (day - dt.timedelta(days=day.weekday())).isoformat()


def _mark(entry: Listing, monday: str) -> str:
    """What is new about a briefing since then, in words; empty where nothing is."""
    changed = [first_day(row.date) for row in entry.changes if first_day(row.date) >= monday]
    if changed:
        return t("Updated {day}", day=day_words(max(changed)))
    return t("New") if entry.date >= monday else ""


def _short(row: ChangeRow) -> ChangeRow:
    return replace(row, old=clip(row.old, MAX_WORDS), new=clip(row.new, MAX_WORDS))
