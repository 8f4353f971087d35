"""Who said a quotation, in the words of a sentence: what every frame answers with.

According to Ada Holm, “…”              according to: a frame that may stand before or behind
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefsite.mentions.words.noun_phrases import Phrase, forward

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.mentions.speech.cues import Cue
    from briefsite.mentions.words.tokens import Token

DASHES = frozenset(["—", "–", "--", "-"])


class Attribution(NamedTuple):
    """Who said it, in the tokens of one line."""

    phrase: Phrase
    cue_first: int
    cue_last: int
    rule: str


def by_cue(cue: Cue, rule: str) -> Attribution | None:
    """The attribution to the subject of a verb of saying; None where it has none."""
    return Attribution(cue.subject, cue.at, cue.at, rule) if cue.subject else None


def according_at(tokens: Sequence[Token], at: int) -> Attribution | None:
    """The attribution that begins with the "according" or "per" at a token."""
    start = at + 1
    if start < len(tokens) and tokens[start].lower == "to":
        start += 1
    phrase = forward(tokens, start)
    return Attribution(phrase, at, start - 1, "according") if phrase else None
