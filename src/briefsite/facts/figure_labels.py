"""What a figure says, without its number: the label beside it on the page, made of the source's own words.

    "About 37,000 people were detected crossing the channel in 2024" → people detected crossing the channel in 2024
    "and has paid Paris hundreds of millions of pounds to increase patrols" → paid Paris to increase patrols
    "county rents rose 0.3% in June" → county rents rose in June

A label is the clause with the figure taken out, cut down to what belongs to it: from the counted noun on, from the
noun that the figure describes on, or the words on both sides. No word is added.

Limits:
1. A clause whose subject stands before a comma ("The company, which …, lost 3%") loses it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefsite.lexicon import words
from briefsite.mentions.numbers import concepts
from briefsite.span import Span, trimmed

if TYPE_CHECKING:
    from briefsite.mentions.mention import Quantity

_MOST_WORDS = 16

_BREAK = re.compile(
    r"""
      [;:] \s | \s [–—-] \s | —
    | , \s+ (?: and | but | or | while | whereas | although | though | so | yet | as | with ) \s
    | \s (?: while | whereas | although ) \s
    """,
    flags=re.VERBOSE,
)
_STOP = re.compile(
    r"""
      [,;:](?!\d) | [()\[\]“”"—] | [.!?](?=\s|$|[”"’'])
    | \s [–-] \s
    | \s (?: as | when | while | whereas | after | before | because | although | though | but | if | which | until
          | unless ) (?= \s )
    """,
    flags=re.VERBOSE,
)
_BRACKETS = re.compile(r"\s*\([^()]{1,80}\)")
_AUXILIARY = re.compile(
    r"\s+(?:(?:have|has|had)\s+(?:now\s+|already\s+|also\s+)?(?:been\s+)?|(?:were|was|are|is)\s+(?:being\s+)?)(?=[a-z])"
)
_OPENING = re.compile(
    r"""
    \A \s* (?: (?: and|but|or|so|yet|while|whereas|although|though|that|which|who|also|has|have|had|is|are|was|were|with
          | as|it|they|there|he|she|we|for|in|of|to|by|at|only|now ) \s+ )+
    """,
    flags=re.VERBOSE | re.IGNORECASE,
)
_CLOSING = re.compile(
    r"""
    (?: [\s,]+ (?: to|of|at|by|with|from|for|in|on|a|an|the|is|are|was|were|be|been|has|have|had|and|or|only|just|than
                | as|about|worth|between|its|their|his|her|that|some|another|who|which|also|into|over|under
                | rather|not|even|after ) )+ \s* \Z
    """,
    flags=re.VERBOSE | re.IGNORECASE,
)
_CONJUNCTION = re.compile(r"\s+(?:and|or|but)\b")
_RELATIVE = re.compile(r"\s*(?:which|who)\s")
_CONTINUES = re.compile(
    r"\s*(?:to|for|in|from|by|on|each|a|an|per|during|since|over|against|at|among|between|compared|than|of|this|last|next|until|between|higher|lower|more|less|after)\b",
    flags=re.IGNORECASE,
)
_OF = re.compile(r"\s+of\s+(?:the\s+|its\s+|their\s+|all\s+)?")
_CHANGE_ONLY = re.compile(r"[,\s]*(?:(?:was|were|is|are)\s+)?(?P<word>up|down)(?:\s+by)?\s*", flags=re.IGNORECASE)


def clause_of(text: str, sentence: Span, quantity: Quantity) -> Span:
    """The clause of the sentence that holds the quantity: what the page shows as evidence."""
    if len(sentence) > _LONGEST_SENTENCE:
        sentence = _part_of(text, sentence, quantity)
    start, end = sentence.start, sentence.end
    for match in _BREAK.finditer(text, sentence.start, sentence.end):
        if _is_inside_brackets(text, sentence.start, match.start()) or _goes_on(text, match.end(), sentence.end):
            continue
        if match.end() <= quantity.span.start and _stands_alone(text, start, match.start()):
            start = match.end()
        elif match.start() >= quantity.span.end and _stands_alone(text, match.end(), sentence.end):
            end = match.start()
            break
    return trimmed(text, start, end, edge=" \t\r\n\u00a0,;") or sentence


def _is_inside_brackets(text: str, start: int, at: int) -> bool:
    return text.count("(", start, at) > text.count(")", start, at)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether it is more than a phrase: a clause has at least a subject, a verb and something."""
    return text.count(" ", start, end) >= 4


_LONGEST_SENTENCE = 1200
"""Code points; more is a table or a list without full stops, and only what is around the figure is shown."""


def _part_of(text: str, sentence: Span, quantity: Quantity) -> Span:
    """Whole words of a very long sentence, around the quantity."""
    half = _LONGEST_SENTENCE // 2
    start = max(sentence.start, quantity.span.start - half)
    if start > sentence.start:
        start = text.find(" ", start, quantity.span.start) + 1 or quantity.span.start
    end = min(sentence.end, quantity.span.end + half)
    if end < sentence.end:
        space = text.rfind(" ", quantity.span.end, end)
        end = space if space > 0 else quantity.span.end
    return Span(start, end)


def _goes_on(text: str, at: int, stop: int) -> bool:
    """Whether a verb follows: then the clause goes on with its subject, ", but sees thousands of arrivals"."""
    word = _WORD.match(text, at, stop)
    return bool(word and (concepts.is_verb(word.group(), at_start=False) or concepts.is_third_person(word.group())))


_WORD = re.compile(r"[a-z]+")


def label(text: str, clause: Span, quantity: Quantity, previous: str = "") -> str:
    """The label of a quantity in its clause; `previous`: the label of the figure before it in the same sentence."""
    at = quantity.span.end
    if bracket := _BRACKETS.match(text, at, clause.end):
        at = bracket.end()
    behind = _until_stop(text, at, clause.end)
    if _CONJUNCTION.match(behind):
        behind = ""
    if quantity.noun:
        line = _joined(quantity.noun.of(text), _without_auxiliary(behind))
        if line.count(" ") >= 2:
            return line
        # "The quake killed 300 people.": the noun alone says too little
        before = _OPENING.sub("", _before(text, clause.start, quantity.span.start))
        return _joined(before, line)
    if of := _OF.match(behind):
        return _joined(behind[of.end() :])
    before = _before(text, clause.start, quantity.span.start)
    if change := _CHANGE_ONLY.fullmatch(before):
        here = _joined(change["word"], behind)
        return f"{previous}, {here}" if previous else here
    first = behind.split(maxsplit=1)[0].lower() if behind.split() else ""
    describes = bool(first) and first not in words("function_words") and behind[:1].isspace()
    if describes or not before.strip():
        return _joined(_without_auxiliary(behind))
    relative = _RELATIVE.match(before)
    before = _CLOSING.sub("", _OPENING.sub("", before))
    if relative and quantity.concept != "-":
        before = f"{quantity.concept} {before}"  # "the budget, which stood at 205 million"
    return _joined(before, behind) if _CONTINUES.match(behind) else _joined(before)


def _until_stop(text: str, start: int, end: int) -> str:
    """The words from `start` to the next break; "in small, overcrowded boats" breaks after the boats."""
    for stop in _STOP.finditer(text, start, end):
        is_comma = text[stop.start()] == ","
        if not (
            is_comma and _ONE_ADJECTIVE.search(text, start, stop.start()) and _ONE_MORE.match(text, stop.end(), end)
        ):
            return text[start : stop.start()]
    return text[start:end]


_ONE_ADJECTIVE = re.compile(r"\s(?:in|on|by|of|with|from|for)\s[a-z]+\Z")
_ONE_MORE = re.compile(r"\s[a-z]+\s[a-z]+(?=[.,;:!?)]|\Z)")


def _before(text: str, start: int, end: int) -> str:
    """The words of the clause before the quantity, from the last comma or bracket on."""
    cut = start
    for mark in _CUT.finditer(text, start, end):
        if mark.end() < end and text.count(" ", mark.end(), end) >= 2:
            cut = mark.end()
    if text.count(" ", cut, end) > _MOST_WORDS_BEFORE:
        for mark in _JOINT.finditer(text, cut, end):
            if text.count(" ", mark.end(), end) >= 3:
                cut = mark.end()
    return text[cut:end]


_MOST_WORDS_BEFORE = 10
_JOINT = re.compile(r"\s(?:that|which|who|whether|where|when|as|and|but|because|if)\s")
_CUT = re.compile(r"[,;:](?!\d)\s*|[()\[\]“”\"—]\s*")


def _without_auxiliary(behind: str) -> str:
    return _AUXILIARY.sub(" ", behind, count=1) if _AUXILIARY.match(behind) else behind


def _joined(*parts: str) -> str:
    """The parts as one line of at most `_MOST_WORDS` words that ends neither in a preposition nor amid a phrase."""
    found = " ".join(parts).split()
    if len(found) > _MOST_WORDS:
        found = found[:_MOST_WORDS]
        tail = [at for at in range(_MOST_WORDS - _TAIL, _MOST_WORDS) if found[at].lower() in _PREPOSITIONS]
        found = found[: tail[0]] if tail else found
    return _CLOSING.sub("", " ".join(found)).strip(" ,;:–—-'\"“”‘’")


_TAIL = 6
_PREPOSITIONS = frozenset(("in", "on", "at", "by", "for", "from", "of", "to", "with", "that", "than", "over", "under"))
