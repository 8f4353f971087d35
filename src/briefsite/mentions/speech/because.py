"""The words that say who "he" is: from the name on, to where a phrase ends.

    Ada Holm, a nurse from Leeds, came         → Ada Holm, a nurse from Leeds
    Ada Holm, told of it, came                 → Ada Holm
    Holm was 22 when in 1954, during the war,  → Holm was 22

Never ends inside a phrase or a number: "and promised 30" of "and promised 30 million crowns".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.mentions.words.roles import is_role
from briefsite.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.mentions.words.tokens import Token

_CLAUSE_ENDS = frozenset(";:—–.()[]?!")
_INSIDE = frozenset({"of", "than", "per"})
"""Prepositions that a phrase goes on after: "a third of the seats", "more than ten"."""
_CLAUSES = frozenset({"that", "he", "she", "they", "it", "who", "which", "whom"})
"""What else begins a phrase behind a verb: "Holm said that", "Holm said she"."""
_JOINS = frozenset({"and", "or", "&"})
_RELATIVE = frozenset({"who", "whose", "which", "whom"})
MAX_WORDS = 12
MIN_CLAUSE = 4
"""After "when" or "if", fewer words than these before a comma are the beginning of something longer."""


def because(tokens: Sequence[Token], name: Span) -> Span:
    """The words from a name on in the tokens of its line: at most twelve, up to the end of a phrase."""
    first = next((at for at, token in enumerate(tokens) if token.start >= name.start), len(tokens))
    end, count = name.end, 0
    whole = name.end  # where the phrase before this one ended
    conjunction = None
    last: Token | None = None
    for at in range(first, len(tokens)):
        token = tokens[at]
        if token.start < name.end:
            count += token.is_word
            last = token
            continue
        if token.is_quote or token.text in _CLAUSE_ENDS:
            break
        if token.text == ",":
            # The comma behind the name begins an apposition, which tells who it is.
            if last is None or last.start >= name.end or not _tells_who(tokens, at + 1):
                break
            continue
        if not token.is_word:
            continue
        link = token.word_class in ("preposition", "conjunction") and token.lower not in _INSIDE
        link = link or token.lower in _CLAUSES
        if link and end > name.end:
            whole = end
            if token.word_class == "conjunction" and token.lower not in _JOINS:
                conjunction = (end, count)
        count += 1
        if count > MAX_WORDS:
            return Span(name.start, whole)
        if token.word_class in ("", "verb") or (token.word_class == "pronoun" and not link):
            end = token.end
        last = token
    if conjunction and count - conjunction[1] <= MIN_CLAUSE:
        end = conjunction[0]
    return Span(name.start, end)


def _tells_who(tokens: Sequence[Token], at: int) -> bool:
    """Whether an apposition begins here: "a nurse", "45", "who leads it", "head of the board"."""
    if at >= len(tokens) or not tokens[at].is_word:
        return False
    token = tokens[at]
    if token.word_class in ("determiner", "possessive") or token.lower in _RELATIVE or token.text.isdigit():
        return True
    following = tokens[at : at + 4]
    return token.word_class == "" and any(is_role(word.lower) for word in following)
