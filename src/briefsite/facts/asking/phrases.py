"""What is a noun phrase: a noun with what stands before it, and what hangs on it by prepositions.

    The board, which met on Monday, will vote.   → The board

No parser. What cannot be read with confidence is None, so that nothing is built on it.

Known limits: (1) a noun phrase ends before a participle or a relative clause that follows it ("the measures
being discussed" → "the measures").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.facts.asking.predicates import predicate_after
from briefsite.facts.asking.saying import is_saying
from briefsite.facts.verb_forms import base_of, base_of_gerund, is_finite, is_past, is_third, of_class
from briefsite.lexicon import words

if TYPE_CHECKING:
    from briefsite.facts.asking.line import Line, Stretch
    from briefsite.mentions.words.tokens import Token

TIMES = ("day", "week", "month", "year", "morning", "afternoon", "evening", "night", "today", "yesterday")
_CONTRACTED = ("there", "it", "he", "she", "that", "what", "who", "here")
_POINTERS = ("this", "these", "those")
MAX_SUBJECT = 12
"""In words; a question must stay below twenty."""


def phrase_between(line: Line, start: int, end: int) -> Stretch | None:
    """The tokens from `start` to `end` where they are one noun phrase."""
    if any(not belongs(line.tokens, at) for at in range(start, end)):
        return None
    if after_last_clause(line.tokens, start, end) != start:
        return None
    return noun_phrase(line.tokens, start, end)


def noun_phrase_after(line: Line, at: int) -> Stretch | None:
    """The noun phrase that begins at token `at`, with what hangs on it by prepositions; None where none is sure."""
    predicate = predicate_after(line, at, with_relative=False)
    if predicate is None or line.tokens[at].lower in words("light_adverbs"):
        return None
    start, end = predicate
    for i in range(start + 1, end):
        if is_finite(line.tokens[i].lower) or line.tokens[i].lower == "to":
            end = i
            break
    while end > start and line.tokens[end - 1].lower in words("dangling_words"):
        end -= 1
    return noun_phrase(line.tokens, start, end)


def noun_phrase(tokens: tuple[Token, ...], start: int, end: int) -> Stretch | None:
    """The stretch cut to its noun phrase; None where it is none."""
    while start < end and (tokens[start].lower in words("light_adverbs") or tokens[start].lower == "recently"):
        start += 1
    for at in range(start + 1, end):
        lower = tokens[at].lower
        if tokens[at].text.islower() and lower.endswith("ed") and _is_name(tokens[at - 1]) and at + 1 == end - 1:
            return None  # "Kell fired back", and not "The planned closure"
        is_participle = tokens[at].text.islower() and (is_past(lower) or lower.endswith(("ing", "ed")))
        before = tokens[at - 1].lower
        if (
            is_participle
            and at + 1 < end
            and (tokens[at + 1].lower in of_class("link") or tokens[at + 1].lower.endswith("ly"))
            and before not in of_class("determiner")
        ) or lower in ("being", "following"):
            end = at
            break
    if end > start and tokens[end - 1].lower in TIMES:
        # "the costs over the next ten years"
        end = next((at for at in range(end - 2, start, -1) if tokens[at].lower in ("over", "in", "for", "during")), end)
    if not 0 < end - start <= MAX_SUBJECT:
        return None
    phrase = tokens[start:end]
    first, last = phrase[0], phrase[-1]
    if any(_begins_another(phrase, at) for at in range(1, len(phrase))):
        return None  # "this marks the first time"
    if first.lower in ("last", "next") or first.lower in words("weekdays") or last.lower in TIMES:
        return None  # "his visit to Kell last Friday will …", "the next month, he …"
    if first.lower in words("stop_words") and first.lower not in words("phrase_openers"):
        return None
    if any(token.lower in of_class("unresolved") and token.lower not in _POINTERS for token in phrase):
        return None
    if first.lower in of_class("clause_end") and first.lower not in of_class("determiner"):
        return None  # "despite the cost"
    if first.lower.partition("'")[0] in _CONTRACTED and "'" in first.lower:
        return None  # "there’s a chance"
    if first.lower in ("his", "her", "its", "their", "no"):
        return None
    if last.lower in words("stop_words") or last.lower.endswith("'s"):
        return None
    if last.text.islower() and (last.lower.endswith(("ly", "ed")) or is_past(last.lower)):
        return None
    if base_of_gerund(first.lower) or (first.text.islower() and first.lower.endswith(("ing", "ed", "ly"))):
        return None
    if not any(token.lower not in words("stop_words") for token in phrase):
        return None
    return start, end


def belongs(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether token `at` can stand inside a noun phrase."""
    token = tokens[at]
    if token.is_word:
        return token.lower not in of_class("boundary")
    return token.text == "." and at > 0 and tokens[at - 1].lower in of_class("title")


def after_last_clause(tokens: tuple[Token, ...], start: int, end: int) -> int:
    """Past the last verb of another clause before `end`, and behind the "and" that joins the two."""
    for at in range(end - 1, start - 1, -1):
        token = tokens[at]
        is_adjective = tokens[at - 1].lower in of_class("determiner") or tokens[at - 1].lower.endswith("'s")
        if at + 1 < end and at > start and not is_adjective and (is_saying(token) or _shows(tokens, at)):
            return at + 1  # "Kell said the board will …"
        if is_finite(token.lower) or (token.text.islower() and is_past(token.lower, regular=False)):
            joined = next((i for i in range(at + 1, end) if tokens[i].lower == "and"), None)
            return joined + 1 if joined is not None else end
    return start


def _shows(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether token `at` is a verb before a clause: "a study shows Anselm …", but not "the board plans in May"."""
    following = tokens[at + 1]
    opens = following.is_capitalised or following.lower in of_class("determiner")
    return opens and tokens[at].text.islower() and is_third(tokens[at].lower) and not tokens[at - 1].lower.endswith("s")


def _begins_another(phrase: tuple[Token, ...], at: int) -> bool:
    """Whether a noun phrase of its own begins at token `at`: "marks | the first time", "a sign | his campaign"."""
    before, token = phrase[at - 1].lower, phrase[at]
    if token.lower in ("his", "her", "its", "their"):
        return before not in of_class("link") and before not in ("and", "or", "both", "all", "half")
    is_verb = is_third(before) or (at == 1 and base_of(before) is not None)
    return token.lower in ("the", "a", "an") and token.text.islower() and is_verb


def _is_name(token: Token) -> bool:
    return token.is_capitalised and token.lower not in of_class("determiner")
