"""What somebody says in a sentence, asked about.

    Kell told reporters that the yard was sold.  → Was the yard sold?
    The yard is safe, according to Kell.         → Is the yard safe?

Known limits: (1) of several reported clauses, the first that can be asked about is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.facts.asking.inversion import inverted
from briefsite.facts.asking.nouns import is_general, points_elsewhere
from briefsite.facts.asking.saying import is_saying

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefsite.facts.asking.frame import Context
    from briefsite.facts.asking.line import Line

_SAYS = frozenset({"said", "says", "say", "told", "added", "announced", "reported", "confirmed", "claimed", "argued"})
"""Verbs behind which a sentence tells who said all of it."""
MAX_TO_THAT = 7
"""Tokens from a verb of saying to its "that": "told reporters in Anselm on Monday that"."""
MAX_AFTER = 6
"""Tokens from "said" to the end of a sentence of which all is said by somebody."""


def reported(context: Context) -> str | None:
    """Kell said that the yard was sold → Was the yard sold?"""
    line = context.line
    for at in _clauses(line):
        if line.tokens[at].lower == "it":
            continue
        if line.tokens[at].lower in ("they", "he", "she"):
            subject = context.subject(at + 1)
            question = inverted(line, at, subject=subject) if subject and not is_general(subject) else None
        else:
            question = inverted(line, at)
        # "According to the police, the boat was sunk": what was done is told as a fact.
        is_fact = "according" in line.lowered and question and question.startswith(("Was", "Were", "Did"))
        if question and not is_fact and not points_elsewhere(question):
            return question
    return None


def _clauses(line: Line) -> Iterator[int]:
    """The tokens at which what somebody says may begin, in words of the article."""
    tokens = line.tokens
    verb = next((at for at, token in enumerate(tokens) if at and is_saying(token)), None)
    if verb is not None:
        for at in range(verb + 1, min(verb + MAX_TO_THAT, len(tokens) - 1)):
            if tokens[at].lower == "that":
                yield at + 1
            if not tokens[at].is_word or tokens[at].lower in ("of", "about", "the", "to"):
                break  # "spoke of the damage that …"
        if verb + 2 < len(tokens) and tokens[verb].lower in ("said", "says", "say", "claims", "claim", "believes"):
            yield verb + 1
        # "The yard is safe, Kell said."
        is_last = verb >= len(tokens) - MAX_AFTER and tokens[verb].lower in _SAYS
        if is_last and any(token.text == "," for token in tokens[:verb]):
            yield 0
    according = next((at for at, token in enumerate(tokens) if token.lower == "according"), None)
    if according == 0:
        yield from (at + 1 for at, token in enumerate(tokens[:16]) if token.text == ",")
    elif according is not None:
        yield 0
