"""What the small phrases of a sentence tell of it: that it looks back, names a day, takes a step, is yet to come.

    The board agreed on Tuesday to shut the pier.   → step, day
    The pier has been run by the town for decades.  → past

The phrases are data (`signs.txt`), found in one pass over the words of a sentence: the first word of a phrase
is looked up, and only then the rest of it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from itertools import product
from typing import TYPE_CHECKING

from briefsite.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Signs = dict[str, int]
"""Kind → how many phrases of that kind a sentence holds; a kind that it does not hold is left out."""


def signs_of(lowers: Sequence[str]) -> Signs:
    """The signs in the words of a sentence, given in lower case and in order."""
    found: Signs = {}
    phrases = _phrases()
    for at, word in enumerate(lowers):
        node = phrases.get(word)
        if node is None:
            continue
        for kind in node.kinds:
            found[kind] = found.get(kind, 0) + 1
        if node.longer:
            for kind in _kinds_after(node, lowers, at + 1):
                found[kind] = found.get(kind, 0) + 1
    return found


def _kinds_after(node: Node, lowers: Sequence[str], at: int) -> Iterator[str]:
    """The kinds of every longer phrase that goes on, from `node`, with the words from `at` on."""
    while at < len(lowers) and (following := node.longer.get(lowers[at])):
        node, at = following, at + 1
        yield from node.kinds


@dataclass(slots=True)
class Node:
    """The phrases that begin alike, by their next word."""

    kinds: tuple[str, ...] = ()
    """The kinds of the phrase that ends here; none where none does."""
    longer: dict[str, Node] = field(default_factory=dict)


@cache
def _phrases() -> dict[str, Node]:
    """First word → the phrases that begin with it."""
    root = Node()
    for entry, kinds in table("signs").items():
        for phrase in product(*(word.split("/") for word in entry.split())):
            node = root
            for word in phrase:
                node = node.longer.setdefault(word, Node())
            node.kinds += tuple(kinds.split())
    return root.longer
