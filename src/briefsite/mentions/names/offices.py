"""Where, in a run of capitalised words, a title or an office ends and the name begins.

    Prime Minister Ada Holm                      → Ada Holm
    Minister of Public Works Wanjiru Odhiambo    → Wanjiru Odhiambo
    the Minister of Social Cohesion              → nobody: an office alone
    Doctors Without Borders                      → the whole of it

What an office is for is told by `remits` in `lexicon/en/`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.lexicon import words
from briefsite.mentions.names.titles import is_title, titles
from briefsite.mentions.words.given_names import is_given_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.mentions.words.tokens import Token

PARTICLES = frozenset(
    {"de", "del", "della", "der", "den", "di", "da", "dos", "das", "van", "von", "bin", "ibn", "al", "el", "la", "le"}
)
"""Small words inside a name: "Ludwig van Veen"."""


def name_start(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """Where, in a run of capitalised words, the title ends and the name begins; None where it is all title."""
    if is_given_name(tokens[first].lower) and tokens[first].lower not in words("titles"):
        return first
    if tokens[last].lower in words("organisation_words"):
        # "President of the General Assembly" is an office
        return None if first < last and tokens[first].lower in titles() and tokens[first + 1].lower == "of" else first
    for at in range(first + 1, last):
        of_country = tokens[at - 1].lower == "of" and tokens[at].text in words("places")  # "President of Chad Ada Holm"
        if is_given_name(tokens[at].lower) and tokens[at].is_capitalised and not of_country:
            return at  # "Finance Minister Ada Holm", "FIFA’s Ada Holm"
    if first < last and is_title(tokens[first].lower) and tokens[first + 1].lower in ("of", "for"):
        return _behind_office(tokens, first, last)
    for at in range(last - 1, first - 1, -1):
        if is_title(tokens[at].lower):
            common = first and tokens[first - 1].is_word and tokens[at].lower not in words("titles")
            if common and at == first == last - 1 and not is_given_name(tokens[last].lower):
                return first  # "the watchdog Passenger Focus" is no passenger
            if tokens[at + 1].word_class in ("preposition", "conjunction") and tokens[at + 1].is_capitalised:
                return first  # "Doctors Without Borders"
            return _behind_office(tokens, at, last) if tokens[at + 1].lower in ("of", "for") else at + 1
    start = first
    if all(token.lower in words("demonyms") for token in tokens[first : last + 1]):
        return None
    # "Republican Bevin" is Bevin; but a colour or a people belongs to the name: "Green Water", "Swiss Post"
    while start < last and tokens[start].lower in words("parties"):
        start += 1
    return start


def _behind_office(tokens: Sequence[Token], at: int, last: int) -> int | None:
    """Where the name begins in "Minister of Public Works Wanjiru Odhiambo"; None for the office alone."""
    start = at + 2
    unlisted = last - start > 1 and not _is_remit(tokens[start])
    start += unlisted  # "Archbishop of Lode Wanjiru Odhiambo", "Secretary of Rural Security Wanjiru Odhiambo"
    while start <= last and _is_remit(tokens[start]):
        start += 1
    name = tokens[start : last + 1]
    if start == at + 2 or not name or any(token.word_class for token in name if token.lower not in PARTICLES):
        return None
    # "Defence Secretary of State Odhiambo" has a name, "the Minister of Social Cohesion" has none
    alone = len(name) == 1 and at > 0 and tokens[at - 1].word_class == "determiner"
    return None if alone else start


def _is_remit(token: Token) -> bool:
    """Whether a word says what an office is for: "Secretary of State for Health"."""
    if token.lower in words("remits") or token.lower in words("title_modifiers") or token.text in words("places"):
        return True
    return token.lower in ("of", "for", "the", "and", "&") or token.lower in words("organisation_words")
