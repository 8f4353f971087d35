"""The cast of an article: its names, where they stand, and the words that tell who each of them is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from briefsite.mentions.speech.because import because
from briefsite.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefsite.mentions.mention import Entity
    from briefsite.mentions.speech.cue import Cue
    from briefsite.mentions.words.noun_phrases import Phrase
    from briefsite.mentions.words.tokens import Line, Token

MAX_MENTIONS_BACK = 200
MAX_NAME = 120
"""How many characters before a word the name that holds it may begin."""


class Speaker(NamedTuple):
    """Who is meant."""

    name: str | None
    because: Span | None
    entity: int | None = None
    """The number of the entity; None for a speaker the article only describes."""
    plural: bool = False
    is_person: bool = True


NOBODY = Speaker(None, None)
"""Unresolved, which is better than wrong."""


class Cast:
    """The names of an article and where they stand."""

    def __init__(
        self, text: str, lines: Sequence[Line], entities: Sequence[Entity], spoken: Sequence[Sequence[Cue]]
    ) -> None:
        self._text = text
        self.lines = lines
        self.entities = entities
        self._mentions = sorted(
            (span.start, -span.end, number) for number, entity in enumerate(entities) for span in entity.mentions
        )
        self._starts = [mention[0] for mention in self._mentions]
        self._line_starts = [line.tokens[0].start for line in lines]
        self._roles = [
            (entity.role.start, entity.role.end, number) for number, entity in enumerate(entities) if entity.role
        ]
        self.with_article = {
            number for start, _, number in self._mentions if text[max(start - 4, 0) : start].lower() == "the "
        }
        """The entities that are called "the Capitals" somewhere."""
        self.speaking = {
            self.at(line.tokens[cue.subject.head])
            for line, cues in zip(lines, spoken, strict=True)
            for cue in cues
            if cue.subject
        }
        """The entities that are said to say something."""

    @cached_property
    def _common(self) -> frozenset[str]:
        return frozenset(token.text for line in self.lines for token in line.tokens if token.is_word)

    def is_thing(self, number: int) -> bool:
        """Whether a name ends with a word that the article also has in small letters: "Green Maps" beside "maps"."""
        return self.entities[number].name.split()[-1].lower() in self._common

    def by_surname(self, head: Token) -> int | None:
        """The only person whose full name ends with a word that is no name by itself: "Dean said" of Ada Dean."""
        people = [
            number
            for number, entity in enumerate(self.entities)
            if entity.kind == "person" and entity.name.endswith(f" {head.text}")
        ]
        return people[0] if len(people) == 1 else None

    def written(self, tokens: Sequence[Token], phrase: Phrase) -> str:
        """A phrase as the article writes it, on one line."""
        return " ".join(words_of(tokens, phrase).of(self._text).split())

    def at(self, head: Token) -> int | None:
        """The entity whose name ends at, or holds, a token."""
        at = bisect_right(self._starts, head.start) - 1
        best = None
        while at >= 0 and self._starts[at] > head.start - MAX_NAME:
            start, end, number = self._mentions[at]
            if -end >= _end(head) and start <= head.start:
                best = number
            at -= 1
        return best

    def told(self, head: Token) -> int | None:
        """The entity right beside whose name a word says what they are: "the envoy to Lyon, Ada Holm"."""
        return next((number for start, end, number in self._roles if start <= head.start < end), None)

    def fullest(self, number: int) -> Span | None:
        """Where the article gives an entity’s fullest name first."""
        entity = self.entities[number]
        for span in entity.mentions:
            if span.of(self._text) == entity.name:
                return span
        return None

    def before(self, head: Token) -> Iterator[int]:
        """The entities named before a token, the last one first, each once."""
        at = bisect_right(self._starts, head.start) - 1
        tried = set()
        for mention in self._mentions[max(at - MAX_MENTIONS_BACK + 1, 0) : at + 1][::-1]:
            if mention[2] not in tried:
                tried.add(mention[2])
                yield mention[2]

    def aged(self, age: str, head: Token) -> int | None:
        """Whose age is told right behind their name, before a token: "Ada Holm, 45,"."""
        for number in self.before(head):
            mentions = self.entities[number].mentions
            if any(self._text.startswith((f", {age},", f" ({age})", f", aged {age},"), span.end) for span in mentions):
                return number
        return None

    def role(self, number: int) -> str:
        """What the article says that an entity is."""
        role = self.entities[number].role
        return role.of(self._text) if role else ""

    def in_line(self, tokens: Sequence[Token]) -> list[int]:
        """The entities named in these tokens outside quotation marks, in order."""
        if not tokens:
            return []
        at = bisect_right(self._starts, tokens[0].start - 1)
        found = []
        while at < len(self._starts) and self._starts[at] < tokens[-1].end:
            start, _, number = self._mentions[at]
            if not any(token.is_quote and token.start <= start < token.end for token in tokens):
                found.append(number)
            at += 1
        return found

    def meaning(self, number: int, line: int) -> Speaker:
        """An entity as the speaker, because of what is said of it in a line, or last before it."""
        entity = self.entities[number]
        tokens = self.lines[line].tokens
        mentions = entity.mentions
        first = bisect_left(mentions, tokens[0].start, key=_start)
        if first == len(mentions) or mentions[first].start >= tokens[-1].end:
            first = max(first - 1, 0)  # not named in this line: where it was named last
        span = mentions[first] if mentions else self.fullest(number)
        return Speaker(
            entity.name, self.because(span) if span else None, number, is_person=entity.kind != "organisation"
        )

    def because_of(self, line: int, head: int) -> Span:
        """The words that say who a description with this head is."""
        tokens = self.lines[line].tokens
        first = head
        while first > 0 and tokens[first - 1].is_word and not tokens[first - 1].word_class:
            first -= 1
        if first > 0 and tokens[first - 1].word_class in ("determiner", "possessive"):
            first -= 1
        return self.because(Span(tokens[first].start, tokens[head].end))

    def because(self, name: Span) -> Span:
        """The words that say who somebody is, from their name on."""
        line = self.lines[max(bisect_right(self._line_starts, name.start) - 1, 0)]
        return because(line.tokens, name)


def _start(span: Span) -> int:
    return span.start


def words_of(tokens: Sequence[Token], phrase: Phrase) -> Span:
    """Where a phrase stands, without a possessive ending."""
    return Span(tokens[phrase.first].start, _end(tokens[phrase.last]))


def _end(token: Token) -> int:
    """Where a word ends without its possessive ending."""
    return token.start + len(token.text) if token.is_word else token.end
