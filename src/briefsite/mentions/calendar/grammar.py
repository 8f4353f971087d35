"""A grammar of expressions: rules over the roles of words, the leftmost longest of which is taken."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefsite.mentions.calendar.phrases import PHRASES
from briefsite.mentions.calendar.words import CONNECTIVES, Role
from briefsite.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from briefsite.mentions.calendar.reading import Reading, Scene
    from briefsite.mentions.calendar.words import Value, Word


@dataclass(frozen=True, slots=True)
class Expression:
    """Words of a sentence that a rule has matched."""

    sentence: Sequence[Word]
    first: int
    """Index of its first word in the sentence."""
    end: int
    """Index after its last word."""

    @property
    def words(self) -> Sequence[Word]:
        """Its words, in order."""
        return self.sentence[self.first : self.end]

    @property
    def before(self) -> str:
        """The word before it in lower case; empty at the start of the sentence."""
        return self.sentence[self.first - 1].text if self.first else ""

    @property
    def after(self) -> str:
        """The word or mark after it in lower case; empty at the end of the sentence."""
        return self.sentence[self.end].text if self.end < len(self.sentence) else ""

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


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of expression: the roles of its words, and what it means."""

    pattern: re.Pattern[str]
    """Over the role string of a sentence."""
    read: Callable[[Expression, Scene], Reading | None]
    """What the expression means; None where it is no expression of time after all."""


def rule(pattern: str, read: Callable[[Expression, Scene], Reading | None]) -> Rule:
    """A rule from its pattern: a regular expression over names of roles and of `PHRASES`, in lower case."""
    return Rule(re.compile(_expand(pattern).replace(" ", "").replace("(", "(?:")), read)


def _expand(pattern: str) -> str:
    def expand(match: re.Match[str]) -> str:
        name = match.group()
        return f"({_expand(PHRASES[name])})" if name in PHRASES else Role[name.upper()].value

    return re.sub(r"[a-z_]+", expand, pattern)


_RUN = re.compile(rf"[^{Role.OTHER}]+")
_TELLING = re.compile(rf"[^{Role.OTHER}{''.join(sorted(CONNECTIVES))}]")
"""A run of words that an expression may be made of is read where one of them is more than a connective."""


class Grammar:
    """Rules, in the order in which they are preferred among expressions of one length."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = tuple(rules)
        self._any = re.compile("|".join(f"(?:{rule.pattern.pattern})" for rule in rules))

    def read(self, sentence: Sequence[Word], scene: Scene) -> Iterator[tuple[Span, Reading]]:
        """Every expression of a sentence that has a meaning, in order, not overlapping."""
        roles = "".join([word.role for word in sentence])
        for run in _RUN.finditer(roles):
            at, end = run.span()
            if not _TELLING.search(roles, at, end):
                continue
            while found := self._any.search(roles, at, end):
                at = found.start() + 1
                for expression, rule in self._at(roles, sentence, found.start()):
                    if reading := rule.read(expression, scene):
                        scene.remember(reading)
                        yield Span(expression.words[0].start, expression.words[-1].end), reading
                        at = expression.end
                        break

    def _at(self, roles: str, sentence: Sequence[Word], first: int) -> list[tuple[Expression, Rule]]:
        """What may begin at a word, longest first."""
        matches = ((rule.pattern.match(roles, first), rule) for rule in self._rules)
        found = [(Expression(sentence, first, match.end()), rule) for match, rule in matches if match]
        return sorted(found, key=lambda pair: -pair[0].end)
