"""The known word that somebody meant, where that is certain.

    sorce, Source, source_    → source
    stat                      → nothing: status is two letters off
    dute                      → nothing, where "date" and "due" are as near

Certain is what differs in capitals, spaces and hyphens alone, or in one letter (left out, too much, wrong, or two
swapped) from one known word of at least four letters and from no other.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

_SHORTEST = 4
"""Letters of a word that one wrong letter does not make another one."""


def meant(typed: str, known: Collection[str]) -> str | None:
    """The one known word that this is a slip of; None where that is not certain."""
    plain = _plain(typed)
    if plain in known:
        return plain
    slips = [word for word in known if _is_one_off(plain, word)]
    return slips[0] if len(slips) == 1 and len(slips[0]) >= _SHORTEST else None


def close(typed: str, known: Collection[str], *, cutoff: float = 0.6) -> str | None:
    """The known word that is most like it, to ask about; None where none is."""
    if found := meant(typed, known):
        return found
    likely = get_close_matches(_plain(typed), known, n=1, cutoff=cutoff)
    return likely[0] if likely else None


def _plain(typed: str) -> str:
    return typed.strip(" _-").lower().replace("-", "_").replace(" ", "_")


def _is_one_off(typed: str, word: str) -> bool:
    """Whether one letter was left out, added, changed, or swapped with its neighbour."""
    if abs(len(typed) - len(word)) > 1:
        return False
    start = 0
    while start < min(len(typed), len(word)) and typed[start] == word[start]:
        start += 1
    rest, other = typed[start:], word[start:]
    swapped = len(rest) > 1 and len(other) > 1 and rest[:2] == other[1::-1] and rest[2:] == other[2:]
    return swapped or rest[1:] == other[1:] or rest == other[1:] or rest[1:] == other
