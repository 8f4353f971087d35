"""Words of a sentence that may be an expression of time, and what stands around them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefsite.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.mentions.calendar.roles import Value
    from briefsite.mentions.calendar.words import Word, Words

_DETERMINERS = frozenset({"the", "a", "its", "their", "his", "her", "my", "our", "your", "this", "that"})


@dataclass(frozen=True, slots=True)
class Expression:
    """Words of a sentence that a rule has matched."""

    sentence: Words
    first: int
    """Index of its first word in the sentence."""
    end: int
    """Index after its last word."""

    words: Sequence[Word] = field(init=False)
    """Its words, in order."""

    def __post_init__(self) -> None:
        """Keep its words, of which rules ask again and again."""
        object.__setattr__(self, "words", self.sentence[self.first : self.end])

    @property
    def span(self) -> Span:
        """Where it stands in the text."""
        return Span(self.words[0].start, self.words[-1].end)

    @property
    def before(self) -> str:
        """The word before it in lower case; empty at the start of the sentence."""
        return self.sentence.text(self.first - 1) if self.first else ""

    @property
    def after(self) -> str:
        """The word or mark after it in lower case; empty at the end of the sentence."""
        return self.sentence.text(self.end) if self.end < len(self.sentence) else ""

    @property
    def is_before_a_compound(self) -> bool:
        """Whether the word after it is the first of a compound: "2018 people-smugglers" counts no people."""
        return self.end < len(self.sentence) and self.sentence.is_joined(self.end)

    @property
    def is_before_a_name(self) -> bool:
        """Whether the word after it has a capital."""
        return self.end < len(self.sentence) and self.sentence[self.end].is_capitalised

    @property
    def is_after_a_name(self) -> bool:
        """Whether the word right before it has a capital, other than that of a sentence's first word."""
        if self.first < 2:
            return False
        before = self.sentence[self.first - 1]
        return before.is_capitalised and self.sentence[self.first].start - before.end == 1

    @property
    def is_possessive(self) -> bool:
        """Whether it ends like "Friday's"."""
        return self.sentence.is_possessive(self.end - 1)

    @property
    def is_attributive(self) -> bool:
        """Whether it describes the noun after it: "the November jobs report", "Friday's vote"."""
        return self.is_possessive or (self.before in _DETERMINERS and self.after.isalpha())

    def value(self, *roles: str) -> Value | None:
        """What its first word of one of the roles stands for."""
        return next((word.value for word in self.words if word.role in roles), None)

    def number(self, *roles: str) -> int:
        """The same where it is a whole number; 0 where there is none."""
        value = self.value(*roles)
        return value if isinstance(value, int) else 0

    def has(self, *roles: str) -> bool:
        """Whether it has a word of one of the roles."""
        return any(word.role in roles for word in self.words)

    def says(self, *texts: str) -> bool:
        """Whether it has one of these words, given in lower case."""
        return any(word.text in texts for word in self.words)
