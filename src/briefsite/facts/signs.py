"""What the small phrases of a sentence tell of it: that it looks back, names a day, takes a step, is yet to come.

    The board agreed on Tuesday to shut the pier.   → step, day
    The pier has been run by the town for decades.  → past

The phrases are data (`signs.txt`), found in one pass over the words of a sentence: the first word of a phrase
is looked up, and only then the rest of it.
"""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import TYPE_CHECKING

from briefsite.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Sequence

Signs = dict[str, int]
"""Kind → how many phrases of that kind a sentence holds; a kind that it does not hold is left out."""


def signs_of(lowers: Sequence[str]) -> Signs:
    """The signs in the words of a sentence, given in lower case and in order."""
    found: Signs = {}
    phrases = _phrases()
    for at, word in enumerate(lowers):
        if word in phrases:
            for rest, kinds in phrases[word]:
                if not rest or tuple(lowers[at + 1 : at + 1 + len(rest)]) == rest:
                    for kind in kinds:
                        found[kind] = found.get(kind, 0) + 1
    return found


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]:
    """First word → the rest of each phrase that begins with it, and its kinds."""
    found: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for entry, kinds in table("signs").items():
        for first, *rest in product(*(word.split("/") for word in entry.split())):
            found.setdefault(first, []).append((tuple(rest), tuple(kinds.split())))
    return found
