"""What a word before a verb goes back to within its sentence.

Kell said that he will resign               → he: Kell
Kell, which was to pay for it, has no money → which: Kell
a bill that would close the pier            → that: the bill
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.facts.asking.phrases import MAX_SUBJECT, belongs, noun_phrase, phrase_between
from briefsite.facts.asking.saying import is_saying
from briefsite.facts.asking.subjects import past_adverbs, subject_before, subject_of
from briefsite.facts.verb_forms import of_class
from briefsite.lexicon import table

if TYPE_CHECKING:
    from briefsite.facts.asking.line import Line, Stretch
    from briefsite.mentions.words.tokens import Token

_OF_OTHERS = ("predict", "forecast", "expect", "warn", "estimat", "believ", "think", "thought", "fear", "report",
              "suggest", "show", "not", "hop")  # fmt: skip
"""How verbs begin whose "it will" is seldom the speaker: "the weather service predicts that it will rain"."""


_TO_SOMEBODY = ("told", "tells", "warned", "warns", "asked", "reminded", "assured", "informed")
"""Verbs whose object may be whom the pronoun means."""


def speaker_before(line: Line, at: int) -> Stretch | None:
    """Who "he" is right before token `at` in "Kell said that he will …": whoever said it; None where none is sure."""
    tokens = line.tokens
    at = past_adverbs(tokens, at)
    pronoun = tokens[at - 1].lower if at else ""
    if pronoun not in ("he", "she", "it", "they"):
        return None
    verb = at - 2
    if verb > 0 and tokens[verb].lower == "that":
        verb -= 1
    # "Kell told reporters on Monday that she will …"
    verb = next((i for i in range(verb, max(verb - 9, 0), -1) if is_saying(tokens[i])), verb)
    if verb >= 0 and tokens[verb].lower in _TO_SOMEBODY and verb + 1 < at and tokens[verb + 1].is_capitalised:
        return None  # "Kell told Ada Brandt that she …": either of them
    if verb < 1 or not is_saying(tokens[verb]) or tokens[verb].lower.startswith(_OF_OTHERS):
        return None
    while verb and tokens[verb - 1].lower in ("has", "have", "also"):
        verb -= 1
    speaker = subject_before(line, verb)
    if speaker is None and verb and tokens[verb - 1].lower == "and":
        speaker = subject_of(line)  # "Kell ended the talks and said that he will …"
    if speaker is None:
        return None
    names = tokens[slice(*speaker)]
    is_many = (names[-1].lower.endswith("s") and names[-1].text.islower()) or any(one.lower == "and" for one in names)
    return speaker if is_many == (pronoun == "they") else None


def owned_before(line: Line, at: int) -> tuple[Stretch, Stretch] | None:
    """Who owns what stands before token `at`, and what it is: "the firm believes | their | new crane | could …"."""
    tokens = line.tokens
    owner = next((i for i in range(at - 1, max(at - 7, 0), -1) if tokens[i].lower in ("its", "their")), None)
    if owner is None or owner + 1 >= at:
        return None
    said = owner - 1 - (tokens[owner - 1].lower == "that")
    if said < 1 or not is_saying(tokens[said]):
        return None
    speaker, owned = subject_before(line, said), phrase_between(line, owner + 1, at)
    return (speaker, owned) if speaker and owned and owned[1] == at else None


def antecedent_before(line: Line, at: int) -> Stretch | None:
    """The plan that "that" before token `at` goes back to: "a bill that would close the pier" → "a bill".

    Anything else is told apart by what follows, and is nothing to ask about without it: "the people who will pay".
    """
    tokens = line.tokens
    at = past_adverbs(tokens, at)
    if at < 2 or tokens[at - 1].lower not in ("that", "which", "who"):
        return None
    if tokens[at - 2].text == ",":
        # "Kell, which was to pay, …", but not "they will leave Kell, which will be …"
        before = _named_before(tokens, at - 2)
        return before if before and (before[0] == 0 or tokens[at - 1].lower == "who") else None
    if is_saying(tokens[at - 2]) or not tokens[at - 2].is_word:
        return None  # "said that would be …", and "he will resign, which would be …"
    start = at - 2
    while start > max(at - 2 - MAX_SUBJECT, 0) and belongs(tokens, start - 1) and not _opens_phrase(tokens[start]):
        start -= 1
    is_plan = any(token.lower in table("matters") for token in tokens[start : at - 1])
    return noun_phrase(tokens, start, at - 1) if is_plan and _opens_phrase(tokens[start]) else None


def _named_before(tokens: tuple[Token, ...], end: int) -> Stretch | None:
    """The name, or the noun with its article, that ends before token `end`."""
    start = end
    while start > 0 and tokens[start - 1].is_capitalised:
        start -= 1
    while start > max(end - 6, 0) and tokens[start - 1].is_word and tokens[start - 1].lower not in of_class("link"):
        start -= 1
        if _opens_phrase(tokens[start]):
            break
    if start == end or not (_opens_phrase(tokens[start]) or tokens[start].is_capitalised):
        return None
    return noun_phrase(tokens, start, end)


def _opens_phrase(token: Token) -> bool:
    return token.lower in ("a", "an", "the")
