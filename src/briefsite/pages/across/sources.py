"""Where the words come from: publishers, how much of them is used, and which texts are one."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from briefsite.pages.across.reprints import Cited
from briefsite.pages.dates import date_words, first_day
from briefsite.pages.environment import front_matter, render
from briefsite.pages.labels import t
from briefsite.pages.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from briefsite.pages.across.listing import Head, Listing
    from briefsite.pages.across.reprints import Reprints
    from briefsite.pages.across.rows import SourceRow


class Publisher(NamedTuple):
    """A publisher and what briefings take from it."""

    name: str
    texts: int
    """Sources, a text that stands in several counted once."""
    briefings: int
    newest: str
    """EDTF; empty where no date is known."""
    rights: tuple[str, ...]


def sources_sheet(public: Collection[Listing], reprints: Reprints) -> Sheet[str]:
    """The page; `public` has the newest first."""
    cited = {
        Cited(entry.slug, number): (row, entry.head) for entry in public for number, row in enumerate(entry.sources)
    }
    groups = tuple(
        tuple((row._replace(sentences=()), head) for row, head in map(cited.__getitem__, group))
        for group in reprints.groups
    )
    texts = len(cited) - sum(len(group) - 1 for group in groups)
    return Sheet("sources/index.md", _page, (tuple(_publishers(cited, reprints)), groups, len(cited), texts))


def _publishers(cited: dict[Cited, tuple[SourceRow, Head]], reprints: Reprints) -> list[Publisher]:
    """Those with the most texts first."""
    by_name: defaultdict[str, list[Cited]] = defaultdict(list)
    for place, (row, _) in cited.items():
        by_name[row.publisher].append(place)
    made = []
    for name, places in by_name.items():
        rows = [cited[place][0] for place in places]
        made.append(
            Publisher(
                name=name or t("Publisher not known"),
                texts=len({reprints.text_of(place) for place in places}),
                briefings=len({place.slug for place in places}),
                newest=max((row.date for row in rows if row.date), key=first_day, default=""),
                rights=tuple(dict.fromkeys(row.rights for row in rows)),
            )
        )
    return sorted(made, key=lambda publisher: (-publisher.texts, publisher.name))


def _page(
    publishers: Sequence[Publisher], reprints: Sequence[Sequence[tuple[SourceRow, Head]]], total: int, texts: int
) -> str:
    return render(
        "across/sources.md.jinja",
        front=front_matter(title=t("Sources"), hide=["navigation"], search={"exclude": True}),
        publishers=publishers,
        reprints=reprints,
        total=total,
        texts=texts,
        when=date_words,
    )
