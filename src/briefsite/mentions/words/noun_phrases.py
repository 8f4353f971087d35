"""Who a clause is about: noun phrases read forward and backward from a verb, without a parser.

Reads a phrase from its place in a sentence's tokens:

    forward from "Ada": "Ada Holm, a researcher"                  → Ada Holm
    backward from "said": "a spokesman for the mayor said"        → a spokesman for the mayor

What lies between a subject and its verb (appositions, relative clauses, brackets) is for `subjects`.

Known limits:
 1. A noun phrase after a preposition belongs to the phrase before it only where that begins a clause.
 2. A lower-case verb that is no verb of saying is told from a noun only by its neighbours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefsite.lexicon import words
from briefsite.mentions.words.reporting import is_reporting, verb_forms
from briefsite.mentions.words.roles import is_abstract, is_role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.mentions.words.tokens import Token

MAX_LINKS = 6
MAX_WORDS = 40
"""More words without an end are no noun phrase: a bound for text that is no prose."""
_BREAKS = frozenset({"preposition", "conjunction", "auxiliary", "pronoun", "adverb", "verb"})
_BINDS = frozenset(["of", "for", "at", "from", "in", "into", "with", "on", "to"])
_INDEFINITE = frozenset({"someone", "somebody", "anyone", "anybody", "everyone", "everybody", "those"})
_POSTPOSED = frozenset({"familiar", "close", "briefed", "involved", "aware", "present", "knowledgeable", "opposed"})
"""Adjectives between a noun and what it is bound by: "a person familiar with the talks"."""
_PLURALS = frozenset({"people", "men", "women", "police", "media", "to"})
"""Nouns behind which the bare form is a verb: "people say"."""
_SINGULAR = frozenset({"one", "this", "that", "another", "each", "every"})
_TIME_UNITS = ["second", "minute", "hour", "day", "week", "month", "year", "decade", "moment"]
TIMES = frozenset(
    [
        *_TIME_UNITS,
        *(f"{unit}s" for unit in _TIME_UNITS),
        "morning",
        "afternoon",
        "evening",
        "night",
        "last",
        "next",
        "ago",
    ]
)
"""Nouns that tell a time where nobody is told of: "A month later", "last night"."""


class Phrase(NamedTuple):
    """A noun phrase; token numbers in its line, both included."""

    first: int
    last: int
    head: int
    """The token that says who: the last of a name, the noun of a description, the pronoun."""
    plural: bool = False
    """Whether it joins several: "Ada Holm and Jo Reyes"."""
    relative: int | None = None
    """The "who" between it and its verb."""


def forward(tokens: Sequence[Token], at: int) -> Phrase | None:
    """The noun phrase that begins at a token; None where none does."""
    start = at
    while at < len(tokens) and tokens[at].word_class == "adverb" and not tokens[at].is_capitalised:
        at += 1
    if at >= len(tokens) or not tokens[at].is_word:
        return None
    start = at
    token = tokens[at]
    if token.word_class == "pronoun":
        return Phrase(at, at, at)
    if token.word_class in _BREAKS and not (token.text.isupper() and len(token.text) > 1):
        return None
    last = _core_end(tokens, at)
    if last is None:
        return None
    head = last
    # "a spokesman for the mayor", "one of the men"
    while (
        last + 2 < len(tokens) and tokens[last + 1].lower in ("of", "for", "from", "at") and not _is_name(tokens, last)
    ):
        end = _core_end(tokens, last + 2)
        if end is None and tokens[last + 2].lower not in words("number_words"):
            break
        last = last + 2 if end is None else end  # "a mother of three"
    plural = last + 2 < len(tokens) and tokens[last + 1].lower == "and" and tokens[last + 2].is_capitalised
    if plural and tokens[head].is_capitalised and (end := _core_end(tokens, last + 2)) is not None:
        if end + 1 >= len(tokens) or not is_reporting(tokens[end + 1].lower):
            last = end
    elif plural and (end := _in_two_offices(tokens, head, last + 2)) is not None:
        return Phrase(start, end, end)
    else:
        plural = False
    return Phrase(start, last, head, plural)


def _in_two_offices(tokens: Sequence[Token], head: int, second: int) -> int | None:
    """Where the name ends in "chairman and CEO Ada Holm"; None where the two are two people."""
    if not is_role(tokens[head].lower) or tokens[head].lower.endswith("s") or not is_role(tokens[second].lower):
        return None
    end = _core_end(tokens, second)
    return end if end is not None and end > second and tokens[end].is_capitalised else None


def _core_end(tokens: Sequence[Token], at: int) -> int | None:
    """The last token of determiner, adjectives, nouns and names from here on; None where there is no noun."""
    named = False
    last = None
    determined = tokens[at].word_class in ("determiner", "possessive")
    limit = min(len(tokens), at + MAX_WORDS)
    while at < limit:
        token = tokens[at]
        kind = token.word_class
        if not token.is_word or (kind in _BREAKS and not _is_acronym(token)):
            break
        if kind in ("determiner", "possessive"):
            if last is not None and not tokens[last].lower.isdigit():
                break
            at += 1
            if kind == "determiner" and token.lower in (
                "this",
                "that",
                "both",
                "all",
                "one",
                "another",
                "many",
                "some",
            ):
                last = at - 1
            continue
        if token.lower in words("calendar_words"):
            if last is None:
                return None
            break
        if named and not token.is_capitalised and not tokens[at - 1].possessive and not _goes_on_after_name(token):
            noun = determined and tokens[at - 1].lower.endswith((".", "n", "h", "s")) and not token.lower.endswith("ed")
            if not noun or at + 1 >= len(tokens) or not tokens[at + 1].is_word or not is_role(tokens[at + 1].lower):
                break  # "an anonymous U.S. intelligence official" goes on, "the Senate passed" does not
        if last is not None and not token.is_capitalised and _ends_subject(token.lower, tokens[last]):
            break
        named = token.is_capitalised
        last = at
        at += 1
    return last


def _ends_subject(word: str, before: Token) -> bool:
    """Whether a small word behind a noun is the verb: "the board rejected"; not "the newly elected mayor"."""
    if is_reporting(word):
        # "according to one report", "the referee’s report", "the 35-page report"
        modified = before.possessive or before.lower in _SINGULAR or "-" in before.text
        return not modified or word not in words("documents")
    if not (word.endswith("ed") or word in words("past_verbs") or word in words("irregular_past")):
        return False
    noun = before.lower
    speaks = any(noun in words(kind) for kind in ("organisation_words", "speaking_nouns", "crowds"))
    return before.is_capitalised or is_role(noun) or speaks or is_abstract(noun)


def _goes_on_after_name(token: Token) -> bool:
    """Whether a small word can follow a capitalised one in a phrase: "Democratic strategist", "Kremlin officials"."""
    word = token.lower
    return is_role(word) or word in words("organisation_words") or word in words("title_modifiers")


def _is_acronym(token: Token) -> bool:
    return len(token.text) > 1 and token.text.isupper()


def _is_name(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    # "the Ministry of Foreign Affairs" goes on as a role does
    return token.is_capitalised and not is_role(token.lower) and token.lower not in words("organisation_words")


def ending_at(tokens: Sequence[Token], last: int, floor: int = 0, links: int = MAX_LINKS) -> Phrase | None:
    """The phrase whose last word stands here, with at most `links` phrases joined to it by "of", "for" and "and"."""
    token = tokens[last]
    if token.word_class == "pronoun":
        return Phrase(last, last, last)
    first = _core_start(tokens, last, floor)
    if first is None:
        return None
    phrase = Phrase(first, last, last)
    # "a spokesman for the mayor": the phrase on the left is what the verb goes with, if it begins a clause.
    link = first - 1
    if links and link - 1 >= floor and tokens[link].lower in _BINDS and tokens[link - 1].is_word:
        end = link - 2 if tokens[link - 1].lower in _POSTPOSED and link - 2 >= floor else link - 1
        left = ending_at(tokens, end, floor, links - 1) if tokens[end].is_word else None
        if left and begins_clause(tokens, left.first, floor) and _is_noun(tokens, left):
            return Phrase(left.first, last, left.head, left.plural)
    if links and link - 1 >= floor and tokens[link].lower in ("and", "or", "&"):
        comma = 1 if tokens[link - 1].text == "," else 0
        if tokens[link - 1 - comma].is_word and link - 1 - comma >= floor:
            left = ending_at(tokens, link - 1 - comma, floor, links - 1)
            head = tokens[left.head] if left else None
            # of "It took ten million in funds, and a member of the board said" the funds say nothing
            speaks = head is not None and (not comma or head.is_capitalised or is_role(head.lower))
            if left and head and speaks and begins_clause(tokens, left.first, floor) and head.word_class != "pronoun":
                return Phrase(left.first, last, left.head, plural=True)
    return phrase


def _is_noun(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a phrase is more than a pronoun or a participle ("retired in Lyon", "speaking at the club")."""
    head = tokens[phrase.head]
    bare = phrase.first == phrase.last and not head.is_capitalised
    return (head.word_class != "pronoun" or head.lower in _INDEFINITE) and not (
        bare and head.lower.endswith(("ed", "ing"))
    )


def _core_start(tokens: Sequence[Token], last: int, floor: int) -> int | None:
    first = None
    at = last
    while at >= max(floor, last - MAX_WORDS):
        token = tokens[at]
        kind = token.word_class
        if not token.is_word or (kind in _BREAKS and not _is_acronym(token)):
            break
        if token.lower in words("calendar_words") or token.lower == "whom":
            break
        if kind in ("determiner", "possessive"):
            if token.lower == "that" and at < last and tokens[at + 1].is_capitalised:
                break  # "a film that Ada Holm called": no determiner
            first = at
            if at - 1 < floor or tokens[at - 1].word_class not in ("determiner", "possessive"):
                break
        elif at != last and not token.is_capitalised and is_reporting(token.lower) and not _is_compound(tokens, at):
            break
        first = at
        at -= 1
        if token.lower in words("honorifics") and at >= floor and _is_common_noun(tokens[at]):
            break  # "In her letter Mrs Holm wrote"
    if first is None:
        return None
    if all(t.lower.isdigit() or t.lower in TIMES or t.word_class == "determiner" for t in tokens[first : last + 1]):
        only = tokens[last].lower
        if only.isdigit() or only in TIMES:
            return None
    return first


def _is_common_noun(token: Token) -> bool:
    return token.is_word and not (token.is_capitalised or token.word_class or is_role(token.lower))


def _is_compound(tokens: Sequence[Token], at: int) -> bool:
    """Whether the bare form of a verb of saying is part of a noun: "a conservative think tank"."""
    if at == 0 or verb_forms()[tokens[at].lower].form != "base":
        return False
    before = tokens[at - 1]
    if before.word_class in ("determiner", "possessive") or before.possessive:
        return True
    return before.is_word and not before.word_class and not before.lower.endswith("s") and before.lower not in _PLURALS


def begins_clause(tokens: Sequence[Token], at: int, floor: int) -> bool:
    """Whether nothing of its own clause stands before a token: a mark, a conjunction, an adverb, or nothing at all."""
    if at <= floor:
        return True
    token = tokens[at - 1]
    return not token.is_word or token.word_class in ("conjunction", "adverb") or token.lower == "that"
