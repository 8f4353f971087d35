"""What a sentence tells, asked about as it stands: for sentences that look open, and that no frame reads.

    Kell told reporters that the yard was sold.  → Was the yard sold?
    The strike came as a surprise to the town.   → Who says that the strike came as a surprise to the town?

What somebody says is asked about first (`reported`), then what the article itself tells (`claims`).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from briefsite.facts.asking.claims import by_whom, cause_of_death, unsourced, why
from briefsite.facts.asking.frame import Candidate
from briefsite.facts.asking.line import SPEECH
from briefsite.facts.asking.nouns import is_general
from briefsite.facts.asking.reported import reported
from briefsite.facts.asking.saying import is_saying
from briefsite.facts.asking.statement import statement_begins, statement_of
from briefsite.facts.verb_forms import base_of
from briefsite.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from briefsite.facts.asking.frame import Context
    from briefsite.facts.asking.line import Line
    from briefsite.facts.fact import QuestionKind
    from briefsite.mentions.words.tokens import Token

_SOURCES = frozenset(["according", "poll", "survey", "study", "report", "reports", "research", "shows", "showed",
                      "found", "called", "calls", "confirmed", "wrote"])  # fmt: skip
"""Words that say where a statement is from."""
_OPENERS = frozenset(
    {"if", "when", "although", "though", "while", "as", "because", "since", "after", "before", "unless"}
)
_MUST_HAVE = frozenset({"judges", "counts", "doubt"})
"""Signs of what somebody must have judged, counted or suspected."""
_JUDGED = frozenset({"judges", "doubt"})
"""Those of what somebody must have judged or suspected."""
_HIGHEST = re.compile(r"\b(?:most|record|first|(?:high|low|great|larg|small|fast|strong|bigg|old|young)est)\b")
"""What somebody must have measured."""
_EXPECTED = re.compile(r"(?:Is|Are) (.+?) (?:also )?(?:expected|scheduled) to (?!have )(.+)\?$")
"""A question after what is only expected."""


def question_of(context: Context, signs: Collection[str]) -> Candidate | None:
    """The question that a sentence raises as a whole, given its signs; None where no good one can be built."""
    for kind, question in _questions(context, signs):
        if question is not None:
            return Candidate(question=question, kind=kind, strength=0.0, is_past=False)
    return None


def _questions(context: Context, signs: Collection[str]) -> Iterator[tuple[QuestionKind, str | None]]:
    line = _main_part(context.line)
    context = replace(context, line=line)
    if not _OPENERS.isdisjoint(token.lower for token in line.tokens[:2]):
        return  # what leads up to the news
    has_source = any(_tells_source(token) for token in line.tokens)
    if has_source:
        question = reported(context)
        to_come = _EXPECTED.match(question or "")
        # "According to Kell, both crews are expected to race": nobody disputes that they are.
        yield ("upcoming", f"Will {to_come[1]} {to_come[2]}?") if to_come else ("dispute", question)
    if any(token.lower == SPEECH for token in line.tokens):
        return
    found = None if has_source else statement_of(context)
    if found is None or is_general(found.subject):
        return
    yield "imprecise", cause_of_death(line, found)
    if "habit" not in signs and (not _MUST_HAVE.isdisjoint(signs) or _HIGHEST.search(line.lowered)):
        yield "unattributed", unsourced(line, found, judged=not _JUDGED.isdisjoint(signs))
    yield "imprecise", by_whom(line, found)
    yield "imprecise", why(line, found)


def _tells_source(token: Token) -> bool:
    if token.lower in _SOURCES:
        return True
    return is_saying(token) and base_of(token.lower) not in words("deliberate_acts")


def _main_part(line: Line) -> Line:
    """The line without what leads up to its main clause: "While the town slept, Kell said that the yard was sold"."""
    if not line.tokens or line.tokens[0].lower not in _OPENERS:
        return line
    comma = next((at for at, token in enumerate(line.tokens) if token.text == ","), None)
    rest = None if comma is None or comma + 4 > len(line.tokens) else line.part((comma + 1, len(line.tokens)))
    return rest if rest and statement_begins(rest) else line
