"""Frames of what somebody is asked, urged or expected to do.

    Kell urged the board to reopen the pier.  → Will the board reopen the pier?
    The state was asked to pay for the pier.  → Will the state pay for the pier?
    Kell demanded that the board sell it all. → Will the board sell it all?

Known limits: (1) a request that the next words say was granted is still asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.facts.asking.frame import ADVERB, frame
from briefsite.facts.asking.grammar import finished, is_state
from briefsite.facts.asking.phrases import phrase_between
from briefsite.facts.verb_forms import base_of

if TYPE_CHECKING:
    from briefsite.facts.asking.frame import Cue


def _request(cue: Cue) -> str | None:
    """X asked Y to do Z → Will Y do Z?"""
    line, start = cue.context.line, cue.end
    to = next((at for at in range(start + 1, min(start + 9, len(line.tokens))) if line.tokens[at].lower == "to"), None)
    if to is None:
        return None
    asked = phrase_between(line, start, to)
    said = cue.after(to + 1)
    # "Urged all visitors to be careful": nobody will ask whether they were.
    if asked is None or asked[1] != to or said is None or is_state(said):
        return None
    return cue.will(cue.context.phrase(asked), to + 1)


def _plainly(cue: Cue) -> str | None:
    """X was asked to do Z → Will X do Z?"""
    said = cue.after()
    return None if said is None or is_state(said) else cue.will(cue.subject)


def _forecast(cue: Cue) -> str | None:
    """The office has forecast 40 floods a year → Will there be 40 floods a year?"""
    line = cue.context.line
    is_over = cue.end < len(line.tokens) and line.tokens[cue.end].lower == "over"  # "over 40 floods"
    said = cue.after(cue.end + is_over)
    return finished(f"will there be {'over ' if is_over else ''}{said}") if said and " to " not in said else None


def _demanded(cue: Cue) -> str | None:
    """X demanded that Y do Z → Will Y do Z?"""
    line, start = cue.context.line, cue.end
    for at in range(start + 1, min(start + 9, len(line.tokens))):
        if base_of(line.tokens[at].lower) != line.tokens[at].lower and line.tokens[at].lower != "be":
            continue
        asked = phrase_between(line, start, at)
        if asked and asked[1] == at:
            return cue.will(cue.context.phrase(asked), at)
    return None


FRAMES = (
    frame(
        "decision",
        0.95,
        "demand demands demanded demanding ask asks asked asking recommend recommends recommended propose proposes "
        "proposed request requested insist insists insisted insisting",
        """
            (?: demand(?:s|ed|ing)? | ask(?:s|ed|ing)? | recommend(?:s|ed)? | propose[sd]? | request(?:ed)?
              | insist(?:s|ed|ing)? ) _ that _
            """,
        _demanded,
    ),
    frame(
        "upcoming",
        0.75,
        "expects expect predicts predict forecasts forecast",
        "(?:expects?|predicts?|forecasts?) _ (?!to_)",
        _request,
    ),
    frame("upcoming", 0.9, "forecast predicted", "(?:has_|have_) (?:forecast|predicted) _ (?!that_)", _forecast),
    frame(
        "decision",
        0.85,
        "asked urge urges urged urging call calls called calling pressed pressing pushing want "
        "wants demanding lobbying pressuring",
        """
            (?: (?:has|have) _ asked | urg(?:e[sd]|ing) | call(?:s|ed|ing)? _ (?:for|on|upon) | press(?:ed|ing)
              | pushing _ for | wants? | demanding | lobbying | pressuring ) _
            """,
        _request,
    ),
    frame(
        "decision",
        0.9,
        "asked urged invited called",
        """
            (?:was|were|is|are|has_been|have_been) _ (?:asked|urged|invited|called_on) _
            (?: by _ [^,;]{1,60}? _ )? to _
            """,
        _plainly,
    ),
    frame(
        "decision",
        1.3,
        "whether",
        f"""
            (?: (?:is|are|was|were) _ {ADVERB}
                (?:considering|weighing|studying|reviewing|examining|debating|discussing|mulling)
              | (?:will|to) _ (?:decide|determine) ) _ whether _ to _
            """,
        _plainly,
    ),
)
