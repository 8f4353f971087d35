"""What stands before a name and is no part of it: titles, and descriptions that end in the noun of a role.

Deputy Prime Minister Ada Holm                  → Deputy Prime Minister
by author and political columnist Jo Reyes      → author and political columnist
the software firm Green Water                   → software firm
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from briefsite.lexicon import words
from briefsite.mentions.words.reporting import is_reporting
from briefsite.mentions.words.roles import is_role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.mentions.words.tokens import Token

_BEFORE_PHRASES = frozenset({"determiner", "possessive", "preposition", "conjunction"})
_OTHER_USES = frozenset({"past", "near", "like", "unlike", "worth", "next", "opposite"})
"""Adjectives that are prepositions as well: "the ball past goalkeeper Jo Reyes"."""
MAX_MODIFIERS = 3
"""How many words may stand before the noun of a role: "former chief political columnist"."""
MAX_ROLES = 9


@cache
def titles() -> frozenset[str]:
    """What stands before a person's name: titles and the nouns of roles."""
    return words("titles") | words("roles")


@lru_cache(maxsize=20_000)
def is_title(word: str) -> bool:
    """Whether a word, in small letters, can stand before a person’s name: "minister", "ex-minister", "ministers"."""
    return word in titles() or is_role(word) or (word.endswith("s") and word[:-1] in titles())


@cache
def title_parts() -> frozenset[str]:
    """Titles and the words that modify them: "Deputy Prime Minister", "company spokesman"."""
    return titles() | words("title_modifiers") | words("organisation_words") | words("demonyms")


def title_start(tokens: Sequence[Token], first: int, start: int, last: int) -> int:
    """Where the title of a name begins, in a run of capitals from `first`; the name’s own `start` without one."""
    title = first
    while title > 0 and tokens[title - 1].is_word:
        before = tokens[title - 1]
        if before.is_capitalised and (before.word_class or (title == first and not before.possessive)):
            break
        if not (before.is_capitalised or before.lower in title_parts() or is_title(before.lower)):
            break
        title -= 1
    if not _is_title(tokens[title:start]) and not _is_body(tokens, start, last):
        return start
    if tokens[start - 1].is_capitalised or tokens[start - 1].lower in words("honorifics"):
        return title
    return _description_start(tokens, min(title, start - 1), start)


def _is_title(found: Sequence[Token]) -> bool:
    """Whether words before a name are its title: not the "Mayor Holm’s" of "Mayor Holm’s Green Union"."""
    if not any(is_title(token.lower) for token in found) or found[-1].possessive:
        return False
    last = found[-1].lower
    return is_title(last) or last in words("title_modifiers") or any(token.lower == "of" for token in found)


def _is_body(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether what stands before a name calls it a body: "the software firm Green Water", not "the firm Holm"."""
    if first < 1 or tokens[first - 1].text not in words("named_bodies"):
        return False
    return last > first or (first > 1 and tokens[first - 2].word_class == "" and tokens[first - 2].is_word)


def _description_start(tokens: Sequence[Token], first: int, name: int) -> int:
    """Where a description that ends at `first` or behind it begins: "political columnist", "author and editor".

    Behind what begins a phrase all the words up to the noun belong to it: "by law professor Ada Holm"; but in "met
    professor Ada Holm" nothing says that "met" is no verb.
    """
    start = first
    for _ in range(MAX_ROLES):
        at = start
        while at > 0 and start - at < MAX_MODIFIERS and _modifies(tokens[at - 1]):
            at -= 1
        if at > 0 and not _begins_phrase(tokens, at):
            return start
        start = at
        # "author, journalist and political commentator Ada Holm"
        joined = at > 1 and (tokens[at - 1].lower == "and" or (tokens[at - 1].text == "," and at < first))
        if not joined or not is_role(tokens[at - 2].lower) or tokens[at - 2].possessive:
            return start
        if tokens[at - 1].text == "," and not any(token.lower == "and" for token in tokens[at:name]):
            return start
        start = at - 2
    return start


def _modifies(token: Token) -> bool:
    if not token.is_word or token.word_class or token.possessive or token.text.isdigit():
        return False
    if token.is_capitalised:
        return token.lower in title_parts()
    verb = is_reporting(token.lower) or token.lower in words("past_verbs") or token.lower in _OTHER_USES
    return not verb and not (token.lower.endswith(("ed", "ing")) and "-" not in token.text)


def _begins_phrase(tokens: Sequence[Token], at: int) -> bool:
    before = tokens[at - 1]
    return not before.is_word or before.possessive or before.word_class in _BEFORE_PHRASES
