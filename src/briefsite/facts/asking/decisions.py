"""Frames of what a body has still to decide or to find out: approvals, cases, inquiries, searches.

    The sale needs the approval of the court.  → Will the court approve the sale?
    The town opened an inquiry into the fire.  → What will the inquiry into the fire find?
    Divers are searching for the captain.      → Will the divers find the captain?

Known limits: (1) an inquiry that the article says has ended is still asked about.
"""

from __future__ import annotations

import re

from briefsite.facts.asking.frame import ADVERB, Cue, frame
from briefsite.facts.asking.grammar import finished
from briefsite.facts.asking.phrases import noun_phrase_after, phrase_between


def _investigating(cue: Cue) -> str | None:
    """X is investigating Y → What will X find out about Y?"""
    line, subject = cue.context.line, cue.subject
    matter = noun_phrase_after(line, cue.end)
    if subject is None or matter is None:
        return None
    return finished(f"what will {subject} find out about {re.sub('^an? ', 'the ', line.words(matter))}")


def _investigated(cue: Cue) -> str | None:
    """The fire is being investigated → What will the investigation into the fire find?"""
    subject = cue.subject
    return finished(f"what will the investigation into {re.sub('^an? ', 'the ', subject)} find") if subject else None


def _searching(cue: Cue) -> str | None:
    """X is searching for Y → Will X find Y?"""
    line, subject = cue.context.line, cue.subject
    matter = noun_phrase_after(line, cue.end)
    return finished(f"will {subject} find {line.words(matter)}") if subject and matter else None


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


def _votes(cue: Cue) -> str | None:
    """A law would need the votes of the Union → Will the Union support a law?"""
    subject, voter = cue.subject, cue.context.phrase(noun_phrase_after(cue.context.line, cue.end))
    return finished(f"will {voter} support {subject}") if subject and voter else None


FRAMES = (
    frame(
        "decision",
        1.0,
        "investigating probing",
        f"(?:is|are) _ {ADVERB} (?:investigating|probing) _ (?!how_|who_|what_|why_|where_|which_|whether_|if_)",
        _investigating,
    ),
    frame(
        "decision",
        0.9,
        "investigated investigation",
        f"(?:is|are|remains?) _ {ADVERB} (?:being_investigated|under_investigation) (?=_|$)",
        _investigated,
    ),
    frame(
        "decision",
        0.9,
        "searching hunting looking",
        f"(?:is|are) _ {ADVERB} (?:searching|hunting|looking) _ for _",
        _searching,
    ),
    frame(
        "decision",
        1.2,
        "approved ratified agreed confirmed endorsed approval consent permission",
        """
            (?: (?:must|needs?_to|has_to|have_to|is_to) _ (?:(?:still|first|now) _)? be _
                (?:approved|ratified|agreed|confirmed|endorsed) _ by
              | (?:is|are|remains?) _ subject _ to _ (?:[a-z]+ _)? (?:approval|consent) _ (?:of|by|from)
              | (?:needs?|requires?|awaits?|is_awaiting) _ (?:[a-z]+ _)? (?:approval|consent|permission) _
                (?:of|by|from) ) _
            """,
        _approval,
    ),
    frame(
        "condition",
        1.1,
        "votes support backing",
        """
            (?:would|will|needs?|requires?|must) _ (?:(?:need|have|require) _)? (?:the_)?
            (?:votes|support|backing) _ of _
            """,
        _votes,
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
