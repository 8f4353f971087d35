"""Words put to somebody: “Asked “Why now?”, Ada Holm said no”: they are whoever asked, not hers.

Asked by Jo Reyes whether it was “late”, Ada Holm said      → Jo Reyes
When asked “Why now?”, Ada Holm said                        → nobody is told
Ada Holm, asked “Why now?” by a reporter, laughed           → a reporter
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.mentions.speech.attribution import Attribution
from briefsite.mentions.words.noun_phrases import forward

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.mentions.words.tokens import Token

_PUT = frozenset({"asked", "pressed", "questioned", "quizzed", "challenged"})
_BEFORE = frozenset({"when", "if", "once", "after", "being", "was", "were", "been", "is", "are", ","})
_AFTER = frozenset({"preposition", "conjunction", "adverb"})
MAX_QUESTION = 14
"""How many tokens may stand between "asked" and the words in marks: "asked by Jo Reyes if the firm was “late”"."""


def put_at(tokens: Sequence[Token], quote: int) -> int | None:
    """Where a sentence says that the quotation was put to somebody; None where it does not."""
    for at in range(quote - 1, max(-1, quote - MAX_QUESTION), -1):
        token = tokens[at]
        if token.is_quote or token.text in (":", ";") or (token.text == "," and at < quote - 1):
            return None
        if token.lower in _PUT:
            following = tokens[at + 1]  # "Holm, leading the board, asked the crowd “Why now?”" has an object
            passive = following.is_quote or following.text == "," or following.word_class in _AFTER
            passive = passive and following.lower != "to"  # "said she was asked to help “turn it round”"
            return at if passive and (at == 0 or tokens[at - 1].lower in _BEFORE) else None
    return None


def put_by(tokens: Sequence[Token], quote: int, at: int) -> Attribution | None:
    """Who put it, as the sentence tells: the agent of the verb at a token."""
    for place in (*range(at + 1, quote), quote + 1):
        if place + 1 < len(tokens) and tokens[place].lower == "by":
            agent = forward(tokens, place + 1)
            return Attribution(agent, at, place, "passive") if agent else None
    return None
