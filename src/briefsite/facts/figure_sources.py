"""Who gives a number, where its sentence says so.

    "About 300 houses were lost, according to the fire service." → the fire service
    "“We lost 300 houses,” said Okafor." → Ada Okafor (the speaker of the quotation that holds the number)

Leaves alone sentences that name nobody: the article itself says it.

Limits:
1. Who is named for one number of a sentence is taken to give them all.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from briefsite.lexicon import words
from briefsite.span import Span, trimmed

if TYPE_CHECKING:
    from briefsite.mentions.mention import Mentions, Quantity

_MOST_WORDS = 10
_LONGEST_IN_CAPITALS = 12
"""Code points of a name that is all capitals: "CBS NEWS", but not "POLLS NOT ALWAYS WRONG"."""
_REACH = 600
"""Code points of a sentence that are looked through on either side of the number."""

_ACCORDING = re.compile(r"\b[Aa]ccording\s+to\s+(?P<who>[^,.;:()“”\"]{2,80})")
_SAYS = re.compile(
    r"""
    (?P<who> (?: [A-Z][\w’'.-]{0,30}\s+ ){1,5}
           | (?:the\s+)? (?: police | officials | authorities | government | ministry | company | report | study
                           | survey | poll ) \s+ )
    (?: said | says | estimates | estimated | reported | reports | announced | found | believes ) \b
    """,
    flags=re.VERBOSE,
)


_HINT = re.compile(r"sa(?:id|ys)\b|estimate|report|announced|found\b|believes|ccording")
"""One of the words of both; most sentences have none."""


class Sources:
    """The people and organisations of an article, asked who gives a number."""

    def __init__(self, mentions: Mentions) -> None:
        self._speech = [q for q in mentions.quotations if q.is_speech and q.speaker]
        self._speech_starts = [quotation.span.start for quotation in self._speech]
        self._entities = mentions.entities

    @cached_property
    def _names(self) -> list[tuple[int, int, str]]:
        """Where a name begins and ends, and whose it is, in order of position."""
        return sorted((span.start, span.end, entity.name) for entity in self._entities for span in entity.mentions)

    def of(self, text: str, sentence: Span, quantity: Quantity) -> str | None:
        """The best name known for who gives the quantity; None where its sentence does not say."""
        at = bisect_right(self._speech_starts, quantity.span.start) - 1
        if at >= 0 and quantity.span in self._speech[at].span:
            speaker = self._speech[at].speaker
            return speaker if speaker and _is_name(speaker) else None
        start = max(sentence.start, quantity.span.start - _REACH)
        end = min(sentence.end, quantity.span.end + _REACH)
        if not _HINT.search(text, start, end):
            return None
        match = _ACCORDING.search(text, start, end) or _SAYS.search(text, start, end)
        if not match:
            return None
        who = trimmed(text, *match.span("who"))
        name = who and (self._named_in(text, who) or " ".join(who.of(text).split()))
        return name if name and len(name.split()) <= _MOST_WORDS and _is_name(name) else None

    def _named_in(self, text: str, span: Span) -> str | None:
        """The full name of the entity that the words end with or begin with: "the mayor, Ada Okafor"."""
        at = bisect_left(self._names, (span.start, 0, ""))
        if at == len(self._names) or self._names[at][1] > span.end:
            return None
        start, end, name = self._names[at]
        before, behind = text[span.start : start], text[end : span.end]
        # "the Harbour and Dockers’ Union" is no harbour, and "a trial in Lethmark" no town
        is_whole = not behind.strip() and not _PREPOSITION.search(before)
        return name if is_whole else None


_PREPOSITION = re.compile(r"\b(?:in|of|at|for|on|from|by|and)\b")


def _is_name(name: str) -> bool:
    """Whether it names who speaks: no pronoun, no place, no paper, no crowd; "the fire service" does."""
    first = name.split()[0].lower()
    last = name.split()[-1].lower()
    if first in _NO_NAMES or name in words("places") or _CROWD.search(name):
        return False
    if (" " in name and len(name) > _LONGEST_IN_CAPITALS and name.isupper()) or first in words("time_words"):
        return False  # a heading that runs into the sentence, a day
    is_definite = first == "the" and last not in words("documents")
    return is_definite or any(part[0].isupper() for part in name.split()[1:]) or _is_proper(name)


def _is_proper(name: str) -> bool:
    """Whether a single word is a name: "Starmer", "Reuters"; "Analysts" only begins a sentence."""
    word = name.lower()
    is_common = word in words("vague_sources") or word in words("documents") or word in words("crowds")
    return " " not in name and name[0].isupper() and not is_common and word.removesuffix("s") not in words("roles")


_NO_NAMES = frozenset(
    ("a", "an", "he", "she", "it", "they", "we", "i", "you", "who", "this", "that", "these", "those", "one")
)
_CROWD = re.compile(r"\d|\b(?:study|survey|poll|report|trial|figures|data|estimates|results)\b")
