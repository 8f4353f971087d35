"""Whom "he", "she" or "it" means at the head of a sentence: the subject of the sentence before, where that is sure.

    Ada Kell runs the yard. She will sell it.             → Ada Kell
    Ada Kell runs the yard. She is 41. She will sell it.  → Ada Kell
    The mayor met Ada Kell. She will resign.              → nobody: either may be meant

Known limits: (1) only somebody with a name is known, "they" is never read; (2) the sentence before is read as far
as its first name.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from briefsite.facts.asking.saying import is_saying
from briefsite.facts.verb_forms import base_of, is_finite, of_class
from briefsite.lexicon import words
from briefsite.mentions.words.given_names import usual_gender

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.facts.reading import Reading
    from briefsite.mentions.mention import Entity, Mentions
    from briefsite.mentions.words.tokens import Token
    from briefsite.span import Span

HEADS = {"he": "m", "she": "f", "it": "n"}
"""Pronouns that a name can stand for, and the gender of each."""
MAX_BACK = 3
"""In sentences."""
MIN_NAMED = 2
"""How often somebody is named whom an article is about."""
MAX_BEFORE = 16
"""Tokens before a subject’s name: "The Speaker of the House of Commons, Michael Martin, …"."""


class Referents:
    """Who is named where in an article, looked up as questions need it."""

    def __init__(self, readings: Sequence[Reading], mentions: Mentions) -> None:
        self._readings = readings
        self._mentions = mentions

    @cached_property
    def _named(self) -> list[tuple[Span, Entity]]:
        """Every place that names somebody, in order."""
        named = [(span, entity) for entity in self._mentions.entities for span in entity.mentions]
        return sorted(named, key=lambda pair: (pair[0].start, -pair[0].end))

    @cached_property
    def _starts(self) -> list[int]:
        return [span.start for span, _ in self._named]

    def meant_by(self, pronoun: str, index: int) -> str | None:
        """The name that a pronoun at the head of sentence `index` stands for; None where none is sure."""
        gender = HEADS.get(pronoun)
        if gender is None:
            return None
        found = self._meant(gender, pronoun, index) or (None if gender == "n" else self._only(gender, index))
        # "He plans to go home in case Kell wins": somebody else than Kell.
        here = (entity for _, entity in self._named_in(self._readings[index]))
        return None if found is None or found in here else found.name

    def _meant(self, gender: str, pronoun: str, index: int) -> Entity | None:
        for back in range(index - 1, max(index - 1 - MAX_BACK, -1), -1):
            reading = self._readings[back]
            if reading.words[:1] == (pronoun,):
                continue  # its subject is the same one
            named = [(name, entity) for name, entity in self._named_in(reading) if _agrees(entity, gender)]
            if named:
                # "The weather office said so. It will move on": what it spoke of may be meant.
                speaks = gender == "n" and any(is_saying(token) for token in reading.tokens)
                name, entity = named[0]
                is_sure = _is_subject(reading.tokens, name) and not speaks
                return entity if is_sure or (gender != "n" and self._is_alone(reading, entity)) else None
        return None

    def _only(self, gender: str, index: int) -> Entity | None:
        """The only person that the article has named so far, where nothing tells that they are of another gender."""
        end = self._readings[index].sentence.span.start
        people = [entity for span, entity in self._named if span.start < end and entity.kind == "person"]
        sure = people and all(entity is people[0] for entity in people) and _agrees(people[0], gender)
        return people[0] if sure and len(people) >= MIN_NAMED else None

    def _named_in(self, reading: Reading) -> list[tuple[Span, Entity]]:
        """Whom a sentence names, and where, in its order."""
        span = reading.sentence.span
        return self._named[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    def _is_alone(self, reading: Reading, entity: Entity) -> bool:
        """Whether a sentence tells of nobody else: "The fire was seen by Ada Kell", not "The mayor met Ada Kell"."""
        named = self._named_in(reading)
        if any(other.kind == "person" and other is not entity for _, other in named):
            return False
        tokens, own = reading.tokens, [name for name, other in named if other is entity]
        for token, following in pairwise(tokens):
            if token.lower in words("roles") and not following.is_capitalised:
                is_role = entity.role is not None and entity.role.start <= token.start < entity.role.end
                if not is_role and not any(name.start <= token.start < name.end for name in own):
                    return False
        return True


def _is_subject(tokens: Sequence[Token], name: Span) -> bool:
    """Whether a sentence is about a name: a verb or a comma follows it, and nothing but a title stands before it."""
    last = next((at for at in range(len(tokens) - 1, -1, -1) if tokens[at].start < name.end), 0)
    following = tokens[last + 1] if last + 1 < len(tokens) else None
    if following is None or tokens[last].possessive or not (following.text == "," or _is_verb(following)):
        return False
    before = [token for token in tokens[: last + 1] if token.start < name.start]
    comma = next((at + 1 for at in range(len(before) - 1, -1, -1) if before[at].text == ","), 0)
    return len(before) < MAX_BEFORE and _is_title(before[comma:])


def _is_title(before: Sequence[Token]) -> bool:
    """Whether words before a name can belong to it: "President", "the yard's owner, "."""
    return not any(
        is_finite(token.lower) or is_saying(token) or token.lower in of_class("link") | of_class("boundary")
        for token in before
    )


def _is_verb(token: Token) -> bool:
    return is_finite(token.lower) or is_saying(token) or (token.text.islower() and base_of(token.lower) is not None)


def _agrees(entity: Entity, gender: str) -> bool:
    if gender == "n":
        return entity.kind == "organisation" and not entity.plural
    return entity.kind == "person" and not entity.plural and (entity.gender or usual_gender(entity.name)) == gender
