"""A grammar of expressions: rules over the roles of words, the leftmost longest of which is taken."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefsite.mentions.calendar.expression import Expression
from briefsite.mentions.calendar.phrases import PHRASES
from briefsite.mentions.calendar.words import CONNECTIVES, Role
from briefsite.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from briefsite.mentions.calendar.reading import Reading, Scene
    from briefsite.mentions.calendar.words import Word


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
