"""What a figure says: the label beside it on the page, made of the source's own words, in their order.

    "About 37,000 people were detected crossing the channel in 2024" → people detected crossing the channel in 2024
    "Dozens of people have died trying to reach the coast"           → people have died trying to reach the coast
    "and left Halden Town without a win in seven matches"            → left Halden Town without a win in seven matches
    "sent to the twelve-member Vale Water Board on Monday"           → twelve-member Vale Water Board

A label is one of three things, and a stretch of words that stand together in the source.

1. Where the counted noun is the subject of its clause: that noun and what is said of it. Of a passive the auxiliary is
   left out: the only words ever left out inside a label.
2. Where the number only describes something that has a name: that name with the number.
3. Everywhere else the clause of the source that holds the figure, the number included: taken out of its clause a
   number leaves a hole, and what closes over the hole may be false ("Profit dropped to €212 million … a year earlier").

What is too long is cut between two phrases (`figure_cuts`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefsite.facts import figure_cuts
from briefsite.facts.figure_clauses import EDGE, forms
from briefsite.lexicon import table, words
from briefsite.mentions.numbers import word_kinds

if TYPE_CHECKING:
    from briefsite.mentions.mention import Quantity
    from briefsite.span import Span


def label(text: str, clause: Span, quantity: Quantity) -> str:
    """The label of a quantity in its clause, in one line."""
    start, end = _without_attribution(text, clause, quantity.span)
    noun = quantity.noun
    if noun and _is_subject(text, start, end, quantity, noun):
        passive = _PASSIVE.match(text, noun.end, end)
        if (
            passive
            and _is_participle(passive["participle"])
            and len(text[noun.start : end].split()) <= figure_cuts.MOST_WORDS
        ):
            return _line(f"{noun.of(text)} {text[passive.start('participle') : end]}")
        return _line(figure_cuts.cut(text, noun.start, end, noun))
    return _line(_of_name(text, end, quantity) or figure_cuts.cut(text, start, end, quantity.span))


# What is said of the counted noun ------------------------------------------------------------------------------------

_PASSIVE = re.compile(
    r"\s+ (?: (?:have|has|had) \s+ been | (?:were|was|are|is) (?: \s+being )? ) \s+ (?P<participle> [a-z]+ )\b",
    flags=re.VERBOSE,
)
_ANOTHER = re.compile(r",|\s+(?:and|or|to)\s")
"""After a counted noun: it is one of several subjects, "300 houses and 20 barns burned"."""
_PART_OF = re.compile(r"\s+(?:out\s+)?of\s")


def _is_subject(text: str, start: int, end: int, quantity: Quantity, noun: Span) -> bool:
    """Whether the counted noun opens its clause, and something is said of it."""
    if quantity.unit == "-" or start != quantity.span.start or _ANOTHER.match(text, noun.end):
        return False
    if quantity.qualifier != "vague" and _PART_OF.match(text, quantity.number.end):
        return False  # "two of the victims were children"
    return noun.end < end


def _is_participle(word: str) -> bool:
    return word.endswith("ed") or word in forms("irregular_verbs")


# What a number describes ---------------------------------------------------------------------------------------------

_DESCRIBES = re.compile(r"[^\W_][-‐‑][a-z]{3,}\Z")
_NAMED = re.compile(r"(?:\s+[a-z][\w’'-]*){0,2}?(?:\s+[A-Z][\w’'.&-]*)+(?:\s+of\s+(?:the\s+)?[A-Z][\w’'-]*)?")


def _of_name(text: str, end: int, quantity: Quantity) -> str:
    """The name of what a number hyphened to its unit describes: "the twelve-member Vale Water Board"."""
    number = quantity.number
    if not _DESCRIBES.search(text, number.start, number.end) or not (name := _NAMED.match(text, number.end, end)):
        return ""
    if any(
        word in words("function_words") or word_kinds.is_verb(word, at_start=False) for word in _lower(name.group())
    ):
        return ""
    following = _LOWER_WORD.match(text, name.end(), end)
    if following and following[1] not in words("function_words"):
        return ""  # "a 45-second Web ad"
    return text[number.start : name.end()]


_LOWER_WORD = re.compile(r"\s+([a-z]+)")


def _lower(found: str) -> list[str]:
    return [word for word in found.split() if word.islower() and word not in ("of", "the")]


# What is left out at its edges ---------------------------------------------------------------------------------------

_SAID_BEFORE = re.compile(
    r"""
      According\s+to\s+ [^,]{2,80} ,\s+
    | [^,;:]{1,90}? (?: , [^,;:]{1,60} , )? (?<! \swho ) (?<! \sthat ) \s (?: said | says | say ) \s+
      (?: (?:on|in|at|last)\s [^,;:]{1,40}? \s+ that\s+ | that\s+ )?
      (?! (?: will | would | is | are | was | were | has | had | have | can | could | may | on | in | at | to | of )\s )
    | [^,;:]{1,90}? \s (?: announced | report(?:s|ed) | estimate[sd] | added | f(?:ou|i)nds? | told\s [^,;:]{1,60}?
        | show(?:s|ed)? | indicate[sd]? | reveal(?:s|ed) | confirm(?:s|ed) | note[sd] | state[sd] | conclude[sd] )
      \s+ that \s+
    | (?: [Bb]ut | [Aa]nd | [Ss]o | [Yy]et ) \s+
    | (?: However | Meanwhile | In\ addition | Moreover | Furthermore | Additionally ) ,\s+
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
    before = _SAID_BEFORE.match(text, start, quantity.start + 1)
    if before and before.end() <= quantity.start and not figure_cuts.binds(text, start, before.end()):
        start = before.end()
    if behind := _SAID_BEHIND.search(text, quantity.end, end):
        end = behind.start()
    # "the board said 300": a number alone says nothing
    says_more = any(character.isalpha() for character in text[start : quantity.start] + text[quantity.end : end])
    return (start, end) if says_more else (clause.start, clause.end)


# In one line ---------------------------------------------------------------------------------------------------------


def _line(found: str) -> str:
    """In one line, without the full stop of the sentence; that of an abbreviation ("the U.S.") stays."""
    line = " ".join(found.split()).strip(EDGE)
    if line.count("“") != line.count("”") or line.count('"') % 2:
        line = line.strip('“”"' + EDGE)
    last = line.rsplit(" ", 1)[-1]
    is_short = bool(_INITIALS.fullmatch(last)) or last[:-1].lower() in table("abbreviations")
    return line[:-1] if line[-1:] in (".", "!", "?") and not is_short and len(line) > 1 else line


_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}")
