"""A grammar of expressions: rules over the roles of words, the leftmost longest of which is taken."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from briefsite.mentions.calendar.expression import Expression
from briefsite.mentions.calendar.phrases import PHRASES
from briefsite.mentions.calendar.roles import CONNECTIVES, Role

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from briefsite.mentions.calendar.reading import Reading, Scene
    from briefsite.mentions.calendar.words import Words
    from briefsite.span import Span


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


_CONNECTING = "".join(sorted(CONNECTIVES))
_RUN = re.compile(rf"(?<![^{Role.OTHER}])[{_CONNECTING}]*+[^{Role.OTHER}{_CONNECTING}][^{Role.OTHER}]*")
"""A run of words that an expression may be made of, where one of them is more than a connective."""
_LONGEST = 40
"""Words of the longest expression."""
_MOST_KNOWN = 4096


class Grammar:
    """Rules, in the order in which they are preferred among expressions of one length."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = tuple(rules)
        self._matching = lru_cache(_MOST_KNOWN)(self._match)  # the same few runs of roles make most expressions

    def read(self, sentence: Words, scene: Scene) -> Iterator[tuple[Span, Reading]]:
        """Every expression of a sentence that has a meaning, in order, not overlapping."""
        for run in _RUN.finditer(sentence.roles):
            at, end = run.span()
            while at < end:
                found = self._read_at(sentence, scene, at, end)
                if found:
                    yield found[0].span, found[1]
                at = found[0].end if found else at + 1

    def _read_at(self, sentence: Words, scene: Scene, at: int, end: int) -> tuple[Expression, Reading] | None:
        """The longest expression with a meaning that begins at a word."""
        for length, rule in self._matching(sentence.roles[at : min(end, at + _LONGEST)]):
            expression = Expression(sentence, at, at + length)
            if reading := rule.read(expression, scene):
                scene.remember(reading)
                return expression, reading
        return None

    def _match(self, roles: str) -> tuple[tuple[int, Rule], ...]:
        """The rules that may begin with the first of these roles, and how many they take; longest first."""
        matches = ((rule.pattern.match(roles), rule) for rule in self._rules)
        return tuple(sorted(((match.end(), rule) for match, rule in matches if match), key=lambda pair: -pair[0]))
