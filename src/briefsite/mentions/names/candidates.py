"""The names of an article one by one, each with what its neighbours say of it: person or body, role, place.

    Prime Minister Ada Holm said          → "Ada Holm", a person, role "Prime Minister"
    Senators Ada Holm and Jo Reyes        → "Jo Reyes" too is a senator
    Green Water (GWX)                     → "GWX" stands for "Green Water"
    Starmer’s office                      → "Starmer", and a body of its own

Which of them mean the same is for `roster`.
"""

from __future__ import annotations

import re
from itertools import takewhile, zip_longest
from typing import TYPE_CHECKING, NamedTuple

from briefsite.lexicon import table, words
from briefsite.mentions.names.names import is_title_case, names, vocabulary
from briefsite.mentions.names.roles_beside import Role, role_of
from briefsite.mentions.names.titles import titles
from briefsite.mentions.words.given_names import is_given_name
from briefsite.mentions.words.tokens import lines
from briefsite.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefsite.article import Article
    from briefsite.mentions.mention import EntityKind
    from briefsite.mentions.names.names import Name, Vocabulary
    from briefsite.mentions.words.tokens import Line, Token

OWNS = "’s"
"""Stands among the words of a body called after its owner: "Starmer’s office" is not a longer name for Starmer."""
_LOCATIVES = frozenset(["in", "near", "outside", "around", "across"])
_WITHIN = frozenset(["of", "for", "in", "at", "from", "to", "on", "with", "that", "which"])
_INVESTED = frozenset(["shares", "stake", "stakes", "stock", "shareholders", "investors", "confidence", "trust"])
_SUFFIXES = frozenset(["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"])


_INITIALS = re.compile(r"(?![UE]\.[SNKU]\.)(?:[A-Z]\.){2,3}")
_NUMERAL = re.compile(r"[IVX]+")
_MIDDLE_INITIAL = re.compile(r"[A-Z]\.")


class Candidate(NamedTuple):
    """A name at one place, with what its neighbours say of it."""

    words: tuple[str, ...]
    """In small letters, without "Jr."."""
    text: str
    span: Span
    kind: EntityKind
    role: Role | None
    paragraph: int
    stands_for: tuple[str, ...] = ()
    """The words of the name right before it, where this one stands in brackets behind it: "Green Water (GWX)"."""
    is_place: bool = False
    """Whether it stands where a place stands: "in Lode"."""


def candidates(article: Article) -> Iterator[Candidate]:
    """The names in order; those that only a headline in Title Case or a dateline has are left out."""
    read = lines(article)
    known = vocabulary(read)
    for line, following in zip_longest(read, read[1:]):
        if is_title_case(line.tokens):
            continue
        here = list(_in_line(article.text, line, known))
        if article.dateline:
            here = [candidate for candidate in here if candidate.span not in article.dateline]
        if following and following.paragraph == line.paragraph and following.tokens[0].lower in ("he", "she"):
            here = _only_person(here)
        yield from here


def _only_person(here: list[Candidate]) -> list[Candidate]:
    """The candidates of a sentence that "She" takes up: the only full name that may be a person’s is."""
    full = [at for at, one in enumerate(here) if len(one.words) > 1 and one.kind in ("unknown", "person")]
    if len(full) == 1 and full[0] == 0:
        here[0] = here[0]._replace(kind="person")
    return here


def _in_line(text: str, line: Line, known: Vocabulary) -> Iterator[Candidate]:
    before: Candidate | None = None
    shared: Role | None = None
    for name in names(line, known):
        between = text[before.span.end : line.tokens[name.first].start].strip() if before else ""
        if between not in ("and", ",", ", and") or not _of_several(line.tokens, name):
            shared = None
        for candidate in _read(text, line, name, before.words if before and between == "(" else ()):
            shares = shared and not candidate.role and candidate.words[-1] != OWNS
            before = candidate._replace(role=shared, kind="person") if shares else candidate
            yield before
        if name.title_first < name.first and line.tokens[name.first - 1].lower.endswith("s"):
            shared = before.role if before else None


def _of_several(tokens: Sequence[Token], name: Name) -> bool:
    """Whether a name may share the title before the names before it: "Senators Ada Holm and Jo Reyes"."""
    return name.title_first == name.first < name.last and tokens[name.last].lower not in words("organisation_words")


def _read(text: str, line: Line, name: Name, previous: tuple[str, ...]) -> Iterator[Candidate]:
    """The candidates that a name gives; `previous` are the words of a name that it follows in brackets."""
    tokens = line.tokens
    own = tokens[name.first : name.last + 1]
    last = own[-1]
    if _ends_in_stop(last):  # "Ted Cruz." is Ted Cruz
        last = last._replace(text=last.text[:-1], lower=last.lower[:-1])
    end = last.start + len(last.text)
    start = tokens[name.first - 1].start if _is_named_by_title(tokens, name) else own[0].start
    span = Span(start, end)
    spelled = tuple(token.lower for token in (*own[:-1], last) if token.lower not in _SUFFIXES) or (own[0].lower,)
    role = role_of(tokens, name)
    if role and role.span and role.span.start >= start and role.span.end <= end:
        role = role._replace(span=None)  # "Pope" says no more of "Pope Francis"
    kind = _kind(tokens, name, role)
    before = tokens[name.first - 1].lower if name.first else ""
    yield Candidate(
        spelled,
        span.of(text),
        span,
        "organisation" if kind == "unknown" and _is_said_to_be_body(text, name, role, end) else kind,
        role,
        line.paragraph,
        stands_for=previous if before == "(" and len(spelled) == 1 and own[0].text.isupper() else (),
        is_place=before in _LOCATIVES and (name.first < 2 or tokens[name.first - 2].lower not in _INVESTED),
    )
    beyond = name.last + 1
    if last.possessive and beyond < len(tokens) and tokens[beyond].lower in words("body_nouns"):
        body = Span(span.start, tokens[beyond].end)
        own_words = (*spelled, OWNS, tokens[beyond].lower)
        yield Candidate(own_words, body.of(text), body, "organisation", None, line.paragraph)


def _is_named_by_title(tokens: Sequence[Token], name: Name) -> bool:
    """Whether a title stands where others have a first name: "Pope Francis", "Queen Ada II"."""
    title = tokens[name.first - 1] if name.title_first < name.first else None
    if title is None or not title.is_capitalised or title.lower not in words("titles_in_names"):
        return False
    return name.first == name.last or _NUMERAL.fullmatch(tokens[name.first + 1].text) is not None


def _ends_in_stop(token: Token) -> bool:
    """Whether the full stop that was read as part of a word is none of its own: not "Inc.", "Jr." and "J."."""
    word = token.lower[:-1]
    if not token.text.endswith(".") or len(word) < 3 or not word.isalpha():
        return False
    return word not in table("abbreviations") and token.lower not in words("organisation_words")


def _kind(tokens: Sequence[Token], name: Name, role: Role | None) -> EntityKind:
    own = [token.lower for token in tokens[name.first : name.last + 1]]
    if " ".join(token.text for token in tokens[name.first : name.last + 1]) in words("places"):
        return "place"
    if len(own) > 1 and (own[-1] in words("organisation_words") or ("of" in own and own[0] not in titles())):
        return "organisation"
    if len(own) > 1 and own[-1] in words("place_words") and not (role and role.is_persons):
        return "place"
    if name.title_first < name.first and tokens[name.first - 1].text in words("named_bodies"):
        return "organisation"
    if len(own) == 1 and tokens[name.first].text.isupper() and len(own[0]) > 1:
        return "organisation"
    if len(own) > 1 and (own[-1] in words("thing_words") or own[0] in words("thing_words")):
        return "unknown"  # "the Ada Holm Award", "Hurricane Ada"
    if (role and role.is_persons) or (len(own) > 1 and (is_given_name(own[0]) or _has_initials(tokens, name))):
        return "person"
    return "unknown"


def _is_said_to_be_body(text: str, name: Name, role: Role | None, end: int) -> bool:
    """Whether the article calls it a body: "Open Doors, an advocacy group for refugees"; `end` is where the name ends.

    Only right beside a name in front: "Ada Holm of Open Doors, a group" is none, nor is the Lode of "It rose on the
    Lode, the flood office said".
    """
    if role is None or role.span is None or name.first > 1:
        return False
    if text[end : role.span.start].strip(" ,").lower() not in ("", "a", "an", "the"):
        return False
    nouns = tuple(takewhile(lambda word: word not in _WITHIN, role.span.of(text).lower().split()))
    return bool(nouns) and nouns[-1] in words("organisation_words")


def _has_initials(tokens: Sequence[Token], name: Name) -> bool:
    """Whether a name is written with initials: "J.K. Holm", "Moren J. Holm"; but "U.S. Steel"."""
    first, second = tokens[name.first].text, tokens[name.first + 1].text
    if name.last - name.first > 1 and _MIDDLE_INITIAL.fullmatch(second):
        return True
    return _INITIALS.fullmatch(first) is not None and first not in words("places")
