"""What a sentence tells, asked about as it stands: for sentences that look open, and that no frame reads.

    Kell told reporters that the yard was sold.  → Was the yard sold?
    The yard is safe, according to Kell.         → Is the yard safe?
    The pier might be shut for a year.           → Could the pier be shut for a year?
    The strike came as a surprise to the town.   → Who says that the strike came as a surprise to the town?
    The cache was intercepted in May.            → Who intercepted the cache in May?
    The board has rejected the sale.             → Why has the board rejected the sale?

Known limits: (1) of several reported clauses, the first is asked about; (2) that the sentence itself gives the
reason is told by a few words only ("because").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefsite.facts.asking.frame import Candidate
from briefsite.facts.asking.grammar import finished, will
from briefsite.facts.asking.inversion import inverted
from briefsite.facts.asking.line import SPEECH
from briefsite.facts.asking.nouns import is_general
from briefsite.facts.asking.predicates import is_saying
from briefsite.facts.asking.statement import statement_of
from briefsite.facts.verb_forms import base_of, base_of_participle, is_finite, is_participle, is_past
from briefsite.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from briefsite.facts.asking.frame import Context
    from briefsite.facts.asking.line import Line
    from briefsite.facts.asking.statement import Statement
    from briefsite.facts.fact import QuestionKind

_OWNED = re.compile(
    r"\b(?:his|her|their|its|it|they|them|he|she|this|these|those|there$|such|\w+sel(?:f|ves))\b", flags=re.IGNORECASE
)
"""Whose it is, or what, stands in the sentence before."""
_SOURCES = frozenset(["according", "poll", "survey", "study", "report", "reports", "research", "shows", "showed",
                      "found", "called", "calls", "confirmed", "wrote"])  # fmt: skip
"""Words that say where a statement is from."""
_MODALS = {
    "will": "will",
    "would": "will",
    "shall": "will",
    "may": "will",
    "might": "could",
    "could": "could",
    "should": "should",
    "must": "must",
    "can": "can",
}
"""What is asked of what will, may or must be."""
_LINKS = frozenset({"is", "are", "was", "were", "has", "have", "became", "remains", "came", "seems"})
_COUNTED = frozenset(
    {"killed", "died", "injured", "wounded", "increased", "decreased", "rose", "fell", "dropped", "grew"}
)
_UNFIT = re.compile(r"\b(?:not|expected|scheduled|set|due|yet|likely|(?:is|are) to|goals?|roles?|aims?|plans?|will)\b")
"""What tells of something to come, or of what something is for."""
_OPENERS = frozenset(
    {"if", "when", "although", "though", "while", "as", "because", "since", "after", "before", "unless"}
)
_MUST_HAVE = frozenset({"judges", "counts", "doubt"})
"""Signs of what somebody must have judged, counted or suspected."""
_REASONED = frozenset({"because", "due", "so", "to", "citing", "amid", "after", "following", "in"})
"""Words that give a reason, or what stands for one."""
MAX_TO_THAT = 7
"""Tokens from a verb of saying to its "that": "told reporters in Anselm on Monday that"."""


def question_of(context: Context, signs: Collection[str]) -> Candidate | None:
    """The question that a sentence raises as a whole, given its signs; None where no good one can be built."""
    for kind, question in _questions(context, signs):
        if question is not None:
            return Candidate(question=question, kind=kind, strength=0.0, is_past=False)
    return None


def _questions(context: Context, signs: Collection[str]) -> Iterator[tuple[QuestionKind, str | None]]:
    line = context.line
    if not _OPENERS.isdisjoint(token.lower for token in line.tokens[:2]):
        return  # what leads up to the news
    has_source = any(is_saying(token) or token.lower in _SOURCES for token in line.tokens)
    if has_source:
        yield "dispute", _reported(context)
    if any(token.lower == SPEECH for token in line.tokens):
        return
    found = statement_of(context)
    if found is None or is_general(found.subject):
        return
    yield "upcoming", _modal(line, found)
    if has_source:
        return
    if not _MUST_HAVE.isdisjoint(signs):
        yield "unattributed", _unsourced(line, found)
    yield "imprecise", _by_whom(line, found)
    yield "imprecise", _why(line, found)


def _reported(context: Context) -> str | None:
    """Kell said that the yard was sold → Was the yard sold?"""
    line = context.line
    for at in _reported_clauses(line):
        if line.tokens[at].lower == "it":
            continue
        if line.tokens[at].lower in ("they", "he", "she"):
            subject = context.subject(at + 1)
            question = inverted(line, at, subject=subject) if subject and not is_general(subject) else None
        else:
            question = inverted(line, at)
        if question and not _OWNED.search(question):
            return question
    return None


def _reported_clauses(line: Line) -> Iterator[int]:
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
        if any(token.text == "," for token in tokens[:verb]) and verb >= len(tokens) - 6:
            yield 0
    according = next((at for at, token in enumerate(tokens) if token.lower == "according"), None)
    if according == 0:
        yield from (at + 1 for at, token in enumerate(tokens[:16]) if token.text == ",")
    elif according is not None:
        yield 0


def _modal(line: Line, found: Statement) -> str | None:
    """The pier might be shut for a year → Could the pier be shut for a year?"""
    verb = line.tokens[found.verb].lower
    if verb not in _MODALS or not {"if", "whether"}.isdisjoint(line.lowered.split()):
        return None
    said = re.sub("^(?:not|also|likely|probably) ", "", line.words((found.verb + 1, found.end)))
    question = None if _OWNED.search(said) else will(found.subject, said)
    if question is None or not question.startswith("Will "):
        return question
    return f"{_MODALS[verb].capitalize()}{question.removeprefix('Will')}"


def _unsourced(line: Line, found: Statement) -> str | None:
    """X is one of the best ports → Who says that X is one of the best ports?"""
    verb = line.tokens[found.verb].lower
    if verb not in _LINKS and _COUNTED.isdisjoint(line.lowered.split()):
        return None
    claim = f"{found.subject} {line.words((found.verb, found.end))}"
    if _OWNED.search(claim) or _UNFIT.search(claim) or claim.isupper():
        return None
    return finished(f"who says that {claim}")


def _by_whom(line: Line, found: Statement) -> str | None:
    """The cache was intercepted → Who intercepted the cache?"""
    helper, said = line.tokens[found.verb].lower, line.words((found.verb + 1, found.end))
    verb, _, rest = re.sub("^been ", "", said).partition(" ")
    if helper not in ("was", "were", "has", "have") or (helper[0] == "h") != said.startswith("been "):
        return None
    if not is_participle(verb) or verb not in words("acts_of_somebody") or re.search(r"\bby\b", rest):
        return None
    helper = {"was": "", "were": ""}.get(helper, "has ")
    return None if _OWNED.search(rest) else finished(f"who {helper}{verb} {found.subject} {rest}")


def _why(line: Line, found: Statement) -> str | None:
    """The board has rejected the sale → Why has the board rejected the sale?"""
    verb, said = line.tokens[found.verb].lower, line.words((found.verb + 1, found.end))
    if not _REASONED.isdisjoint(line.lowered.split()) or _OWNED.search(said) or " " not in said:
        return None
    if verb in ("has", "have") and base_of_participle(said.partition(" ")[0].lower()) in words("acts_that_end"):
        return finished(f"why {verb} {found.subject} {said}")
    base = base_of(verb)
    if is_finite(verb) or base not in words("acts_that_end") or not is_past(verb):
        return None
    return finished(f"why did {found.subject} {base} {said}")
