"""Topics: a page for each, and the list of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from briefsite.briefing.model import QuestionStatus
from briefsite.pages.across.address import addresses
from briefsite.pages.dates import date_words, first_day
from briefsite.pages.environment import front_matter, render
from briefsite.pages.labels import t, tn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.pages.across.listing import Listing
    from briefsite.pages.across.rows import EventRow, FigureRow, QuestionRow

LINES = 4
"""Bottom lines that tell the state of play."""
FIGURES = 12
EVENTS = 40
QUESTIONS = 20
BRIEFINGS = 100
"""Listed on the page of a topic; the list of all briefings has the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A topic and its briefings, newest first."""

    name: str
    file: Markup
    """The file of its page in topics/."""
    entries: tuple[Listing, ...]

    @property
    def lines(self) -> tuple[Listing, ...]:
        """The newest briefings that have a bottom line."""
        return tuple(entry for entry in self.entries if entry.bottom_line)[:LINES]

    @property
    def questions(self) -> list[tuple[QuestionRow, Listing]]:
        """What is open, the question with the next day first, those without a day last."""
        rows = [(row, entry) for entry in self.entries for row in entry.questions if row.status is QuestionStatus.OPEN]
        return sorted(rows, key=lambda pair: first_day(pair[0].due) if pair[0].due else "9999")[:QUESTIONS]

    @property
    def figures(self) -> list[tuple[FigureRow, Listing]]:
        """The first two figures of each of its newest briefings."""
        return [(row, entry) for entry in self.entries for row in entry.figures[:2]][:FIGURES]

    @property
    def events(self) -> list[tuple[str, EventRow, Listing]]:
        """Its timelines as one, oldest first: (date in words, event, briefing); the same words of a day once."""
        once: dict[object, tuple[EventRow, Listing]] = {}
        for entry in self.entries:
            for row in entry.events:
                once.setdefault((row.date, "".join(piece.text for piece in row.words)), (row, entry))
        newest = sorted(once.values(), key=lambda pair: first_day(pair[0].date))[-EVENTS:]
        return [(date_words(row.date), row, entry) for row, entry in newest]


def topics_of(public: Sequence[Listing]) -> list[Topic]:
    """Every topic, the one with the most briefings first. Names that differ in case only are one topic."""
    grouped: dict[str, list[Listing]] = {}
    names: dict[str, str] = {}
    for entry in public:
        for topic in dict.fromkeys(name.casefold() for name in entry.topics):
            grouped.setdefault(topic, []).append(entry)
        for name in entry.topics:
            names.setdefault(name.casefold(), name)
    found = addresses(sorted(grouped))
    return [
        Topic(name=names[topic], file=Markup(f"{found[topic]}.md"), entries=tuple(grouped[topic]))
        for topic in sorted(grouped, key=lambda topic: (-len(grouped[topic]), topic))
    ]


def topic_pages(topics: Sequence[Topic]) -> dict[str, str]:
    """The page of each topic, and the list of them."""
    pages = {
        "topics/index.md": render(
            "across/topics.md.jinja",
            front=front_matter(title=t("Topics"), hide=["navigation", "toc"], search={"exclude": True}),
            topics=topics,
        )
    }
    for topic in topics:
        pages[f"topics/{topic.file}"] = render(
            "across/topic.md.jinja",
            front=front_matter(
                title=topic.name,
                description=tn("{n} briefing", "{n} briefings", len(topic.entries)),
                hide=["navigation"],
                search={"exclude": True},
            ),
            topic=topic,
            listed=topic.entries[:BRIEFINGS],
            more=max(0, len(topic.entries) - BRIEFINGS),
        )
    return pages
