"""The main clause of a sentence: who, and what is said of them.

    In May, the board, which met in Kell, shut the pier.   → the board | shut the pier
    While the town slept, a boat sank.                     → a boat | sank

Known limits: (1) of two clauses joined by "and", the first is read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefsite.facts.asking.inversion import is_verb
from briefsite.facts.asking.predicates import predicate_after
from briefsite.facts.asking.subjects import subject_before

if TYPE_CHECKING:
    from briefsite.facts.asking.frame import Context
    from briefsite.facts.asking.line import Line

MAX_VERBS = 5
"""Verbs looked at from the beginning of a sentence on."""
_OPENS_OTHER = frozenset(
    ["that", "which", "who", "whose", "whom", "if", "when", "while", "whilst", "because", "although", "though", "as",
     "after", "before", "since", "until", "unless", "where", "whether", "how", "why", "what", "once", "than"]
)  # fmt: skip
"""What opens a clause that is not the main one."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A main clause."""

    subject: str
    """As it reads in the middle of a sentence."""
    verb: int
    """The token of its verb, an auxiliary where it has one."""
    end: int
    """The token after what is said."""


def statement_of(context: Context) -> Statement | None:
    """The main clause; None where none is sure."""
    line, seen = context.line, 0
    for at in range(1, min(len(line.tokens), 32)):
        if not is_verb(line, at):
            continue
        seen += 1
        if seen > MAX_VERBS:
            return None
        subject = _subject(context, at)
        if subject is None:
            continue
        said = predicate_after(line, at + 1)
        return Statement(subject, at, said[1]) if said else None
    return None


def statement_begins(line: Line) -> bool:
    """Whether a line begins with a clause of its own: its first verb has a subject that is its beginning."""
    verb = next((at for at in range(1, min(len(line.tokens), 12)) if is_verb(line, at)), None)
    stretch = subject_before(line, verb) if verb else None
    return stretch is not None and stretch[0] == 0


def _subject(context: Context, verb: int) -> str | None:
    line = context.line
    stretch = subject_before(line, verb)
    if stretch is None:
        return context.subject(verb) if verb == 1 else None
    return None if _is_subordinate(line, stretch[0]) else context.phrase(stretch)


def _is_subordinate(line: Line, start: int) -> bool:
    """Whether a word that opens another clause stands before token `start`, and no comma has closed that clause."""
    for at in range(start - 1, -1, -1):
        token = line.tokens[at]
        if token.lower in _OPENS_OTHER:
            return True
        if token.text in (",", ";", ":", "—", "–"):
            return False
    return False
