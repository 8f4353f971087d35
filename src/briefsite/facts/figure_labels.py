"""What a figure says: the label beside it on the page, made of the source's own words, in their order.

    "About 37,000 people were detected crossing the channel in 2024" → people detected crossing the channel in 2024
    "and left Halden Town without a win in seven matches" → left Halden Town without a win in seven matches

A label is one of two things. Where the counted noun is the subject of a passive, it is that noun and what was done,
the auxiliary left out. Everywhere else it is the shortest clause of the source that holds the figure, the number
included: taken out of its clause a number leaves a hole, and what closes over the hole may be false ("Profit dropped
to €212 million … a year earlier").

Known limit: a clause of more than `MOST_WORDS` is cut between two phrases, which "…" marks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefsite.facts.figure_clauses import EDGE, forms, outside
from briefsite.lexicon import table
from briefsite.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefsite.mentions.mention import Quantity

MOST_WORDS = 24
"""Of a clause that is shown whole; a longer one is cut to `_CUT_TO`, so that no cut saves a word or two."""

_CUT_TO = 20

_PASSIVE = re.compile(
    r"\s+ (?: (?:have|has|had) \s+ been | (?:were|was|are|is) (?: \s+being )? ) \s+ (?P<participle> [a-z]+ )\b",
    flags=re.VERBOSE,
)


def label(text: str, clause: Span, quantity: Quantity) -> str:
    """The label of a quantity in its clause, in one line."""
    start, end = _without_attribution(text, clause, quantity.span)
    noun = quantity.noun
    if noun and start == quantity.span.start and (passive := _PASSIVE.match(text, noun.end, end)):
        rest = text[passive.start("participle") : end]
        if _is_participle(passive["participle"]) and len(rest.split()) <= MOST_WORDS:
            return _line(f"{noun.of(text)} {rest}")
    return _line(_cut(text, start, end, quantity.span))


def _is_participle(word: str) -> bool:
    return word.endswith("ed") or word in forms("irregular_verbs")


# What is left out at its edges ---------------------------------------------------------------------------------------

_SAID_BEFORE = re.compile(
    r"""
      According\s+to\s+ [^,]{2,80} ,\s+
    | [^,;:]{1,90}? (?: , [^,;:]{1,60} , )? (?<! \swho ) (?<! \sthat ) \s (?: said | says | say ) \s+
      (?: (?:on|in|at|last)\s [^,;:]{1,40}? \s+ that\s+ | that\s+ )?
      (?! (?: will | would | is | are | was | were | has | had | have | can | could | may | on | in | at | to | of )\s )
    | [^,;:]{1,90}? \s (?: announced | reported | estimates | estimated | added | found | told\s [^,;:]{1,60}? )
      \s+ that \s+
    """,
    flags=re.VERBOSE,
)
_SAID_BEHIND = re.compile(
    r"""
    ,\s+ (?: according\s+to\s
           | (?:said|says|say)\s
           | (?: [^,;:\s]+\s+ ){1,8}? (?:said|says|say|added|reported)\b (?!\s+that) )
    """,
    flags=re.VERBOSE,
)


def _without_attribution(text: str, clause: Span, quantity: Span) -> tuple[int, int]:
    start, end = clause.start, clause.end
    if (before := _SAID_BEFORE.match(text, start, quantity.start + 1)) and before.end() <= quantity.start:
        start = before.end()
    if behind := _SAID_BEHIND.search(text, quantity.end, end):
        end = behind.start()
    return start, end


# What is too long ----------------------------------------------------------------------------------------------------

_JOINT = re.compile(
    r"""
    (?= [,\s] ) (?:
      ,\s+ (?: (?:and|but|or)\s+ )? | \s+(?= \( ) | \s+(?:[–—-]|--)\s+
    | \s+(?= (?: in | on | at | by | for | from | to | with | that | which | who | where | when | while | after | before
             | because | since | until | unless | if | as | and | but | or | over | under | between | during | against
             | despite | amid | including | following ) \s )
    )
    """,
    flags=re.VERBOSE,
)


_CLAUSE_WORD = re.compile(r"(?:that|which|who|where|when|while|after|before|because|since|until|unless|if|as)\s")


def _cut(text: str, start: int, end: int, quantity: Span) -> str:
    """Whole phrases around the quantity, few words unless the quantity alone has more."""
    if _length(text, start, end) <= MOST_WORDS:
        return text[start:end]
    joints = list(_joints(text, Span(start, end), quantity))
    # From the start where the number still finds its place, else from a clause on, else from a phrase on
    fitting = [to for _, to in joints if to <= quantity.start and _length(text, to, quantity.end) <= _CUT_TO - 2]
    clauses = [to for to in fitting if _CLAUSE_WORD.match(text, to) or "," in text[max(0, to - 3) : to]]
    is_near = _length(text, start, quantity.end) <= _CUT_TO - 2
    first = start if is_near else next(iter((*clauses, *fitting)), None) or _words_before(text, start, quantity)
    ends = [quantity.end, *(at for at, _ in joints if at >= quantity.end), end]
    last = next(at for at in reversed(ends) if at == quantity.end or _length(text, first, at) <= _CUT_TO)
    return ("… " if first > start else "") + text[first:last].rstrip(" ,") + (" …" if last < end else "")


def _words_before(text: str, start: int, quantity: Span) -> int:
    """Where a few words before the quantity begin, for a label that no phrase opens: a number alone says nothing."""
    words = list(_ANY_WORD.finditer(text, start, quantity.start))[-_CUT_TO // 3 :]
    return words[0].start() if words else quantity.start


_ANY_WORD = re.compile(r"\S+")


def _joints(text: str, clause: Span, quantity: Span) -> Iterator[tuple[int, int]]:
    joints = list(_JOINT.finditer(text, clause.start, clause.end))
    free = outside(text, clause, [joint.end() for joint in joints])
    for joint in joints:
        inside = joint.start() < quantity.end and quantity.start < joint.end()
        is_open = _OPEN.search(text, max(clause.start, joint.start() - 30), joint.start() + 1)
        if not inside and not is_open and joint.end() in free:
            yield joint.span()


_OPEN = re.compile(r"\s(?:in|on|at|by|for|from|to|of|with|than|the|a|an)(?:\s|\s[a-z]+,)\Z")
"""What a phrase cannot end with: "a year in", "in small" (overcrowded boats)."""


def _length(text: str, start: int, end: int) -> int:
    return len(text[start:end].split())


def _line(found: str) -> str:
    """In one line, without the full stop of the sentence; that of an abbreviation ("the U.S.") stays."""
    line = " ".join(found.split()).strip(EDGE)
    if line.count("“") != line.count("”") or line.count('"') % 2:
        line = line.strip('“”"' + EDGE)
    last = line.rsplit(" ", 1)[-1]
    is_short = bool(_INITIALS.fullmatch(last)) or last[:-1].lower() in table("abbreviations")
    return line[:-1] if line[-1:] in (".", "!", "?") and not is_short and len(line) > 1 else line


_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}")
