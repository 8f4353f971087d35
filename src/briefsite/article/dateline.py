"""The dateline at the head of an article: the place, the day and the agency of a report, and no word of its story.

    PORT MERRIN, Feb. 5 - The pier …       → PORT MERRIN, Feb. 5 -
    WASHINGTON (AP) — The board …          → WASHINGTON (AP) —
    Lode, Marland (Reuters) - The board …  → Lode, Marland (Reuters) -

Leaves alone a sentence that begins with a name and a dash ("NASA — the agency — said", "Ada Holm - who …").

Known limit: a place in small letters, without an agency behind it, is taken for text ("Lode, 5 May - The board").
"""

from __future__ import annotations

import re
from functools import cache

from briefsite.lexicon import entries
from briefsite.span import Span, trimmed

MAX_LENGTH = 90
"""Code points; a longer head is no dateline."""


@cache
def _pattern() -> re.Pattern[str]:
    agencies = "|".join(map(re.escape, entries("agencies")))
    return re.compile(
        rf"""
        (?: [A-Z][A-Z.’'-]{{2,}} (?: \s [A-Z][A-Z.’'-]+ ){{0,3}}    # PORT MERRIN
            (?: , \s [A-Z][\w.]+ (?: \s [A-Z][\w.]+ )? ){{0,2}}     # , Marland
            (?: ,? \s \(?                                           # , Feb. 5
              (?: [A-Z][a-z]{{2,8}} \.? \s \d{{1,2}} | \d{{1,2}} \s [A-Z][a-z]{{2,8}} ) (?: ,? \s \d{{4}} )? \)? )?
            (?: \s? \( [A-Z][\w ./]{{1,24}} \) )?                   # (Reuters)
          | (?: [A-Z][\w.’-]+ (?: \s [A-Z][\w.’-]+ ){{0,2}} (?: , \s [A-Z][\w.]+ (?: \s [A-Z][\w.]+ )? ){{0,2}} \s? )?
            \( (?: {agencies} ) \)                                  # Lode, Marland (AP)
        )
        \s* (?: — | – | --? ) \s+ (?= ["“‘'$£€]? [A-Z0-9] )
        """,
        flags=re.VERBOSE,
    )


def dateline(text: str, paragraph: Span) -> Span | None:
    """The dateline that a paragraph begins with, dash included; None where it begins with its story."""
    match = _pattern().match(text, paragraph.start, min(paragraph.end, paragraph.start + MAX_LENGTH))
    return trimmed(text, match.start(), match.end()) if match else None
