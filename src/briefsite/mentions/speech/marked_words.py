"""Whether words in quotation marks are merely marked: what the words around them say of them, and how they look.

    the film “The Long Way Home”              → a title
    an operation called “Sea Lion”            → a name
    rated “highly critical” by the agency     → a class
    Ada “the Oar” Holm                        → a nickname
    NBC’s “Today”                             → a programme
    the phrase “phase-out” became “phase-in”  → words spoken of

Leaves alone what somebody calls something: "she called it “a farce”".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.lexicon import words
from briefsite.mentions.words.reporting import verb_forms
from briefsite.mentions.words.spelling import word_classes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.mentions.words.tokens import Token

_BETWEEN = frozenset({"as", "the", "a", "an", "simply", "it"})
_IS = frozenset({"is", "was", "are", "were"})
_BECOMES = frozenset(
    ["become", "became", "changed", "replaced", "not", "turned", "gave", "way", "instead", "read", "says"]
)
_JOINS = frozenset({"and", "or", ",", "/"})
_MEANS = frozenset({"means", "meaning"})
MAX_MEANING = 4
"""More words tell what something leads to: "said it means “we all have to wait”"."""
MAX_LEAD = 8
"""How many tokens may stand between what tells of words and the words."""
MAX_LIST = 12
"""How many words one may name in a row: "the terms “red”, “blue” and “green”"."""
MAX_NICKNAME = 3


def is_title(spelled: Sequence[str]) -> bool:
    """Whether all words but the small ones are capitalised: "The Long Way Home"."""
    long_words = [word for word in spelled if word.lower() not in word_classes()]
    return len(long_words) > 1 and all(word[0].isupper() or not word[0].isalpha() for word in long_words)


def names_document(tokens: Sequence[Token], at: int) -> bool:
    """Whether the words are the name of a document before them: `the report, “No News Is Good News,” criticises`."""
    work = tokens[at - 2].lower if at > 1 and tokens[at - 1].text == "," else ""
    return work in words("documents") or work in words("titled_works")


def is_part_of_name(quoted: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether the words stand inside a name or are one: `Ada “the Oar” Holm`, `NBC’s “Today”`, the “B” team."""
    if sum(character.isalnum() for character in quoted) < 2:
        return True
    before = tokens[at - 1] if at else None
    if before is None or not before.is_word or quoted[-1] in ".!?…":
        return False
    spelled = quoted.rstrip(",").split()
    if not all(word[0].isupper() or word.lower() in word_classes() for word in spelled):
        return False
    if before.possessive and before.is_capitalised and spelled[0][0].isupper():
        return True
    if is_title(spelled) and _is_form_of_tell(before.lower):
        return True  # "told “Fox and Friends” that it was late"
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    surname = after is not None and after.is_word and after.is_capitalised and not after.word_class
    return surname and before.is_capitalised and len(spelled) <= MAX_NICKNAME and quoted[-1] != ","


def _is_form_of_tell(word: str) -> bool:
    verb = verb_forms().get(word)
    return verb is not None and verb.lemma == "tell"


def is_named(tokens: Sequence[Token], at: int) -> bool:
    """Whether the words before the quotation say that a name follows: "the film", "known as", "rated"."""
    if [token.lower for token in tokens[max(at - 3, 0) : at]] == ["referred", "to", "as"]:
        return True
    place = at - 1
    between = _BETWEEN | _IS if is_title(tokens[at].text.split()) else _BETWEEN
    while place >= 0 and (
        tokens[place].text == "," or tokens[place].lower in between or _is_plain_adverb(tokens[place])
    ):
        place -= 1
    if place < 0 or not tokens[place].is_word:
        return False
    word, earlier = tokens[place].lower, tokens[place - 1] if place else None
    if word in words("titled_works"):
        owned = earlier is not None and (earlier.possessive or earlier.word_class == "possessive")
        is_verb = earlier is not None and earlier.word_class in ("auxiliary", "pronoun")  # "she will play the “…”"
        return not (tokens[place].is_capitalised or is_verb or (owned and word == "words"))  # "in her words, “…”"
    if earlier and f"{earlier.lower} {word}" in words("naming_phrases"):
        return True
    if word in words("rating_verbs"):
        return tokens[at - 1].lower == "as" or (earlier is not None and earlier.word_class in ("auxiliary", "adverb"))
    if word not in words("naming_verbs") or (word in _MEANS and len(tokens[at].text.split()) > MAX_MEANING):
        return False
    # "she called it “a farce”" judges; "a plan called “Sea Lion”" names: there a noun stands right before.
    if word in ("called", "dubbed", "labelled", "labeled", "termed"):
        return tokens[at - 1].lower == word and place > 0 and not _has_subject(tokens, place)
    return True


def _is_plain_adverb(token: Token) -> bool:
    """Whether an adverb may stand between: "known locally as"."""
    return token.lower.endswith("ly") and not token.is_capitalised


def stands_for_word(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is told to stand beside or for another: `the phrase “phase-out” had become “phase-down”`."""
    for _ in range(MAX_LIST):
        before = next((place for place in range(at - 1, max(-1, at - MAX_LEAD - 1), -1) if tokens[place].is_quote), at)
        between = tokens[before + 1 : at]
        if not between:
            return False
        joined = all(token.text in _JOINS for token in between)
        if is_named(tokens, before):
            return joined or all(token.word_class or token.lower in _BECOMES for token in between)
        if not joined:
            return False
        at = before
    return False


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
