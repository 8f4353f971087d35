"""What is said after a cue, to the end of its clause.

    The board will vote on the plan, Kell said.   → vote on the plan

Read forwards as far as one clause can reach. What leaves a reader waiting ("clarify to the embassy that …"), or
means nothing without the sentence before ("sell it"), is None, so that nothing is built on it.

Known limits: (1) a list after a comma is not read; (2) a long clause is cut before its last preposition.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefsite.facts.asking.line import SPEECH
from briefsite.facts.asking.saying import TELLS, is_saying, saying
from briefsite.facts.verb_forms import base_of, is_finite, is_past, is_third, of_class
from briefsite.lexicon import table, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.facts.asking.line import Line, Stretch
    from briefsite.mentions.words.tokens import Token

_OPENS_CONTENT = ("that", "how", "whether", "why", "what", "where", "who", "if", "which")
_LOOSE = ("in", "at", "during", "after", "before", "under", "through", "amid", "over")
"""Prepositions that seldom belong to the verb: a clause can do without what stands behind them."""
_STRANDED = ("on", "with", "for", "to", "at", "about", "into", "over")
_PARTS = ("one", "some", "many", "most", "part", "all", "each", "members", "number")
MAX_PREDICATE = 14
"""In words; a question must stay below twenty."""
MAX_LISTED = 5
"""In words; a longer part between two commas is no part of a list."""
MAX_WORDS_QUOTED = 12
"""In words; a longer quotation is no part of what is said."""
_ADJECTIVES = ("al", "ic", "ous", "ful", "ive", "less", "ed", "ing", "able", "ible")
"""Endings of adjectives: "a costly, troubled sale"."""
_IN_PLACE = ("in", "at", "near", "from", "to", "outside")
"""Behind these, a comma after a name goes on with where it lies: "in Kell, Anselm"."""


def predicate_after(line: Line, at: int, *, with_relative: bool = True) -> Stretch | None:
    """What is said from token `at` on, to the end of its clause; None where none is sure.

    With `with_relative`, the clause that tells what kind of a thing stands last is part of it.
    """
    tokens, start = line.tokens, at
    while start < len(tokens) and (tokens[start].lower in words("light_adverbs") or tokens[start].lower == "most"):
        start += 1
    end = _end_of_list(tokens, start, _next_close(tokens, start, start))
    if with_relative and _describes(tokens, start, end):
        # "create an economy that works for all": what kind of economy is what one asks for.
        end = _next_close(tokens, start, end + 2)
        if end - start > MAX_PREDICATE:
            return None
    while end - start > MAX_PREDICATE:
        shorter = next((i for i in range(end - 1, start + 2, -1) if tokens[i].lower in of_class("link")), None)
        if shorter is None:
            return None
        end = shorter
        # "what is seen as one of the most …": cut before the "as", too.
        if tokens[end - 1].lower in _PARTS:
            end -= 1
    full = end
    while end > start and tokens[end - 1].lower in words("dangling_words"):
        end -= 1
    is_cut = end < len(tokens) and tokens[end].lower in of_class("link")
    while is_cut and end - start > 1 and tokens[end - 1].lower.endswith("ly"):
        end -= 1  # "take positions generally (in line with …)"
    closes = full == len(tokens) or not tokens[full].is_word
    if full - end == 1 and closes and end - start > 1 and tokens[end].lower in _STRANDED:
        end = full  # "be acted on": nothing follows, so it belongs to the verb
    has_lost = any(token.lower == "her" for token in tokens[end:full])  # "in an attempt to see her"
    if end == start or has_lost or _breaks_off(tokens, start, end):
        # "check all birds in this zone": what it says before the last "in" is enough.
        end = next((i for i in range(end - 1, start + 2, -1) if tokens[i].lower in _LOOSE), 0)
        if end == 0 or tokens[end - 1].lower in words("dangling_words") or _breaks_off(tokens, start, end):
            return None
    return start, end


def _next_close(tokens: tuple[Token, ...], start: int, at: int) -> int:
    """The token from `at` on at which the clause that begins at `start` ends."""
    while at < len(tokens) and not _closes(tokens, start, at):
        at += 1
    return at


def _end_of_list(tokens: tuple[Token, ...], start: int, end: int) -> int:
    """Where a short list ends whose first comma is token `end`; `end` itself where there is none.

    "check passports, bags and boats", "become a cold, dead place"
    """
    if end == len(tokens) or tokens[end].text != "," or end - start < 2:
        return end
    if tokens[end - 1].is_capitalised and tokens[end - 2].lower in _IN_PLACE:
        return end  # "in Kell, Anselm, and …"
    last = end
    while last < len(tokens) and tokens[last].text == "," and last - start < MAX_PREDICATE:
        following = _next_close(tokens, start, last + 1)
        part = tokens[last + 1 : following]
        if not part or part[0].lower in of_class("link") | of_class("clause_end"):
            return end
        if any(is_finite(token.lower) or is_past(token.lower, regular=False) for token in part):
            return end
        last = following
        joined = next((at for at, token in enumerate(part) if token.lower in ("and", "or")), None)
        if joined is not None:
            is_short = last - start <= MAX_PREDICATE and joined < MAX_LISTED and len(part) - joined < MAX_LISTED
            return last if is_short and joined + 1 < len(part) else end
        if len(part) > MAX_LISTED:
            break
    is_described = tokens[end - 2].lower in ("a", "an") and _is_adjective(tokens[end - 1].lower)
    is_plain = all(token.text.islower() for token in tokens[end + 1 : last])
    return last if is_described and is_plain and last - end <= MAX_LISTED else end


def _is_adjective(word: str) -> bool:
    return word in words("plain_adjectives") or word.endswith(_ADJECTIVES)


def _describes(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a relative clause at token `end` says what "a" thing right before it is."""
    if end + 2 >= len(tokens) or tokens[end].lower not in ("that", "who", "which", "whose", "where"):
        return False
    noun = next((token.lower for token in reversed(tokens[start:end]) if token.lower in of_class("determiner")), "")
    return noun in ("a", "an", "any", "some") and tokens[end - 1].lower not in words("content_nouns")


def _breaks_off(tokens: tuple[Token, ...], start: int, end: int) -> bool:
    """Whether what is said from `start` to `end` leaves a reader waiting, or means nothing by itself."""
    said = tokens[start + 1 if tokens[start].lower == "that" else start : end]
    if not said:
        return True
    # "the jewels he’d need"
    for at, token in enumerate(said):
        if token.lower.partition("'")[0] in of_class("unresolved") and not _points_at_noun(said, at):
            return True
    following = tokens[end] if end < len(tokens) else None
    last = said[-1].lower
    if len(said) > 1 and said[-2].lower == "as" and following and following.lower == "as":
        return True  # "begin as early as …"
    if last in ("many", "much", "say", "tell", "add", "sure") or (
        following and following.lower == "that" and last in words("content_nouns")
    ):
        return True  # "take in as many as …", "move him to say …", "talk on the condition that …"
    if following and following.lower == "than":
        return True  # "decide on a basis other than …"
    if last.endswith("ing") and len(said) > 1 and said[-2].lower in of_class("link"):
        return True  # "play a role in bringing …"
    if any(token.lower == "only" and said[i - 1].lower == "not" for i, token in enumerate(said) if i):
        return True  # "not only to fight it …"
    if any(token.lower == "her" and _is_object(tokens, at) for at, token in enumerate(tokens[start:end], start)):
        return True  # "join her in the fight"
    if following is None or following.is_word:
        # "clarify to the embassy that …", "do more to show how …": without what is said it says nothing.
        if following is None or following.lower not in _OPENS_CONTENT:
            return False
        if end + 1 == len(tokens) or not tokens[end + 1].is_word:
            return True  # "the man who will change that"
        last = said[-1].lower
        is_verb = len(said) > 1 and said[-2].lower in ("to", "help") and base_of(last) == last
        return said[0].lower in saying() or is_verb
    if following.lower == SPEECH or following.text in "\"“‘'`":
        return True  # "result in “fewer delays”"
    is_place = len(said) > 1 and said[-1].is_capitalised and said[-2].lower in _IN_PLACE
    if following.text == "," and not is_place and _opens_list(tokens[end + 1 : end + 5]):
        return True  # "insist on stricter passport, border and baggage checks"
    if following.text == "," and len(said) > 2 and said[-2].lower in ("a", "an") and end + 1 < len(tokens):
        # "become a cold, dead wasteland"
        return tokens[end + 1].text.islower() and tokens[end + 1].lower not in words("stop_words")
    return False


def _points_at_noun(said: Sequence[Token], at: int) -> bool:
    """Whether "this" at token `at` stands before a noun: "this week", and "these rules", which are "the rules"."""
    following = said[at + 1] if at + 1 < len(said) else None
    if following is not None and at and said[at].lower == "that":
        return True  # "an economy that works": it goes back to a noun
    if following is None or said[at].lower not in ("this", "these", "those"):
        return False
    return following.lower not in words("stop_words") and not is_finite(following.lower)


def _is_object(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether "her" at token `at` is somebody, and not somebody's."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or not following.is_word or base_of(following.lower) == following.lower:
        return True  # "help her win", too
    return following.lower in of_class("link") | of_class("boundary")


def _opens_list(rest: tuple[Token, ...]) -> bool:
    """Whether the words after a comma go on with a list: an "and" comes before any verb."""
    for token in rest[1:]:
        if token.lower in ("and", "or"):
            return True
        if is_finite(token.lower) or is_saying(token) or is_past(token.lower):
            return False
    return False


def _closes(tokens: tuple[Token, ...], start: int, at: int) -> bool:
    token = tokens[at]
    if token.lower == SPEECH:
        return not _reads_on(token)
    if not token.is_word:
        return not (token.text == "." and tokens[at - 1].lower in of_class("title"))
    if token.lower in of_class("clause_end") and at > start:
        return not _compares_number(tokens, at)
    if at > start and not tokens[at - 1].text[-1].isalnum() and tokens[at - 1].text.endswith((',"', ",”")):
        return True  # play the “woman card,” Kell said
    if token.lower in ("and", "as", "before", "after"):
        rest = tokens[at + 1 : at + 7]
        if rest and token.lower == "and" and rest[0].lower.endswith("ed") and at > start + 2:
            return True  # "be taken to court and branded it as a lie"
        if rest and (rest[0].lower == "to" or (rest[0].lower.endswith("s") and is_third(rest[0].lower))):
            return True
        return any(is_finite(other.lower) for other in rest) or any(is_past(other.lower) for other in rest[:3])
    if not is_saying(token) or at <= start + 1:
        return False
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    # "reply on Friday adding the decision …", and not "build an early warning system".
    opens_content = token.lower.endswith("ing") and (following in of_class("determiner"))
    return token.lower in TELLS or opens_content


def _reads_on(token: Token) -> bool:
    """Whether a quotation can stand in what is said: a few words, and none that mean something only to who speaks."""
    said = token.text[1:-1].lower().replace("’", "'").split()
    return len(said) <= MAX_WORDS_QUOTED and not any(
        word.strip(".,;").partition("'")[0] in of_class("unresolved") for word in said
    )


def _compares_number(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether "than" at token `at` belongs to a number: "more than 40 boats"."""
    if tokens[at].lower != "than" or tokens[at - 1].lower not in ("more", "less", "fewer") or at + 1 == len(tokens):
        return False
    following = tokens[at + 1]
    if following.lower in ("a", "an") and at + 2 < len(tokens):
        following = tokens[at + 2]  # "more than a quarter"
    return any(letter.isdigit() for letter in following.text) or following.lower in _numbers()


@cache
def _numbers() -> frozenset[str]:
    return words("number_words") | table("fractions").keys()
