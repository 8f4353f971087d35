"""Who gives a number, where its sentence says so.

    "About 300 houses were lost, according to the fire service." → the fire service
    "“We lost 300 houses,” said Okafor." → Ada Okafor (the speaker of the quotation that holds the number)

Leaves alone sentences that name nobody: the article itself says it.

Limits:
1. Who is named for one number of a sentence is taken to give them all.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from briefsite.span import Span

if TYPE_CHECKING:
    from briefsite.mentions.mention import Mentions, Quantity

_MOST_WORDS = 10
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


class Sources:
    """The people and organisations of an article, asked who gives a number."""

    def __init__(self, mentions: Mentions) -> None:
        self._speech = [q for q in mentions.quotations if q.is_speech and q.speaker]
        self._speech_starts = [quotation.span.start for quotation in self._speech]
        named = sorted((span, entity.name) for entity in mentions.entities for span in entity.mentions)
        self._names = [name for _, name in named]
        self._spans = [span for span, _ in named]
        self._name_starts = [span.start for span in self._spans]

    def of(self, text: str, sentence: Span, quantity: Quantity) -> str | None:
        """The best name known for who gives the quantity; None where its sentence does not say."""
        at = bisect_right(self._speech_starts, quantity.span.start) - 1
        if at >= 0 and quantity.span in self._speech[at].span:
            return self._speech[at].speaker
        start = max(sentence.start, quantity.span.start - _REACH)
        end = min(sentence.end, quantity.span.end + _REACH)
        match = _ACCORDING.search(text, start, end) or _SAYS.search(text, start, end)
        if not match:
            return None
        who = Span(*match.span("who"))
        if name := self._named_in(who):
            return name
        written = " ".join(match["who"].split())
        return written if len(written.split()) <= _MOST_WORDS else None

    def _named_in(self, span: Span) -> str | None:
        at = bisect_right(self._name_starts, span.start - 1)
        return self._names[at] if at < len(self._spans) and self._spans[at] in span else None
