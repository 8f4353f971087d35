"""Capitalised names as they stand in a sentence, with the titles before them taken off.

Finds runs of capitalised words, with the small words that belong inside ("University of Oxford", "Ludwig van Veen"):

    Prime Minister Ada Holm said    → name "Ada Holm", title "Prime Minister"
    company spokesman Jo Reyes      → name "Jo Reyes", title "company spokesman"

Leaves alone words that are capitalised for another reason: the first word of a sentence where it is a common word or
the article also has it in small letters, days and months, "French" and "Republican" on their own.

Known limits:
 1. A title that is also a first name or surname ("Major", "Judge") is read as a title when it stands first.
 2. In a heading in Title Case every word is capitalised, so headings in that style give no names.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from briefsite.lexicon import table, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set

    from briefsite.mentions.tokens import Line, Token

_PARTICLES = frozenset(
    {"de", "del", "della", "der", "den", "di", "da", "dos", "das", "van", "von", "bin", "ibn", "al", "el", "la", "le"}
)
_SUFFIXES = frozenset(["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"])
MAX_WORDS = 9
"""A run of more capitalised words is a headline or a list, no name."""


class Name(NamedTuple):
    """One name at one place; token numbers are those of its line, both ends included."""

    line: int
    first: int
    last: int
    title_first: int
    """Where the title before it begins; equal to `first` where it has none."""
    starts_line: bool


@cache
def titles() -> frozenset[str]:
    """What stands before a person's name: titles and the nouns of roles."""
    return words("titles") | words("roles")


@cache
def title_parts() -> frozenset[str]:
    """Titles and the words that modify them: "Deputy Prime Minister", "company spokesman"."""
    return titles() | words("title_modifiers") | words("organisation_words") | words("demonyms")


@cache
def _no_names() -> frozenset[str]:
    return words("calendar_words") | words("demonyms") | words("sentence_openers")


def names(line: Line, number: int, lowered: Set[str]) -> Iterator[Name]:
    """The names in a line, in order. `lowered` are the words the article also has in small letters."""
    tokens = line.tokens
    at = 0
    while at < len(tokens):
        if not _may_begin(tokens, at, lowered):
            at += 1
            continue
        last = _run(tokens, at)
        if last - at < MAX_WORDS and (name := _without_title(tokens, at, last, number)):
            yield name
        at = last + 1


def is_title_case(tokens: Sequence[Token]) -> bool:
    """Whether all but the small words are capitalised, as in a headline: then capitals tell nothing."""
    own = [token for token in tokens if token.is_word and not token.word_class and token.text[0].isalpha()]
    return len(own) >= 4 and all(token.is_capitalised for token in own)


def _may_begin(tokens: Sequence[Token], at: int, lowered: Set[str]) -> bool:
    token = tokens[at]
    if not token.is_capitalised or token.lower in words("calendar_words") or len(token.lower.strip(".")) < 1:
        return False
    starts = at == 0 or not tokens[at - 1].is_word
    if token.word_class or token.lower in words("sentence_openers"):
        return len(token.text) > 1 and token.text.isupper() and not starts  # "US", "WHO"
    followed = at + 1 < len(tokens) and tokens[at + 1].is_capitalised and not token.possessive
    return not (starts and at == 0 and not followed and token.lower in lowered)


def _run(tokens: Sequence[Token], at: int) -> int:
    """The last token of the run of capitalised words that begins here."""
    last = at
    has_of = False
    while last + 1 < len(tokens) and not tokens[last].possessive:
        following = tokens[last + 1]
        if following.is_capitalised and following.lower not in words("calendar_words"):
            last += 1
            continue
        step = 1
        if following.lower in ("of", "for") and tokens[last].lower in _heads():
            step = 2 if last + 2 < len(tokens) and tokens[last + 2].lower == "the" else 1
            has_of = True
        elif not (following.lower in _PARTICLES or following.text == "&" or (has_of and following.lower == "and")):
            break
        beyond = last + step + 1
        if beyond < len(tokens) and tokens[beyond].is_capitalised and tokens[beyond].lower not in _no_names():
            last = beyond
        else:
            break
    return last


@cache
def _heads() -> frozenset[str]:
    """Words that a name goes on after with "of": "Bank of England", "Secretary of State"."""
    return words("organisation_words") | words("titles")


def _without_title(tokens: Sequence[Token], first: int, last: int, number: int) -> Name | None:
    start = first
    if not (is_given_name(tokens[first].lower) and tokens[first].lower not in words("titles")):
        is_organisation = tokens[last].lower in words("organisation_words")
        if not is_organisation:
            for at in range(last - 1, first - 1, -1):
                if tokens[at].lower in titles():
                    start = at + 1
                    break
            while start < last and tokens[start].lower in words("demonyms") and start == first:
                start += 1
    if start == last and tokens[last].lower in (_no_names() | titles()):
        return None  # "French" or "the President" alone names nobody
    if tokens[start].lower in ("of", "for", "the", "and") or tokens[start].lower in _SUFFIXES:
        return None
    title = first
    while title > 0 and tokens[title - 1].is_word and not tokens[title - 1].possessive:
        before = tokens[title - 1]
        if before.lower not in title_parts() or before.is_capitalised:
            break
        title -= 1
    if not any(token.lower in titles() for token in tokens[title:start]):
        title = start
    return Name(number, start, last, title, start == 0)


def is_given_name(word: str) -> bool:
    """Whether a word, in small letters, is a common given name."""
    return word in _given_names()


@cache
def _given_names() -> dict[str, str]:
    known = table("given_names")
    return {name.lower(): known.get(name, "") for name in words("given_names")}


def usual_gender(name: str) -> str:
    """The gender a person's first name usually goes with: "f", "m" or "" (see `lexicon/en/given_names.txt`)."""
    return _given_names().get(name.split(" ", 1)[0].lower(), "")
