"""What a figure says: the label beside it on the page, made of the source's own words, in their order.

    "About 37,000 people were detected crossing the channel in 2024" → people detected crossing the channel in 2024
    "and left Halden Town without a win in seven matches" → left Halden Town without a win in seven matches

A label is one of two things. Where the counted noun is the subject of a passive, it is that noun and what was done,
the auxiliary left out. Everywhere else it is the shortest clause of the source that holds the figure, the number
included: taken out of its clause a number leaves a hole, and what closes over the hole may be false ("Profit dropped
to €212 million … a year earlier").

Limits:
1. Verbs are known by lists and by their endings; where none is seen in a part, the part before it is shown as well.
2. A clause of more than `MOST_WORDS` is cut between two phrases, which "…" marks.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefsite.lexicon import table
from briefsite.mentions.numbers import word_kinds
from briefsite.span import Span, trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefsite.mentions.mention import Quantity

MOST_WORDS = 24
"""Of a clause that is shown whole; a longer one is cut to `_CUT_TO`, so that no cut saves a word or two."""

_CUT_TO = 20

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
_PASSIVE = re.compile(
    r"\s+ (?: (?:have|has|had) \s+ been | (?:were|was|are|is) (?: \s+being )? ) \s+ (?P<participle> [a-z]+ )\b",
    flags=re.VERBOSE,
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][a-z]+)?")
_LOWER_WORD = re.compile(r"[a-z]+")
_EDGE = ' \t\r\n\u00a0,;:–—-“”"[]'


def clause_of(text: str, sentence: Span, quantity: Quantity) -> Span:
    """The clause of the sentence that holds the quantity, the number included; what the page shows as evidence."""
    here = quantity.span
    if len(sentence) > _LONGEST_SENTENCE:
        sentence = _part_of(text, sentence, here)
    around = _quotation_around(text, sentence, here)
    breaks = [b for b in _BREAK.finditer(text, around.start, around.end) if not _is_enclosed(text, around, b.start())]
    starts = [
        around.start,
        # "Members A, B, and C of Paris were fined": where no verb stands before it, a list goes on
        *(
            b.end()
            for b in breaks
            if b.end() <= here.start and not _returns(text, b, here) and _follows_clause(text, around, b)
        ),
    ]
    ends = [*(b.start() for b in breaks if b.start() >= here.end), around.end]
    # "killing 48 people", "which cost 3 million": it leans on what stands before
    while len(starts) > 1 and not _stands_alone(text, starts[-1], ends[0]):
        starts.pop()
    while len(ends) > 1 and not _has_verb(text, starts[-1], ends[0]):
        ends.pop(0)
    return trimmed(text, starts[-1], ends[0], edge=_EDGE) or sentence


def label(text: str, clause: Span, quantity: Quantity) -> str:
    """The label of a quantity in its clause, in one line."""
    start, end = _without_attribution(text, clause, quantity.span)
    noun = quantity.noun
    if noun and start == quantity.span.start and (passive := _PASSIVE.match(text, noun.end, end)):
        rest = text[passive.start("participle") : end]
        if _is_participle(passive["participle"]) and len(rest.split()) <= MOST_WORDS:
            return _line(f"{noun.of(text)} {rest}")
    return _line(_cut(text, start, end, quantity.span))


# The clause ----------------------------------------------------------------------------------------------------------

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
    return Span(start, end) if _has_verb(text, start, end) else sentence


def _is_enclosed(text: str, around: Span, at: int) -> bool:
    """Whether a place is inside brackets or inside a quotation that the quantity is not in."""
    opened = text.count("(", around.start, at) > text.count(")", around.start, at)
    quoted = text.count("“", around.start, at) > text.count("”", around.start, at)
    return opened or quoted or text.count('"', around.start, at) % 2 == 1


def _follows_clause(text: str, around: Span, mark: re.Match[str]) -> bool:
    """Whether a verb stands before a break that an "and" makes; other breaks need none."""
    return "and" not in mark.group() or _has_verb(text, around.start, mark.start())


def _returns(text: str, mark: re.Match[str], quantity: Span) -> bool:
    """Whether the clause that a bare word opens ends at a comma: "the coin, large although flat, weighs a ton"."""
    return mark.group()[0].isspace() and text.find(",", mark.end(), quantity.start) >= 0


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a subject comes first, and then its verb."""
    first = _LOWER_WORD.match(text, start, end)
    begins_with_verb = first and (
        word_kinds.is_verb(first.group(), at_start=False) or word_kinds.is_third_person(first.group())
    )
    return not begins_with_verb and not _LEANS.match(text, start, end) and _has_verb(text, start, end)


def _has_verb(text: str, start: int, end: int) -> bool:
    found = _WORD.findall(text, start, end)
    reporting = _forms("reporting_verbs")
    return any(word_kinds.is_verb(word, at_start=not at) or word in reporting for at, word in enumerate(found))


@cache
def _forms(name: str) -> frozenset[str]:
    return frozenset(form for forms in table(name).values() for form in forms.split())


def _is_participle(word: str) -> bool:
    return word.endswith("ed") or word in _forms("irregular_verbs")


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
    for joint in _JOINT.finditer(text, clause.start, clause.end):
        inside = joint.start() < quantity.end and quantity.start < joint.end()
        is_open = _OPEN.search(text, max(clause.start, joint.start() - 30), joint.start() + 1)
        if not inside and not is_open and not _is_enclosed(text, clause, joint.end()):
            yield joint.span()


_OPEN = re.compile(r"\s(?:in|on|at|by|for|from|to|of|with|than|the|a|an)(?:\s|\s[a-z]+,)\Z")
"""What a phrase cannot end with: "a year in", "in small" (overcrowded boats)."""


def _length(text: str, start: int, end: int) -> int:
    return len(text[start:end].split())


def _line(found: str) -> str:
    """In one line, without the full stop of the sentence; that of an abbreviation ("the U.S.") stays."""
    line = " ".join(found.split()).strip(_EDGE)
    if line.count("“") != line.count("”") or line.count('"') % 2:
        line = line.strip('“”"' + _EDGE)
    last = line.rsplit(" ", 1)[-1]
    is_short = bool(_INITIALS.fullmatch(last)) or last[:-1].lower() in table("abbreviations")
    return line[:-1] if line[-1:] in (".", "!", "?") and not is_short and len(line) > 1 else line


_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}")
