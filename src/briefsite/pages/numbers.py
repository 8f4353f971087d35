"""Numbers as the language spoken writes them; every digit that is known stays, and none is added.

en: 37,000 · 1.10      de: 37.000 · 1,10
"""

from __future__ import annotations

from decimal import Decimal

from babel.numbers import format_decimal, get_decimal_symbol

from briefsite.pages.language import locale, remembered


def number_words(number: Decimal | int) -> str:
    """The number in digits, grouped; a minus sign, not a hyphen, before a negative one."""
    shown = _grouped(f"{abs(Decimal(number)):f}")
    return f"−{shown}" if number < 0 else shown


@remembered
def _grouped(digits: str) -> str:
    # CLDR's own formatting would drop the last digit of 1.10, which the source gave.
    whole, dot, fraction = digits.partition(".")
    grouped = str(format_decimal(int(whole), locale=locale()))
    return f"{grouped}{get_decimal_symbol(locale())}{fraction}" if dot else grouped
