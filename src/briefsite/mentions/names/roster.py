"""Which names mean the same: "Mihnea Cuibus" and "Cuibus", "the International Rail Board" and "IRB".

Known limits:
 1. Two people of one surname: the surname alone means the one named in that paragraph, or the one introduced first.
 2. No spelling variants: "Qaddafi" and "Gadhafi" are two.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from briefsite.lexicon import words
from briefsite.mentions.names.candidates import OWNS
from briefsite.mentions.words.given_names import is_given_name, usual_gender

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.mentions.mention import EntityKind
    from briefsite.mentions.names.candidates import Candidate
    from briefsite.mentions.names.roles_beside import Role
    from briefsite.span import Span

Gender = Literal["f", "m", "n", ""]
_SMALL = frozenset(["of", "the", "and", "for", "in"])


@dataclass(slots=True)
class Known:
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

    def learn(self, candidate: Candidate) -> None:
        """Take in what one more mention says."""
        self.mentions.append(candidate.span)
        if len(candidate.words) >= len(self.words):
            self.named_in, self.named_at = candidate.paragraph, candidate.span.start
        if len(self.words) == 1 and len(candidate.text) > len(self.name):
            self.name = candidate.text  # "Pope Francis", who was "Francis" before
        if self.kind == "unknown":
            self.kind = candidate.kind
        if candidate.role:
            self.gender = self.gender or candidate.role.gender
            fits = not candidate.role.is_persons or self.kind in ("person", "unknown")
            if fits and candidate.role.span and (self.role is None or self.role.span is None):
                self.role = candidate.role


class Roster:
    """The entities of an article while its names are being told apart."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self.entities: list[Known] = []
        self._exact: dict[tuple[str, ...], Known] = {}
        self._holding: dict[str, list[Known]] = {}
        self._short: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._places = {candidate.words for candidate in candidates if candidate.is_place}
        # Full names first, so that a surname that stands before its full name finds it as well.
        for candidate in candidates:
            if len(candidate.words) > 1:
                self._enter(candidate)
            elif candidate.stands_for:
                self._short[candidate.words] = candidate.stands_for

    def _enter(self, candidate: Candidate) -> Known:
        entity = self._exact.get(candidate.words)
        if entity is None:
            entity = Known(candidate.text, candidate.words, candidate.kind, introduced_at=candidate.span.start)
            self._exact[candidate.words] = entity
            self.entities.append(entity)
            for word in dict.fromkeys(candidate.words):
                self._holding.setdefault(word, []).append(entity)
            if len(candidate.words) > 1 and (initials := _initials(candidate.words)):
                self._holding.setdefault(initials, []).append(entity)
        elif entity.kind == "unknown":
            entity.kind = candidate.kind
        return entity

    def of(self, candidate: Candidate) -> Known:
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

    def _bodies(self, candidate: Candidate) -> list[Known]:
        """The only body before that is called so in full: "Green" is "Green Water"; no town is "Lode Bakeries"."""
        fuller = [
            entity
            for entity in self._holding.get(candidate.words[0], ())
            if entity.words[0] == candidate.words[0] and len(entity.words) > 1 and OWNS not in entity.words
        ]
        alone = len(fuller) == 1 and fuller[0].kind in ("organisation", "unknown") and len(fuller[0].words) <= 3
        fits = alone and candidate.kind in ("organisation", "unknown") and not candidate.text.isupper()
        return fuller if fits and fuller[0].introduced_at < candidate.span.start else []

    def _whole(self, entity: Known) -> Known:
        """The same person with a middle name: "Ada Holm" is "Ada J. Holm"."""
        for other in self._holding.get(entity.words[-1], ()):
            if entity.kind == other.kind == "person" and _lacks_middle(entity.words, other.words):
                return other
        return entity


def _rank(candidate: Candidate, entity: Known) -> tuple[bool, bool, int, int]:
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


def _shortens(candidate: Candidate, entity: Known) -> bool:
    """Whether a shorter name can mean an entity."""
    short, full = candidate.words, entity.words
    if OWNS in full or OWNS in short:
        return False
    if len(short) == 1 and candidate.text.isupper() and short[0] == _initials(full):
        return entity.kind in ("organisation", "unknown")
    if entity.kind == "person":
        if candidate.kind == "organisation":
            return False
        inside = any(full[at : at + len(short)] == short for at in range(len(full) - len(short) + 1))
        known_by = (
            len(short) > 1 or short[0] in (full[0], full[-1]) or (len(short[0]) > 2 and not is_given_name(short[0]))
        )
        return (inside and known_by) or _lacks_middle(short, full)
    if candidate.kind == "person":
        return entity.kind == "unknown" and full[-len(short) :] == short
    if entity.kind == "unknown":
        return len(full) <= 3 and full[-len(short) :] == short
    # "Labour" for "Labour Party", but not "Oxford" for "Oxford University Press".
    rest = full[len(short) :]
    return full[: len(short)] == short and all(word in words("organisation_words") for word in rest)


@lru_cache(maxsize=20_000)
def _initials(full: tuple[str, ...]) -> str:
    return "".join(word[0] for word in full if word not in _SMALL and word[0].isalnum())
