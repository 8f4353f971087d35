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
 1. "Ada Holm is the director of …" is not read.
 2. Of several appositions the nearest counts; a rank ("General") gives way to one.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from briefsite.lexicon import table, words
from briefsite.mentions.names import appositions
from briefsite.mentions.names.appositions import MAX_WORDS, OWNERS, STOPS, if_role, is_said
from briefsite.mentions.words.reporting import verb_forms
from briefsite.mentions.words.roles import gender_of, is_listed_role
from briefsite.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.mentions.names.names import Name
    from briefsite.mentions.words.tokens import Token

_TELLS_OF = frozenset({"tell", "inform", "remind", "assure", "warn", "ask"})


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
        beside = appositions.after(tokens, name.last) or appositions.before(tokens, name)
        found = beside or found or _relative_after(tokens, name.last) or _body_after(tokens, name) or ()
    if not found and not title:
        return None
    spelled = [token.lower for token in (*title, *found)]
    # Of "Mr Holm’s manager, Mary Reyes," the "Mr" is somebody else’s.
    owner = max((place for place, token in enumerate(found) if token.possessive), default=-1)
    own = [token.lower for token in (*title, *found[owner + 1 :])]
    while found and found[0].lower in ("a", "an", "the", "both", *OWNERS):  # "his barrister" tells nobody whose
        found = found[1:]
    while found and found[-1].word_class in ("preposition", "conjunction", "determiner"):
        found = found[:-1]  # "the first woman to"
    return Role(
        span=Span(found[0].start, found[-1].end) if found else None,
        gender=gender_of(own),
        is_persons=any(is_listed_role(word) for word in spelled),
    )


def _relative_after(tokens: Sequence[Token], last: int) -> Sequence[Token] | None:
    """`, who leads the board,` and `, who was captain of the team,`: what somebody is, told by a clause."""
    at = last + 1
    if tokens[last].possessive or at + 3 >= len(tokens) or tokens[at].text != "," or tokens[at + 1].lower != "who":
        return None
    end = at + 2
    while end < len(tokens) and tokens[end].text not in STOPS and not tokens[end].is_quote:
        if end > at + 3 and is_said(tokens[end]):
            break  # "who is captain of the team told"
        end += 1
    clause = tokens[at + 2 : end]
    if not 1 < len(clause) <= MAX_WORDS:
        return None
    if clause[0].lower in ("is", "was"):
        return if_role(clause[1:])
    return clause if clause[0].lower in _standing_verbs() else None


@cache
def _standing_verbs() -> frozenset[str]:
    return words("standing_verbs") | frozenset(table("standing_verbs").values())


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
