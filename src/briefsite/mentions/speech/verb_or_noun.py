"""Whether a form of a verb of saying stands for the verb at its place: "she claims", not "her claims".

Leaves alone nouns and adjectives ("the claims", "so-called", "Lake State", "the special terms").

Known limit: "reports" and "claims" after a capitalised word may be either; they are read as verbs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.lexicon import words
from briefsite.mentions.words.noun_phrases import ending_at
from briefsite.mentions.words.roles import is_role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.mentions.words.reporting import VerbForm
    from briefsite.mentions.words.tokens import Token

BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "am", "wasn’t", "wasn't", "weren’t", "weren't"})
MAX_LEAD = 12
"""How many tokens an estimate may stand behind "put": "puts the effect on the lake at “less than half”"."""


def is_verb(tokens: Sequence[Token], at: int, verb: VerbForm) -> bool:
    """Whether the form at a token is the verb."""
    token = tokens[at]
    if token.possessive or ((verb.form == "base" or token.lower.endswith("s")) and _is_modified(tokens, at)):
        return False
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if verb.judges and token.lower.endswith("s") and following and following.lower == "of":
        return False  # "the terms of the deal"
    if verb.lemma == "put":
        return following is not None and (following.lower == "it" or _puts_at(tokens, at))  # "as she put it"
    if verb.lemma == "compare" and following and following.lower in ("with", "to"):
        return False  # "rose by 5%, compared with 4%"
    if verb.lemma == "find":
        return following is not None and (following.is_quote or following.lower in ("that", "no", ","))
    if token.lower in words("nominal_cues") and following and _follows_noun(following):
        return False  # "in a series of posts, she"
    if token.is_capitalised and at > 0 and not (tokens[at - 1].is_quote or tokens[at - 1].text in (",", "-")):
        return False
    earlier = tokens[at - 1] if at else None
    if earlier is None:
        if (
            verb.judges
            and verb.form == "finite"
            and following
            and (following.is_quote or following.lower in ("as", "by"))
        ):
            return True  # "Called “a farce” by Ada Holm, the plan"
        return verb.form == "gerund" or (at + 1 < len(tokens) and tokens[at + 1].is_capitalised)
    if earlier.word_class in ("determiner", "possessive") and earlier.lower not in ("this", "that", "all", "both"):
        return False
    if earlier.possessive:
        return False
    if earlier.word_class == "preposition" and verb.form != "gerund" and earlier.lower != "to":
        return False
    if verb.form == "base":
        # "thoughts", "the report": the bare form is a verb behind "to", an auxiliary or a plural.
        return (
            earlier.word_class in ("auxiliary", "pronoun", "adverb")
            or earlier.lower in ("to", "who", "people", "men", "women")
            or (earlier.lower.endswith("s") and at > 1 and tokens[at - 2].word_class != "pronoun")
            or is_role(earlier.lower)
            or _is_of_several(tokens, at - 1)
        )
    return True


def _is_of_several(tokens: Sequence[Token], last: int) -> bool:
    """Whether a phrase that ends with a name is about several: "friends of Ada Holm say"."""
    phrase = ending_at(tokens, last) if tokens[last].is_capitalised else None
    head = tokens[phrase.head] if phrase else None
    return head is not None and head.lower.endswith("s") and is_role(head.lower)


def _is_modified(tokens: Sequence[Token], at: int) -> bool:
    """Whether it is the noun of a phrase: "the special terms"."""
    if at < 2 or tokens[at - 1].lower not in words("plain_adjectives"):
        return False
    return tokens[at - 2].word_class in ("determiner", "possessive") or tokens[at - 2].possessive


def _puts_at(tokens: Sequence[Token], at: int) -> bool:
    """`puts the effect at “less than half”`, `put the dead in the “hundreds”`: an estimate."""
    for place in range(at + 2, min(len(tokens), at + MAX_LEAD)):
        if tokens[place].is_quote:
            lead = tokens[place - 1] if tokens[place - 1].word_class == "preposition" else tokens[place - 2]
            return lead.lower in ("at", "in")
    return False


def _follows_noun(token: Token) -> bool:
    return token.text in (",", ")") or (token.word_class == "preposition" and token.lower not in ("to", "on", "during"))


def is_passive(tokens: Sequence[Token], at: int) -> bool:
    """Whether a form in the past is told of its subject: "it was described"."""
    place = at - 1
    while place >= 0 and (tokens[place].word_class == "adverb" or tokens[place].lower.endswith("ly")):
        place -= 1
    if place < 0:  # "Called “a farce” by Ada Holm, the plan"
        return at == 0 and len(tokens) > 1 and (tokens[1].is_quote or tokens[1].lower in ("as", "by"))
    return tokens[place].lower in BE and not tokens[at].lower.endswith("s")
