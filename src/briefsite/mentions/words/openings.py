"""The subject that a clause opens with, found without a parser: forward from its beginning, over what leads into it.

"LYON, France (AP) — The board said"                → the board
"On Monday, the board said"                         → the board
"Speaking in Lyon, France, Ada Holm said"           → Ada Holm
"A month later, he said"                            → he
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.lexicon import words
from briefsite.mentions.words.noun_phrases import TIMES, Phrase, forward

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.mentions.words.tokens import Token

DASHES = frozenset({"—", "–", "--", "-"})
MAX_DATELINE = 14
"""How many tokens may stand before the dash that ends a dateline."""


def opening(tokens: Sequence[Token], start: int, end: int) -> Phrase | None:
    """The subject of the clause that begins at `start`: its first noun phrase, behind an opening adverbial.

    "On Monday, the board said", "Speaking in Lyon, Ada Holm said": behind the comma.
    """
    at = _after_dateline(tokens, end) if start == 0 else start
    for _ in range(4):
        while at < end and not tokens[at].is_word and not tokens[at].is_quote:
            at += 1
        while at < end and tokens[at].lower in ("and", "but", "so", "yet", "or"):
            at += 1
        if at >= end:
            return None
        token = tokens[at]
        adverbial = (
            token.word_class in ("preposition", "conjunction", "adverb")
            or (token.lower.endswith(("ing", "ed", "ly")) and not _is_noun(token) and not _next_is_name(tokens, at))
            or token.lower in words("calendar_words")
        )
        if not adverbial:
            phrase = forward(tokens[:end], at)
            if phrase is None or tokens[phrase.head].lower not in TIMES:
                return phrase  # but "A month later, he said"
        comma = next((i for i in range(at, end) if _pauses(tokens[i])), None)
        if comma is None:
            return None
        at = comma + 1
        while at + 1 < end and tokens[at + 1].text == "," and is_place(tokens[at]):
            at += 2  # "in Lyon, France, the board said"
    return None


def _after_dateline(tokens: Sequence[Token], end: int) -> int:
    """The token behind "LYON, France, May 5 (AP) —"; 0 where a sentence begins without one."""
    for at in range(1, min(end, MAX_DATELINE)):
        token = tokens[at]
        if token.text in DASHES:
            return at + 1
        if token.is_quote or (token.is_word and not token.is_capitalised and not token.text.isdigit()):
            return 0
    return 0


def _is_noun(token: Token) -> bool:
    """Whether a word that looks like a participle or an adverb is none: "king", "family"."""
    return token.lower == "king" or token.lower in words("nouns_in_ly")


def _next_is_name(tokens: Sequence[Token], at: int) -> bool:
    return at > 0 and tokens[at].is_capitalised


def _pauses(token: Token) -> bool:
    return token.text == "," or (token.is_quote and token.text.endswith(","))


def is_place(token: Token) -> bool:
    """Whether a word may name a place that another lies in: "France", "Calif.", "UK"."""
    return token.text in words("places") or token.text.endswith(".") or (token.text.isupper() and len(token.text) == 2)
