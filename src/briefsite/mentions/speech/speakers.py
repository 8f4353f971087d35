"""From the words beside a quotation to the fullest name the article gives, with the words that say so.

    Holm said              → Ada Holm           because "Ada Holm, a researcher at the Institute for Tides"
    he said                → Jo Reyes           because "Reyes arrived in Lyon on Monday"
    the spokesman said     → Jo Reyes           because "Jo Reyes, a spokesman for the mayor"
    It said                → the mayor’s office

A name or a description is for `named`, "he" and "she" for `persons`, "it" and "they" for `bodies`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.mentions.speech.bodies import Bodies
from briefsite.mentions.speech.cast import NOBODY, Cast
from briefsite.mentions.speech.named import Named
from briefsite.mentions.speech.persons import GENDERS, Persons
from briefsite.mentions.speech.said import Said
from briefsite.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.mentions.mention import Entity
    from briefsite.mentions.speech.cast import Speaker
    from briefsite.mentions.speech.cue import Cue
    from briefsite.mentions.words.noun_phrases import Phrase
    from briefsite.mentions.words.tokens import Line


class Speakers:
    """The names of an article, asked in the order of the text: what was resolved before helps what comes after."""

    def __init__(
        self, text: str, lines: Sequence[Line], entities: Sequence[Entity], spoken: Sequence[Sequence[Cue]]
    ) -> None:
        self._lines = lines
        self._said = Said()
        cast = Cast(text, lines, entities, spoken)
        self._named = Named(cast)
        self._persons = Persons(cast, self._said, spoken)
        self._bodies = Bodies(cast, self._named, self._said)

    def who(self, line: int, phrase: Phrase) -> Speaker:
        """The speaker that a phrase in a line means."""
        speaker = self._said.by(line).get(phrase.head) or self._read(line, phrase)
        self._said.remember(line, phrase.head, speaker)
        if phrase.relative is not None and speaker.because is None:
            tokens = self._lines[line].tokens
            speaker = speaker._replace(because=Span(tokens[phrase.first].start, tokens[phrase.relative].end))
        return speaker

    def _read(self, line: int, phrase: Phrase) -> Speaker:
        head = self._lines[line].tokens[phrase.head]
        if phrase.first != phrase.last or head.word_class not in ("pronoun", "possessive"):
            return self._named.read(line, phrase)
        if head.lower in GENDERS:
            return self._persons.meant_by(line, phrase.head)
        return self._bodies.meant_by(line, phrase.head) if head.lower in ("it", "they") else NOBODY
