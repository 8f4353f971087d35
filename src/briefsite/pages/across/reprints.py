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
    from collections.abc import Iterable, Iterator

    from briefsite.pages.across.index import Edit
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


class Reprints:
    """Which sources are one text, kept from one edit to the next: only those that an edit touches are compared."""

    def __init__(self) -> None:
        self._marks: dict[Cited, tuple[int, ...]] = {}
        self._holders: dict[int, Cited | list[Cited]] = {}
        """Who has a sentence; most are had by one alone."""
        self._alike: defaultdict[Cited, set[Cited]] = defaultdict(set)
        self.groups: list[list[Cited]] = []
        """The sources of each text that several have, the oldest first."""
        self._leaders: dict[Cited, Cited] = {}

    def bring(self, edit: Edit) -> set[str]:
        """Follow an edit; the briefings with a source that now is one text with others than before."""
        gone, come = dict(_cited(edit.gone)), dict(_cited(edit.come))
        changed = [cited for cited in {**gone, **come} if gone.get(cited) != come.get(cited)]
        touched: set[Cited] = set()
        for cited in changed:
            touched |= self._leave(cited)
        for cited in changed:
            if cited in come:
                touched |= self._enter(cited, come[cited])
        touched = (touched | set(changed)) & self._marks.keys()
        for cited in touched:
            self._part(cited)
        for cited in touched:
            self._compare(cited)
        before = self._leaders
        self._follow(edit)
        return {cited.slug for cited in before.keys() | self._leaders if before.get(cited) != self._leaders.get(cited)}

    def text_of(self, cited: Cited) -> Cited:
        """The oldest source with the same text: the same for all that are one."""
        return self._leaders.get(cited, cited)

    def _leave(self, cited: Cited) -> set[Cited]:
        """Forget a source; those that a sentence now compares again."""
        touched: set[Cited] = set()
        for mark in self._marks.pop(cited, ()):
            holders = self._holders[mark]
            if isinstance(holders, list):
                holders.remove(cited)
                if len(holders) == MOST:
                    touched |= set(holders)
                elif len(holders) == 1:
                    self._holders[mark] = holders[0]
            else:
                del self._holders[mark]
        self._part(cited)
        return touched

    def _enter(self, cited: Cited, sentences: tuple[int, ...]) -> set[Cited]:
        """Take a source in; those that a sentence compares no more."""
        touched: set[Cited] = set()
        self._marks[cited] = sentences
        for mark in sentences:
            holders = self._holders.get(mark)
            if holders is None:
                self._holders[mark] = cited
            elif isinstance(holders, list):
                holders.append(cited)
                if len(holders) == MOST + 1:
                    touched |= set(holders)
            else:
                self._holders[mark] = [holders, cited]
        return touched

    def _part(self, cited: Cited) -> None:
        for other in self._alike.pop(cited, ()):
            self._alike[other].discard(cited)

    def _compare(self, cited: Cited) -> None:
        sentences = self._marks[cited]
        shared: Counter[Cited] = Counter()
        for mark in sentences:
            holders = self._holders[mark]
            if isinstance(holders, list) and len(holders) <= MOST:
                shared.update(holders)
        for other, count in shared.items():
            is_text = count >= FEWEST and count >= SHARED * min(len(sentences), len(self._marks[other]))
            if is_text and other != cited:
                self._alike[cited].add(other)
                self._alike[other].add(cited)

    def _follow(self, edit: Edit) -> None:
        """The groups, by who is alike with whom."""
        alike = [cited for cited, others in self._alike.items() if others]
        alike.sort(key=lambda cited: (edit.public[cited.slug].date, cited))
        order = {cited: number for number, cited in enumerate(alike)}
        self.groups = []
        self._leaders = {}
        for cited in alike:
            if cited not in self._leaders:
                group = sorted(self._reached(cited), key=order.__getitem__)
                self.groups.append(group)
                self._leaders |= dict.fromkeys(group, cited)

    def _reached(self, cited: Cited) -> set[Cited]:
        found, further = {cited}, [cited]
        while further:
            new = self._alike[further.pop()] - found
            found |= new
            further += new
        return found


def _cited(entries: Iterable[Listing]) -> Iterator[tuple[Cited, tuple[int, ...]]]:
    for entry in entries:
        for number, source in enumerate(entry.sources):
            yield Cited(entry.slug, number), source.sentences
