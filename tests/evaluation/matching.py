"""When a found item is the one an analyst meant: sentences, segments, values, units, names; and pairing one to one."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, TypeVar

from briefsite.span import Span, trimmed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from decimal import Decimal

Found = TypeVar("Found")
Asked = TypeVar("Asked")

EDGE = " \t\r\n\u00a0\"“”„'‘’.,;:!?–—…"
NO_NAME = frozenset(["a", "an", "the", "of", "and", "for", "mr", "mrs", "ms", "dr", "sir"])
SAME_UNIT = {
    "%": "percent",
    "per cent": "percent",
    "person": "people",
    "us dollar": "dollar",
    "british pound": "pound",
    "pound sterling": "pound",
    "kilometer": "kilometre",
    "meter": "metre",
    "centimeter": "centimetre",
    "kg": "kilogram",
    "mah": "milliampere-hour",
    "": "-",
}


def pair(found: Sequence[Found], gold: Sequence[Asked], weight: Callable[[Found, Asked], float]) -> dict[int, int]:
    """Positions in `found` → positions in `gold`, one to one, greatest weight first; weight 0 never meets."""
    weighed = [(weight(one, other), i, j) for i, one in enumerate(found) for j, other in enumerate(gold)]
    met: dict[int, int] = {}
    taken: set[int] = set()
    for worth, i, j in sorted(weighed, key=lambda entry: (-entry[0], entry[1], entry[2])):
        if worth > 0 and i not in met and j not in taken:
            met[i] = j
            taken.add(j)
    return met


def at_least_half(one: Span, other: Span) -> float:
    """The share of the shorter of the two that both hold, where it is at least half; otherwise 0."""
    both = common(one, other) / min(len(one), len(other))
    return both if both >= 0.5 else 0.0


def common(one: Span, other: Span) -> int:
    """How many code points two spans share."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def same_value(value: Decimal | tuple[Decimal, Decimal] | None, asked: str | None) -> bool:
    """Whether a found value is the one asked for: "100-1000" for a pair, None where the words give none."""
    if value is None or asked is None:
        return value is None and asked is None
    found = [float(part) for part in (value if isinstance(value, tuple) else (value,))]
    wanted = [float(part) for part in asked.split("-")]
    # 0.3333 is as near to a third as an annotation is expected to be
    return len(found) == len(wanted) and all(
        abs(one - other) <= 1e-3 * max(abs(other), 1e-9) for one, other in zip(found, wanted, strict=True)
    )


def unit(written: str) -> str:
    """A unit in the singular, spelt one way."""
    plain = written.lower().replace(".", "").strip()
    plain = SAME_UNIT.get(plain, plain)
    if plain.endswith("s") and not plain.endswith("ss"):
        plain = plain[:-1]
    return SAME_UNIT.get(plain, plain)


def same_words(text: str, one: Span, other: Span) -> float:
    """Overlap by union of two segments, marks and stops trimmed, from one half on; otherwise 0."""
    first = trimmed(text, one.start, one.end, EDGE)
    second = trimmed(text, other.start, other.end, EDGE)
    if first is None or second is None:
        return 0.0
    overlap = common(first, second) / len(first.to(second))
    return overlap if overlap >= 0.5 else 0.0


def name_words(name: str | None) -> list[str]:
    """The words of a name that tell it from others: lower case, no accents, no possessive, no titles."""
    plain = unicodedata.normalize("NFKD", name or "").replace("’", "'")
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter)).lower()
    return [word for word in re.findall(r"\w+", re.sub(r"'s\b", "", plain)) if word not in NO_NAME]
