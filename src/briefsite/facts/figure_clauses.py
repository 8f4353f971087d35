"""The clause of a sentence that a figure stands in: the shortest part that holds the number and can be read alone.

    "About 37,000 people came in 2024, while 20,000 crossed in 2025." and 20,000   → 20,000 crossed in 2025

A sentence is cut at marks and at the words that join clauses, outside brackets and quotations; a part without a verb,
or one that leans on what stands before it ("which cost 3 million"), takes in its neighbour.

Known limit: verbs are known by lists and by their endings; where none is seen in a part, the part before it is shown
as well.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from briefsite.lexicon import table
from briefsite.mentions.numbers import word_kinds
from briefsite.span import Span, trimmed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Self

_BREAK = re.compile(
    r"""
    (?= [;:,—\s] ) (?:
      [;:]\s+ | \s+(?:[–—-]|--)\s+ | — | (?<=[,.!?][”"])\s+             # marks that part clauses
    | ,\s+ (?= (?: which | who | whose | where | that )\s )       # a relative clause keeps its pronoun
    | ,\s+ (?: and | but | or | so | yet | while | whereas | although | though | as )\s+
    | \s+  (?: while | whereas | although )\s+
    )
    """,
    flags=re.VERBOSE,
)
_LEANS = re.compile(r"(?:which|who|whose|where|that|to|than|as|[a-z]+ing)\b|\d")
_WORD = re.compile(r"[^\W\d_]+(?:['’][a-z]+)?")
_LOWER_WORD = re.compile(r"[a-z]+")
EDGE = ' \t\r\n\u00a0,;:–—-“”"[]'


def clause_of(text: str, sentence: Span, here: Span) -> Span:
    """The clause of the sentence that holds a quantity, the number included; what the page shows as evidence."""
    if len(sentence) > _LONGEST_SENTENCE:
        sentence = _part_of(text, sentence, here)
    around = _quotation_around(text, sentence, here)
    found = list(_BREAK.finditer(text, around.start, around.end))
    free = outside(text, around, [b.start() for b in found])
    breaks = [b for b in found if b.start() in free]
    verbs = _Verbs.of(text, around) if breaks else _Verbs((), frozenset(), ())
    starts = [
        around.start,
        # "Members A, B, and C of Paris were fined": where no verb stands before an "and", a list goes on
        *(
            b.end()
            for b in breaks
            if b.end() <= here.start
            and not _returns(text, b, here)
            and ("and" not in b.group() or verbs.between(around.start, b.start()))
        ),
    ]
    ends = [*(b.start() for b in breaks if b.start() >= here.end), around.end]
    # "killing 48 people", "which cost 3 million": it leans on what stands before
    while len(starts) > 1 and not (_may_begin(text, starts[-1], ends[0]) and verbs.between(starts[-1], ends[0])):
        starts.pop()
    while len(ends) > 1 and not verbs.between(starts[-1], ends[0]):
        ends.pop(0)
    clause = trimmed(text, starts[-1], ends[0], edge=EDGE) or sentence
    # the sign of "-5%" is no dash at the edge of its clause
    return Span(min(clause.start, here.start), max(clause.end, here.end))


_LONGEST_SENTENCE = 1200
"""Code points; more is a table or a list without full stops, and only what is around the figure is shown."""


def _part_of(text: str, sentence: Span, quantity: Span) -> Span:
    """Whole words of a very long sentence, around the quantity."""
    half = _LONGEST_SENTENCE // 2
    start = max(sentence.start, quantity.start - half)
    if start > sentence.start:
        start = text.find(" ", start, quantity.start) + 1 or quantity.start
    end = min(sentence.end, quantity.end + half)
    if end < sentence.end:
        space = text.rfind(" ", quantity.end, end)
        end = space if space > 0 else quantity.end
    return Span(start, end)


def _quotation_around(text: str, sentence: Span, quantity: Span) -> Span:
    """The words in the same quotation marks as the quantity; all of the sentence where it stands in none."""
    start, end = sentence.start, sentence.end
    opening = max(text.rfind("“", start, quantity.start), text.rfind("”", start, quantity.start))
    closing = min((at for mark in "“”" if (at := text.find(mark, quantity.end, end)) >= 0), default=-1)
    if '"' in text[start:end]:
        if text.count('"', start, quantity.start) % 2:
            opening = text.rfind('"', start, quantity.start)
            closing = text.find('"', quantity.end, end)
    elif opening >= 0 and text[opening] == "”":
        opening = -1
    if closing >= 0 and text[closing] == "“":
        closing = -1
    start = opening + 1 if opening >= 0 else start
    end = closing if closing >= 0 and (opening >= 0 or text[closing] == "”") else end
    if (start, end) == (sentence.start, sentence.end):
        return sentence
    # 'spoke of "dozens of earlier deaths"': the words in the marks say too little
    return Span(start, end) if _Verbs.of(text, Span(start, end)).between(start, end) else sentence


def outside(text: str, around: Span, places: Iterable[int]) -> frozenset[int]:
    """Those of the places, given in order, that are neither in brackets nor in a quotation that begins there.

    One walk along the marks for all places: a text of nothing but brackets has thousands of both.
    """
    found = []
    brackets = curly = straight = 0
    at = around.start
    for place in places:
        for mark in _MARKS.findall(text, at, place):
            brackets += {"(": 1, ")": -1}.get(mark, 0)
            curly += {"“": 1, "”": -1}.get(mark, 0)
            straight += mark == '"'
        at = max(at, place)
        if brackets <= 0 and curly <= 0 and not straight % 2:
            found.append(place)
    return frozenset(found)


_MARKS = re.compile(r"[()“”\"]")


def _returns(text: str, mark: re.Match[str], quantity: Span) -> bool:
    """Whether the clause that a bare word opens ends at a comma: "the coin, large although flat, weighs a ton"."""
    return mark.group()[0].isspace() and text.find(",", mark.end(), quantity.start) >= 0


def _may_begin(text: str, start: int, end: int) -> bool:
    """Whether no verb comes first, and no word that leans on what stands before."""
    first = _LOWER_WORD.match(text, start, end)
    begins_with_verb = first and (
        word_kinds.is_verb(first.group(), at_start=False) or word_kinds.is_third_person(first.group())
    )
    return not begins_with_verb and not _LEANS.match(text, start, end)


@dataclass(frozen=True, slots=True)
class _Verbs:
    """Where the verbs of a stretch of text are: read once, asked about part after part."""

    words: tuple[int, ...]
    """Where each word begins."""
    plain: frozenset[int]
    """Where one begins that is a verb even at the head of a part."""
    others: tuple[int, ...]
    """Where one begins that is a verb behind another word."""

    @classmethod
    def of(cls, text: str, stretch: Span) -> Self:
        """The verbs of a stretch."""
        found = [(word.start(), word.group()) for word in _WORD.finditer(text, stretch.start, stretch.end)]
        reporting = forms("reporting_verbs")
        return cls(
            words=tuple(at for at, _ in found),
            plain=frozenset(at for at, word in found if word in reporting or word_kinds.is_verb(word, at_start=True)),
            others=tuple(at for at, word in found if word in reporting or word_kinds.is_verb(word, at_start=False)),
        )

    def between(self, start: int, end: int) -> bool:
        """Whether a verb stands in a part of the stretch."""
        first = bisect_left(self.words, start)
        if first == len(self.words) or self.words[first] >= end:
            return False
        later = bisect_right(self.others, self.words[first])
        return self.words[first] in self.plain or (later < len(self.others) and self.others[later] < end)


@cache
def forms(name: str) -> frozenset[str]:
    """Every form of the verbs of a lexicon table."""
    return frozenset(form for forms in table(name).values() for form in forms.split())
