"""Which sources are one text: an agency's article that several papers print is one voice, however often it stands.

Two sources are one text where the shorter has at least `SHARED` of its sentences, and at least `FEWEST`, word for word
in the other. Editors cut reprints from the end and change a word here and there; most sentences they leave alone.

Known limit: a sentence that stands in more than `MOST` sources (a standing notice) compares nothing, so that the work
stays linear.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.pages.across.listing import Listing

SHARED = 0.6
"""Of the shorter one's sentences."""
FEWEST = 3
"""Sentences in common: two may be a quotation that everybody carries."""
MOST = 50


class Cited(NamedTuple):
    """A source of a briefing."""

    slug: str
    number: int
    """Its place among the sources of the briefing, from 0."""


def reprint_groups(entries: Sequence[Listing]) -> dict[Cited, int]:
    """The group of every source that shares its text with another; groups are numbered from 0 in order."""
    marks = {
        Cited(entry.slug, number): source.sentences
        for entry in sorted(entries, key=lambda entry: (entry.date, entry.slug))
        for number, source in enumerate(entry.sources)
    }
    holders: defaultdict[int, list[Cited]] = defaultdict(list)
    for cited, sentences in marks.items():
        for mark in sentences:
            holders[mark].append(cited)
    leader = {cited: cited for cited in marks}
    order = {cited: number for number, cited in enumerate(marks)}
    for cited, sentences in marks.items():
        shared = Counter(
            other
            for mark in sentences
            if len(holders[mark]) <= MOST
            for other in holders[mark]
            if order[other] < order[cited]
        )
        for other, count in sorted(shared.items(), key=lambda pair: order[pair[0]]):
            if count >= FEWEST and count >= SHARED * min(len(sentences), len(marks[other])):
                _join(leader, cited, other, order)
    members = Counter(_root(leader, cited) for cited in marks)
    roots = [cited for cited in marks if members[cited] > 1]
    numbers = {root: number for number, root in enumerate(roots)}
    return {cited: numbers[root] for cited in marks if (root := _root(leader, cited)) in numbers}


def _root(leader: dict[Cited, Cited], cited: Cited) -> Cited:
    while leader[cited] != cited:
        leader[cited] = leader[leader[cited]]
        cited = leader[cited]
    return cited


def _join(leader: dict[Cited, Cited], one: Cited, other: Cited, order: dict[Cited, int]) -> None:
    first, second = sorted((_root(leader, one), _root(leader, other)), key=order.__getitem__)
    leader[second] = first
