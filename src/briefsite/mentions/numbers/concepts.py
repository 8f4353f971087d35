"""What a number is about: the noun it describes, the whole it is a part of, or the subject of its clause.

    "a 25% tax on imported vehicles" → tax imported vehicles        "60% of the workers" → workers
    "a fine of $3 billion" → fine        "County rents rose 0.3% in June" → County rents

The words are the source's, in its order, function words and numbers left out. Tried in this order: the noun before
"of" ("a fine of"), the noun after the number, the noun after "of", the subject.

Limits:
1. No grammar is computed. A clause begins where words follow that hold a subject and a verb, and its subject ends
   at its first verb, known from a list or by its ending.
2. A subject that stands after the verb is not found, and neither is the person behind "he".
"""

from __future__ import annotations

import re
from functools import cache
from itertools import zip_longest
from typing import TYPE_CHECKING

from briefsite.lexicon import table, words
from briefsite.mentions.numbers import units
from briefsite.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_WORDS = 8
_REACH_BACK = 400
_REACH = 120
"""Code points that are looked through on either side for a noun phrase."""

_WORD = re.compile(r"[^\W\d_](?:\w|[-’'./&](?=\w))*\.?")
_STOP = re.compile(r"[,;:.!?()\[\]“”\"–—]|\s-\s")
_BINDING = frozenset(("of", "on", "in", "for"))
_DETERMINERS = frozenset(("the", "a", "an", "its", "their", "his", "her", "all", "those", "these", "this", "that"))
_PRONOUNS = frozenset(("he", "she", "it", "they", "we", "i", "you", "there"))


def near(text: str, quantity: Span, sentence: Span, *, describes: bool, takes: str = "of") -> str:
    """What the quantity is about; "-" where the sentence does not say.

    `describes`: it may describe a noun right after it ("a 3 percent drop", "a 20-mile channel").
    `takes`: the prepositions, parted by "|", that may bind it to what it is about ("$1 billion in gains").
    """
    if noun := _before_of(text, quantity.start, sentence.start):
        return noun
    if describes and (noun := _phrase_after(text, quantity.end, sentence.end)):
        return noun
    bound = re.compile(rf"\s+(?:{takes})(?=\s)").match(text, quantity.end, sentence.end)
    if bound and (whole := _phrase_after(text, bound.end(), sentence.end, skip_article=True)):
        return whole
    # Further back than this stands no subject: it is a list, not a sentence.
    floor = max(sentence.start, quantity.start - _REACH_BACK)
    return " ".join(_subject(text, quantity.start, Span(floor, sentence.end))) or "-"


# Beside the number ---------------------------------------------------------------------------------------------------

_OF_BEFORE = re.compile(r"\sof\s+(?:about\s+|around\s+|nearly\s+|just\s+|up\s+to\s+)?\Z")


def _before_of(text: str, at: int, floor: int) -> str:
    """The noun whose measure the number is: "a run of seven games", "a fine of $3 billion"."""
    floor = max(floor, at - _REACH)
    of = _OF_BEFORE.search(text, max(floor, at - 20), at)
    if not of:
        return ""
    for stop in _STOP.finditer(text, floor, of.start()):
        floor = stop.end()
    found: list[str] = []
    for match in reversed(list(_WORD.finditer(text, floor, of.start()))):
        word = match.group()
        if _is_function(word.lower()) or is_verb(word, at_start=False) or len(found) >= _MOST_WORDS:
            break
        found.append(word)
    return " ".join(reversed(found))


def _phrase_after(text: str, at: int, stop: int, *, skip_article: bool = False) -> str:
    """The noun phrase right after `at`, with what is bound to it by "of", "on", "in"; "" where there is none."""
    if end := _STOP.search(text, at, min(stop, at + _REACH)):
        stop = end.start()
    found: list[str] = []
    is_bound = False
    for match in _WORD.finditer(text, at, stop):
        word = match.group()
        lower = word.lower()
        if lower in _BINDING and found:
            is_bound = True
            continue
        if lower in _DETERMINERS and (found or skip_article):
            continue
        # "a tax on imported cars": right after "on" a participle is no verb
        ends = _is_function(lower) or is_verb(word, at_start=not found or is_bound) or len(found) >= _MOST_WORDS
        if ends or (not found and lower in words("time_words")):
            break
        found.append(word)
        is_bound = False
    return " ".join(found)


# The subject of its clause -------------------------------------------------------------------------------------------

_INTERRUPTION = re.compile(r",\s+(?:which|who|whose|where|including|excluding|\w+ed\s+(?:by|in|of))\b[^,;:]{1,120},")
_CLAUSE = re.compile(
    r"[;:,]\s+|\s+[–—-]\s+|—|[“”\"]\s*|\s+(?=(?:and|but|while|whereas|although|because|that|as|if|when)\s)"
)
_RELATIVE = re.compile(r"(?:which|who|that)\s")
_OPENING = re.compile(
    r"(?:In|On|At|For|Of|Since|According|Despite|As|During|With|After|Before|By|From|Under|Over|Among|To|However"
    r"|Meanwhile|Still|Yet|Also|Now|Then|So far|Overall|Today|Yesterday|Last|This|Typically|Previously|Instead|If|When"
    r"|While|[A-Z]\w+ing|[A-Z]\w+(?:ed|wn))\b"
)


def _subject(text: str, at: int, sentence: Span) -> list[str]:
    """The content words of the subject of the clause before `at`."""
    start = sentence.start
    interruptions = [Span(*match.span()) for match in _INTERRUPTION.finditer(text, sentence.start, at)]
    for boundary in _CLAUSE.finditer(text, sentence.start, at):
        if any(boundary.end() - 1 in span for span in interruptions):
            continue
        if _RELATIVE.match(text, boundary.end()) and boundary.group().strip() == ",":
            # ", which rose 3%": the noun before the comma did
            return _before_relative(text, start, boundary.start())
        if _holds_clause(text, boundary.end(), at):
            start = boundary.end()
    while _OPENING.match(text, start) and (comma := text.find(", ", start, at)) > 0:
        start = comma + 2
    found: list[str] = []
    tokens = list(_words(text, start, at, interruptions))
    for word, following in zip_longest(tokens, tokens[1:], fillvalue=""):
        lower = word.lower()
        if lower in _PRONOUNS and not found:
            break
        if found and (is_verb(word, at_start=False) or (is_third_person(lower) and not _is_verb_or_none(following))):
            break
        if not _is_function(lower):
            found.append(word.removesuffix("’s").removesuffix("'s"))
    return found[:_MOST_WORDS]


def _words(text: str, start: int, end: int, without: list[Span]) -> Iterator[str]:
    """The words, but neither those that interrupt the clause nor units: "45g", "20 miles"."""
    for match in _WORD.finditer(text, start, end):
        is_unit = _NUMBER_BEFORE.search(text, max(start, match.start() - 3), match.start()) and (
            units.name_of(match.group().lower().removesuffix("s")) or text[match.start() - 1].isdigit()
        )
        if not is_unit and not any(match.start() in span for span in without):
            yield match.group()


_NUMBER_BEFORE = re.compile(r"\d[\s-]?\Z")


def _before_relative(text: str, start: int, end: int) -> list[str]:
    found: list[str] = []
    for match in reversed(list(_WORD.finditer(text, start, end))):
        if _is_function(match.group().lower()) or is_verb(match.group(), at_start=False):
            break
        found.append(match.group())
    return found[::-1][-_MOST_WORDS:]


def _holds_clause(text: str, start: int, end: int) -> bool:
    """Whether a subject and then a verb follow: a clause of its own, not one more noun or a participle."""
    has_subject = False
    for count, match in enumerate(_WORD.finditer(text, start, end)):
        word = match.group()
        lower = word.lower()
        if count == 0 and (lower.endswith("ing") or (lower.endswith("ed") and word[0].islower())):
            return False
        if has_subject and is_verb(word, at_start=False):
            return True
        if lower in _PRONOUNS or not (_is_function(lower) or is_verb(word, at_start=False)):
            has_subject = True
        elif not has_subject and is_verb(word, at_start=False):
            return False
        if count > 12:
            break
    return False


def _is_function(lower: str) -> bool:
    return lower in words("function_words") or lower in words("modifier_words") or lower in table("number_words")


def is_verb(word: str, *, at_start: bool) -> bool:
    """Whether a word is a verb; by its ending only where a noun stands before it."""
    lower = word.lower()
    if not word[0].islower():
        return False
    if lower in words("auxiliaries") or lower in words("figure_verbs"):
        return True
    if lower in table("change_words") and lower not in _ADVERBS:
        return True
    if at_start:
        return False
    return (lower.endswith("ed") and len(lower) > 4) or lower in words("not_plurals") or lower in _past_forms()


def _is_verb_or_none(following: str) -> bool:
    """Before another verb it was a noun: "labour costs rose"."""
    return not following or is_verb(following, at_start=False)


def is_third_person(lower: str) -> bool:
    """Whether a word may be a verb in the third person: "sees"; also true of many plural nouns: "costs"."""
    return lower.endswith("s") and (lower[:-1] in _base_forms() or lower[:-2] in _base_forms())


@cache
def _base_forms() -> frozenset[str]:
    return words("common_verbs") | words("irregular_verbs")


@cache
def _past_forms() -> frozenset[str]:
    return frozenset(form for forms in table("irregular_verbs").values() for form in forms.split())


_ADVERBS = frozenset(("up", "down", "higher", "lower"))
