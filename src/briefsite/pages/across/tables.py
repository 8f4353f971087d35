"""The tables over all briefings: quotes, figures, timeline, open questions, changes. Each row leads to its item."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from briefsite.pages.across.index import Index
from briefsite.pages.across.parts import Part, links, parts
from briefsite.pages.dates import date_words, first_day
from briefsite.pages.environment import front_matter, render
from briefsite.pages.labels import N_, t
from briefsite.pages.questions import question_words
from briefsite.pages.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from briefsite.pages.across.index import Edit
    from briefsite.pages.across.listing import Head, Listing
    from briefsite.pages.across.parts import Link


class _Kind(NamedTuple):
    """A table."""

    title: str
    rows: Callable[[Listing], Iterable[tuple[str, object]]]
    """The rows of a briefing, each with the day that it stands under."""


TABLES = {
    "quotes": _Kind(N_("Quotes"), lambda entry: [(entry.date, row) for row in entry.quotes]),
    "figures": _Kind(N_("Figures"), lambda entry: [(entry.date, row) for row in entry.figures]),
    "timeline": _Kind(N_("Timeline"), lambda entry: [(first_day(row.date), row) for row in entry.events]),
    "questions": _Kind(N_("Open questions"), lambda entry: [(entry.date, row) for row in entry.questions]),
    "changes": _Kind(N_("Changes"), lambda entry: [(first_day(row.date), row) for row in entry.changes]),
}
"""By the folder of a table under docs/."""


class Table:
    """One of the tables, kept from one edit to the next."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._days: Index[str, Any] = Index(TABLES[name].rows)
        self._cut: list[Part[tuple[Any, Head]]] = []

    def bring(self, edit: Edit) -> None:
        """Follow an edit."""
        if self._days.bring(edit) or not self._cut:
            self._cut = parts(self._days.groups)

    def sheets(self, briefings: int) -> list[Sheet[str]]:
        """Its pages; the newest is told how many briefings there are."""
        return [
            Sheet(f"{self._name}/{part.file}", _page, (self._name, part, beside, briefings if part.is_newest else 0))
            for part, beside in links(self._cut, t(TABLES[self._name].title))
        ]


def _page(table: str, page: Part[Any], beside: tuple[Link, ...], briefings: int) -> str:
    title = t(TABLES[table].title)
    return render(
        f"across/{table}.md.jinja",
        front=front_matter(
            title=title if page.is_newest else f"{title} · {page.name}",
            hide=["navigation", "toc"],
            search={"exclude": True},
        ),
        title=title,
        page=page,
        parts=[page if link.file == page.file else link for link in beside],
        total=len(page.rows),
        briefings=briefings or len({head.slug for _, head in page.rows}),
        when=date_words,
        words=question_words(),
    )
