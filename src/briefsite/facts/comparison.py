"""Whether a date only says what a figure is compared with, so that nothing is dated by it.

sales rose 4% from the same quarter a year before   → compared
more people came than in 2019                       → compared
sales rose 4% in 2019                               → not
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefsite.span import Span

_COMPARES = re.compile(r"\b(?:same|year-ago|year-earlier|comparable|corresponding)\b", flags=re.IGNORECASE)
_COMPARED = re.compile(
    r"""
    (?: \b(?: than | versus | vs\.? | (?:compared|comparing) \s (?:with|to) | unlike | against ) (?: \s in )?
      | \b(?: up | down | r[io]se | risen | increased? | f[ae]ll | fallen | decreased? | drop(?:ped)? | declined?
            | grew | grown? | higher | lower | more | fewer | less | changed? )
        \b [^.;]{0,40} \b (?P<from> from ) (?: \s [^\s,]+ ){0,4}     # "up by about 50% from the level of"
    )
    (?: \s (?:the|a) )? \s? $
    """,
    flags=re.VERBOSE | re.IGNORECASE,
)
"""What stands before a date that only says what a figure is compared with."""
_COMPARING = frozenset({"than", "versus", "vs", "vs.", "compared", "comparing", "unlike", "against", "from"})
"""Words without one of which nothing is compared."""
_GOES_ON = re.compile(r"\s+to\s+(?:(?:about|around|nearly|almost|just|over|some)\s+)?[$£€]?\d")
_REACH = 90
"""Code points before a date in which a comparison is looked for."""


def is_compared_with(text: str, within: Span, date: Span) -> bool:
    """Whether a date is what something in the same sentence or clause `within` is compared with."""
    if _COMPARES.search(text, date.start, date.end):
        return True
    start = max(within.start, date.start - _REACH)
    # a quick look, which nearly all dates fail
    if _COMPARING.isdisjoint(text[start : date.start].lower().split()):
        return False
    compared = _COMPARED.search(text, start, date.start)
    # "fell from 5 million in 1950 to 2 million in 2007" tells of both years
    return compared is not None and not (compared["from"] and _GOES_ON.match(text, date.end, within.end))
