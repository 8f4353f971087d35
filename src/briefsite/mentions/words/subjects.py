"""The subject of a verb, found without a parser: backward from the verb, over what is put in between.

    "Ada Holm, who leads the board, said"           → Ada Holm
    "the minister, Jo Reyes, said"                  → Jo Reyes
    "On Monday, the board, in Leeds, said"          → the board
    "Ada Holm of Green Water, who said"             → Ada Holm

Known limits:
 1. A lower-case verb that is no verb of saying may be taken into the phrase before it ("met Ada Holm").
 2. A list of names is read as its last two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.lexicon import words
from briefsite.mentions.words.noun_phrases import Phrase, begins_clause, ending_at
from briefsite.mentions.words.openings import DASHES, is_place, opening
from briefsite.mentions.words.reporting import is_reporting
from briefsite.mentions.words.roles import is_role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.mentions.words.tokens import Token

__all__ = ["before", "opening"]

MAX_APPOSITION = 45
"""How many tokens an apposition between a name and its verb may hold."""
_DEFINITE = frozenset(["the", "its", "his", "her", "their", "my", "our", "whose"])
_INSIDE_NAMES = frozenset({"of", "for", "and", "the", "&"})
_SUBORDINATE = frozenset({"after", "before", "since", "until", "as", "than"})
"""Prepositions that begin a clause as well: "after Ada Holm said"."""
_RELATIVES = frozenset({"who", "which", "whose", "where"})
_REFLEXIVES = frozenset({"himself", "herself", "itself", "themselves"})


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
    elif token.text == "," or token.text in DASHES:
        return _over_apposition(tokens, at, floor)
    if at < floor or not tokens[at].is_word:
        return None
    if tokens[at].lower in ("who", "which", "that"):
        antecedent = _antecedent(tokens, at, floor)
        if antecedent and tokens[at].lower == "who":
            antecedent = _person(tokens, antecedent, floor)
        return antecedent._replace(relative=at) if antecedent else None
    phrase = ending_at(tokens, at, floor)
    if phrase and phrase.first - 2 >= floor and tokens[phrase.first - 1].text == ",":
        head, name = tokens[phrase.head], tokens[phrase.first - 2]
        bare = is_role(head.lower) and not head.is_capitalised and not head.lower.endswith("s")
        if bare and name.is_capitalised and not _ends_lead(tokens, phrase.first - 1, floor):
            named = ending_at(tokens, phrase.first - 2, floor)  # "Ada Holm, captain of the team told"
            if named and (named.first == floor or tokens[named.first - 1].word_class != "preposition"):
                return named
    as_they_say = phrase and phrase.first - 2 >= floor and tokens[phrase.first - 1].lower == "as"
    if as_they_say and phrase and not tokens[phrase.first - 2].is_word:
        return phrase  # "It is late, as a spokesman said"
    link = tokens[phrase.first - 1] if phrase and phrase.first > floor else None
    if phrase and link and link.word_class == "preposition" and link.lower not in _SUBORDINATE:
        # "Ada Holm, who was captain in the last season told": what follows a preposition is no subject
        main = opening(tokens, floor, verb)
        if main and tokens[main.head].is_capitalised and main.last < phrase.first:
            return main
    return phrase


def _ends_lead(tokens: Sequence[Token], comma: int, floor: int) -> bool:
    """Whether a comma ends what leads into a sentence: "Speaking on Lake Hour, the mayor said"."""
    leads = tokens[floor].word_class == "preposition" or tokens[floor].lower.endswith("ing")
    return leads and not any(token.text == "," for token in tokens[floor:comma])


def _person(tokens: Sequence[Token], phrase: Phrase, floor: int) -> Phrase:
    """Of "an official from her own party, who said" the official: "who" is a person."""
    head = tokens[phrase.head]
    link = phrase.first - 1
    names = head.is_capitalised and not is_place(head)
    if names or is_role(head.lower) or link - 1 < floor or tokens[link].word_class != "preposition":
        return phrase
    wider = ending_at(tokens, link - 1, floor)
    if wider is None or tokens[wider.last].is_capitalised or not _is_person(tokens[wider.head].lower):
        return phrase
    return wider._replace(last=phrase.last)


def _is_person(noun: str) -> bool:
    return is_role(noun) or noun in ("person", "people", "someone", "somebody", "those", "anyone")


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
        if phrase is None or tokens[phrase.last].lower.isdigit() or is_place(tokens[phrase.last]):
            continue
        if phrase.first > floor and tokens[phrase.first - 1].word_class == "preposition":
            continue  # "Ada Holm, a professor in Lyon, France, said": not Lyon
        if _goes_on_as_place(tokens, phrase, floor):
            continue  # "Ada Holm, who came home to Lode Hill, Loamshire, with her son, said"
        lead = tokens[max(phrase.first - 4, floor) : phrase.first]
        if [token.text for token in lead if not token.text.isdigit()] == [",", ",", "and"] and len(lead) == 4:
            continue  # "Ada Holm, with her sons Jo, 5, and Al, 3, said"
        head = tokens[phrase.head]
        definite = tokens[phrase.first].lower in _DEFINITE or tokens[phrase.last - 1].possessive
        definite = definite or head.word_class == "determiner"  # "Another, Ada Holm, said"
        if head.is_capitalised and head.word_class != "determiner":
            # "the Speaker of the House, Ada Holm, said"
            office = mark == "," and definite and is_role(head.lower) and phrase.head < phrase.last
            return (_name_between(tokens, at + 1, comma) if office else None) or phrase
        # "the minister, Ada Holm, said", "the port’s operator, Green Water, said"; but of "Ada Holm, editor of the
        # city’s newspaper, The Tide, said" the paper is a part
        name = phrase.first - 2
        part = (
            phrase.head < phrase.last and name >= floor and tokens[name].is_capitalised and tokens[name + 1].text == ","
        )
        bare = mark == "," and (definite or is_role(head.lower)) and not part
        if bare and (named := _name_between(tokens, at + 1, comma)):
            return named
        if phrase.first == floor or tokens[phrase.first - 1].text != ",":
            return phrase if begins_clause(tokens, phrase.first, floor) else fallback
        fallback = phrase
    return fallback or opening(tokens, floor, comma)


def _goes_on_as_place(tokens: Sequence[Token], phrase: Phrase, floor: int) -> bool:
    """Whether a name tells, behind a comma, where the place before it lies, inside what is told of somebody."""
    comma = phrase.first - 1
    if comma - 1 <= floor or tokens[comma].text != "," or phrase.first != phrase.last:
        return False
    place = ending_at(tokens, comma - 1, floor, links=0)
    if place is None or not tokens[place.head].is_capitalised or place.first <= floor:
        return False
    within = tokens[place.first - 1].word_class == "preposition"
    return within and any(token.lower in _RELATIVES for token in tokens[floor : place.first])


def _name_between(tokens: Sequence[Token], first: int, comma: int) -> Phrase | None:
    """The name that is all there is between two commas, but for what it is: "the actress Ada Holm"."""
    if first < comma and tokens[first].lower in _DEFINITE:
        first += 1
        while first < comma and not tokens[first].is_capitalised and is_role(tokens[first].lower):
            first += 1
    if first >= comma or tokens[first].is_quote:
        return None
    own = tokens[first:comma]
    if not (own[0].is_capitalised and own[-1].is_capitalised) or is_place(own[0]):
        return None
    if not all(token.is_word and (token.is_capitalised or token.lower in _INSIDE_NAMES) for token in own):
        return None
    return Phrase(first, comma - 1, comma - 1, plural=any(token.lower == "and" for token in own))


def _antecedent(tokens: Sequence[Token], pronoun: int, floor: int) -> Phrase | None:
    at = pronoun - 1
    if at >= floor and tokens[at].text == ",":
        at = _before_brackets(tokens, at - 1, floor)
        if at >= floor and tokens[at].is_word:
            phrase = _nearest_name(tokens, at, floor)
            while (
                phrase
                and phrase.first - 2 >= floor
                and tokens[phrase.first - 1].lower in ("of", "at", "from", "with")
                and tokens[phrase.first - 2].is_capitalised
            ):
                phrase = ending_at(tokens, phrase.first - 2, floor)  # "Ada Holm of Green Water, who said"
            if phrase and tokens[phrase.head].is_capitalised:
                return phrase
            if phrase and tokens[pronoun].lower == "who" and (person := _person(tokens, phrase, floor)) != phrase:
                link = tokens[person.first - 1] if person.first > floor else None
                if link and link.word_class == "preposition":
                    return person  # "criticised by an official from her party, who"
            return _over_apposition(tokens, at + 1, floor) or phrase
        return None
    if at >= floor and tokens[at].is_word and not _is_filler(tokens, at):
        if is_reporting(tokens[at].lower):
            return None
        return ending_at(tokens, at, floor)
    return None


def _nearest_name(tokens: Sequence[Token], last: int, floor: int) -> Phrase | None:
    """The phrase that ends here, or the name it ends with: "won praise from Ada Holm, who said"."""
    phrase, core = ending_at(tokens, last, floor), ending_at(tokens, last, floor, links=0)
    if phrase is None or core is None or phrase.head == core.head:
        return phrase
    head = tokens[phrase.head]
    if head.is_capitalised or is_role(head.lower) or not tokens[core.head].is_capitalised:
        return phrase
    return phrase if is_place(tokens[core.head]) else core


def _is_filler(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.word_class in ("auxiliary", "adverb"):
        return True
    if token.lower in _REFLEXIVES and at > 0 and not tokens[at - 1].word_class:
        return True  # "Ada Holm herself said"
    if token.lower in words("calendar_words"):
        return True
    return token.lower.endswith("ly") and not token.is_capitalised and token.lower not in words("nouns_in_ly")


def _before_brackets(tokens: Sequence[Token], at: int, floor: int) -> int:
    """The token before a bracket that closes here; the token itself where none does."""
    if at < floor or tokens[at].text != ")":
        return at
    while at > floor and tokens[at].text != "(":
        at -= 1
    return at - 1
