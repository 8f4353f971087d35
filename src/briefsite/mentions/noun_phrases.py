"""Who a clause is about: noun phrases read forward and backward from a verb, without a parser.

Reads a phrase from its place in a sentence's tokens:

    forward from "Ada": "Ada Holm, a researcher"                  → Ada Holm
    backward from "said": "a spokesman for the mayor said"        → a spokesman for the mayor
    backward from "said": "Ada Holm, who leads the board, said"   → Ada Holm

Known limits:
 1. A noun phrase after a preposition belongs to the phrase before it only where that begins a clause.
 2. A lower-case verb that is no verb of saying is told from a noun only by its neighbours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefsite.lexicon import words
from briefsite.mentions.reporting import is_reporting
from briefsite.mentions.roles import is_role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.mentions.tokens import Token

MAX_LINKS = 6
MAX_WORDS = 40
"""More words without an end are no noun phrase: a bound for text that is no prose."""
MAX_APPOSITION = 45
"""How many tokens an apposition between a name and its verb may hold."""
_BREAKS = frozenset({"preposition", "conjunction", "auxiliary", "pronoun", "adverb", "verb"})
_BINDS = frozenset(["of", "for", "at", "from", "in", "with", "on", "to"])
_TIMES = frozenset(["day", "week", "month", "year", "morning", "afternoon", "evening", "night", "last", "next"])
_DASHES = frozenset(["—", "–", "--", "-"])


class Phrase(NamedTuple):
    """A noun phrase; token numbers in its line, both included."""

    first: int
    last: int
    head: int
    """The token that says who: the last of a name, the noun of a description, the pronoun."""
    plural: bool = False
    """Whether it joins several: "Ada Holm and Jo Reyes"."""
    relative: int | None = None
    """The "who" between it and its verb."""


def forward(tokens: Sequence[Token], at: int) -> Phrase | None:
    """The noun phrase that begins at a token; None where none does."""
    start = at
    while at < len(tokens) and tokens[at].word_class == "adverb" and not tokens[at].is_capitalised:
        at += 1
    if at >= len(tokens) or not tokens[at].is_word:
        return None
    start = at
    token = tokens[at]
    if token.word_class == "pronoun":
        return Phrase(at, at, at)
    if token.word_class in _BREAKS and not (token.text.isupper() and len(token.text) > 1):
        return None
    last = _core_end(tokens, at)
    if last is None:
        return None
    head = last
    # "a spokesman for the mayor", "one of the men"
    while (
        last + 2 < len(tokens) and tokens[last + 1].lower in ("of", "for", "from", "at") and not _is_name(tokens, last)
    ):
        end = _core_end(tokens, last + 2)
        if end is None:
            break
        last = end
    plural = last + 2 < len(tokens) and tokens[last + 1].lower == "and" and tokens[last + 2].is_capitalised
    if plural and tokens[head].is_capitalised and (end := _core_end(tokens, last + 2)) is not None:
        if end + 1 >= len(tokens) or not is_reporting(tokens[end + 1].lower):
            last = end
    else:
        plural = False
    return Phrase(start, last, head, plural)


def _core_end(tokens: Sequence[Token], at: int) -> int | None:
    """The last token of determiner, adjectives, nouns and names from here on; None where there is no noun."""
    named = False
    last = None
    determined = tokens[at].word_class in ("determiner", "possessive")
    limit = min(len(tokens), at + MAX_WORDS)
    while at < limit:
        token = tokens[at]
        kind = token.word_class
        if not token.is_word or (kind in _BREAKS and not _is_acronym(token)):
            break
        if kind in ("determiner", "possessive"):
            if last is not None and not tokens[last].lower.isdigit():
                break
            at += 1
            if kind == "determiner" and token.lower in ("this", "that", "both", "all", "one", "many", "some"):
                last = at - 1
            continue
        if token.lower in words("calendar_words"):
            if last is None:
                return None
            break
        if named and not token.is_capitalised and not tokens[at - 1].possessive and not _goes_on_after_name(token):
            noun = determined and tokens[at - 1].lower.endswith((".", "n", "h", "s")) and not token.lower.endswith("ed")
            if not noun or at + 1 >= len(tokens) or not tokens[at + 1].is_word or not is_role(tokens[at + 1].lower):
                break  # "an anonymous U.S. intelligence official" goes on, "the Senate passed" does not
        if last is not None and is_reporting(token.lower) and not token.is_capitalised:
            break
        named = token.is_capitalised
        last = at
        at += 1
    return last


def _goes_on_after_name(token: Token) -> bool:
    """Whether a small word can follow a capitalised one in a phrase: "Democratic strategist", "Kremlin officials"."""
    word = token.lower
    return is_role(word) or word in words("organisation_words") or word in words("title_modifiers")


def _is_acronym(token: Token) -> bool:
    return len(token.text) > 1 and token.text.isupper()


def _is_name(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].is_capitalised and not is_role(tokens[at].lower)


def before(tokens: Sequence[Token], verb: int, floor: int = 0) -> Phrase | None:
    """The noun phrase that is the subject of a verb and stands before it; None where none is found.

    Adverbs, auxiliaries, brackets, appositions and relative clauses between the two are passed over.
    """
    at = verb - 1
    while at >= floor and _is_filler(tokens, at):
        at -= 1
    if at < floor:
        return None
    token = tokens[at]
    if token.text == ")":
        at = _before_brackets(tokens, at, floor)
    elif token.text == "," and at > floor and tokens[at - 1].text == ")":
        at = _before_brackets(tokens, at - 1, floor)  # "Ada Holm (Green), said"
    elif token.text == "," or token.text in _DASHES:
        return _over_apposition(tokens, at, floor)
    if at < floor or not tokens[at].is_word:
        return None
    if tokens[at].lower in ("who", "which", "that"):
        antecedent = _antecedent(tokens, at, floor)
        return antecedent._replace(relative=at) if antecedent else None
    phrase = ending_at(tokens, at, floor)
    if phrase and phrase.first - 2 >= floor and tokens[phrase.first - 1].text == ",":
        head, name = tokens[phrase.head], tokens[phrase.first - 2]
        if is_role(head.lower) and not head.is_capitalised and not head.lower.endswith("s") and name.is_capitalised:
            named = ending_at(tokens, phrase.first - 2, floor)  # "Ada Holm, captain of the team told"
            if named and (named.first == floor or tokens[named.first - 1].word_class != "preposition"):
                return named
    if phrase and phrase.first > floor and tokens[phrase.first - 1].word_class == "preposition":
        # "Ada Holm, who was captain in the last season told": what follows a preposition is no subject
        main = opening(tokens, floor, verb)
        if main and tokens[main.head].is_capitalised and main.last < phrase.first:
            return main
    return phrase


def _before_brackets(tokens: Sequence[Token], at: int, floor: int) -> int:
    """The token before a bracket that closes here; the token itself where none does."""
    if at < floor or tokens[at].text != ")":
        return at
    while at > floor and tokens[at].text != "(":
        at -= 1
    return at - 1


def _is_filler(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.word_class in ("auxiliary", "adverb"):
        return True
    if token.lower in words("calendar_words"):
        return True
    return token.lower.endswith("ly") and not token.is_capitalised


def ending_at(tokens: Sequence[Token], last: int, floor: int = 0, links: int = MAX_LINKS) -> Phrase | None:
    """The phrase whose last word stands here, with at most `links` phrases joined to it by "of", "for" and "and"."""
    token = tokens[last]
    if token.word_class == "pronoun":
        return Phrase(last, last, last)
    first = _core_start(tokens, last, floor)
    if first is None:
        return None
    phrase = Phrase(first, last, last)
    # "a spokesman for the mayor": the phrase on the left is what the verb goes with, if it begins a clause.
    link = first - 1
    if links and link - 1 >= floor and tokens[link].lower in _BINDS and tokens[link - 1].is_word:
        left = ending_at(tokens, link - 1, floor, links - 1)
        if left and _begins_clause(tokens, left.first, floor) and _is_noun(tokens, left):
            return Phrase(left.first, last, left.head, left.plural)
    if links and link - 1 >= floor and tokens[link].lower in ("and", "or", "&"):
        comma = 1 if tokens[link - 1].text == "," else 0
        if tokens[link - 1 - comma].is_word and link - 1 - comma >= floor:
            left = ending_at(tokens, link - 1 - comma, floor, links - 1)
            if left and _begins_clause(tokens, left.first, floor) and tokens[left.head].word_class != "pronoun":
                return Phrase(left.first, last, left.head, plural=True)
    return phrase


def _is_noun(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a phrase is more than a pronoun or a participle ("retired in Lyon", "speaking at the club")."""
    head = tokens[phrase.head]
    bare = phrase.first == phrase.last and not head.is_capitalised
    return head.word_class != "pronoun" and not (bare and head.lower.endswith(("ed", "ing")))


def _core_start(tokens: Sequence[Token], last: int, floor: int) -> int | None:
    first = None
    at = last
    while at >= max(floor, last - MAX_WORDS):
        token = tokens[at]
        kind = token.word_class
        if not token.is_word or (kind in _BREAKS and not _is_acronym(token)):
            break
        if token.lower in words("calendar_words"):
            break
        if kind in ("determiner", "possessive"):
            first = at
            if at - 1 < floor or tokens[at - 1].word_class not in ("determiner", "possessive"):
                break
        elif is_reporting(token.lower) and at != last and not token.is_capitalised:
            break
        first = at
        at -= 1
    if first is None:
        return None
    if all(t.lower.isdigit() or t.lower in _TIMES or t.word_class == "determiner" for t in tokens[first : last + 1]):
        only = tokens[last].lower
        if only.isdigit() or only in _TIMES:
            return None
    return first


def _begins_clause(tokens: Sequence[Token], at: int, floor: int) -> bool:
    if at <= floor:
        return True
    token = tokens[at - 1]
    return not token.is_word or token.word_class in ("conjunction", "adverb")


def _over_apposition(tokens: Sequence[Token], comma: int, floor: int) -> Phrase | None:
    """The name before an apposition that ends at this comma or dash: "Ada Holm, who leads the board, said"."""
    mark = tokens[comma].text
    fallback = None
    for at in range(comma - 1, max(floor, comma - MAX_APPOSITION), -1):
        if tokens[at].is_quote:
            break
        if tokens[at].text != mark:
            continue
        phrase = ending_at(tokens, _before_brackets(tokens, at - 1, floor), floor) if tokens[at - 1].text else None
        if phrase is None or tokens[phrase.last].lower.isdigit() or _is_place(tokens[phrase.last]):
            continue
        if phrase.first > floor and tokens[phrase.first - 1].word_class == "preposition":
            continue  # "Ada Holm, a professor in Lyon, France, said": not Lyon
        head = tokens[phrase.head]
        if head.is_capitalised:
            return phrase
        if phrase.first == floor or tokens[phrase.first - 1].text != ",":
            if is_role(head.lower) and (named := _name_between(tokens, at + 1, comma)):
                return named  # "the minister, Ada Holm, said"
            return phrase if _begins_clause(tokens, phrase.first, floor) else fallback
        fallback = phrase
    return fallback or opening(tokens, floor, comma)


def _name_between(tokens: Sequence[Token], first: int, comma: int) -> Phrase | None:
    """The name that is all there is between two commas."""
    if not all(token.is_word and token.is_capitalised for token in tokens[first:comma]) or _is_place(tokens[first]):
        return None
    return Phrase(first, comma - 1, comma - 1)


def _antecedent(tokens: Sequence[Token], pronoun: int, floor: int) -> Phrase | None:
    at = pronoun - 1
    if at >= floor and tokens[at].text == ",":
        at = _before_brackets(tokens, at - 1, floor)
        if at >= floor and tokens[at].is_word:
            phrase = ending_at(tokens, at, floor)
            while (
                phrase
                and phrase.first - 2 >= floor
                and tokens[phrase.first - 1].lower in ("of", "at", "from", "with")
                and tokens[phrase.first - 2].is_capitalised
            ):
                phrase = ending_at(tokens, phrase.first - 2, floor)  # "Ada Holm of Green Water, who said"
            if phrase and tokens[phrase.head].is_capitalised:
                return phrase
            return _over_apposition(tokens, at + 1, floor) or phrase
        return None
    if at >= floor and tokens[at].is_word and not _is_filler(tokens, at):
        if is_reporting(tokens[at].lower):
            return None
        return ending_at(tokens, at, floor)
    return None


def opening(tokens: Sequence[Token], start: int, end: int) -> Phrase | None:
    """The subject of the clause that begins at `start`: its first noun phrase, behind an opening adverbial.

    "On Monday, the board said", "Speaking in Lyon, Ada Holm said": behind the comma.
    """
    at = start
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
            or (token.lower.endswith(("ing", "ed", "ly")) and token.lower != "king" and not _next_is_name(tokens, at))
            or token.lower in words("calendar_words")
        )
        if not adverbial:
            return forward(tokens[:end], at)
        comma = next((i for i in range(at, end) if _pauses(tokens[i])), None)
        if comma is None:
            return None
        at = comma + 1
        while at + 1 < end and tokens[at + 1].text == "," and _is_place(tokens[at]):
            at += 2  # "in Lyon, France, the board said"
    return None


def _pauses(token: Token) -> bool:
    return token.text == "," or (token.is_quote and token.text.endswith(","))


def _is_place(token: Token) -> bool:
    return token.text in words("places") or token.text.endswith(".") or (token.text.isupper() and len(token.text) == 2)


def _next_is_name(tokens: Sequence[Token], at: int) -> bool:
    return at > 0 and tokens[at].is_capitalised
