"""Whose act a cue begins: the noun phrase before it.

    The board, which met on Monday, will vote.   → The board

Read backwards from a cue ("will", "is due to") as far as a noun phrase can reach. What cannot be read with
confidence is None, so that nothing is built on it.

Known limits: (1) of a list, only a first noun phrase with an article is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.facts.asking.phrases import TIMES, after_last_clause, belongs, noun_phrase, phrase_between
from briefsite.facts.asking.saying import TELLS, is_saying
from briefsite.facts.verb_forms import base_of, is_finite, is_past, of_class
from briefsite.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.facts.asking.line import Line, Stretch
    from briefsite.mentions.words.tokens import Token

_SYMBOLS = frozenset("€$£¥%/+&*#@")
_INSERTED = {",": ",", "—": "—", "–": "–", ")": "("}
"""What closes an insertion, and what opens it."""
_OPENING = frozenset({"but", "and", "also", "still", "speaking", "following", "despite"})
MAX_INSERTION = 24
"""In tokens; what is said of somebody between two commas."""
_TIME_WORDS = frozenset(TIMES) | words("weekdays") | {"however", "meanwhile", "now", "later", "currently", "according"}


def subject_before(line: Line, at: int) -> Stretch | None:
    """The noun phrase that ends right before token `at`; None where none is sure."""
    tokens, end = line.tokens, past_adverbs(line.tokens, at)
    if end > 0 and tokens[end - 1].lower in of_class("unresolved"):
        return None
    is_interrupted = end > 1 and tokens[end - 1].lower in _INSERTED
    if is_interrupted:
        end = _before_insertion(tokens, end - 1)
    start = end
    while start > 0 and belongs(tokens, start - 1):
        start -= 1
    if start and (tokens[start - 1].text in _SYMBOLS or _is_bounded(tokens, start)):
        return None  # "the 220 million € probe", "as many as 40 boats"
    start = after_last_clause(tokens, start, end)
    if start < end and _joins_clauses(tokens, start):
        start += 1
    if _is_relative(tokens, start):
        return None
    if is_interrupted and start and tokens[start - 1].text == "," and not _leads_in(tokens, start - 1):
        return None  # "Kell, who met his brother, Tom Brandt, in 2009, will": it is Kell who will
    found = None if _ends_a_list(tokens, start, end) else noun_phrase(tokens, start, end)
    if found and _is_apposition(tokens, *found):
        return None
    return found or _head_of_sentence(tokens, at)


def _is_apposition(tokens: tuple[Token, ...], start: int, end: int) -> bool:
    """Whether a phrase behind a comma only tells what somebody is: "Kell, Brandt, head of the yard will"."""
    first, last = tokens[start], tokens[end - 1]
    if start == 0 or tokens[start - 1].text != "," or not first.text.islower() or _leads_in(tokens, start - 1):
        return False
    return first.lower not in of_class("determiner") and not last.lower.endswith("s")


def _leads_in(tokens: tuple[Token, ...], comma: int) -> bool:
    """Whether what stands before a comma leads up to a subject, or names it: "On Monday, Kell, the mayor, will"."""
    first = tokens[0].lower
    if first in of_class("link") | of_class("boundary") | _TIME_WORDS | _OPENING or first.endswith("ly"):
        return True
    return all(token.is_word and not is_finite(token.lower) for token in tokens[:comma])


def past_adverbs(tokens: Sequence[Token], at: int) -> int:
    """The token after which only light adverbs stand before token `at`: "the board | soon will"."""
    while at > 0 and tokens[at - 1].lower in words("light_adverbs"):
        at -= 1
    return at


def subject_of(line: Line) -> Stretch | None:
    """The subject of the first clause: what stands before its verb; None where none is sure."""
    verb = first_verb(line)
    # "An official said the attacks are near, and will …": the attacks will, not the official.
    if verb is None or line.tokens[verb].lower in TELLS:
        return None
    start = next((at + 1 for at in range(verb - 1, -1, -1) if line.tokens[at].lower == ","), 0)
    return phrase_between(line, start, verb)


def first_verb(line: Line) -> int | None:
    """The token of the first verb of a sentence that begins with its subject; None where none is near."""
    tokens = line.tokens
    start = 0
    for at in range(min(len(tokens), 24)):
        if tokens[at].lower == ",":
            start = at + 1
        elif at > start and _is_main_verb(tokens, at):
            return at
    return None


def _is_bounded(tokens: tuple[Token, ...], start: int) -> bool:
    """Whether "as many as" or "more than" stands before what begins at `start`: a number, and not the subject alone."""
    before = [token.lower for token in tokens[max(start - 2, 0) : start]]
    return before[-1:] == ["than"] or before in (["many", "as"], ["much", "as"], ["few", "as"], ["up", "to"])


def _before_insertion(tokens: tuple[Token, ...], comma: int) -> int:
    """Where the phrase before ", …," or "— … —" ends: `comma` itself where it has no beginning, 0 in a list."""
    opening = _INSERTED[tokens[comma].lower]
    for at in range(comma - 1, max(comma - MAX_INSERTION, -1), -1):
        if tokens[at].lower == opening:
            # "Spain, France, and Malta, will": a list, of which none alone is the subject
            return 0 if tokens[at + 1].lower in ("and", "or") else at
        if tokens[at].lower in (";", ":", "—", "–", "(", ")"):
            break
    return comma


def _joins_clauses(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether ", and" at token `at` opens a clause: "they voted, and the board will …", not "Spain, and Malta will"."""
    if at == 0 or tokens[at].lower not in ("and", "or") or tokens[at - 1].lower != ",":
        return False
    return any(
        is_finite(token.lower) or is_past(token.lower) or is_saying(token) or _follows_pronoun(tokens, i)
        for i, token in enumerate(tokens[: at - 1])
    )


def _follows_pronoun(tokens: tuple[Token, ...], at: int) -> bool:
    return (
        at > 0
        and tokens[at - 1].lower in ("he", "she", "it", "they", "we", "i")
        and base_of(tokens[at].lower) is not None
    )


def _head_of_sentence(tokens: tuple[Token, ...], at: int) -> Stretch | None:
    """The first noun phrase without what hangs on it, where no other verb stands between it and token `at`.

    "The limits for workers from Spain, Italy and Malta will be lifted" → "The limits"
    """
    if not tokens or tokens[0].lower not in ("the", "a", "an"):
        return None
    if any(not token.is_word and token.text != "," for token in tokens[:at]):
        return None
    if any(is_finite(token.lower) or is_saying(token) or is_past(token.lower, regular=False) for token in tokens[:at]):
        return None
    end = next((i for i in range(at) if not tokens[i].is_word or _hangs_on(tokens[i])), at)
    return noun_phrase(tokens, 0, end) if end < at else None


def _hangs_on(token: Token) -> bool:
    return (
        token.lower in of_class("link") or token.lower in of_class("boundary") or token.lower in words("light_adverbs")
    )


def _is_main_verb(tokens: tuple[Token, ...], at: int) -> bool:
    token, following = tokens[at], tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if is_finite(token.lower):
        return True
    if not token.text.islower() or base_of(token.lower) is None:
        return False
    # "The plans" is no verb, "the U.K. wants France" and "both sides agree the crossings" have one.
    if is_past(token.lower):
        return tokens[at - 1].lower not in of_class("determiner")
    return following in of_class("determiner") | {"that", "to", "on", "more"} or (
        at + 1 < len(tokens) and tokens[at + 1].text[0].isupper()
    )


def _is_relative(tokens: tuple[Token, ...], start: int) -> bool:
    """Whether the words from `start` on belong to a clause that describes: "anyone who breaks the rules will"."""
    if start == 0:
        return False
    before = tokens[start - 1].lower
    if before == "as" and start > 1 and tokens[start - 2].text != ",":
        return True  # "her work as head of the yard will"
    if before in ("who", "which", "whose", "whom", "where", "when", "why", "how", "what"):
        return True
    # "at that time will be …", and "everything that confronts the board will …"
    if before == "that" and start == 1:
        return True  # "That lesson will": which one stands elsewhere
    is_joined = before == "that" and start > 1 and tokens[start - 2].lower in of_class("link")
    return is_joined or (
        base_of(tokens[start].lower) is not None
        and tokens[start].lower.endswith("s")
        and start + 1 < len(tokens)
        and tokens[start + 1].lower in of_class("determiner")
    )


def _ends_a_list(tokens: tuple[Token, ...], start: int, end: int) -> bool:
    """Whether "B and C" is the end of "A, B and C", and not "On Monday, B and C"."""
    if (
        start == 0
        or tokens[start - 1].text != ","
        or all(token.lower not in ("and", "or") for token in tokens[start:end])
    ):
        return False
    opening = next((i + 1 for i in range(start - 2, -1, -1) if tokens[i].text == ","), 0)
    # "On Monday, B and C", "Today, at nine, B and C"
    return tokens[opening].lower not in of_class("link") | of_class("boundary") | _TIME_WORDS
