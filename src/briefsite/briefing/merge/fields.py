"""The three-way merge of one item's values: what a person changed stays, everything else follows the machine.

base      mine      theirs    merged
37000     37000     38000     38000       nobody touched it
37000     36000     37000     36000       a person's edit
37000     36000     36000     36000       both say the same
37000     36000     38000     36000       a conflict: the person's value stands, and it is listed
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from briefsite.briefing.record import Fields, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedFields:
    """The values of one item, merged."""

    fields: Fields
    base: Fields
    """The base of the next merge: the machine's values, but the old one where there is a conflict, so that it is
    found again until somebody settles it."""
    conflicts: tuple[tuple[str, Value | None, Value | None], ...] = field(default=())
    """Key, base and theirs."""


def merge_fields(
    base: Mapping[str, Value],
    mine: Mapping[str, Value],
    theirs: Mapping[str, Value],
    *,
    held: Collection[str] = (),
    keep_mine: bool = False,
) -> MergedFields:
    """Each value by itself. `held` are keys that a person touched without changing the value (a comment in it).

    With `keep_mine`, conflicts are settled: the person's values stand, and the machine's count as seen.
    """
    merged: Fields = {}
    new_base: Fields = {}
    conflicts = []
    for key in dict.fromkeys((*mine, *base, *theirs)):
        was, own, news = base.get(key), mine.get(key), theirs.get(key)
        is_edited = own != was or key in held
        if is_edited and news not in (own, was) and not keep_mine:
            conflicts.append((key, was, news))
            _put(new_base, key, was)
        else:
            _put(new_base, key, news)
        _put(merged, key, own if is_edited else news)
    return MergedFields(fields=merged, base=new_base, conflicts=tuple(conflicts))


def _put(fields: Fields, key: str, value: Value | None) -> None:
    if value is not None:
        fields[key] = value
