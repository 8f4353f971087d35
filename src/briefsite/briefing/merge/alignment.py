"""Two versions of an article, sentence by sentence: which one of the new became of which one of the old.

    The bridge closed on Monday.      →  The bridge closed on Monday.       the same
    It will cost 2 million.           →  It will cost 3 million.            reworded, in the same place
    Nobody was hurt.                                                        gone, even where "Nobody was hurt in
                                                                            Orva." now stands elsewhere

A sentence that says nearly the same is taken for the old one only where the sentences around it say that it
stands in the same place. Elsewhere a look-alike may be about something else, and a quotation would be pinned
to words that nobody said.

Known limits: (1) a sentence split in two goes on in that half which is most like it; (2) a sentence moved and
reworded at once is gone and new.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING

from briefsite.lexicon import words
from briefsite.typography import find_words, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefsite.article import Article
    from briefsite.span import Span

LEAST_ALIKE = 0.6
"""Share of words that two versions of a sentence have in common, in order; unlike sentences of news reach 0.3."""
LEAST_WORDS = 6
"""Of a sentence that may be known again with other neighbours: "He declined to comment." stands in many places."""
_WORD = re.compile(r"\w+(?:['.,-]\w+)*")


@dataclass(frozen=True)
class Alignment:
    """The sentences of an old article in a new one. Headings and captions count as sentences of their own."""

    old: Article
    new: Article

    def heirs(self, spans: Iterable[Span]) -> tuple[int, ...]:
        """The units of the new article that the units of these old places became, in order."""
        return tuple(self._pairs[unit] for unit in _at(self._old_units, spans) if unit in self._pairs)

    def units(self, spans: Iterable[Span]) -> tuple[int, ...]:
        """The units of the new article that these places of it touch, in order."""
        return _at(self._new_units, spans)

    def moved(self, span: Span) -> Span | None:
        """Where the very words of an old place stand now, in the same sentence; None where they do not."""
        for unit in self.heirs((span,)):
            if found := find_words(self.new.text, span.of(self.old.text), self._new_units[unit]):
                return found[0]
        return None

    @cached_property
    def _old_units(self) -> tuple[Span, ...]:
        return _units(self.old)

    @cached_property
    def _new_units(self) -> tuple[Span, ...]:
        return _units(self.new)

    @cached_property
    def _pairs(self) -> dict[int, int]:
        """Unit of the old article → unit of the new one."""
        if self.old is self.new:
            return {unit: unit for unit in range(len(self._new_units))}
        old, new = _said(self.old, self._old_units), _said(self.new, self._new_units)
        pairs: dict[int, int] = {}
        replaced = []
        for tag, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if tag == "equal":
                pairs.update(zip(range(start, end), range(new_start, new_end), strict=True))
            elif tag == "replace":
                replaced.append((range(start, end), range(new_start, new_end)))
        pairs.update(_carried_off(old, new, pairs))
        taken = set(pairs.values())
        for olds, news in replaced:
            left = [unit for unit in olds if unit not in pairs], [unit for unit in news if unit not in taken]
            pairs.update(_reworded(old, new, *left))
        return pairs


def alike(one: str, other: str) -> float:
    """How much of two texts is the same words in the same order, from 0 to 1."""
    first, second = _words(one), _words(other)
    if not first or not second:
        return float(one == other)
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def _units(article: Article) -> tuple[Span, ...]:
    return tuple(
        span
        for paragraph in article.paragraphs
        for span in ([sentence.span for sentence in paragraph.sentences] or [paragraph.span])
    )


def _at(units: tuple[Span, ...], spans: Iterable[Span]) -> tuple[int, ...]:
    """The units that these places touch, each once, in order."""
    return tuple(dict.fromkeys(number for span in spans for number, unit in enumerate(units) if unit.overlaps(span)))


def _said(article: Article, units: tuple[Span, ...]) -> list[str]:
    return [" ".join(fold(unit.of(article.text)).split()) for unit in units]


def _words(text: str) -> list[str]:
    return [match.group().lower() for match in _WORD.finditer(fold(text))]


def _carried_off(old: list[str], new: list[str], pairs: dict[int, int]) -> Iterator[tuple[int, int]]:
    """Sentences that stand somewhere else now, and once in both: with a neighbour, or long and clear by themselves."""
    counts, new_counts = Counter(old), Counter(new)
    places = {said: unit for unit, said in enumerate(new)}
    taken = set(pairs.values())
    for unit, said in enumerate(old):
        target = places.get(said)
        if unit in pairs or target is None or target in taken or counts[said] > 1 or new_counts[said] > 1:
            continue
        if _stands_alone(said) or any(
            0 <= unit + step < len(old) and 0 <= target + step < len(new) and old[unit + step] == new[target + step]
            for step in (-1, 1)
        ):
            yield unit, target


def _stands_alone(said: str) -> bool:
    """Whether a sentence says whom and what it means; "She said so on Monday" says it with the one before.

    “We need more pumps,” said Mara Lind: what begins in quotation marks leans on the name behind them.
    """
    found = _words(said)
    return len(found) >= LEAST_WORDS and (said[0] in "\"'" or found[0] not in words("leaning_openers"))


def _reworded(old: list[str], new: list[str], olds: list[int], news: list[int]) -> dict[int, int]:
    """The likeliest pairs within one stretch that was replaced, each sentence once."""
    split = {unit: _words(old[unit]) for unit in olds}, {unit: _words(new[unit]) for unit in news}
    bags = tuple({unit: Counter(found) for unit, found in side.items()} for side in split)
    scored = []
    for one, other in product(olds, news):
        first, second = split[0][one], split[1][other]
        # The words in common, whatever their order, are the most that can be: nearly all pairs end here.
        if 2 * (bags[0][one] & bags[1][other]).total() < LEAST_ALIKE * (len(first) + len(second)):
            continue
        ratio = SequenceMatcher(None, first, second, autojunk=False).ratio()
        if ratio >= LEAST_ALIKE:
            offset = abs((one - olds[0]) - (other - news[0]))
            scored.append((-ratio, offset, one, other))
    pairs: dict[int, int] = {}
    for _, _, one, other in sorted(scored):
        if one not in pairs and other not in pairs.values():
            pairs[one] = other
    return pairs
