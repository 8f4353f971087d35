"""The people, organisations and places that an article names, each under its fullest name.

Finds names and joins those that mean the same: "Mihnea Cuibus" and "Cuibus", "the International Rail Board" and
"IRB"; "Starmer’s office" is a body of its own. The role is taken in the article's own words (see `roles`).

Leaves out names that only a headline in Title Case has.

Known limits:
 1. Two people of one surname: the surname alone means the one named in that paragraph, or the one introduced first.
 2. A company named like a person ("Morgan Stanley") counts as a person unless the article says what it is.
 3. No spelling variants: "Qaddafi" and "Gadhafi" are two.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from itertools import zip_longest
from typing import TYPE_CHECKING, Literal, NamedTuple

from briefsite.lexicon import words
from briefsite.mentions.mention import Entity
from briefsite.mentions.names.names import Name, is_title_case, names, titles, vocabulary
from briefsite.mentions.words.given_names import is_given_name, usual_gender
from briefsite.mentions.words.roles import Role, role_of
from briefsite.mentions.words.tokens import lines
from briefsite.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefsite.article import Article
    from briefsite.mentions.mention import EntityKind
    from briefsite.mentions.names.names import Vocabulary
    from briefsite.mentions.words.tokens import Line, Token

Gender = Literal["f", "m", "n", ""]
_SMALL = frozenset(["of", "the", "and", "for", "in"])
_OWNS = "’s"
"""Stands among the words of a body called after its owner: "Starmer’s office" is not a longer name for Starmer."""
_LOCATIVES = frozenset(["in", "near", "outside", "around", "across"])
_INVESTED = frozenset(["shares", "stake", "stakes", "stock", "shareholders", "investors", "confidence", "trust"])
_SUFFIXES = frozenset(["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"])


class _Candidate(NamedTuple):
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


@dataclass(slots=True)
class _Known:
    """An entity in the making."""

    name: str
    words: tuple[str, ...]
    kind: EntityKind
    role: Role | None = None
    gender: Gender = ""
    introduced_at: int = -1
    """Where its full name stands first."""
    named_in: int = -1
    """The paragraph in which that stood last, and there the place."""
    named_at: int = -1
    mentions: list[Span] = field(default_factory=list)

    def learn(self, candidate: _Candidate) -> None:
        self.mentions.append(candidate.span)
        if len(candidate.words) >= len(self.words):
            self.named_in, self.named_at = candidate.paragraph, candidate.span.start
        if self.kind == "unknown":
            self.kind = candidate.kind
        if candidate.role:
            self.gender = self.gender or candidate.role.gender
            fits = not candidate.role.is_persons or self.kind in ("person", "unknown")
            if fits and candidate.role.span and (self.role is None or self.role.span is None):
                self.role = candidate.role


def find(article: Article) -> tuple[Entity, ...]:
    """Every entity, in the order of its first mention; none in a language that is not read."""
    if article.language != "en":
        return ()
    candidates = list(_candidates(article))
    known = _Roster(candidates)
    for candidate in candidates:
        known.of(candidate).learn(candidate)
    return tuple(
        Entity(
            name=entity.name,
            kind=entity.kind,
            gender=entity.gender or ("n" if entity.kind == "organisation" else ""),
            role=entity.role.span if entity.role else None,
            mentions=tuple(entity.mentions),
        )
        for entity in sorted((e for e in known.entities if e.mentions), key=lambda e: e.mentions[0])
    )


class _Roster:
    """The entities of an article while its names are being told apart."""

    def __init__(self, candidates: Sequence[_Candidate]) -> None:
        self.entities: list[_Known] = []
        self._exact: dict[tuple[str, ...], _Known] = {}
        self._holding: dict[str, list[_Known]] = {}
        self._short: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._places = {candidate.words for candidate in candidates if candidate.is_place}
        # Full names first, so that a surname that stands before its full name finds it as well.
        for candidate in candidates:
            if len(candidate.words) > 1:
                self._enter(candidate)
            elif candidate.stands_for:
                self._short[candidate.words] = candidate.stands_for

    def _enter(self, candidate: _Candidate) -> _Known:
        entity = self._exact.get(candidate.words)
        if entity is None:
            entity = _Known(candidate.text, candidate.words, candidate.kind, introduced_at=candidate.span.start)
            self._exact[candidate.words] = entity
            self.entities.append(entity)
            for word in dict.fromkeys(candidate.words):
                self._holding.setdefault(word, []).append(entity)
            if len(candidate.words) > 1 and (initials := _initials(candidate.words)):
                self._holding.setdefault(initials, []).append(entity)
        elif entity.kind == "unknown":
            entity.kind = candidate.kind
        return entity

    def of(self, candidate: _Candidate) -> _Known:
        """The entity that a name means here."""
        if entity := self._exact.get(self._short.get(candidate.words, ())):
            return entity
        longer = [
            entity
            for entity in self._holding.get(candidate.words[-1], ())
            if len(entity.words) > len(candidate.words) and _shortens(candidate, entity)
        ]
        if candidate.words[-1] != candidate.words[0]:
            longer += [
                entity
                for entity in self._holding.get(candidate.words[0], ())
                if len(entity.words) > len(candidate.words) and entity not in longer and _shortens(candidate, entity)
            ]
        if not longer and len(candidate.words) == 1 and candidate.words not in self._places:
            longer = self._bodies(candidate)
        if longer and candidate.kind != "place":
            return self._whole(min(longer, key=lambda entity: _rank(candidate, entity)))
        return self._enter(candidate)

    def _bodies(self, candidate: _Candidate) -> list[_Known]:
        """The only body before that is called so in full: "Green" is "Green Water"; no town is "Lode Bakeries"."""
        fuller = [
            entity
            for entity in self._holding.get(candidate.words[0], ())
            if entity.words[0] == candidate.words[0] and len(entity.words) > 1
        ]
        alone = len(fuller) == 1 and fuller[0].kind in ("organisation", "unknown") and len(fuller[0].words) <= 3
        fits = alone and candidate.kind in ("organisation", "unknown") and not candidate.text.isupper()
        return fuller if fits and fuller[0].introduced_at < candidate.span.start else []

    def _whole(self, entity: _Known) -> _Known:
        """The same person with a middle name: "Ada Holm" is "Ada J. Holm"."""
        for other in self._holding.get(entity.words[-1], ()):
            if entity.kind == other.kind == "person" and _lacks_middle(entity.words, other.words):
                return other
        return entity


def _rank(candidate: _Candidate, entity: _Known) -> tuple[bool, bool, int, int]:
    """Which of the people who share a surname it means: the lowest is the best.

    "Oyelle" is the one named in full in the same paragraph, else the one the article introduces first: not her
    daughter Colette Oyelle, only because she was named last. "Mrs" is never the husband.
    """
    told = candidate.role.gender if candidate.role else ""
    other = bool(told) and told != (entity.gender or usual_gender(entity.name) or told)
    here = entity.named_at if entity.named_in == candidate.paragraph else -1
    first_name = candidate.words[-1] != entity.words[-1]  # "Jack" is Jo Jack rather than Jack Holm
    return entity.kind != "person", other or first_name, -here, entity.introduced_at


def _lacks_middle(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    return len(short) == 2 and len(full) == 3 and short == (full[0], full[-1])


def _shortens(candidate: _Candidate, entity: _Known) -> bool:
    """Whether a shorter name can mean an entity."""
    short, full = candidate.words, entity.words
    if _OWNS in full or _OWNS in short:
        return False
    if len(short) == 1 and candidate.text.isupper() and short[0] == _initials(full):
        return entity.kind in ("organisation", "unknown")
    if entity.kind == "person":
        if candidate.kind == "organisation":
            return False
        inside = any(full[at : at + len(short)] == short for at in range(len(full) - len(short) + 1))
        return (inside and (len(short) > 1 or short[0] in (full[0], full[-1]))) or _lacks_middle(short, full)
    if candidate.kind == "person":
        return entity.kind == "unknown" and full[-len(short) :] == short
    if entity.kind == "unknown":
        return len(full) <= 3 and full[-len(short) :] == short
    # "Labour" for "Labour Party", but not "Oxford" for "Oxford University Press".
    rest = full[len(short) :]
    return full[: len(short)] == short and all(word in words("organisation_words") for word in rest)


@cache
def _initials(full: tuple[str, ...]) -> str:
    return "".join(word[0] for word in full if word not in _SMALL and word[0].isalnum())


def _candidates(article: Article) -> Iterator[_Candidate]:
    read = lines(article)
    known = vocabulary(read)
    for line, following in zip_longest(read, read[1:]):
        if is_title_case(line.tokens):
            continue
        here = list(_in_line(article.text, line, known))
        if following and following.paragraph == line.paragraph and following.tokens[0].lower in ("he", "she"):
            here = _only_person(here)
        yield from here


def _only_person(here: list[_Candidate]) -> list[_Candidate]:
    """The candidates of a sentence that "She" takes up: the only full name that may be a person’s is."""
    full = [at for at, one in enumerate(here) if len(one.words) > 1 and one.kind in ("unknown", "person")]
    if len(full) == 1 and full[0] == 0:
        here[0] = here[0]._replace(kind="person")
    return here


def _in_line(text: str, line: Line, known: Vocabulary) -> Iterator[_Candidate]:
    before: _Candidate | None = None
    shared: Role | None = None
    for name in names(line, known):
        between = text[before.span.end : line.tokens[name.first].start].strip() if before else ""
        if between not in ("and", ",", ", and") or not _of_several(line.tokens, name):
            shared = None
        for candidate in _read(text, line, name, before.words if before and between == "(" else ()):
            shares = shared and not candidate.role and candidate.words[-1] != _OWNS
            before = candidate._replace(role=shared, kind="person") if shares else candidate
            yield before
        if name.title_first < name.first and line.tokens[name.first - 1].lower.endswith("s"):
            shared = before.role if before else None


def _of_several(tokens: Sequence[Token], name: Name) -> bool:
    """Whether a name may share the title before the names before it: "Senators Ada Holm and Jo Reyes"."""
    return name.title_first == name.first < name.last and tokens[name.last].lower not in words("organisation_words")


def _read(text: str, line: Line, name: Name, previous: tuple[str, ...]) -> Iterator[_Candidate]:
    """The candidates that a name gives; `previous` are the words of a name that it follows in brackets."""
    tokens = line.tokens
    own = tokens[name.first : name.last + 1]
    last = own[-1]
    end = last.start + len(last.text)
    span = Span(own[0].start, end)
    spelled = tuple(token.lower for token in own if token.lower not in _SUFFIXES) or (own[0].lower,)
    role = role_of(tokens, name)
    before = tokens[name.first - 1].lower if name.first else ""
    yield _Candidate(
        spelled,
        span.of(text),
        span,
        _kind(tokens, name, role),
        role,
        line.paragraph,
        stands_for=previous if before == "(" and len(spelled) == 1 and own[0].text.isupper() else (),
        is_place=before in _LOCATIVES and (name.first < 2 or tokens[name.first - 2].lower not in _INVESTED),
    )
    beyond = name.last + 1
    if last.possessive and beyond < len(tokens) and tokens[beyond].lower in words("body_nouns"):
        body = Span(span.start, tokens[beyond].end)
        own_words = (*spelled, _OWNS, tokens[beyond].lower)
        yield _Candidate(own_words, body.of(text), body, "organisation", None, line.paragraph)


def _kind(tokens: Sequence[Token], name: Name, role: Role | None) -> EntityKind:
    own = [token.lower for token in tokens[name.first : name.last + 1]]
    if " ".join(token.text for token in tokens[name.first : name.last + 1]) in words("places"):
        return "place"
    if len(own) > 1 and (own[-1] in words("organisation_words") or ("of" in own and own[0] not in titles())):
        return "organisation"
    if len(own) > 1 and own[-1] in words("place_words"):
        return "place"
    if name.title_first < name.first and tokens[name.first - 1].text in words("named_bodies"):
        return "organisation"
    if len(own) == 1 and tokens[name.first].text.isupper() and len(own[0]) > 1:
        return "organisation"
    if (role and role.is_persons) or (len(own) > 1 and is_given_name(own[0])):
        return "person"
    return "unknown"
