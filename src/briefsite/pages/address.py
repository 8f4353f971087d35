"""Names → short addresses that last: `people/maud-ferrant.md`."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST = 60
"""Code points of an address."""


def addresses(names: Iterable[str]) -> dict[str, str]:
    """An address for each name, all different. Of two names that would have the same, the later one gets a number.

    The number is made of the name, so that an address does not change when other names come or go.
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    for name in dict.fromkeys(names):
        plain = address(name)
        found[name] = f"{plain}-{_number(name)}" if plain in taken else plain
        taken.add(found[name])
    return found


@lru_cache(maxsize=1 << 16)
def address(name: str) -> str:
    """Lower-case ASCII letters, digits and hyphens; a number where the name has none of them, or ends in a file's own.

    Maud Ferrant → maud-ferrant      Übersee → ubersee      ليلى حداد → x-1c61f5a2
    """
    ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    plain = re.sub(r"[^a-z0-9]+", "-", ascii_name.lower()).strip("-")[:MOST].strip("-")
    if len(plain) < sum(character.isalnum() for character in name) / 2:
        plain = f"x-{_number(name)}"
    return f"{plain}-{_number(name)}" if plain in {"index", "readme"} else plain


def _number(name: str) -> str:
    return hashlib.blake2b(name.encode(), digest_size=4).hexdigest()
