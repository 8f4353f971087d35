"""What briefings have in common, kept from one edit to the next: only what an edit touches is sorted in again."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from briefsite.pages.across.listing import published

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

    from briefsite.pages.across.listing import Head, Listing

Key = TypeVar("Key", bound="Hashable")
Row = TypeVar("Row")


class Edit(NamedTuple):
    """What became of the published briefings since the last time."""

    public: Mapping[str, Listing]
    """All of them as they are now, by slug, the newest first."""
    gone: Sequence[Listing]
    """Those that are no longer there, and those that changed, as they were."""
    come: Sequence[Listing]
    """Those that are new, and those that changed, as they are; the newest first."""
    order: Mapping[str, int]
    """Where each stands among all of them."""


def edit_of(before: Mapping[str, Listing], entries: Iterable[Listing]) -> Edit:
    """What makes those of before into the published ones of `entries`."""
    public = {entry.head.slug: entry for entry in published(entries)}
    return Edit(
        public=public,
        gone=[entry for slug, entry in before.items() if public.get(slug) != entry],
        come=[entry for slug, entry in public.items() if before.get(slug) != entry],
        order={slug: number for number, slug in enumerate(public)},
    )


class Index(Generic[Key, Row]):
    """Rows of all briefings by something that they share, each with the head of its briefing.

    Within a group rows stand in the order of the briefings, those of one briefing in its own order.
    """

    def __init__(self, rows_of: Callable[[Listing], Iterable[tuple[Key, Row]]]) -> None:
        self._rows_of = rows_of
        self.groups: dict[Key, tuple[tuple[Row, Head], ...]] = {}

    def bring(self, edit: Edit) -> list[Key]:
        """Follow an edit; the keys of the groups that are others than they were."""
        left = {entry.head.slug for entry in edit.gone}
        added: defaultdict[Key, list[tuple[Row, Head]]] = defaultdict(list)
        for entry in edit.come:
            for key, row in self._rows_of(entry):
                added[key].append((row, entry.head))
        touched = dict.fromkeys(key for entry in edit.gone for key, _ in self._rows_of(entry))
        changed = []
        for key in {**added, **touched}:
            before = self.groups.get(key, ())
            stayed = [pair for pair in before if pair[1].slug not in left] if key in touched else list(before)
            group = tuple(_in_order(stayed, added.get(key, []), edit.order))
            if group != before:
                changed.append(key)
                if group:
                    self.groups[key] = group
                else:
                    del self.groups[key]
        return changed


def _in_order(
    stayed: list[tuple[Row, Head]], added: list[tuple[Row, Head]], order: Mapping[str, int]
) -> list[tuple[Row, Head]]:
    if not stayed or not added:
        return stayed or added  # either is in order
    return sorted((*stayed, *added), key=lambda pair: order[pair[1].slug])
