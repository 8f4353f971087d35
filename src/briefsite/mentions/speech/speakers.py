"""From the words beside a quotation to the fullest name the article gives, with the words that say so.

    Holm said              → Ada Holm           because "Ada Holm, a researcher at the Institute for Tides"
    he said                → Jo Reyes           because "Reyes arrived in Lyon on Monday"
    the spokesman said     → Jo Reyes           because "Jo Reyes, a spokesman for the mayor"
    It said                → the mayor’s office

A pronoun means the subject of the nearest sentence before it that fits in gender and number. Where nobody fits, or two
do and neither is its subject, the speaker stays unresolved: better than wrong.

Known limits:
 1. Nobody is taken from more than five sentences back that is not the last speaker.
 2. "They" means the last speakers that were several, or nobody.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from briefsite.lexicon import words
from briefsite.mentions.speech.because import because
from briefsite.mentions.words.given_names import usual_gender
from briefsite.mentions.words.roles import gender_of, is_role
from briefsite.mentions.words.subjects import opening
from briefsite.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.mentions.mention import Entity
    from briefsite.mentions.speech.cues import Cue
    from briefsite.mentions.words.noun_phrases import Phrase
    from briefsite.mentions.words.tokens import Line, Token

_GENDERS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "herself": "f"}
_CORPORATE = frozenset(
    {"corp", "corp.", "corporation", "inc", "inc.", "ltd", "ltd.", "llc", "plc", "airlines", "company"}
)
MAX_LINES_BACK = 6
MAX_MENTIONS_BACK = 200


class Speaker(NamedTuple):
    """Who is meant."""

    name: str | None
    because: Span | None
    entity: int | None = None
    """The number of the entity; None for a speaker the article only describes."""
    plural: bool = False
    is_person: bool = True


class Speakers:
    """The names of an article, asked in the order of the text: what was resolved before helps what comes after."""

    def __init__(
        self, text: str, lines: Sequence[Line], entities: Sequence[Entity], spoken: Sequence[Sequence[Cue]]
    ) -> None:
        self._text = text
        self._lines = lines
        self._entities = entities
        self._spoken = spoken
        self._mentions = sorted(
            (span.start, -span.end, number) for number, entity in enumerate(entities) for span in entity.mentions
        )
        self._starts = [mention[0] for mention in self._mentions]
        self._line_starts = [line.tokens[0].start for line in lines]
        self._last: Speaker | None = None
        self._known: dict[int, dict[int, Speaker]] = {}
        """By line, then by the token of the head."""
        self._with_article = {
            number for start, _, number in self._mentions if text[max(start - 4, 0) : start].lower() == "the "
        }
        self._speaking = {
            self._named(line.tokens[cue.subject.head])
            for line, cues in zip(lines, spoken, strict=True)
            for cue in cues
            if cue.subject
        }

    def who(self, line: int, phrase: Phrase) -> Speaker:
        """The speaker that a phrase in a line means."""
        known = self._known.setdefault(line, {})
        speaker = known.get(phrase.head) or self._read(line, phrase)
        known[phrase.head] = speaker
        if speaker.name:
            self._last = speaker
        if phrase.relative is not None and speaker.because is None:
            tokens = self._lines[line].tokens
            speaker = speaker._replace(because=Span(tokens[phrase.first].start, tokens[phrase.relative].end))
        return speaker

    def _read(self, line: int, phrase: Phrase) -> Speaker:
        tokens = self._lines[line].tokens
        head = tokens[phrase.head]
        if head.word_class == "pronoun" or (phrase.first == phrase.last and head.word_class == "possessive"):
            return self._pronoun(line, phrase.head, head.lower)
        span = Span(tokens[phrase.first].start, _end(tokens[phrase.last]))
        written = _unbroken(span.of(self._text))
        if phrase.plural:
            return Speaker(written, None, plural=True)
        number = self._named(head)
        if number is not None:
            entity = self._entities[number]
            full = self._fullest(number)
            short = not any(
                token.lower == entity.name.split()[0].lower() for token in tokens[phrase.first : phrase.head + 1]
            )
            return Speaker(
                entity.name,
                self._because(full) if short and full else None,
                number,
                is_person=entity.kind in ("person", "unknown"),
            )
        if tokens[phrase.first].lower in ("the", "that", "this") and phrase.head == phrase.last:
            number = self._described(head, tokens[phrase.first : phrase.head])
            if number is not None:
                full = self._fullest(number)
                entity = self._entities[number]
                told = self._because(full) if full else None
                return Speaker(entity.name, told, number, is_person=entity.kind == "person")
        is_person = is_role(head.lower)
        plural = head.lower.endswith("s") and not head.lower.endswith("ss")
        return Speaker(written, None, plural=plural, is_person=is_person)

    def _named(self, head: Token) -> int | None:
        """The entity whose name ends at, or holds, a token."""
        at = bisect_right(self._starts, head.start) - 1
        best = None
        while at >= 0 and self._starts[at] > head.start - 120:
            start, end, number = self._mentions[at]
            if -end >= _end(head) and start <= head.start:
                best = number
            at -= 1
        return best

    def _fullest(self, number: int) -> Span | None:
        entity = self._entities[number]
        for span in entity.mentions:
            if span.of(self._text) == entity.name:
                return span
        return None

    def _described(self, head: Token, modifiers: Sequence[Token]) -> int | None:
        """The entity that "the spokesman" or "the company" means: the last one before that is said to be one.

        "The Brazilian minister" is nobody whose role does not say so.
        """
        noun = head.lower
        needed = {token.text for token in modifiers if token.is_capitalised and not token.word_class}
        at = bisect_right(self._starts, head.start) - 1
        tried = set()
        stop = at - MAX_MENTIONS_BACK
        while at >= max(stop, 0):
            number = self._mentions[at][2]
            at -= 1
            if number in tried:
                continue
            tried.add(number)
            entity = self._entities[number]
            told = entity.role.of(self._text) if entity.role and entity.kind == "person" else entity.name
            if needed.issubset(told.split()) and noun in told.lower().split():
                return number
        companies = {number for number in tried if self._entities[number].name.split()[-1].lower() in _CORPORATE}
        if noun in ("company", "firm", "corporation") and len(companies) == 1 and not needed:
            return companies.pop()
        return None

    def _pronoun(self, line: int, at: int, pronoun: str) -> Speaker:
        gender = _GENDERS.get(pronoun)
        if gender is None:
            return self._thing_or_group(line, at, pronoun)
        for back in range(line, max(-1, line - MAX_LINES_BACK), -1):
            tokens = self._lines[back].tokens
            until = at if back == line else len(tokens)
            for head, speaker in self._known.get(back, {}).items():
                if head < until and self._fits(speaker, gender):
                    return self._meaning(speaker.entity, back)
            first = next((token for token in tokens[:until] if token.is_word), None)
            if first and first.lower == pronoun:
                continue  # its subject is the same "he"
            if back == line and first and first.word_class == "preposition" and first.lower != "according":
                continue  # "In reference to Reyes, she said": not Reyes
            fitting = [
                number
                for number in dict.fromkeys(self._in_line(tokens[:until]))
                if self._may_be_person(number) and _agrees(self._entities[number], gender)
            ]
            if fitting:
                number = self._one_of(fitting, back, until)
                far = self._lines[line].paragraph - self._lines[back].paragraph > 1
                if far and number is not None and self._only_owns(number, tokens) and self._has_rival(number, gender):
                    number = None
                return Speaker(None, None) if number is None else self._meaning(number, back)
            if described := self._description(back, until, gender):
                return described
        if self._last and self._fits(self._last, gender):
            return self._meaning(self._last.entity, line)
        return Speaker(None, None)

    def _one_of(self, fitting: Sequence[int], line: int, until: int) -> int | None:
        """Which of several people in a sentence a pronoun means: its subject, or nobody.

        "Ada Holm met Jo Reyes. She said": Ada Holm. "The prize went to Ada Holm, not to Mary Reyes. She said": unclear.
        """
        if len(fitting) == 1:
            return fitting[0]
        tokens = self._lines[line].tokens
        subjects = [opening(tokens, 0, until), *(cue.subject for cue in self._spoken[line] if cue.at < until)]
        for phrase in subjects:
            number = self._named(tokens[phrase.head]) if phrase else None
            if number in fitting:
                return number
        return None

    def _only_owns(self, number: int, tokens: Sequence[Token]) -> bool:
        """Whether a sentence names somebody only as an owner: "Holm’s book appears in May"."""
        own = [token for token in tokens if token.is_capitalised and self._named(token) == number]
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
        return number in self._speaking and number not in self._with_article

    def _may_be_thing(self, number: int) -> bool:
        """Whether "it" can mean them."""
        entity = self._entities[number]
        if entity.kind != "unknown":
            return entity.kind == "organisation"
        return number in self._speaking and (number in self._with_article or len(entity.name.split()) > 2)

    def _fits(self, speaker: Speaker, gender: str) -> bool:
        if speaker.entity is None or speaker.plural or not speaker.is_person:
            return False
        return _agrees(self._entities[speaker.entity], gender)

    def _description(self, back: int, until: int, gender: str) -> Speaker | None:
        """`A police spokesman arrived. He said`: the subject of the sentence, where it is a person without a name."""
        tokens = self._lines[back].tokens
        phrase = opening(tokens, 0, until)
        if phrase is None or phrase.plural or not is_role(tokens[phrase.head].lower):
            return None
        if tokens[phrase.head].lower.endswith("s") or tokens[phrase.head].is_capitalised:
            return None
        if gender_of([tokens[phrase.head].lower]) not in ("", gender):
            return None
        span = Span(tokens[phrase.first].start, _end(tokens[phrase.last]))
        return Speaker(_unbroken(span.of(self._text)), self._because(span))

    def _thing_or_group(self, line: int, at: int, pronoun: str) -> Speaker:
        if pronoun not in ("it", "they"):
            return Speaker(None, None)
        if pronoun == "they":
            if self._last and self._last.plural:
                return self._last
            return Speaker(None, None)
        for back in range(line, max(-1, line - 3), -1):
            tokens = self._lines[back].tokens
            until = at if back == line else len(tokens)
            for head, speaker in self._known.get(back, {}).items():
                if head < until and not speaker.is_person and not speaker.plural:
                    return speaker._replace(because=speaker.because or self._because_of(back, head))
            # "The transport ministry will pay. It said": a body needs no capitals to be meant
            if body := self._body(back, until):
                return body
            for number in self._in_line(tokens[:until]):
                if self._may_be_thing(number):
                    return self._meaning(number, back)
        return Speaker(None, None)

    def _body(self, back: int, until: int) -> Speaker | None:
        """The subject of a sentence, where it is a body that the article describes: "the state railway"."""
        tokens = self._lines[back].tokens
        phrase = opening(tokens, 0, until)
        if phrase is None or phrase.plural or phrase.first == phrase.head:
            return None
        head = tokens[phrase.head]
        if head.is_capitalised or head.lower not in words("organisation_words"):
            return None
        speaker = self._read(back, phrase)
        if speaker.plural or not speaker.name:
            return None
        told = speaker.because or self._because(Span(tokens[phrase.first].start, _end(tokens[phrase.last])))
        return speaker._replace(because=told, is_person=False)

    def _in_line(self, tokens: Sequence[Token]) -> list[int]:
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

    def _meaning(self, number: int | None, line: int) -> Speaker:
        assert number is not None
        entity = self._entities[number]
        tokens = self._lines[line].tokens
        mentions = entity.mentions
        first = bisect_left(mentions, tokens[0].start, key=_start)
        if first == len(mentions) or mentions[first].start >= tokens[-1].end:
            first = max(first - 1, 0)  # not named in this line: where it was named last
        span = mentions[first] if mentions else self._fullest(number)
        return Speaker(
            entity.name, self._because(span) if span else None, number, is_person=entity.kind != "organisation"
        )

    def _because_of(self, line: int, head: int) -> Span | None:
        tokens = self._lines[line].tokens
        first = head
        while first > 0 and tokens[first - 1].is_word and not tokens[first - 1].word_class:
            first -= 1
        return self._because(Span(tokens[first].start, tokens[head].end))

    def _because(self, name: Span) -> Span:
        line = self._lines[max(bisect_right(self._line_starts, name.start) - 1, 0)]
        return because(line.tokens, name)


def _start(span: Span) -> int:
    return span.start


def _agrees(entity: Entity, gender: str) -> bool:
    return not entity.plural and gender in (entity.gender or usual_gender(entity.name) or gender)


def _end(token: Token) -> int:
    """Where a word ends without its possessive ending."""
    return token.start + len(token.text) if token.is_word else token.end


def _unbroken(written: str) -> str:
    return " ".join(written.split())
