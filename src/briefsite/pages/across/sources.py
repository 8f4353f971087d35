"""Where the words come from: publishers, how much of them is used, and which texts are one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefsite.pages.across.reprints import Cited, reprint_groups
from briefsite.pages.dates import date_words, first_day
from briefsite.pages.environment import front_matter, render
from briefsite.pages.labels import t

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.pages.across.listing import Listing
    from briefsite.pages.across.rows import SourceRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """A publisher and what briefings take from it."""

    name: str
    texts: int
    """Sources, a text that stands in several counted once."""
    briefings: int
    newest: str
    rights: tuple[str, ...]


def sources_page(public: Sequence[Listing]) -> dict[str, str]:
    """The page."""
    groups = reprint_groups(public)
    cited = {Cited(entry.slug, number): (row, entry) for entry in public for number, row in enumerate(entry.sources)}
    reprints: defaultdict[int, list[tuple[SourceRow, Listing]]] = defaultdict(list)
    for place, group in groups.items():
        reprints[group].append(cited[place])
    page = render(
        "across/sources.md.jinja",
        front=front_matter(title=t("Sources"), hide=["navigation"], search={"exclude": True}),
        publishers=_publishers(cited, groups),
        reprints=list(reprints.values()),
        total=len(cited),
        texts=len({groups.get(place, place) for place in cited}),
        when=date_words,
    )
    return {"sources/index.md": page}


def _publishers(cited: dict[Cited, tuple[SourceRow, Listing]], groups: dict[Cited, int]) -> list[Publisher]:
    """Those with the most texts first."""
    by_name: defaultdict[str, list[Cited]] = defaultdict(list)
    for place, (row, _) in cited.items():
        by_name[row.publisher].append(place)
    made = []
    for name, places in by_name.items():
        days = [cited[place][0].date for place in places if cited[place][0].date]
        made.append(
            Publisher(
                name=name or t("Publisher not known"),
                texts=len({groups.get(place, place) for place in places}),
                briefings=len({place.slug for place in places}),
                newest=date_words(max(days, key=first_day)) if days else "",
                rights=tuple(dict.fromkeys(cited[place][0].rights for place in places)),
            )
        )
    return sorted(made, key=lambda publisher: (-publisher.texts, publisher.name))
