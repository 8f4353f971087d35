"""Quantities in an article that is not in English: digits beside "%" or a currency sign, and nothing else.

    "12,5 %" → 12.5 percent        "€ 300" → 300 euro        "1.234 €" → left alone: thousands or decimals?

Limits:
1. No word rules: neither qualifiers nor scale words nor counted nouns are known.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from briefsite.mentions.mention import Quantity
from briefsite.span import Span

if TYPE_CHECKING:
    from briefsite.article import Article

_SIGN = {"%": "percent", "€": "euro", "$": "dollar", "£": "pound", "¥": "yen"}
_GAP = r"[ \u00a0\u202f\u2009]?"
_FIGURE = re.compile(
    rf"""
    (?: (?P<before> [€$£¥] ) {_GAP} | (?<![\w.,€$£¥%]) )
    (?P<number> \d+ (?: [.,’'\u00a0\u202f\u2009] \d+ )* )
    (?: {_GAP} (?P<after> [%€$£¥] ) )?
    (?! [\d] )
    """,
    flags=re.VERBOSE,
)
_DECIMAL = re.compile(r"(?P<whole>\d+)(?:[.,](?P<part>\d{1,2}|\d{4,}))?")
_GROUPED = re.compile(
    r"\d{1,3}(?P<mark>[.,’'\u00a0\u202f\u2009])\d{3}(?:(?P=mark)\d{3})*(?:(?!(?P=mark))[.,](?P<part>\d+))?"
)
_SCALE_MAY_FOLLOW = re.compile(r"[ \u00a0\u202f\u2009]*[mbtkмт]", flags=re.IGNORECASE)
"""Mio., Mrd., millones, miljard, tys., kr, млн: every scale word of a European language begins so."""


def find(article: Article) -> tuple[Quantity, ...]:
    """Every such quantity, in order."""
    text = article.text
    return tuple(
        quantity
        for paragraph in article.paragraphs
        if paragraph.kind != "furniture"
        for match in _FIGURE.finditer(text, paragraph.span.start, paragraph.span.end)
        if (quantity := _quantity(text, match))
    )


def _quantity(text: str, match: re.Match[str]) -> Quantity | None:
    sign = match["before"] or match["after"]
    value = _value(match["number"])
    if not sign or value is None or (match["before"] and match["after"] and match["before"] != match["after"]):
        return None
    if match["before"] and not match["after"] and _SCALE_MAY_FOLLOW.match(text, match.end()):
        return None  # "€ 5 Mio."
    span = Span(*match.span())
    return Quantity(span=span, number=span, value=value, unit=_SIGN[sign])


def _value(written: str) -> Decimal | None:
    if match := _DECIMAL.fullmatch(written):
        return (
            Decimal(f"{match['whole']}.{match['part'] or 0}").normalize() if match["part"] else Decimal(match["whole"])
        )
    if match := _GROUPED.fullmatch(written):
        marks = written.count(match["mark"])
        if marks == 1 and not match["part"] and match["mark"] in ".,":
            return None  # "1.234": English decimals or German thousands
        whole = written[: -len(match["part"]) - 1] if match["part"] else written
        digits = re.sub(r"\D", "", whole)
        return Decimal(f"{digits}.{match['part']}") if match["part"] else Decimal(digits)
    return None
