"""Topics: a page for each, and the list of them."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from briefsite.briefing.values import QuestionStatus
from briefsite.pages.across.index import Index
from briefsite.pages.address import addresses
from briefsite.pages.dates import date_words, first_day
from briefsite.pages.environment import front_matter, render
from briefsite.pages.labels import t, tn
from briefsite.pages.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.pages.across.index import Edit
    from briefsite.pages.across.listing import Head, Listing
    from briefsite.pages.across.rows import EventRow, FigureRow, QuestionRow

LINES = 4
"""Bottom lines that tell the state of play."""
FIGURES = 12
EVENTS = 40
QUESTIONS = 20
BRIEFINGS = 100
"""Listed on the page of a topic; the list of all briefings has the rest."""


class Topic(NamedTuple):
    """A topic in lists."""

    name: str
    file: Markup
    """The file of its page in topics/."""
    briefings: int
    newest: str
    """The day of the newest of them, in words."""


class Line(NamedTuple):
    """The bottom line of a briefing."""

    head: Head
    bottom_line: str
    is_source: bool
    language: Markup


class State(NamedTuple):
    """What the page of a topic tells."""

    name: str
    briefings: int
    lines: tuple[Line, ...]
    """Of the newest briefings that have one."""
    figures: tuple[tuple[FigureRow, Head], ...]
    """The first two figures of each of its newest briefings."""
    questions: tuple[tuple[QuestionRow, Head], ...]
    """What is open, the question with the next day first, those without a day last."""
    events: tuple[tuple[EventRow, Head], ...]
    """Its timelines as one, oldest first; the same words of a day once."""
    listed: tuple[Head, ...]


class Topics:
    """All topics, kept from one edit to the next. Names that differ in case only are one topic."""

    def __init__(self) -> None:
        self._briefings: Index[str, tuple[str, Listing]] = Index(_topics_of)
        self._states: dict[str, State] = {}

    def bring(self, edit: Edit) -> None:
        """Follow an edit."""
        for topic in self._briefings.bring(edit):
            group = self._briefings.groups.get(topic)
            if group:
                self._states[topic] = _state(group[0][0][0], [entry for (_, entry), _ in group])
            else:
                del self._states[topic]

    @property
    def all(self) -> list[Topic]:
        """The one with the most briefings first."""
        found = addresses(sorted(self._states))
        ordered = sorted(self._states.items(), key=lambda pair: (-pair[1].briefings, pair[0]))
        return [
            Topic(state.name, Markup(f"{found[topic]}.md"), state.briefings, state.listed[0].day)
            for topic, state in ordered
        ]

    def sheets(self) -> list[Sheet[str]]:
        """The page of each topic, and the list of them."""
        found = addresses(sorted(self._states))
        pages = [Sheet(f"topics/{found[topic]}.md", _page, (state,)) for topic, state in self._states.items()]
        return [Sheet("topics/index.md", _list, (tuple(self.all),)), *pages]


def _topics_of(entry: Listing) -> list[tuple[str, tuple[str, Listing]]]:
    """Each topic of a briefing once, with its name as it is written there first."""
    names: dict[str, str] = {}
    for name in entry.topics:
        names.setdefault(name.casefold(), name)
    return [(topic, (name, entry)) for topic, name in names.items()]


def _state(name: str, entries: Sequence[Listing]) -> State:
    lines = (entry for entry in entries if entry.bottom_line)
    figures = ((row, entry.head) for entry in entries for row in entry.figures[:2])
    questions = [(row, entry.head) for entry in entries for row in entry.questions if row.status is QuestionStatus.OPEN]
    questions.sort(key=lambda pair: first_day(pair[0].due) if pair[0].due else "9999")
    once: dict[object, tuple[EventRow, Head]] = {}
    for entry in entries:
        for row in entry.events:
            once.setdefault((row.date, row.words), (row, entry.head))
    events = sorted(once.values(), key=lambda pair: first_day(pair[0].date))
    return State(
        name=name,
        briefings=len(entries),
        lines=tuple(Line(e.head, e.bottom_line, e.is_source, e.language) for e in islice(lines, LINES)),
        figures=tuple(islice(figures, FIGURES)),
        questions=tuple(questions[:QUESTIONS]),
        events=tuple(events[-EVENTS:]),
        listed=tuple(entry.head for entry in entries[:BRIEFINGS]),
    )


def _page(topic: State) -> str:
    return render(
        "across/topic.md.jinja",
        front=front_matter(
            title=topic.name,
            description=tn("{n} briefing", "{n} briefings", topic.briefings),
            hide=["navigation"],
            search={"exclude": True},
        ),
        topic=topic,
        events=[(date_words(row.date), row, entry) for row, entry in topic.events],
        listed=topic.listed,
        more=max(0, topic.briefings - BRIEFINGS),
    )


def _list(topics: Sequence[Topic]) -> str:
    return render(
        "across/topics.md.jinja",
        front=front_matter(title=t("Topics"), hide=["navigation", "toc"], search={"exclude": True}),
        topics=topics,
    )
