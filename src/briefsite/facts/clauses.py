"""A sentence → its main clauses, where each of them can be read on its own.

A sentence is cut before ", and", ", but", "; " and the like, when a subject and a verb stand on both sides of the
cut. It is never cut inside quotation marks or brackets, or where the second part leans on the first.

    About 37,000 people came in 2024, and 20,000 made the crossing in 2025.   → two
    He resigned in 2019, and moved to Spain.                                  → one: "moved" has no subject

Known limits:

1. Verbs are known by a short list and by their endings, so some clauses stay joined; a joined one is still true.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefsite.lexicon import table, words
from briefsite.span import Span, trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_CUT = re.compile(r"(?P<end>,|;)(?P<gap>\s+(?:(?P<join>and|but|while|yet)\s+)?)(?=[^\W_])")
_PREPOSITION = re.compile(r"(?:in|on|by|from|since|until|during|after|before|at)\s+", flags=re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:['’][a-z]+)?|\d[\d,.]*")
_OPENING, _CLOSING = "“«([", "”»)]"
_SUBJECT_WORDS = 12
"""Words of the second part among which its verb must stand."""


@cache
def _verbs() -> frozenset[str]:
    past = (forms.split()[0] for forms in table("irregular_verbs").values())
    says = (forms.split()[0] for forms in table("reporting_verbs").values())
    return words("auxiliaries") | {*past, *says}


def clauses(text: str, sentence: Span, dates: Sequence[Span] = ()) -> tuple[Span, ...]:
    """The main clauses of a sentence, in order; the whole sentence where it is not to be cut.

    `dates` are the expressions of time in it: a clause may begin with one before its subject, "but in 2020 the
    plan failed".
    """
    ends = {date.start: date.end for date in dates}
    found = []
    start = checked = sentence.start
    has_verb = False
    for end, resume in _cuts(text, sentence):
        has_verb = has_verb or _has_verb(text, checked, end)
        checked = end
        if has_verb and _begins_clause(text, _after_date(text, resume, ends), sentence.end):
            if span := trimmed(text, start, end):
                found.append(span)
            start, has_verb = resume, False
    if span := trimmed(text, start, sentence.end):
        found.append(span)
    return tuple(found)


def _cuts(text: str, sentence: Span) -> Iterator[tuple[int, int]]:
    """Where a clause may end, and where the next then begins: outside quotation marks and brackets."""
    depth, straight, at = 0, False, sentence.start
    for match in _CUT.finditer(text, sentence.start, sentence.end):
        for character in text[at : match.start()]:
            if character in _OPENING:
                depth += 1
            elif character in _CLOSING:
                depth = max(0, depth - 1)
            elif character == '"':
                straight = not straight
        at = match.start()
        if not depth and not straight and (match["join"] or match["end"] == ";"):
            yield match.start(), match.end()


def _after_date(text: str, start: int, ends: Mapping[int, int]) -> int:
    """Where a clause goes on after the date it begins with; its start where it begins otherwise."""
    preposition = _PREPOSITION.match(text, start)
    return ends.get(preposition.end() if preposition else start, start)


def _begins_clause(text: str, start: int, end: int) -> bool:
    """Whether a subject comes first and its verb soon after."""
    found = [
        match.group().lower() for match, _ in zip(_WORD.finditer(text, start, end), range(_SUBJECT_WORDS), strict=False)
    ]
    if (
        not found
        or found[0] in words("clause_links")
        or found[0] in _verbs()
        or found[0].endswith("ed")
        or found[0].endswith("ing")
    ):
        return False
    return any(_is_verb(word) for word in found[1:])


def _has_verb(text: str, start: int, end: int) -> bool:
    return any(_is_verb(match.group().lower()) for match in _WORD.finditer(text, start, end))


def _is_verb(word: str) -> bool:
    return word in _verbs() or (len(word) > 4 and word.endswith("ed"))
