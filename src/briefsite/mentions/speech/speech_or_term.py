"""Whether words in quotation marks are somebody's speech, or merely marked: a term, a title, a name, scare quotes.

    he spoke of “a burden for us all”         → speech
    a “one-in, one-out” deal                  → a term
    the film “The Long Way Home”              → a title (see `marked_words`)

Known limit: a scare quote in a sentence with a verb of saying counts as speech: to drop somebody's words would be
worse.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.lexicon import words
from briefsite.mentions.speech.marked_words import is_named, is_part_of_name, is_title, names_document, stands_for_word
from briefsite.mentions.speech.questions import put_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.mentions.words.tokens import Token

_SURE = frozenset({"touching", "after", "colon"})
"""Rules that speak for speech even where the words look like a title: “Save Our Lake,” they chanted."""
CARRIED = frozenset({"paragraph", "across", "subject", "continued"})
"""Rules that took the speaker from another sentence: they say nothing of words inside this one."""
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
    titled = is_title(spelled)
    if titled and names_document(tokens, at):
        return False
    if titled and rule not in _SURE and not (sentence and rule == "paragraph"):
        return False
    if rule == "after" and begins:
        return True
    if stands_for_word(tokens, at) or is_part_of_name(quoted, tokens, at):
        return False
    if rule and rule not in CARRIED:
        return not (is_named(tokens, at) and (len(spelled) <= MAX_NAME_WORDS or rule not in _SURE))
    if (sentence and (len(spelled) > 1 or rule)) or is_cried(tokens, at) or _is_told(tokens, at):
        return True
    if quoted.endswith("?") and put_at(tokens, at) is not None:
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
