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
from briefsite.mentions.words.spelling import word_classes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.mentions.words.tokens import Token

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
_SURE = frozenset({"touching", "after", "colon"})
"""Rules that speak for speech even where the words look like a title: “Save Our Lake,” they chanted."""
CARRIED = frozenset({"paragraph", "across", "subject", "continued"})
"""Rules that took the speaker from another sentence: they say nothing of words inside this one."""
_BECOMES = frozenset(
    ["become", "became", "changed", "replaced", "not", "turned", "gave", "way", "instead", "read", "says"]
)
MAX_LEAD = 8
"""How many tokens may stand between what tells of words and the words."""
MAX_NAME_WORDS = 6
MIN_UNATTRIBUTED_WORDS = 7
"""Fewer words that nobody is said to say, and that are no sentence, are a term."""


def is_speech(quoted: str, tokens: Sequence[Token], at: int, rule: str) -> bool:
    """Whether the quotation that is token `at` is speech; `rule` attributed it ("" where none did)."""
    if not any(character.isalnum() for character in quoted):
        return False
    spelled = quoted.split()
    begins = at == 0 or not tokens[at - 1].is_word
    sentence = begins and quoted[:1].isupper() and quoted.rstrip("'’ ")[-1] in ".!?,…—"
    is_named = _is_title(spelled) and (rule not in _SURE or _in_apposition(tokens, at))
    if is_named and not (sentence and rule == "paragraph"):
        return False
    if rule == "after":
        return True
    if _is_word_for_word(tokens, at):
        return False
    if rule and rule not in CARRIED:
        return not (_names_something(tokens, at) and (len(spelled) <= MAX_NAME_WORDS or rule not in _SURE))
    if (sentence and (len(spelled) > 1 or rule)) or is_cried(tokens, at) or _is_told(tokens, at):
        return True
    return rule == "continued" or len(spelled) >= MIN_UNATTRIBUTED_WORDS


def is_cried(tokens: Sequence[Token], at: int) -> bool:
    """Whether a crowd gives the words out: `to chants of “Shame!”`."""
    return at > 1 and tokens[at - 1].lower == "of" and tokens[at - 2].lower in words("cries")


def _is_told(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun of saying leads to the words: `over a remark that the bread was “a sponge”`."""
    for place in range(at - 1, max(0, at - MAX_LEAD), -1):
        if tokens[place].is_quote or tokens[place].text == ",":
            return False
        if tokens[place].lower == "that" and tokens[place - 1].lower in words("nominal_cues"):
            return True
    return False


def _is_word_for_word(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is told to stand for another: `the phrase “phase-out” had become “phase-down”`."""
    before = next((place for place in range(at - 1, -1, -1) if tokens[place].is_quote), None)
    if before is None or not 0 < at - before <= MAX_LEAD or not _names_something(tokens, before):
        return False
    between = tokens[before + 1 : at]
    return bool(between) and all(token.word_class or token.lower in _BECOMES for token in between)


def _is_title(spelled: Sequence[str]) -> bool:
    """Whether all words but the small ones are capitalised: "The Long Way Home"."""
    long_words = [word for word in spelled if word.lower() not in word_classes()]
    return len(long_words) > 1 and all(word[0].isupper() or not word[0].isalpha() for word in long_words)


def _in_apposition(tokens: Sequence[Token], at: int) -> bool:
    """Whether the words are the name of a document before them: `the report, “No News Is Good News,” criticises`."""
    work = tokens[at - 2].lower if at > 1 and tokens[at - 1].text == "," else ""
    return work in words("documents") or work in words("titled_works")


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
        owner = tokens[place - 1] if place else None
        owned = owner is not None and (owner.possessive or owner.word_class == "possessive")
        return not tokens[place].is_capitalised and not (owned and word == "words")  # "in her words, “…”"
    if word not in _NAMES:
        return False
    # "she called it “a farce”" judges; "a plan called “Sea Lion”" names: there a noun stands right before.
    if word in ("called", "dubbed", "labelled", "labeled", "termed"):
        return tokens[at - 1].lower == word and place > 0 and not _has_subject(tokens, place)
    return True


def _has_subject(tokens: Sequence[Token], verb: int) -> bool:
    """Whether somebody calls it so: "Ada Holm called", "which its chair, Ada Holm, called".

    But "an operation, called “Sea Lion”," and "a raid in Lyon, called “Sea Lion”," are named so.
    """
    if tokens[verb - 1].text != ",":
        return _could_be_subject(tokens[verb - 1])
    at = verb - 2
    while at > 0 and tokens[at].is_capitalised:
        at -= 1
    return at < verb - 2 and tokens[at].text == ","


def _could_be_subject(token: Token) -> bool:
    return token.is_capitalised or token.word_class in ("pronoun", "auxiliary", "conjunction")
