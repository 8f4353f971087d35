"""Speakers whom the words beside a quotation name or describe: from a noun phrase to a name of the article.

    Holm                    → Ada Holm        because "Ada Holm, a researcher at the Institute for Tides"
    the spokesman           → Jo Reyes        because "Jo Reyes, a spokesman for the mayor"
    the envoy               → Ada Holm        beside "The envoy to Lyon, Ada Holm, said"
    the official            → a defence official

Known limit: "the spokesman" is the last one before whose role says so, however far away.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from briefsite.lexicon import table, words
from briefsite.mentions.speech.because import because
from briefsite.mentions.words.noun_phrases import Phrase, ending_at, forward
from briefsite.mentions.words.roles import is_abstract, is_role
from briefsite.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.mentions.mention import Entity
    from briefsite.mentions.words.tokens import Line, Token

_CORPORATE = frozenset(
    {"corp", "corp.", "corporation", "inc", "inc.", "ltd", "ltd.", "llc", "plc", "airlines", "company"}
)
MAX_MENTIONS_BACK = 200
MAX_LINES_BACK = 6


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


class Named:
    """The names of an article and where they stand."""

    def __init__(self, text: str, lines: Sequence[Line], entities: Sequence[Entity]) -> None:
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

    def read(self, line: int, phrase: Phrase) -> Speaker:
        """The speaker that a phrase in a line names or describes; the phrase is no pronoun."""
        tokens = self.lines[line].tokens
        if _is_verb(tokens[phrase.head]):
            if phrase.head == phrase.first or not _can_speak(tokens[phrase.head - 1]):
                return NOBODY
            author = self._author(tokens, phrase.head)
            if author:
                return self.read(line, author)
            phrase = Phrase(phrase.first, phrase.head - 1, phrase.head - 1)
        head = tokens[phrase.head]
        written = self.written(tokens, phrase)
        if phrase.plural and (number := self._in_two_offices(tokens, phrase)) is not None:
            return Speaker(self.entities[number].name, None, number)
        if phrase.plural:
            return Speaker(self._each(tokens, phrase) or written, None, plural=True)
        if pair := self._pair(line, phrase):
            return Speaker(pair, None, plural=True)
        number = self.at(head)
        if number is None and phrase.head > phrase.first and head.text in words("postnominals"):
            number = self.at(tokens[phrase.head - 1])
        if number is None:
            number = self.told(head)
        if number is None:
            number = self._at_end(tokens, phrase)
        if number is not None:
            entity = self.entities[number]
            full = self._fullest(number)
            short = not any(
                token.lower == entity.name.split()[0].lower() for token in tokens[phrase.first : phrase.last + 1]
            )
            return Speaker(
                entity.name,
                self.because(full) if short and full else None,
                number,
                is_person=entity.kind in ("person", "unknown"),
            )
        if tokens[phrase.first].lower in ("the", "that", "this") and phrase.head == phrase.last:
            number = self._described(head, tokens[phrase.first : phrase.head])
            if number is not None:
                full = self._fullest(number)
                entity = self.entities[number]
                told = self.because(full) if full else None
                return Speaker(entity.name, told, number, is_person=entity.kind == "person")
            if earlier := self._introduced(line, phrase):
                return earlier
        if is_abstract(head.lower) and not head.is_capitalised:
            return NOBODY
        is_person = is_role(head.lower)
        plural = head.lower.endswith("s") and not head.lower.endswith("ss")
        return Speaker(written, None, plural=plural, is_person=is_person)

    def _in_two_offices(self, tokens: Sequence[Token], phrase: Phrase) -> int | None:
        """The one person of `AT&T chairman and chief executive Ada Holm`."""
        head, number = tokens[phrase.head], self.at(tokens[phrase.last])
        if number is not None and self.told(head) == number:
            return number  # "Minister of Works and Transport Ada Holm"
        if number is None or self.entities[number].kind != "person" or not is_role(head.lower):
            return None
        joined = next((at for at in range(phrase.head, phrase.last) if tokens[at].lower == "and"), phrase.last)
        office = next((at for at in range(joined + 1, phrase.last) if is_role(tokens[at].lower)), None)
        alone = self.at(head) is None and not head.lower.endswith("s") and tokens[joined + 1].word_class == ""
        return number if alone and office is not None else None

    def _author(self, tokens: Sequence[Token], participle: int) -> Phrase | None:
        """Who gave a document out: "a statement released by the board"."""
        link = participle + 1
        if tokens[participle - 1].lower not in words("documents") or link + 1 >= len(tokens):
            return None
        return forward(tokens, link + 1) if tokens[link].lower in ("by", "from") else None

    def _each(self, tokens: Sequence[Token], phrase: Phrase) -> str | None:
        """`Holm and Reyes` → "Ada Holm and Jo Reyes"; None where it names anything but people."""
        names = []
        for at in range(phrase.first, phrase.last + 1):
            if at < phrase.last and tokens[at + 1].lower not in ("and", ","):
                continue
            if tokens[at].lower in ("and", ","):
                continue
            number = self.at(tokens[at])
            if number is None or self.entities[number].kind != "person":
                return None
            names.append(self.entities[number].name)
        return " and ".join(names) if len(names) == 2 else None

    def _pair(self, line: int, phrase: Phrase) -> str | None:
        """The two people whom "both leaders" and "the two" mean: those named right before, where they are two."""
        spelled = [token.lower for token in self.lines[line].tokens[phrase.first : phrase.last + 1]]
        if not (spelled[0] == "both" or spelled[:2] == ["the", "two"] or spelled in (["the", "pair"], ["the", "duo"])):
            return None
        for back in (line, line - 1):
            if back < 0:
                return None
            tokens = self.lines[back].tokens
            known = dict.fromkeys(self.in_line(tokens[: phrase.first] if back == line else tokens))
            people = [self.entities[number].name for number in known if self.entities[number].kind == "person"]
            if people:
                return " and ".join(people) if len(people) == 2 else None
        return None

    def written(self, tokens: Sequence[Token], phrase: Phrase) -> str:
        """A phrase as the article writes it, on one line."""
        return " ".join(words_of(tokens, phrase).of(self._text).split())

    def at(self, head: Token) -> int | None:
        """The entity whose name ends at, or holds, a token."""
        at = bisect_right(self._starts, head.start) - 1
        best = None
        while at >= 0 and self._starts[at] > head.start - 120:
            start, end, number = self._mentions[at]
            if -end >= _end(head) and start <= head.start:
                best = number
            at -= 1
        return best

    def told(self, head: Token) -> int | None:
        """The entity right beside whose name a word says what they are: "the envoy to Lyon, Ada Holm"."""
        return next((number for start, end, number in self._roles if start <= head.start < end), None)

    def _at_end(self, tokens: Sequence[Token], phrase: Phrase) -> int | None:
        """The person whom a long description ends with: "the firm’s head of mobile games Ada Holm"."""
        number = self.at(tokens[phrase.last])
        if number is None or not is_role(tokens[phrase.head].lower) or not self._reads_as_person(number):
            return None
        at = phrase.last
        while at > phrase.head and self.at(tokens[at]) == number:
            at -= 1
        before = tokens[at]
        return None if at == phrase.head or before.word_class or is_role(before.lower) or before.possessive else number

    def _reads_as_person(self, number: int) -> bool:
        """Whether a name is a person's as far as the article tells: "Wanjiru Odhiambo", not "the Green Water"."""
        entity = self.entities[number]
        named_in_full = " " in entity.name and number not in self.with_article
        return entity.kind == "person" or (entity.kind == "unknown" and named_in_full)

    def _introduced(self, line: int, phrase: Phrase) -> Speaker | None:
        """The fuller description that "the official" takes up: "A defence official told the board"."""
        head = self.lines[line].tokens[phrase.head]
        if not (is_role(head.lower) or head.lower in words("body_nouns")) or head.lower.endswith("s"):
            return None
        for back in range(line, max(-1, line - MAX_LINES_BACK), -1):
            tokens = self.lines[back].tokens
            until = phrase.first if back == line else len(tokens)
            for at in range(until - 1, -1, -1):
                if tokens[at].lower != head.lower or not tokens[at].is_word:
                    continue
                core = ending_at(tokens, at, links=0)
                full = forward(tokens, core.first) if core else None
                if full is None or full.head != at or full.last - full.first <= phrase.last - phrase.first:
                    continue
                number = self.told(tokens[at])
                if number is not None:
                    return self.meaning(number, back)
                span = words_of(tokens, full)
                return Speaker(self.written(tokens, full), self.because(span), is_person=is_role(head.lower))
        return None

    def _fullest(self, number: int) -> Span | None:
        entity = self.entities[number]
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
            entity = self.entities[number]
            role = entity.role.of(self._text) if entity.role else ""
            told = role if role and entity.kind == "person" else f"{role} {entity.name}"
            spelled = {_in_full(word) for word in told.lower().split()}
            if needed.issubset(told.split()) and noun in spelled:
                return number
        companies = {number for number in tried if self.entities[number].name.split()[-1].lower() in _CORPORATE}
        if noun in ("company", "firm", "corporation") and len(companies) == 1 and not needed:
            return companies.pop()
        return None

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
        span = mentions[first] if mentions else self._fullest(number)
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


def _is_verb(token: Token) -> bool:
    """Whether what a phrase was read to end with is a verb: nobody is "controllers first attempted"."""
    word = token.lower
    return not token.is_capitalised and ((word.endswith("ed") and not is_role(word)) or word in words("irregular_past"))


def _can_speak(token: Token) -> bool:
    kinds = ("organisation_words", "documents", "body_nouns", "speaking_nouns")
    return token.is_capitalised or is_role(token.lower) or any(token.lower in words(kind) for kind in kinds)


def _in_full(title: str) -> str:
    return table("titles_in_full").get(title, title)


def _start(span: Span) -> int:
    return span.start


def words_of(tokens: Sequence[Token], phrase: Phrase) -> Span:
    """Where a phrase stands, without a possessive ending."""
    return Span(tokens[phrase.first].start, _end(tokens[phrase.last]))


def _end(token: Token) -> int:
    """Where a word ends without its possessive ending."""
    return token.start + len(token.text) if token.is_word else token.end
