"""The home page: what is new, what changed, what is due, told against the newest briefing.

Not against the clock: the same briefings give the same page, whenever it is made.
"""

from __future__ import annotations

import datetime as dt
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from briefsite.briefing.values import QuestionStatus
from briefsite.pages.across.index import Index
from briefsite.pages.dates import date_words, day_words, first_day, last_day, weekday_words
from briefsite.pages.environment import front_matter, render
from briefsite.pages.labels import t
from briefsite.pages.sheet import Sheet
from briefsite.pages.words import clip

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markupsafe import Markup

    from briefsite.pages.across.index import Edit
    from briefsite.pages.across.listing import Head, Listing
    from briefsite.pages.across.rows import FigureRow, QuestionRow
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
_OPEN = QuestionStatus.OPEN
SOON = 28
"""Days within which a question counts as due."""


class Latest(NamedTuple):
    """One of the newest briefings."""

    head: Head
    topics: tuple[str, ...]
    bottom_line: str
    is_source: bool
    language: Markup
    figure: FigureRow | None
    figure_label: str
    updated: str
    """The day of its last change, if that is new."""


class Due(NamedTuple):
    """An open question with a day."""

    row: QuestionRow
    entry: Head
    is_past: bool


class News(NamedTuple):
    """The sentence at the top, in numbers."""

    monday: str
    """The first day of the week of the newest briefing."""
    briefings: int
    changes: int
    due: int
    due_by: str


class Home:
    """The page, kept from one edit to the next."""

    def __init__(self) -> None:
        self._latest: tuple[Latest, ...] = ()
        self._dates: Index[str, None] = Index(lambda entry: ((entry.date, None),))
        self._changes: Index[str, ChangeRow] = Index(
            lambda entry: [(first_day(row.date), row) for row in entry.changes]
        )
        self._due: Index[str, QuestionRow] = Index(
            lambda entry: [(first_day(row.due), row) for row in entry.questions if row.due and row.status is _OPEN]
        )

    def bring(self, edit: Edit) -> None:
        """Follow an edit."""
        latest = list(islice(edit.public.values(), LATEST))
        monday = _monday(latest[0].date) if latest and latest[0].date else ""
        self._latest = tuple(_latest(entry, monday) for entry in latest)
        for index in (self._dates, self._changes, self._due):
            index.bring(edit)

    def sheet(self, briefings: int, topics: Sequence[Topic]) -> Sheet[str]:
        """The page, told how many briefings there are."""
        newest = self._latest[0].head.date if self._latest else ""
        due = self._questions_due(newest)
        overdue = [question for question in due if question.is_past][-OVERDUE:]
        coming = [question for question in due if not question.is_past]
        shown = (*overdue, *coming)[:QUESTIONS]
        changed = (pair for day in sorted(self._changes.groups, reverse=True) for pair in self._changes.groups[day])
        return Sheet(
            "index.md",
            _page,
            (
                self._news(newest, due) if newest else None,
                self._latest,
                briefings,
                tuple(islice(changed, CHANGES)),
                shown,
                len(due) - len(shown),
                tuple(topics[:TOPICS]),
                max(0, len(topics) - TOPICS),
            ),
        )

    def _questions_due(self, today: str) -> list[Due]:
        """The open questions with a day, in the order of it; past are those whose last day is before `today`."""
        rows = [pair for day in sorted(self._due.groups) for pair in sorted(self._due.groups[day], key=_by_place)]
        return [Due(row=row, entry=entry, is_past=last_day(row.due) < today) for row, entry in rows]

    def _news(self, newest: str, due: Sequence[Due]) -> News:
        monday = _monday(newest)
        horizon = (dt.date.fromisoformat(newest) + dt.timedelta(days=SOON)).isoformat()
        soon = [last for question in due if newest <= (last := last_day(question.row.due)) <= horizon]
        return News(
            monday=monday,
            briefings=_since(monday, self._dates.groups),
            changes=_since(monday, self._changes.groups),
            due=len(soon),
            due_by=max(soon, default=""),
        )


def _since(monday: str, groups: Mapping[str, Sequence[object]]) -> int:
    return sum([len(rows) for day, rows in groups.items() if day >= monday])


def _by_place(pair: tuple[QuestionRow, Head]) -> tuple[str, str]:
    return pair[1].slug, pair[0].item


def _latest(entry: Listing, monday: str) -> Latest:
    changed = [day for row in entry.changes if monday and (day := first_day(row.date)) >= monday]
    return Latest(
        head=entry.head,
        topics=entry.topics,
        bottom_line=entry.bottom_line,
        is_source=entry.is_source,
        language=entry.language,
        figure=entry.figure,
        figure_label=entry.figure_label,
        updated=max(changed, default=""),
    )


def _monday(newest: str) -> str:
    day = dt.date.fromisoformat(newest)
    return (day - dt.timedelta(days=day.weekday())).isoformat()


def _page(
    news: News | None,
    latest: Sequence[Latest],
    total: int,
    changed: Sequence[tuple[ChangeRow, Head]],
    due: Sequence[Due],
    more_due: int,
    topics: Sequence[Topic],
    more_topics: int,
) -> str:
    return render(
        "home.md.jinja",
        front=front_matter(title=t("Briefings"), hide=["navigation", "toc"], search={"exclude": True}),
        news=news,
        since=weekday_words(news.monday) if news else "",
        due_by=day_words(news.due_by) if news and news.due_by else "",
        latest=[(line, line.head, _mark(line, news)) for line in latest],
        total=total,
        changed=[(date_words(row.date), _short(row), entry) for row, entry in changed],
        due=[(question, date_words(question.row.due)) for question in due],
        more_due=more_due,
        topics=topics,
        more_topics=more_topics,
    )


def _mark(line: Latest, news: News | None) -> str:
    """What is new about a briefing since then, in words; empty where nothing is."""
    if line.updated:
        return t("Updated {day}", day=day_words(line.updated))
    return t("New") if news and line.head.date >= news.monday else ""


def _short(row: ChangeRow) -> ChangeRow:
    return row._replace(old=clip(row.old, MAX_WORDS), new=clip(row.new, MAX_WORDS))
