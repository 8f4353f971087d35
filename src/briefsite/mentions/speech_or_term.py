"""Whether words in quotation marks are somebody's speech, or merely marked: a term, a title, a name, scare quotes.

    he spoke of “a burden for us all”         → speech
    a “one-in, one-out” deal                  → a term
    the film “The Long Way Home”              → a title
    an operation called “Sea Lion”            → a name

Known limit: a scare quote in a sentence with a verb of saying counts as speech: to drop somebody's words would be
worse.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.lexicon import words
from briefsite.mentions.tokens import word_classes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.mentions.tokens import Token

_NAMES = frozenset(
    {
        "named",
        "titled",
        "entitled",
        "nicknamed",
        "called",
        "dubbed",
        "termed",
        "labelled",
        "labeled",
        "known",
        "so-called",
    }
)
_BETWEEN = frozenset({"as", "the", "a", "an", "simply", "it"})
_IS = frozenset({"is", "was", "are", "were"})
MIN_UNATTRIBUTED_WORDS = 7
"""Fewer words that nobody is said to say, and that are no sentence, are a term."""


def is_speech(words_in: str, tokens: Sequence[Token], at: int, rule: str) -> bool:
    """Whether the quotation that is token `at` is speech; `rule` attributed it ("" where none did)."""
    if not any(character.isalnum() for character in words_in):
        return False
    spelled = words_in.split()
    before = tokens[at - 1] if at else None
    if _is_title(spelled) and rule not in ("touching", "after", "colon"):
        return False
    if _is_title(spelled) and before is not None and _names_something(tokens, at):
        return False
    if rule in ("touching", "after", "continued"):
        return not (before is not None and _names_something(tokens, at) and len(spelled) <= 6 and rule != "after")
    sentence = words_in[:1].isupper() and words_in.rstrip("'’ ")[-1:] in ".!?,…—"
    if rule in ("before", "end", "according", "passive", "colon", "signature"):
        return not _names_something(tokens, at)
    if sentence and (len(spelled) >= 2 or rule) and (before is None or not before.is_word):
        return True
    return len(spelled) >= MIN_UNATTRIBUTED_WORDS and not _is_title(spelled)


def _is_title(spelled: Sequence[str]) -> bool:
    """Whether all words but the small ones are capitalised: "The Long Way Home"."""
    long_words = [word for word in spelled if word.lower() not in word_classes()]
    return len(long_words) > 1 and all(word[0].isupper() or not word[0].isalpha() for word in long_words)


def _names_something(tokens: Sequence[Token], at: int) -> bool:
    """Whether the words before the quotation say that a name follows: "the film", "known as", "so-called"."""
    if [token.lower for token in tokens[max(at - 3, 0) : at]] == ["referred", "to", "as"]:
        return True
    place = at - 1
    between = _BETWEEN | _IS if _is_title(tokens[at].text.split()) else _BETWEEN
    while place >= 0 and (tokens[place].text == "," or tokens[place].lower in between):
        place -= 1
    if place < 0 or not tokens[place].is_word:
        return False
    word = tokens[place].lower
    if word in words("titled_works"):
        return not tokens[place].is_capitalised
    if word not in _NAMES:
        return False
    # "she called it “a farce”" judges; "a plan called “Sea Lion”" names: there a noun stands right before.
    if word in ("called", "dubbed", "labelled", "labeled", "termed"):
        return tokens[at - 1].lower == word and place > 0 and not _could_be_subject(tokens[place - 1])
    return True


def _could_be_subject(token: Token) -> bool:
    return token.is_capitalised or token.word_class in ("pronoun", "auxiliary", "conjunction")
