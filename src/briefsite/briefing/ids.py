"""Short stable ids for the items of a briefing: their permalinks, and what merging goes by.

An id is the section's letter and the first hexadecimal digits of a digest of what the item says, so that
drafting the same article again gives the same ids, whatever was added before or behind.

    quotes, "is a shared priority"  → q-91f3
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from briefsite.briefing.items import Event, KeyFigure, OpenQuestion, Person
from briefsite.typography import fold

if TYPE_CHECKING:
    from collections.abc import Collection

    from briefsite.briefing.items import Item

PREFIXES = {
    "summary": "s",
    "key_figures": "f",
    "quotes": "q",
    "timeline": "t",
    "background": "b",
    "open_questions": "o",
    "people": "p",
}
"""Section → the letter its ids begin with."""
SHORTEST = 4
"""Hexadecimal digits of an id that nothing else in the file has."""


def item_id(section: str, item: Item, taken: Collection[str]) -> str:
    """The id of an item that has none; not one of `taken`.

    Of two items that say the same, the later one gets a longer id: order of appearance decides, nothing else.
    """
    digits = identity(section, item)
    for length in range(SHORTEST, len(digits) + 1):
        candidate = f"{PREFIXES[section]}-{digits[:length]}"
        if candidate not in taken:
            return candidate
    number = 2
    while (candidate := f"{PREFIXES[section]}-{digits}-{number}") in taken:
        number += 1
    return candidate


def identity(section: str, item: Item) -> str:
    """A digest of what makes the item itself, in 32 hexadecimal digits: equal where two items say the same."""
    said = "\0".join((section, *_said(item)))
    return blake2b(said.encode("utf-8", "replace"), digest_size=16).hexdigest()


def _said(item: Item) -> list[str]:
    """Its words in the source, and what tells it from others in the same words."""
    own: tuple[str, ...] = ()
    match item:
        case KeyFigure():
            own = (item.value or item.written_as or "",)
        case Event():
            own = (item.date,)
        case OpenQuestion():
            own = (item.kind.value,) if item.evidence else (item.question,)
        case Person():
            return [" ".join(fold(item.name).split())]
    return [" ".join(fold(words).split()) for words in (*item.anchor_words, *own)]
