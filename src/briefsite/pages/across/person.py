"""The page of a person or organisation: what they say in all briefings that name them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from briefsite.pages.across.mentions import Somebody
from briefsite.pages.dates import date_words
from briefsite.pages.environment import front_matter, render
from briefsite.pages.labels import t
from briefsite.pages.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.pages.across.listing import Head
    from briefsite.pages.across.mentions import Mention
    from briefsite.pages.evidence import Chip
    from briefsite.pages.quotations import QuoteView

NAMESAKES = 8
"""Links to others of the same name; the index has all of them."""


class Namesake(NamedTuple):
    """Where somebody of the same name is."""

    href: Markup
    title: str
    title_language: Markup


def person_sheet(one: Somebody, file: Markup, namesakes: Sequence[Namesake]) -> Sheet[str]:
    """The page, with links to others of the same name."""
    by_whom = tuple((join.by, join.date) for join in one.joins if join.by or join.date)
    has_more = len(namesakes) > NAMESAKES
    return Sheet(f"people/{file}", _page, (one.name, one.mentions, by_whom, tuple(namesakes[:NAMESAKES]), has_more))


def _page(
    name: str,
    mentions: Sequence[Mention],
    by_whom: Sequence[tuple[str | None, str | None]],
    namesakes: Sequence[Namesake],
    has_more_namesakes: bool,
) -> str:
    said = [
        (mention, tuple(_from_here(quote, mention.entry, number) for quote in mention.quotes))
        for number, mention in enumerate(mentions)
    ]
    views = [view for _, quotes in said for view in quotes]
    kinds = Counter(view.kind for view in views for _ in view.ids)
    words = sum(len(text.split()) for view in views for text in _quoted_words(view))
    days = [mention.entry.date for mention in mentions if mention.entry.date]
    return render(
        "across/person.md.jinja",
        front=front_matter(title=name, hide=["navigation"], search={"boost": 0.5}),
        person=Somebody(name, tuple(mentions)),
        said=[(mention, quotes) for mention, quotes in said if quotes],
        counts=[*kinds.items(), *([(t("Words in quotation marks"), words)] if words else [])],
        span=date_words(f"{min(days)[:7]}/{max(days)[:7]}" if min(days)[:7] != max(days)[:7] else min(days)[:7])
        if days
        else "",
        figures=[(figure, mention.entry) for mention in mentions for figure in mention.figures],
        roles=[
            (mention, tuple(_moved(chip, mention.entry, f"r{number}_") for chip in mention.row.chips))
            for number, mention in enumerate(mentions)
        ],
        namesakes=namesakes,
        has_more_namesakes=has_more_namesakes,
        by_whom=by_whom,
    )


def _quoted_words(view: QuoteView) -> tuple[str, ...]:
    return view.segments or tuple(piece.text for piece in view.sentence if piece.marked)


def _from_here(view: QuoteView, entry: Head, number: int) -> QuoteView:
    """The quotation as a page in people/ shows it: its chips lead from there, and have ids of their own."""
    return view._replace(
        chips=tuple(_moved(chip, entry, f"e{number}_") for chip in view.chips),
        because_chips=tuple(_moved(chip, entry, f"e{number}_") for chip in view.because_chips),
    )


def _moved(chip: Chip, entry: Head, prefix: str) -> Chip:
    return chip._replace(href=Markup("../b/") + entry.folder + chip.href, slip_id=Markup(prefix) + chip.slip_id)
