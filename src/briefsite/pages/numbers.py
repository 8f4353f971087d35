"""Numbers as the language spoken writes them; every digit that is known stays, and none is added.

en: 37,000 · 1.10      de: 37.000 · 1,10
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from babel.numbers import format_decimal, get_decimal_symbol

from briefsite.pages.language import locale, spoken


def number_words(number: Decimal | int) -> str:
    """The number in digits, grouped; a minus sign, not a hyphen, before a negative one."""
    # CLDR's own formatting would drop the last digit of 1.10, which the source gave.
    whole, dot, fraction = f"{abs(Decimal(number)):f}".partition(".")
    grouped = _grouped(int(whole), spoken())
    shown = f"{grouped}{get_decimal_symbol(locale())}{fraction}" if dot else grouped
    return f"−{shown}" if number < 0 else shown


@lru_cache(maxsize=1 << 12)
def _grouped(whole: int, _language: str) -> str:
    return str(format_decimal(whole, locale=locale()))
