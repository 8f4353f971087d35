"""The tables over all briefings: quotes, figures, timeline, open questions, changes. Each row leads to its item."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from briefsite.pages.across.home import changes_of
from briefsite.pages.across.parts import parts
from briefsite.pages.dates import date_words, first_day
from briefsite.pages.environment import front_matter, render
from briefsite.pages.labels import N_, t
from briefsite.pages.questions import question_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefsite.pages.across.listing import Listing

Row = TypeVar("Row")

TITLES = {
    "quotes": N_("Quotes"),
    "figures": N_("Figures"),
    "timeline": N_("Timeline"),
    "questions": N_("Open questions"),
    "changes": N_("Changes"),
}
"""The folder of a table under docs/, and what it is called."""


def table_pages(public: Sequence[Listing]) -> dict[str, str]:
    """The pages of every table."""
    quotes = [(row, entry) for entry in public for row in entry.quotes]
    figures = [(row, entry) for entry in public for row in entry.figures]
    events = [(row, entry) for entry in public for row in entry.events]
    questions = [(row, entry) for entry in public for row in entry.questions]
    changes = changes_of(public)
    return {
        **_pages("quotes", public, quotes, lambda pair: pair[1].date),
        **_pages("figures", public, figures, lambda pair: pair[1].date),
        **_pages("timeline", public, events, lambda pair: first_day(pair[0].date)),
        **_pages("questions", public, questions, lambda pair: pair[1].date, words=question_words()),
        **_pages("changes", public, changes, lambda pair: first_day(pair[0].date)),
    }


def _pages(
    table: str, public: Sequence[Listing], rows: Sequence[Row], date: Callable[[Row], str], **context: Any
) -> dict[str, str]:
    cut = parts(rows, date)
    title = t(TITLES[table])
    return {
        f"{table}/{part.file}": render(
            f"across/{table}.md.jinja",
            front=front_matter(
                title=title if part is cut[0] else f"{title} · {part.name}",
                hide=["navigation", "toc"],
                search={"exclude": True},
            ),
            title=title,
            page=part,
            parts=cut if len(cut) > 1 else (),
            total=len(rows),
            briefings=len(public),
            when=date_words,
            **context,
        )
        for part in cut
    }
