"""Frames of what hangs on a condition.

    The measures could help if they are funded.       → Will the measures be funded?
    If the firm uses the new crane, the yard is safe. → Will the firm use the new crane?

Known limits: (1) of several subjects, "they" is that of the clause that the condition hangs on.
"""

from __future__ import annotations

import re

from briefsite.facts.asking.frame import Cue, frame
from briefsite.facts.asking.inversion import inverted
from briefsite.facts.asking.subjects import subject_before
from briefsite.facts.verb_forms import of_class

_MODALS = ("could", "would", "will", "can", "may", "might", "should")
_NO_CONDITION = ("know", "ask", "asked", "asking", "see", "say", "wonder", "tell", "told", "out", "unclear", "clear",
                 "sure", "check", "even", "not", "as", "what", "but", "decide")  # fmt: skip
_SEEMS = ("looks", "seems", "appears", "turns", "comes", "takes")
_PRONOUN = re.compile(r"(?:it|they|he|she)(?:'\w+)?")


def _condition(cue: Cue) -> str | None:
    """… if they are funded → Will the measures be funded?"""
    line, at = cue.context.line, cue.end
    if at >= len(line.tokens):
        return None
    before = line.tokens[cue.start - 1].lower if cue.start else ""
    following = line.tokens[at + 1].lower if at + 1 < len(line.tokens) else ""
    # "They want to know if …", "even if …" and "if it looks like …" set no condition.
    if before in _NO_CONDITION or (line.tokens[at].lower == "it" and following in _SEEMS):
        return None
    # "If Anselm were a ship", "if they had known": not open, for it is not so.
    if any(token.lower.startswith("were") or token.lower in ("had", "have") for token in line.tokens[at : at + 4]):
        return None
    head, subject = line.tokens[at].lower, None
    if _PRONOUN.fullmatch(head):
        pronoun = head.partition("'")[0]
        # "If he wins, Kell will sell it": he is Kell.
        is_alone = cue.start < 2 and not any(token.is_capitalised for token in line.tokens[at:])
        subject = _subject_of_consequence(cue, pronoun) or (cue.context.meant_by(pronoun) if is_alone else None)
        if subject is None:
            return None
    return inverted(line, at, subject=subject, is_future=True)


def _subject_of_consequence(cue: Cue, pronoun: str) -> str | None:
    """Who "they" are in "the measures could help, if they …": the subject of the clause that hangs on it."""
    line = cue.context.line
    for at in [*range(cue.start - 1, 0, -1), *range(cue.start + 4, len(line.tokens))]:
        if line.tokens[at].lower in _MODALS:
            stretch = subject_before(line, at)
            if stretch is None:
                return None
            nouns = line.tokens[slice(*stretch)]
            if pronoun in ("he", "she") and nouns[0].lower in of_class("determiner"):
                return None  # "if she runs, the talk will change"
            many = nouns[-1].lower.endswith("s") or any(token.lower == "and" for token in nouns)
            return cue.context.phrase(stretch) if many == (pronoun == "they") else None
    return None


FRAMES = (
    # "They will not go back until the fare is paid": all hangs on it.
    frame("condition", 1.0, "until", "(?:not|n't|never|won't) _ (?:[^ ,;]+ _){1,14}? until _", _condition),
    frame(
        "condition",
        1.1,
        "if unless provided long condition",
        "(?:if|unless|provided_that|as_long_as|on_condition_that) _",
        _condition,
    ),
)
