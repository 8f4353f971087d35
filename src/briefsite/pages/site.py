"""The pages over all briefings: the home page, and the list of everything by year and month."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import quote

from markupsafe import Markup

from briefsite.briefing.model import QuestionStatus, Status
from briefsite.pages.dates import date_words, first_day, last_day, month_name
from briefsite.pages.environment import front_matter, render
from briefsite.pages.escape import anchor_name
from briefsite.pages.evidence import is_verbatim, words
from briefsite.pages.figures import FigureWords, figure_words
from briefsite.pages.foreign import attributes_of
from briefsite.pages.labels import t
from briefsite.pages.language import speaking
from briefsite.pages.settings import DEFAULT
from briefsite.pages.status import StatusWords, status_words
from briefsite.pages.words import clip

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Self

    from briefsite.briefing.anchor import VerifiedBriefing
    from briefsite.pages.settings import Site

LATEST = 8
"""Briefings on the home page."""
OF_A_TOPIC = 100
"""Briefings listed under one topic; all of them are in the list by year."""
MAX_LABEL = 80
"""Code points of a figure's label beside its briefing."""
QUESTIONS = 8
"""Open questions on the home page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DueQuestion:
    """An open question with a date by which it will be settled."""

    id: Markup
    question: str
    due: str
    """EDTF."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What lists of briefings need to know of one."""

    slug: str
    title: str
    date: str
    """The day of the news as `YYYY-MM-DD`; empty where it is not known."""
    status: Status
    topics: tuple[str, ...]
    bottom_line: str
    """Empty where there is none, or where its words were not found."""
    is_source: bool
    """Whether the bottom line is the source's own sentence."""
    language: Markup
    """`lang` and `dir` of the source's words."""
    words: StatusWords
    figure: FigureWords | None
    """The first key figure whose words were found."""
    figure_label: str
    questions: tuple[DueQuestion, ...]

    @classmethod
    def of(cls, verified: VerifiedBriefing, site: Site = DEFAULT) -> Self:
        """The listing of a briefing, whatever its status."""
        with speaking(site.language):
            return cls._of(verified)

    @classmethod
    def _of(cls, verified: VerifiedBriefing) -> Self:
        briefing = verified.briefing
        days = [article.date.isoformat() for article in verified.articles.values() if article.date]
        figures = [item for item in briefing.key_figures if verified.items[item.id or ""].state == "verified"]
        line = briefing.summary[0] if briefing.summary else None
        found = verified.items[line.id or ""] if line else None
        is_source = bool(line and found and is_verbatim(line, found))
        line_words = line.text if line and found and found.state != "lost" else ""
        if is_source and found:
            line_words = words(verified, found.anchors)
        return cls(
            slug=verified.slug,
            title=briefing.title,
            date=first_day(briefing.date) if briefing.date else max(days, default=""),
            status=briefing.status,
            topics=briefing.topics,
            bottom_line=line_words,
            is_source=is_source,
            language=attributes_of(verified, found.anchors) if found else Markup(),
            words=status_words(verified),
            figure=figure_words(figures[0]) if figures else None,
            figure_label=clip(figures[0].label, MAX_LABEL) if figures else "",
            questions=tuple(
                DueQuestion(id=anchor_name(item.id or ""), question=item.question, due=item.due)
                for item in briefing.open_questions
                if item.due and item.status is QuestionStatus.OPEN and verified.items[item.id or ""].state != "lost"
            ),
        )

    @property
    def href(self) -> Markup:
        """The briefing's page, from `b/`."""
        return Markup(f"{quote(self.slug)}/index.md")

    @property
    def day(self) -> str:
        """The date in words."""
        return date_words(self.date) if self.date else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A topic and its briefings, newest first."""

    name: str
    anchor: Markup
    entries: tuple[Listing, ...]

    @property
    def newest(self) -> tuple[Listing, ...]:
        """Those that its list names."""
        return self.entries[:OF_A_TOPIC]

    @property
    def more(self) -> int:
        """How many it does not."""
        return len(self.entries) - len(self.newest)


def site_pages(entries: Sequence[Listing], site: Site = DEFAULT) -> dict[str, str]:
    """The home page and the list of all briefings: path under docs/ → Markdown. Embargoed ones are in neither."""
    with speaking(site.language):
        return _pages(entries)


def _pages(entries: Sequence[Listing]) -> dict[str, str]:
    public = sorted(
        (entry for entry in entries if entry.status not in {Status.EMBARGOED, Status.WITHDRAWN}),
        key=lambda entry: (entry.date, entry.title, entry.slug),
        reverse=True,
    )
    topics = _topics(public)
    newest = public[0].date if public else ""
    questions = sorted(
        ((question, entry) for entry in public for question in entry.questions),
        key=lambda pair: (first_day(pair[0].due), pair[1].slug, pair[0].id),
    )
    # "Overdue" is told against the newest briefing, not the clock: the same input gives the same page.
    due = [(date_words(q.due), last_day(q.due) < newest, q, entry) for q, entry in questions]
    due = [row for row in due if not row[1]] + [row for row in reversed(due) if row[1]]
    home = render(
        "home.md.jinja",
        front=front_matter(title=t("Briefings"), hide=["navigation", "toc"], search={"exclude": True}),
        latest=public[:LATEST],
        total=len(public),
        questions=due[:QUESTIONS],
        more_questions=max(0, len(due) - QUESTIONS),
        topics=topics,
    )
    everything = render(
        "all.md.jinja",
        front=front_matter(title=t("All briefings"), hide=["navigation"], search={"exclude": True}),
        years=_years(public),
        topics=topics,
        total=len(public),
    )
    return {"index.md": home, "b/index.md": everything}


def _years(entries: Sequence[Listing]) -> list[tuple[str, list[tuple[str, list[Listing]]]]]:
    """(year, [(month, briefings)]), newest first; what has no date stands last."""
    years = []
    for year, of_year in groupby(entries, key=lambda entry: entry.date[:4]):
        months = [
            (month_name(int(month)) if month else "", list(of_month))
            for month, of_month in groupby(of_year, key=lambda entry: entry.date[5:7])
        ]
        years.append((year or t("Without a date"), months))
    return years


def _topics(entries: Sequence[Listing]) -> list[Topic]:
    """Every topic, the one with the most briefings first. Names that differ in case only are one topic."""
    grouped: dict[str, list[Listing]] = {}
    names: dict[str, str] = {}
    for entry in entries:
        for topic in dict.fromkeys(name.casefold() for name in entry.topics):
            grouped.setdefault(topic, []).append(entry)
        for name in entry.topics:
            names.setdefault(name.casefold(), name)
    ordered = sorted(grouped, key=lambda topic: (-len(grouped[topic]), topic))
    return [
        Topic(name=names[topic], anchor=Markup(f"topic_{_anchor(topic, number)}"), entries=tuple(grouped[topic]))
        for number, topic in enumerate(ordered, 1)
    ]


def _anchor(topic: str, number: int) -> str:
    """ASCII words where the name has nothing else, so that the link lasts; its number otherwise."""
    words = topic.split()
    return "_".join(words) if words and all(word.isascii() and word.isalnum() for word in words) else f"no_{number}"
