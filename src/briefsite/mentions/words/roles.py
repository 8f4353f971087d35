"""What somebody is, in the article's own words, beside their name.

Finds, in this order:

    Prime Minister Ada Holm                                    → Prime Minister
    Ada Holm, 45, a researcher at the Institute for Tides,     → researcher at the Institute for Tides
    the group’s director, Ada Holm,                            → group’s director
    her son, Jo Reyes,                                         → son
    Ada Holm, who leads the Institute for Tides,               → leads the Institute for Tides

Leaves alone forms of address ("Mr", "Dr"), which tell only a gender, and what says something else than what they
are ("Ada Holm, who was late,"; "Ada Holm, the country’s pride,").

Known limits:
 1. An apposition ends at its first comma: "the mayor of Lyon, France" gives "mayor of Lyon".
 2. "Ada Holm is the director of …" is not read.
 3. Of several appositions the nearest counts; a rank ("General") gives way to one.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from briefsite.lexicon import table, words
from briefsite.mentions.words.given_names import is_given_name
from briefsite.mentions.words.reporting import verb_forms
from briefsite.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefsite.mentions.names.names import Name
    from briefsite.mentions.words.tokens import Token

_OCCASIONS = frozenset(
    {"address", "interview", "conference", "briefing", "broadcast", "call", "debate", "lecture", "podcast", "meeting"}
)
"""Where people speak, beside what they speak in writing: "in an interview"."""
_OWNERS = frozenset({"his", "her", "their", "its", "my", "our", "your", "whose"})
MAX_WORDS = 18
"""A longer apposition tells a story, not a role."""

_STOPS = frozenset(',.;:—–()[]!?“”"')
_ABSTRACT = ("ence", "ance", "ment", "tion", "sion", "ness", "ity", "ship", "ism", "ture", "death", "style", "growth")
_TELLS_OF = frozenset({"tell", "inform", "remind", "assure", "warn", "ask"})
_WITHIN = frozenset({"to", "of", "for", "at", "in", "on", "from"})
"""Prepositions inside a description: "the envoy to the United Nations"."""
_TENURE = frozenset(["current", "former", "then", "new", "incoming", "outgoing", "acting", "late", "sitting", "next"])
"""When somebody holds an office: "the current US President"."""
_BEFORE_ROLES = frozenset(["then", "ex", "former", "vice", "co", "deputy", "sub", "under"])
_BEHIND_ROLES = frozenset(["elect", "designate", "general", "emeritus"])


class Role(NamedTuple):
    """What the words beside a name give away."""

    span: Span | None
    """The words, without an article before them; None where there is only a form of address."""
    gender: Literal["f", "m", ""]
    is_persons: bool
    """Whether only a person can be meant: "Mr", "a researcher at …"."""


def role_of(tokens: Sequence[Token], name: Name) -> Role | None:
    """What is said, right beside this mention, of who it is."""
    title = tokens[name.title_first : name.first]
    found = title
    while found and found[-1].lower in words("honorifics"):
        found = found[:-1]
    if not found or all(token.lower in words("ranks") for token in found):
        beside = _apposition_after(tokens, name.last) or _apposition_before(tokens, name)
        found = beside or found or _relative_after(tokens, name.last) or _body_after(tokens, name) or ()
    if not found and not title:
        return None
    spelled = [token.lower for token in (*title, *found)]
    # Of "Mr Holm’s manager, Mary Reyes," the "Mr" is somebody else’s.
    owner = max((place for place, token in enumerate(found) if token.possessive), default=-1)
    own = [token.lower for token in (*title, *found[owner + 1 :])]
    while found and found[0].lower in ("a", "an", "the", "both", *_OWNERS):  # "his barrister" tells nobody whose
        found = found[1:]
    while found and found[-1].word_class in ("preposition", "conjunction", "determiner"):
        found = found[:-1]  # "the first woman to"
    return Role(
        span=Span(found[0].start, found[-1].end) if found else None,
        gender=gender_of(own),
        is_persons=any(word in _persons() for word in spelled),
    )


def gender_of(spelled: Iterable[str]) -> Literal["f", "m", ""]:
    """The gender that a title or the noun of a role gives away ("Mrs", "spokesman"); "" where none does."""
    for word in spelled:
        if gender := _genders().get(word):
            return "f" if gender == "f" else "m"
    return ""


@lru_cache(maxsize=20_000)
def is_role(word: str) -> bool:
    """Whether a word, in small letters, is a noun for what a person is, in the singular or plural.

    "ex-minister", "president-elect" and "co-director" are, as "minister" is.
    """
    if word in _persons() or (word.endswith("s") and word[:-1] in _persons()):
        return True
    if word.endswith(("ses", "xes", "ches", "shes")) and word[:-2] in _persons():
        return True  # "hostesses", "coaches"; "Reyes" is no plural
    start, _, rest = word.partition("-")
    if not rest:
        return False
    if start in _BEFORE_ROLES or rest in _BEHIND_ROLES:
        return is_role(rest if start in _BEFORE_ROLES else start)
    return is_role(start) and is_role(rest)  # "general-secretary", "singer-songwriter"


@lru_cache(maxsize=20_000)
def is_abstract(word: str) -> bool:
    """Whether a noun, in small letters, is for what cannot speak: "violence", "negotiation"; not "delegation"."""
    if not word.endswith(_ABSTRACT) or is_role(word):
        return False
    return not any(word in words(name) for name in ("organisation_words", "documents", "body_nouns", "speaking_nouns"))


@cache
def _genders() -> dict[str, str]:
    return {**table("roles"), **table("titles")}


@cache
def _persons() -> frozenset[str]:
    return words("roles") | words("titles")


def _apposition_after(tokens: Sequence[Token], last: int) -> Sequence[Token] | None:
    at = last + 1
    if tokens[last].possessive or at >= len(tokens) or tokens[at].text != ",":
        return None
    at += 1
    if at + 1 < len(tokens) and tokens[at].text.isdigit() and tokens[at + 1].text == ",":
        at += 2  # an age
    end = at
    while end < len(tokens) and tokens[end].text not in _STOPS and not tokens[end].is_quote:
        token = tokens[end]
        verb = _says(token) and tokens[end - 1].word_class not in ("determiner", "possessive")
        if verb:
            break
        if token.lower in ("who", "whose", "which"):
            break
        # "the group the government blames": a clause begins without "that"
        begins = token.word_class in ("determiner", "possessive") and not token.is_capitalised
        if begins and end > at + 1 and _is_noun(tokens[end - 1]):
            break
        end += 1
        if end - at > MAX_WORDS:
            return None
    found = _without_occasion(tokens[at:end])
    if found and found[0].lower in _OWNERS and any(token.lower == "and" for token in found):
        return None  # "Ada Holm, her husband and two aides": a list
    return _if_role(found)


def _without_occasion(found: Sequence[Token]) -> Sequence[Token]:
    """An apposition without where it was said: of "the minister of defence in an address on radio" the first four."""
    for at in range(2, len(found) - 2):
        leads = found[at].lower in ("in", "during") and found[at + 1].lower in ("a", "an")
        spelled = {token.lower for token in found[at + 2 : at + 5]}
        if leads and not (spelled.isdisjoint(_OCCASIONS) and spelled.isdisjoint(words("documents"))):
            return found[:at]
    return found


def _is_noun(token: Token) -> bool:
    return token.is_word and not token.word_class and not token.possessive and _is_person_or_body(token.lower)


def _is_person_or_body(word: str) -> bool:
    """Whether a word, in small letters, is for a person or a body."""
    return is_role(word) or word in words("organisation_words")


def _says(token: Token) -> bool:
    """Whether a word can be the verb of an attribution: "said", but not the noun in "a state prosecutor"."""
    form = verb_forms().get(token.lower)
    return form is not None and form.form == "finite" and not token.is_capitalised


def _relative_after(tokens: Sequence[Token], last: int) -> Sequence[Token] | None:
    """`, who leads the board,` and `, who was captain of the team,`: what somebody is, told by a clause."""
    at = last + 1
    if tokens[last].possessive or at + 3 >= len(tokens) or tokens[at].text != "," or tokens[at + 1].lower != "who":
        return None
    end = at + 2
    while end < len(tokens) and tokens[end].text not in _STOPS and not tokens[end].is_quote:
        if end > at + 3 and _says(tokens[end]):
            break  # "who is captain of the team told"
        end += 1
    clause = tokens[at + 2 : end]
    if not 1 < len(clause) <= MAX_WORDS:
        return None
    if clause[0].lower in ("is", "was"):
        return _if_role(clause[1:])
    return clause if clause[0].lower in _standing_verbs() else None


def _body_after(tokens: Sequence[Token], name: Name) -> Sequence[Token] | None:
    """`said Ada Holm of the Tides Institute`: the body somebody is of; "accused Ada Holm of" tells nothing."""
    last, at = name.last, name.last + 2
    if name.first == last or last + 2 >= len(tokens) or tokens[last + 1].lower != "of" or tokens[last].possessive:
        return None
    before = tokens[name.title_first - 1] if name.title_first else None
    if before and before.is_word:
        verb = verb_forms().get(before.lower)
        if verb is None or verb.form != "finite" or verb.judges or verb.lemma in _TELLS_OF:
            return None
    if tokens[at].lower == "the":
        at += 1
    end = at
    while end < len(tokens) and (
        tokens[end].is_capitalised or (end > at and tokens[end].lower in ("of", "for", "and"))
    ):
        end += 1
    if end == at or tokens[end - 1].possessive or not tokens[end - 1].is_capitalised:
        return None
    joined = next((place for place in range(at, end) if tokens[place].lower == "and"), end)  # "of Peru and Jo Reyes"
    return None if " ".join(token.text for token in tokens[at:joined]) in words("places") else tokens[at:end]


@cache
def _standing_verbs() -> frozenset[str]:
    return words("standing_verbs") | frozenset(table("standing_verbs").values())


def _if_role(found: Sequence[Token]) -> Sequence[Token] | None:
    """The words, if their first noun phrase is one for a person or a body."""
    if len(found) < 2 and not (found and is_role(found[0].lower)):
        return None
    if any(token.word_class == "auxiliary" or token.lower in words("past_verbs") for token in found):
        return None  # "In Lyon, the office of the mayor will open"
    if len(found) > 2 and found[-1].is_capitalised and is_given_name(found[-2].lower):
        return None  # "on the radio, the minister Jo Reyes said": a person of their own
    first = found[0]
    owns = any(token.possessive for token in found)  # "Mr Holm’s brother"
    if first.lower in words("honorifics") and not owns and not (len(found) > 1 and is_role(found[1].lower)):
        return None  # "Ada Holm, Ms Reyes said"
    if any(_takes_object(found, place) for place in range(1, len(found) - 1)):
        return None  # "Outside the Green Party, members adopted a song"
    if first.lower.endswith(("ed", "ing")) and len(found) > 1 and found[1].word_class in ("determiner", "possessive"):
        return None  # "succeeded the manager"
    if first.word_class in ("preposition", "conjunction", "auxiliary", "adverb", "pronoun"):
        return None
    for place, token in enumerate(found):
        if place and token.word_class in ("preposition", "conjunction", "auxiliary", "pronoun"):
            # "a Lyon native of …" says what somebody is, "the pride of …" need not.
            return None
        if is_role(token.lower) or (token.lower in words("organisation_words") and not token.is_capitalised):
            return found
    return None


def _takes_object(found: Sequence[Token], place: int) -> bool:
    """Whether a word is a verb in the past with its object: "adopted a song"."""
    word, following = found[place].lower, found[place + 1].word_class
    past = word.endswith("ed") or word in words("irregular_past")
    return past and not found[place].is_capitalised and following in ("determiner", "possessive")


def _apposition_before(tokens: Sequence[Token], name: Name) -> Sequence[Token] | None:
    comma = name.title_first - 1
    if comma < 1 or tokens[comma].text != ",":
        return None
    closed = name.last + 1 < len(tokens) and tokens[name.last + 1].text in (",", ".")
    if closed and (office := _office_before(tokens, comma)):
        return office
    at = comma
    while at > 0 and comma - at < MAX_WORDS and tokens[at - 1].is_word:
        at -= 1
        token = tokens[at]
        owner = token.possessive and token.is_capitalised
        beyond = at + 1
        while owner and at > 0 and tokens[at - 1].is_capitalised and not tokens[at - 1].word_class:
            at -= 1  # "Ada Holm’s deputy, Jo Reyes"
        if owner and at > 0 and tokens[at - 1].lower == "the":
            at -= 1
        elif not owner and token.lower not in ("the", "a", "an", *_OWNERS):
            continue
        # "Mrs Holm’s views, Jo Reyes" and "her two sons, Jo Reyes" say nothing of Reyes
        if not any(token.lower in _persons() for token in tokens[beyond if owner else at : comma]):
            if at > 0 and tokens[at - 1].lower in _WITHIN:
                continue  # "the envoy to | the United Nations, Jo Reyes"
            return None
        if at > 0 and not _may_follow(tokens, at - 1, closed):
            return None
        return None if _is_told_of_another(tokens, at) else _if_role(tokens[at:comma])
    if at == 0 and closed and is_role(tokens[comma - 1].lower):
        return _if_role(tokens[:comma])  # "Union spokesman and singer, Ada Holm, said"
    return None


def _office_before(tokens: Sequence[Token], comma: int) -> Sequence[Token] | None:
    """`After the vote US Secretary of State, Ada Holm, said`: an office in capitals, without an article."""
    at = comma
    while at > 0 and (tokens[at - 1].is_capitalised or (at < comma and tokens[at - 1].lower in ("of", "for"))):
        at -= 1
        if tokens[at].word_class == "determiner" or tokens[at].possessive:
            return None
    office = tokens[at:comma]
    if len(office) < 2 or not office[0].is_capitalised or (at and _modifies_office(tokens[at - 1])):
        return None
    heads = [place for place, token in enumerate(office) if is_role(token.lower)]
    ends = heads and (heads[-1] == len(office) - 1 or office[heads[-1] + 1].lower in ("of", "for"))
    return office if ends else None


def _modifies_office(token: Token) -> bool:
    """Whether the office goes further back: "the current US President"."""
    return token.word_class == "determiner" or token.lower in _TENURE or token.lower in words("title_modifiers")


def _is_told_of_another(tokens: Sequence[Token], at: int) -> bool:
    """Whether a description is told of a person before it: "Ada Holm, the firm’s counsel, Green Water"."""
    name = at - 2
    if name < 1 or tokens[at - 1].text != "," or not tokens[name].is_capitalised:
        return False
    return tokens[name - 1].is_capitalised and is_given_name(tokens[name - 1].lower)


def _may_follow(tokens: Sequence[Token], at: int, closed: bool) -> bool:
    """Whether a role may begin behind a token; `closed` says that a comma or stop follows the name.

    "when an assistant, Ada Holm, weighed it", "a ruling by its chair, Ada Holm, on Monday"; but not "at a meeting with
    the mayor, Ada Holm said" nor "after a call from the mayor, Ada Holm, a nurse, said".
    """
    kind = tokens[at].word_class
    if kind == "preposition":
        return closed and tokens[0].word_class not in ("preposition", "conjunction")
    return kind != "conjunction" or (closed and tokens[at].lower not in ("and", "or", "but"))
