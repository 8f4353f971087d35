"""What a number is about: the noun it describes, the whole it is a part of, or the subject of its clause.

    "a 25% tax on imported vehicles" → tax imported vehicles        "60% of the workers" → workers
    "Core inflation rose 0.3% in June" → Core inflation

The words are the source's, in its order, function words and numbers left out.

Limits:
1. No grammar is computed. A clause begins after a semicolon, a dash, a relative pronoun, or a comma with a
   conjunction, and its subject ends at its first verb, known from a list or by its auxiliary.
2. A subject that stands after the verb is not found.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefsite.lexicon import table, words

if TYPE_CHECKING:
    from briefsite.span import Span

_MOST_WORDS = 8

_CLAUSE = re.compile(
    r"""
      [;:] \s+ | \s+ [–—-] \s+ | — | [“”"] \s*
    | ,? \s+ (?: while | whereas | whilst | although | though | because | but | that ) \s+
    | , \s+ (?: and | or | as | with | after | before | which | who ) \s+
    | , \s+ (?= \w+ing \s )
    """,
    flags=re.VERBOSE,
)
_OPENING = re.compile(
    r"(?:In|On|At|For|Of|Since|According|Despite|As|During|With|After|Before|By|From|Under|Over|Among|To|However|Meanwhile"
    r"|Still|Yet|Also|Now|Then|So far|Overall|Today|Yesterday|Last|This|Typically|Previously|Instead|If|When|While)\b"
)
_WORD = re.compile(r"[^\W\d_](?:\w|[-’'./&](?=\w))*\.?")
_OF_PHRASE = re.compile(r"\s+(?:of|in|for|from|among)\s+")
_STOP = re.compile(r"[,;:.!?()\[\]“”\"–—]|\s-\s")


def near(text: str, quantity: Span, sentence: Span, *, describes: bool) -> str:
    """What the quantity is about; "-" where the sentence does not say.

    `describes`: it may describe a noun right after it ("a 3 percent drop", "a 20-mile channel").
    """
    if describes and (noun := _phrase_after(text, quantity.end, sentence.end)):
        return noun
    of = _OF_PHRASE.match(text, quantity.end, sentence.end)
    if of and (whole := _phrase_after(text, of.end() - 1, sentence.end, skip_article=True)):
        return whole
    return _subject(text, quantity.start, sentence) or "-"


def _phrase_after(text: str, at: int, stop: int, *, skip_article: bool = False) -> str:
    """The noun phrase right after `at`, with what is bound to it by "of", "on", "in"; "" where there is none."""
    if end := _STOP.search(text, at, min(stop, at + 120)):
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
        if _is_function(lower) or _is_verb(word, [] if is_bound else found) or len(found) >= _MOST_WORDS:
            break
        found.append(word)
        is_bound = False
    return " ".join(found)


_BINDING = frozenset(("of", "on", "in", "for"))
_DETERMINERS = frozenset(("the", "a", "an", "its", "their", "his", "her", "all", "those", "these", "this", "that"))


def _subject(text: str, at: int, sentence: Span) -> str:
    """The content words of the subject of the clause before `at`."""
    start = sentence.start
    for boundary in _CLAUSE.finditer(text, sentence.start, at):
        if _holds_verb(text, boundary.end(), at):
            start = boundary.end()
    while _OPENING.match(text, start) and (comma := text.find(", ", start, at)) > 0:
        start = comma + 2
    found: list[str] = []
    for match in _WORD.finditer(text, start, at):
        word = match.group()
        lower = word.lower()
        if _is_verb(word, found) and found:
            break
        if not _is_function(lower):
            found.append(word.removesuffix("’s").removesuffix("'s"))
    return " ".join(found[-_MOST_WORDS:])


def _holds_verb(text: str, start: int, end: int) -> bool:
    seen = False
    for match in _WORD.finditer(text, start, end):
        if seen and _is_verb(match.group(), ["x"]):
            return True
        seen = True
    return False


def _is_function(lower: str) -> bool:
    return lower in words("function_words") or lower in words("modifier_words") or lower in table("number_words")


def _is_verb(word: str, found: list[str]) -> bool:
    lower = word.lower()
    if not word[0].islower():
        return False
    return (
        lower in _AUXILIARIES
        or lower in words("figure_verbs")
        or (lower in table("change_words") and lower not in _ADVERBS)
        or (bool(found) and lower.endswith("ed") and len(lower) > 4)
        or (bool(found) and lower in words("not_plurals"))
    )


_ADVERBS = frozenset(("up", "down", "higher", "lower"))
_AUXILIARIES = words("auxiliaries")
