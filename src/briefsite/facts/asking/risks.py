"""Frames of what is in danger of coming about, or hard to foretell.

The pier is in danger of collapsing.            → Will the pier collapse?
It is hard to assess the cost of the storm.     → What will the cost of the storm be?
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.facts.asking.frame import frame
from briefsite.facts.asking.grammar import finished, will
from briefsite.facts.asking.indirect import embedded
from briefsite.facts.asking.inversion import inverted
from briefsite.facts.asking.phrases import noun_phrase_after
from briefsite.facts.verb_forms import base_of_gerund

if TYPE_CHECKING:
    from briefsite.facts.asking.frame import Cue

_QUESTION_WORDS = ("how", "who", "what", "why", "where", "which", "whether", "when", "if")


def _in_danger(cue: Cue) -> str | None:
    """The pier is in danger of collapsing → Will the pier collapse?"""
    line, subject = cue.context.line, cue.subject
    base = base_of_gerund(line.tokens[cue.end].lower) if cue.end < len(line.tokens) else None
    if subject is None or base is None:
        return None
    return will(subject, f"{base} {cue.after(cue.end + 1) or ''}".strip())


def _hard_to_tell(cue: Cue) -> str | None:
    """It is hard to assess the cost of the storm → What will the cost of the storm be?"""
    line = cue.context.line
    if cue.end < len(line.tokens) and line.tokens[cue.end].lower in _QUESTION_WORDS:
        return embedded(line, cue.end)
    if question := inverted(line, cue.end):
        return question  # "too early to conclude the crash was due to the wind"
    matter = noun_phrase_after(line, cue.end)
    return finished(f"what will the {line.words(matter).removeprefix('the ')} be") if matter else None


FRAMES = (
    frame(
        "condition",
        0.9,
        "danger risk verge brink",
        "(?:is|are|remains?|was|were) _ (?:also_|still_|now_)? (?:in_danger|at_risk|on_the_verge|on_the_brink) _ of _",
        _in_danger,
    ),
    frame(
        "imprecise",
        1.0,
        "difficult hard impossible early",
        """
            (?:difficult|hard|impossible|too_early|too_soon) _ to _
            (?:assess|say|conclude|tell|know|predict|estimate|determine|gauge|quantify|judge) _ (?:exactly_)?
            """,
        _hard_to_tell,
    ),
)
