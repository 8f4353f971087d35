"""Whom "he" and "she" mean: the subject of the nearest sentence before that fits in gender.

    Reyes arrived in Lyon. He said        → Jo Reyes
    A police spokesman arrived. He said   → A police spokesman
    A doctor asked her, and she said      → whom the doctor asked

Where nobody fits, or two do and neither is its subject, the speaker stays unresolved: better than wrong.

Known limit: nobody is taken from more than five sentences back that is not the last speaker.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.mentions.speech.cast import NOBODY, Speaker, words_of
from briefsite.mentions.words.given_names import usual_gender
from briefsite.mentions.words.roles import gender_of, is_role
from briefsite.mentions.words.subjects import opening

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from briefsite.mentions.mention import Entity
    from briefsite.mentions.speech.cast import Cast
    from briefsite.mentions.speech.cue import Cue
    from briefsite.mentions.speech.said import Said
    from briefsite.mentions.words.tokens import Token

GENDERS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "herself": "f"}
_OBJECTS = frozenset({"him", "her"})
_CLAUSE_OPENERS = frozenset({"after", "before", "since", "until"})
_VERBS = frozenset({"", "verb", "auxiliary", "adverb"})
MAX_LINES_BACK = 6


class Persons:
    """What "he" and "she" mean in an article, asked in the order of the text."""

    def __init__(self, cast: Cast, said: Said, spoken: Sequence[Sequence[Cue]]) -> None:
        self._cast = cast
        self._said = said
        self._entities = cast.entities
        self._lines = cast.lines
        self._spoken = spoken

    def meant_by(self, line: int, at: int) -> Speaker:
        """The speaker that the pronoun at a token of a line means."""
        pronoun = self._lines[line].tokens[at].lower
        gender = GENDERS[pronoun]
        for back in range(line, max(-1, line - MAX_LINES_BACK), -1):
            tokens = self._lines[back].tokens
            until = at if back == line else len(tokens)
            others = self._spoken_to(back, gender) if back == line else set()
            for head, speaker in self._said.by(back).items():
                if head >= until or head in others:
                    continue
                if (person := self._person(speaker, gender)) is not None:
                    return self._cast.meaning(person, back)
                is_described = (
                    speaker.entity is None and speaker.is_person and not speaker.plural and bool(speaker.name)
                )
                if is_described and gender_of([tokens[head].lower]) in ("", gender):
                    return speaker._replace(because=speaker.because or self._cast.because_of(back, head))
            first = next((token for token in tokens[:until] if token.is_word), None)
            if first and first.lower == pronoun:
                continue  # its subject is the same "he"
            if back == line and first and first.word_class == "preposition" and not self._is_told_first(tokens[:until]):
                continue  # "In reference to Reyes, she said": not Reyes
            fitting = [
                number
                for number in dict.fromkeys(self._cast.in_line(tokens[:until]))
                if self._may_be_person(number) and _agrees(self._entities[number], gender)
                if number not in {self._cast.at(tokens[head]) for head in others}
            ]
            if fitting:
                number = self._one_of(fitting, back, until)
                far = self._lines[line].paragraph - self._lines[back].paragraph > 1
                if far and number is not None and self._only_owns(number, tokens) and self._has_rival(number, gender):
                    number = None
                return NOBODY if number is None else self._cast.meaning(number, back)
            described = self._description(back, until, gender, others)
            if described:
                return described
        person = self._person(self._said.last, gender) if self._said.last else None
        return NOBODY if person is None else self._cast.meaning(person, line)

    def _spoken_to(self, line: int, gender: str) -> set[int]:
        """Who speaks to somebody of that gender: in "A doctor asked her, and she said" "she" is not the doctor.

        The tokens of the heads of those who speak.
        """
        tokens = self._lines[line].tokens
        following = ((cue, tokens[cue.at + 1].lower) for cue in self._spoken[line] if cue.at + 1 < len(tokens))
        return {
            cue.subject.head for cue, word in following if cue.subject and word in _OBJECTS and GENDERS[word] == gender
        }

    def _is_told_first(self, tokens: Sequence[Token]) -> bool:
        """Whether a sentence opens with who is meant: "According to Ada Holm", "After Ada Holm voted, she said"."""
        if tokens[0].lower == "according":
            return True
        if tokens[0].lower not in _CLAUSE_OPENERS or len(set(self._cast.in_line(tokens))) != 1:
            return False
        last = max((at for at, token in enumerate(tokens) if self._cast.at(token) is not None), default=-1)
        verb = tokens[last + 1] if last + 1 < len(tokens) else None
        return verb is not None and not tokens[last].possessive and verb.is_word and verb.word_class in _VERBS

    def _one_of(self, fitting: Sequence[int], line: int, until: int) -> int | None:
        """Which of several people in a sentence a pronoun means: its subject, or nobody.

        "Ada Holm met Jo Reyes. She said": Ada Holm. "The prize went to Ada Holm, not to Mary Reyes. She said": unclear.
        """
        if len(fitting) == 1:
            return fitting[0]
        tokens = self._lines[line].tokens
        subjects = [opening(tokens, 0, until), *(cue.subject for cue in self._spoken[line] if cue.at < until)]
        for phrase in subjects:
            if phrase is None:
                continue
            number = self._cast.at(tokens[phrase.head])
            comma = phrase.last + 1
            if (
                number is None
                and is_role(tokens[phrase.head].lower)
                and comma + 1 < until
                and tokens[comma].text == ","
            ):
                number = self._cast.at(tokens[comma + 1])  # "An analyst, Ada Holm, left Green Water. She said"
            if number in fitting:
                return number
        return None

    def _only_owns(self, number: int, tokens: Sequence[Token]) -> bool:
        """Whether a sentence names somebody only as an owner: "Holm’s book appears in May"."""
        own = [token for token in tokens if token.is_capitalised and self._cast.at(token) == number]
        return bool(own) and own[-1].possessive

    def _has_rival(self, number: int, gender: str) -> bool:
        """Whether somebody else of that gender is introduced before them."""
        return any(
            entity.kind == "person" and (entity.gender or usual_gender(entity.name)) == gender
            for entity in self._entities[:number]
        )

    def _may_be_person(self, number: int) -> bool:
        """Whether "he" can mean them: not a town, nor what is called "the Capitals"."""
        entity = self._entities[number]
        if entity.kind != "unknown":
            return entity.kind == "person"
        known = number in self._cast.speaking and number not in self._cast.with_article
        return known and not self._cast.is_thing(number)

    def _person(self, speaker: Speaker, gender: str) -> int | None:
        """The entity of a speaker who is one person of that gender."""
        if speaker.entity is None or speaker.plural or not speaker.is_person:
            return None
        if self._entities[speaker.entity].kind == "unknown" and len(self._entities[speaker.entity].name.split()) > 1:
            return None  # "Green Maps" may be anything; who is only named so is found by name
        return speaker.entity if _agrees(self._entities[speaker.entity], gender) else None

    def _description(self, back: int, until: int, gender: str, others: Set[int]) -> Speaker | None:
        """`A police spokesman arrived. He said`: the subject of the sentence, where it is a person without a name."""
        tokens = self._lines[back].tokens
        phrase = opening(tokens, 0, until)
        if phrase is None or phrase.plural or phrase.head in others:
            return None
        if not is_role(tokens[phrase.head].lower) and not _is_person(tokens, phrase.last):
            return None
        if tokens[phrase.head].lower.endswith("s") or tokens[phrase.head].is_capitalised:
            return None
        if gender_of([tokens[phrase.head].lower]) not in ("", gender):
            return None
        number = self._cast.told(tokens[phrase.head])
        if number is not None:
            return self._cast.meaning(number, back)
        return Speaker(self._cast.written(tokens, phrase), self._cast.because(words_of(tokens, phrase)))


def _is_person(tokens: Sequence[Token], last: int) -> bool:
    """Whether "who" says that a noun is for a person: "one commuter, who left early"."""
    following = [token.lower for token in tokens[last + 1 : last + 3]]
    return following[:1] == ["who"] or following == [",", "who"]


def _agrees(entity: Entity, gender: str) -> bool:
    return not entity.plural and gender in (entity.gender or usual_gender(entity.name) or gender)
