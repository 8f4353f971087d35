"""Speakers whom the words beside a quotation name or describe: from a noun phrase to a name of the article.

    Holm                    → Ada Holm        because "Ada Holm, a researcher at the Institute for Tides"
    the spokesman           → Jo Reyes        because "Jo Reyes, a spokesman for the mayor"
    the envoy               → Ada Holm        beside "The envoy to Lyon, Ada Holm, said"
    the official            → a defence official

Known limit: "the spokesman" is the last one before whose role says so, however far away.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.lexicon import table, words
from briefsite.mentions.speech.cast import NOBODY, Speaker, words_of
from briefsite.mentions.words.noun_phrases import Phrase, ending_at, forward
from briefsite.mentions.words.roles import is_abstract, is_role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.mentions.speech.cast import Cast
    from briefsite.mentions.words.tokens import Token

_CORPORATE = frozenset(
    {"corp", "corp.", "corporation", "inc", "inc.", "ltd", "ltd.", "llc", "plc", "airlines", "company"}
)
MAX_LINES_BACK = 6


class Named:
    """Names and descriptions, read against the cast of an article."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast

    def read(self, line: int, phrase: Phrase) -> Speaker:
        """The speaker that a phrase in a line names or describes; the phrase is no pronoun."""
        tokens = self._cast.lines[line].tokens
        if _is_verb(tokens[phrase.head]):
            if phrase.head == phrase.first or not _can_speak(tokens[phrase.head - 1]):
                return NOBODY
            author = self._author(tokens, phrase.head)
            if author:
                return self.read(line, author)
            phrase = Phrase(phrase.first, phrase.head - 1, phrase.head - 1)
        if _is_holder(tokens, phrase):
            phrase = phrase._replace(head=phrase.last)
        head = tokens[phrase.head]
        written = self._cast.written(tokens, phrase)
        if phrase.plural and (number := self._only_one(tokens, phrase)) is not None:
            return Speaker(self._cast.entities[number].name, None, number)
        if phrase.plural:
            return Speaker(self._each(tokens, phrase) or written, None, plural=True)
        if pair := self._pair(line, phrase):
            return Speaker(pair, None, plural=True)
        number = self._cast.at(head)
        if number is None and phrase.head > phrase.first and head.text in words("postnominals"):
            number = self._cast.at(tokens[phrase.head - 1])
        if number is None:
            number = self._cast.told(head)
        if number is None:
            number = self._at_end(tokens, phrase)
        if number is None and phrase.first == phrase.last and head.is_capitalised:
            number = self._cast.by_surname(head)
        if number is not None:
            first_name = self._cast.entities[number].name.split()[0].lower()
            own = tokens[phrase.first : phrase.last + 1]
            return self._meant(number, in_full=any(token.lower == first_name for token in own))
        if (number := self._at_length(tokens, phrase)) is not None:
            return self._meant(number)
        if tokens[phrase.first].lower in ("the", "that", "this") and phrase.head == phrase.last:
            number = self._described(head, tokens[phrase.first : phrase.head])
            if number is not None:
                return self._meant(number)._replace(is_person=self._cast.entities[number].kind == "person")
            if earlier := self._introduced(line, phrase):
                return earlier
        if is_abstract(head.lower) and not head.is_capitalised:
            return NOBODY
        is_person = is_role(head.lower)
        plural = head.lower.endswith("s") and not head.lower.endswith("ss")
        return Speaker(written, None, plural=plural, is_person=is_person)

    def _meant(self, number: int, *, in_full: bool = False) -> Speaker:
        """An entity as the speaker, with where its name is told unless the phrase has it in full."""
        entity = self._cast.entities[number]
        full = None if in_full else self._cast.fullest(number)
        told = self._cast.because(full) if full else None
        return Speaker(entity.name, told, number, is_person=entity.kind in ("person", "unknown"))

    def _only_one(self, tokens: Sequence[Token], phrase: Phrase) -> int | None:
        """The one person of "Tide chairman and CEO Ada Holm", the one body of "Centre for Tides and Waves"."""
        head, number = tokens[phrase.head], self._cast.at(tokens[phrase.last])
        if number is not None and self._cast.at(tokens[phrase.first]) == number:
            return number
        if number is not None and self._cast.told(head) == number:
            return number  # "Minister of Works and Transport Ada Holm"
        if number is None or self._cast.entities[number].kind != "person" or not is_role(head.lower):
            return None
        joined = next((at for at in range(phrase.head, phrase.last) if tokens[at].lower == "and"), phrase.last)
        office = next((at for at in range(joined + 1, phrase.last) if is_role(tokens[at].lower)), None)
        alone = self._cast.at(head) is None and not head.lower.endswith("s") and tokens[joined + 1].word_class == ""
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
            number = self._cast.at(tokens[at])
            if number is None or self._cast.entities[number].kind != "person":
                return None
            names.append(self._cast.entities[number].name)
        return " and ".join(names) if len(names) == 2 else None

    def _pair(self, line: int, phrase: Phrase) -> str | None:
        """The two people whom "both leaders" and "the two" mean: those named right before, where they are two."""
        spelled = [token.lower for token in self._cast.lines[line].tokens[phrase.first : phrase.last + 1]]
        if not (spelled[0] == "both" or spelled[:2] == ["the", "two"] or spelled in (["the", "pair"], ["the", "duo"])):
            return None
        for back in (line, line - 1):
            if back < 0:
                return None
            tokens = self._cast.lines[back].tokens
            known = dict.fromkeys(self._cast.in_line(tokens[: phrase.first] if back == line else tokens))
            people = [
                self._cast.entities[number].name for number in known if self._cast.entities[number].kind == "person"
            ]
            if people:
                return " and ".join(people) if len(people) == 2 else None
        return None

    def _at_end(self, tokens: Sequence[Token], phrase: Phrase) -> int | None:
        """The person whom a long description ends with: "the firm’s head of mobile games Ada Holm"."""
        number = self._cast.at(tokens[phrase.last])
        if number is None or not is_role(tokens[phrase.head].lower) or not self._reads_as_person(number):
            return None
        at = phrase.last
        while at > phrase.head and self._cast.at(tokens[at]) == number:
            at -= 1
        before = tokens[at]
        return None if at == phrase.head or before.word_class or is_role(before.lower) or before.possessive else number

    def _reads_as_person(self, number: int) -> bool:
        """Whether a name is a person's as far as the article tells: "Wanjiru Odhiambo", not "the Green Water"."""
        entity = self._cast.entities[number]
        named_in_full = " " in entity.name and number not in self._cast.with_article
        return entity.kind == "person" or (entity.kind == "unknown" and named_in_full)

    def _introduced(self, line: int, phrase: Phrase) -> Speaker | None:
        """The fuller description that "the official" takes up: "A defence official told the board"."""
        head = self._cast.lines[line].tokens[phrase.head]
        if not (is_role(head.lower) or head.lower in words("body_nouns")) or head.lower.endswith("s"):
            return None
        for back in range(line, max(-1, line - MAX_LINES_BACK), -1):
            tokens = self._cast.lines[back].tokens
            until = phrase.first if back == line else len(tokens)
            for at in range(until - 1, -1, -1):
                if tokens[at].lower != head.lower or not tokens[at].is_word:
                    continue
                core = ending_at(tokens, at, links=0)
                full = forward(tokens, core.first) if core else None
                if full is None or full.head != at or full.last - full.first <= phrase.last - phrase.first:
                    continue
                number = self._cast.told(tokens[at])
                if number is not None:
                    return self._cast.meaning(number, back)
                span = words_of(tokens, full)
                return Speaker(
                    self._cast.written(tokens, full), self._cast.because(span), is_person=is_role(head.lower)
                )
        return None

    def _at_length(self, tokens: Sequence[Token], phrase: Phrase) -> int | None:
        """Whom "the head of the Tide Agency" or "the 45-year-old" means: of whom the article says that, or that age."""
        if tokens[phrase.first].lower != "the" or phrase.first == phrase.head:
            return None
        own = tokens[phrase.first + 1 : phrase.last + 1]
        age = next((token.lower.removesuffix("-year-old") for token in own if token.lower.endswith("-year-old")), "")
        if age:
            return self._cast.aged(age, tokens[phrase.first])
        if phrase.head == phrase.last or not is_role(tokens[phrase.head].lower):
            return None
        wanted = " ".join(token.lower for token in own)
        told = (
            number for number in self._cast.before(tokens[phrase.first]) if wanted in self._cast.role(number).lower()
        )
        return next(told, None)

    def _described(self, head: Token, modifiers: Sequence[Token]) -> int | None:
        """The entity that "the spokesman" or "the company" means: the last one before that is said to be one.

        "The Brazilian minister" is nobody whose role does not say so.
        """
        noun = head.lower
        needed = {token.text for token in modifiers if token.is_capitalised and not token.word_class}
        companies = set()
        for number in self._cast.before(head):
            entity, role = self._cast.entities[number], self._cast.role(number)
            told = role if role and entity.kind == "person" else f"{role} {entity.name}"
            if needed.issubset(told.split()) and noun in {_in_full(word) for word in told.lower().split()}:
                return number
            if entity.name.split()[-1].lower() in _CORPORATE:
                companies.add(number)
        only = noun in ("company", "firm", "corporation") and len(companies) == 1 and not needed
        return companies.pop() if only else None


def _is_holder(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a phrase ends in who speaks for the body it begins with: "a Department for Transport spokesman"."""
    head, last = tokens[phrase.head], tokens[phrase.last]
    return phrase.head < phrase.last and head.is_capitalised and not last.is_capitalised and is_role(last.lower)


def _is_verb(token: Token) -> bool:
    """Whether what a phrase was read to end with is a verb: nobody is "controllers first attempted"."""
    word = token.lower
    return not token.is_capitalised and ((word.endswith("ed") and not is_role(word)) or word in words("irregular_past"))


def _can_speak(token: Token) -> bool:
    kinds = ("organisation_words", "documents", "body_nouns", "speaking_nouns")
    return token.is_capitalised or is_role(token.lower) or any(token.lower in words(kind) for kind in kinds)


def _in_full(title: str) -> str:
    return table("titles_in_full").get(title, title)
