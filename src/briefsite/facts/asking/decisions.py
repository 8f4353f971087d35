"""Frames of what a body has still to decide: proposals, approvals, cases, inquiries.

    France is considering a proposal for a patrol. → Will France accept the proposal for a patrol?
    The sale needs the approval of the court.      → Will the court approve the sale?
    An investigation into the fire was opened.     → What will the investigation into the fire find?

Known limits: (1) an inquiry that the article says has ended is still asked about.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefsite.facts.asking.frame import ADVERB, Cue, frame
from briefsite.facts.asking.grammar import embedded, finished
from briefsite.facts.asking.phrases import noun_phrase_after, phrase_between
from briefsite.lexicon import table
from briefsite.lexicon import words as listed

if TYPE_CHECKING:
    from briefsite.facts.asking.line import Line, Stretch


def _considered(cue: Cue) -> str | None:
    """X is considering a proposal for Z → Will X accept the proposal for Z?"""
    line, subject = cue.context.line, cue.subject
    if subject is None:
        return None
    matter = noun_phrase_after(line, cue.end)
    verb = _verb_for(line, matter) if matter else None
    if matter is None or verb is None:
        return None
    return finished(f"will {subject} {verb} {re.sub('^(?:an?|some|any) ', 'the ', line.words(matter))}")


def _verb_for(line: Line, matter: Stretch) -> str | None:
    """What one does with a matter: the verb of its first noun that is decided on ("proposal" → "accept")."""
    verbs = table("matters")
    return next((verbs[token.lower] for token in line.tokens[slice(*matter)] if token.lower in verbs), None)


def _whether(cue: Cue) -> str | None:
    """It is unclear whether the sale will pass → Will the sale pass?"""
    return embedded(cue.context.line, cue.token("what"))


def _not_yet(cue: Cue) -> str | None:
    """X has yet to do Z → When will X do Z?"""
    subject, said = cue.subject, cue.after()
    # "When will negotiators settle?" has lost what they settle.
    if subject is None or said is None or (" " not in said and said not in listed("verbs_alone")):
        return None
    return finished(f"when will {subject} {said}")


def _approval(cue: Cue) -> str | None:
    """The sale needs the approval of the court → Will the court approve the sale?"""
    subject, judge = cue.subject, cue.context.phrase(noun_phrase_after(cue.context.line, cue.end))
    return finished(f"will {judge} approve {subject}") if subject and judge else None


def _court(cue: Cue) -> str | None:
    """As the case continues in the Supreme Court → How will the Supreme Court rule?"""
    line = cue.context.line
    court = phrase_between(line, cue.token("court"), cue.end)
    return finished(f"how will the {line.words(court)} rule") if court else None


def _inquiry(cue: Cue) -> str | None:
    """An investigation into the fire → What will the investigation into the fire find?"""
    line = cue.context.line
    matter = noun_phrase_after(line, cue.end)
    return finished(f"what will the {cue.match['inquiry']} into {line.words(matter)} find") if matter else None


def _body(cue: Cue) -> str | None:
    """X has set up a commission to look at Z → What will the commission recommend?"""
    body = cue.match["body"]
    return finished(f"what will the {body} {'find' if body in ('inquiry', 'review') else 'recommend'}")


FRAMES = (
    frame(
        "decision",
        1.3,
        "considering weighing studying reviewing examining debating discussing mulling",
        f"""
            (?:is|are|was|were) _ {ADVERB}
            (?:considering|weighing|studying|reviewing|examining|debating|discussing|mulling) _
            """,
        _considered,
    ),
    frame(
        "decision",
        1.4,
        "whether if when",
        """
            (?: unclear | unknown | uncertain | undecided | remains _ to _ be _ seen
              | (?:declined|refused|yet) _ to _ say
              | (?:not|n't) _ (?:yet _|immediately _)? (?:known|clear|decided|say|said|specify)
              | questions _ (?:remain(?:ed)? _)? (?:about|over|as _ to) | doubts? _ (?:about|over)
              | (?:to|will|must) _ (?:determine|decide) | considering | deciding | debating ) _
            (?: (?:on|about|exactly) _ )? (?P<what> (?:whether|if|when) (?=_) )
            """,
        _whether,
    ),
    frame("decision", 1.1, "yet", "(?:has|have|had) _ (?:still _)? yet _ to _", _not_yet),
    frame(
        "decision",
        1.2,
        "approved ratified agreed confirmed endorsed approval consent",
        """
            (?: (?:must|needs?_to|has_to|have_to|is_to) _ (?:(?:still|first|now) _)? be _
                (?:approved|ratified|agreed|confirmed|endorsed) _ by
              | (?:is|are|remains?) _ subject _ to _ (?:the _)? (?:approval|consent) _ (?:of|by|from)
              | (?:needs?|requires?|awaits?|is_awaiting) _ (?:the _)? (?:approval|consent) _ (?:of|by|from) ) _
            """,
        _approval,
    ),
    frame(
        "decision",
        1.1,
        "court tribunal",
        """
            (?:case|trial|appeal|lawsuit|suit|hearing) _ [^;]{0,90}?
            (?:continues?|pending|before|begins?|opens?|now) _ (?:[^;]{0,20}? _)? (?:(?:in|before|at) _)?
            the _ (?P<court> (?:[^ ]+ _){0,3}? (?:court|tribunal) ) (?=_|$)
            """,
        _court,
    ),
    frame(
        "decision",
        0.9,
        "commission panel committee inquiry review",
        """
            (?:set_up|appointed?|created?|formed?|launched?|ordered|announced|established?) _ (?:an?|the|its) _
            (?:[a-z-]+ _)? (?P<body>commission|panel|committee|inquiry|review) (?=_|$)
            """,
        _body,
    ),
    frame(
        "decision", 0.8, "investigation inquiry probe", "(?P<inquiry>investigation|inquiry|probe) _ into _", _inquiry
    ),
)
