"""Whom "it" and "they" mean: a body, or several people, in the sentences right before.

    The mayor’s office will pay. It said           → The mayor’s office
    Ada Holm and Jo Reyes objected. They said      → Ada Holm and Jo Reyes
    The agency said it was “late”. They added      → The agency

Known limit: "they" means the last speakers that were several, the several who are the subject right before, the body
that spoke right before, or nobody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.lexicon import words
from briefsite.mentions.speech.cast import NOBODY, words_of
from briefsite.mentions.words.roles import is_role
from briefsite.mentions.words.subjects import opening

if TYPE_CHECKING:
    from briefsite.mentions.speech.cast import Cast, Speaker
    from briefsite.mentions.speech.named import Named
    from briefsite.mentions.speech.said import Said


class Bodies:
    """What "it" and "they" mean in an article, asked in the order of the text."""

    def __init__(self, cast: Cast, named: Named, said: Said) -> None:
        self._cast = cast
        self._named = named
        self._said = said
        self._lines = cast.lines

    def meant_by(self, line: int, at: int) -> Speaker:
        """The speaker that "it" or "they" at a token of a line means."""
        if self._lines[line].tokens[at].lower == "they":
            return self._several(line)
        for back in range(line, max(-1, line - 3), -1):
            tokens = self._lines[back].tokens
            until = at if back == line else len(tokens)
            for head, speaker in self._said.by(back).items():
                if head < until and not speaker.is_person and not speaker.plural:
                    return speaker._replace(because=speaker.because or self._cast.because_of(back, head))
            # "The transport ministry will pay. It said": a body needs no capitals to be meant
            if body := self._body(back, until):
                return body
            for number in self._cast.in_line(tokens[:until]):
                if self._may_be_thing(number):
                    return self._cast.meaning(number, back)
        return NOBODY

    def _several(self, line: int) -> Speaker:
        last = self._said.last
        if last and last.plural:
            return last
        group = self._group(line)
        just = self._said.by(line) or self._said.by(line - 1)
        if group is NOBODY and last in just.values() and last and not last.is_person:
            return last  # "The agency said it was late. They added": a body is many
        return group

    def _group(self, line: int) -> Speaker:
        """`Ada Holm and Jo Reyes objected. They said`: the several who are the subject of the sentence before."""
        if line == 0 or self._lines[line - 1].paragraph != self._lines[line].paragraph:
            return NOBODY
        tokens = self._lines[line - 1].tokens
        phrase = opening(tokens, 0, len(tokens))
        head = tokens[phrase.head] if phrase else None
        if phrase is None or head is None or head.word_class:
            return NOBODY
        if not (phrase.plural or (head.lower.endswith("s") and is_role(head.lower) and not head.is_capitalised)):
            return NOBODY
        return self._named.read(line - 1, phrase)._replace(plural=True)

    def _body(self, back: int, until: int) -> Speaker | None:
        """The subject of a sentence, where it is a body that the article describes: "the state railway"."""
        tokens = self._lines[back].tokens
        phrase = opening(tokens, 0, until)
        if phrase is None or phrase.plural or phrase.first == phrase.head:
            return None
        head = tokens[phrase.head]
        if head.is_capitalised or head.lower not in words("organisation_words"):
            return None
        speaker = self._named.read(back, phrase)
        if speaker.plural or not speaker.name:
            return None
        told = speaker.because or self._cast.because(words_of(tokens, phrase))
        return speaker._replace(because=told, is_person=False)

    def _may_be_thing(self, number: int) -> bool:
        """Whether "it" can mean them."""
        entity = self._cast.entities[number]
        if entity.kind != "unknown":
            return entity.kind == "organisation"
        return number in self._cast.speaking and (number in self._cast.with_article or len(entity.name.split()) > 2)
