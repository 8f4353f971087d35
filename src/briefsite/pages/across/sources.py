"""Where the words come from: publishers, how much of them is used, and which texts are one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefsite.pages.across.index import Index
from briefsite.pages.across.reprints import Cited
from briefsite.pages.dates import date_words, first_day
from briefsite.pages.environment import front_matter, render
from briefsite.pages.labels import t
from briefsite.pages.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.pages.across.index import Edit
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


class Sources:
    """The page, kept from one edit to the next."""

    def __init__(self) -> None:
        self._cited: Index[str, tuple[Cited, SourceRow]] = Index(
            lambda entry: [
                (row.publisher, (Cited(entry.slug, number), row)) for number, row in enumerate(entry.sources)
            ]
        )
        self._publishers: dict[str, Publisher] = {}
        self._reprints: tuple[tuple[tuple[SourceRow, Head], ...], ...] = ()

    def bring(self, edit: Edit, reprints: Reprints, other_texts: set[str]) -> None:
        """Follow an edit, and new reprints among `other_texts`."""
        touched = set(self._cited.bring(edit))
        for slug in other_texts & edit.public.keys():
            touched |= {row.publisher for row in edit.public[slug].sources}
        for name in touched:
            self._publishers.pop(name, None)
            if group := self._cited.groups.get(name):
                self._publishers[name] = _publisher(name, [source for source, _ in group], reprints)
        self._reprints = tuple(tuple(_cited(edit.public[slug], n) for slug, n in group) for group in reprints.groups)

    def sheet(self) -> Sheet[str]:
        """The page."""
        publishers = sorted(self._publishers.values(), key=lambda publisher: (-publisher.texts, publisher.name))
        total = sum(len(group) for group in self._cited.groups.values())
        texts = total - sum(len(group) - 1 for group in self._reprints)
        return Sheet("sources/index.md", _page, (tuple(publishers), self._reprints, total, texts))


def _publisher(name: str, sources: Sequence[tuple[Cited, SourceRow]], reprints: Reprints) -> Publisher:
    return Publisher(
        name=name or t("Publisher not known"),
        texts=len({reprints.text_of(cited) for cited, _ in sources}),
        briefings=len({cited.slug for cited, _ in sources}),
        newest=max((row.date for _, row in sources if row.date), key=first_day, default=""),
        rights=tuple(dict.fromkeys(row.rights for _, row in sources)),
    )


def _cited(entry: Listing, number: int) -> tuple[SourceRow, Head]:
    # That the texts are one is told by the group: it stays when a sentence is added.
    return entry.sources[number]._replace(sentences=()), entry.head


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
