"""Who said a quotation, in the words of a sentence: what every frame answers with.

According to Ada Holm, “…”              according to: a frame that may stand before or behind
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefsite.lexicon import words
from briefsite.mentions.words.noun_phrases import Phrase, ending_at, forward
from briefsite.mentions.words.roles import is_role

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from briefsite.mentions.speech.cue import Cue
    from briefsite.mentions.words.tokens import Token

DASHES = frozenset(["—", "–", "--", "-"])


class Attribution(NamedTuple):
    """Who said it, in the tokens of one line."""

    phrase: Phrase
    cue_first: int
    cue_last: int
    rule: str


def is_somebody(tokens: Sequence[Token], phrase: Phrase, names: Set[int]) -> bool:
    """Whether a phrase is for somebody who can speak; `names` are the places where names begin.

    A sentence without a verb of saying may only be guessed to tell the speaker: "Wait, it gets better:" tells nobody.
    """
    head = tokens[phrase.head]
    if len(head.text) == 1:
        return False  # the "Q" of questions and answers
    if head.word_class in ("pronoun", "possessive"):
        return head.lower in ("he", "she", "they", "his", "her")
    if any(token.start in names for token in tokens[phrase.first : phrase.last + 1]):
        return True
    kinds = ("organisation_words", "documents", "body_nouns", "speaking_nouns", "nominal_cues")
    return is_role(head.lower) or any(head.lower in words(kind) for kind in kinds)


def holds(tokens: Sequence[Token], made: Attribution, names: Set[int]) -> bool:
    """Whether an attribution is more than a guess: a colon needs somebody before it, or a name as in a transcript."""
    if made.rule != "colon" or is_somebody(tokens, made.phrase, names):
        return True
    own = tokens[made.phrase.first : made.phrase.last + 1]
    opens = made.phrase.first == 0 and made.phrase.last + 1 == made.cue_first
    return opens and all(token.is_capitalised and len(token.text) > 1 for token in own)


def by_cue(cue: Cue, rule: str) -> Attribution | None:
    """The attribution to the subject of a verb of saying; None where it has none."""
    return Attribution(cue.subject, cue.at, cue.at, rule) if cue.subject else None


def according_at(tokens: Sequence[Token], at: int) -> Attribution | None:
    """The attribution that begins at a token: "according to Ada Holm", "per the mayor", "in the words of"."""
    spelled = [token.lower for token in tokens[at : at + 4]]
    if spelled == ["in", "the", "words", "of"]:
        start = at + 4
    elif spelled[0] == "in":
        return _in_words_of(tokens, at)
    elif spelled[0] in ("according", "per"):
        start = at + (2 if spelled[1:2] == ["to"] else 1)
    else:
        return None
    phrase = forward(tokens, start)
    return Attribution(phrase, at, start - 1, "according") if phrase else None


def _in_words_of(tokens: Sequence[Token], at: int) -> Attribution | None:
    """`in her words, “…”`, `in Ada Holm’s words, “…”`."""
    for place in range(at + 2, min(len(tokens), at + 6)):
        owner = tokens[place - 1]
        if tokens[place].lower == "words" and (owner.possessive or owner.word_class == "possessive"):
            phrase = ending_at(tokens, place - 1)
            return Attribution(phrase, at, place, "according") if phrase and phrase.first > at else None
    return None
