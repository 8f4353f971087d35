"""Frames of what is still to be decided or to happen: announcements, plans, requests, votes, conditions.

    The board is due to vote on the plan.       → How will the board vote on the plan?
    Kell urged the board to reopen the pier.    → Will the board reopen the pier?
    The sale needs the approval of the court.   → Will the court approve the sale?
    The measures could help if they are funded. → Will the measures be funded?

Known limits: (1) a request that the next words say was granted is still asked; (2) "will" in a general truth
("water will boil") is taken for an announcement.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefsite.facts.asking.frame import ADVERB, Cue, frame
from briefsite.facts.asking.grammar import embedded, finished, inverted
from briefsite.facts.asking.phrases import noun_phrase_after, phrase_between, subject_before
from briefsite.facts.asking.predicates import is_saying
from briefsite.facts.asking.verb_forms import base_of
from briefsite.lexicon import table
from briefsite.lexicon import words as listed

if TYPE_CHECKING:
    from briefsite.facts.asking.line import Line, Stretch

_MODALS = ("could", "would", "will", "can", "may", "might", "should")
_NOUNS_TOO = ("plans", "hopes", "hope", "aims", "aim", "promises", "pledges", "want", "wants")
_PRONOUN = re.compile(r"(?:it|they|he|she)(?:'\w+)?")


_STEPS = re.compile(
    r"""
    \b (?: be \s (?:held|launched|lifted|published|announced) | meet | vote | decide | rule | hear | publish
      | announce | give \s evidence | speak | appear | resume | respond | return | reopen | review | consider
      | investigate | face | unveil | present | sign | elect | go \s to \s trial ) \b
    """,
    flags=re.VERBOSE,
)
"""Acts with an outcome that the announcement does not give away."""


def _announced(cue: Cue) -> str | None:
    """X will hold a vote → Will X hold a vote?  But "two plants will shut by May" only tells what is settled."""
    said = cue.after()
    if said is None or not _STEPS.match(said) or (said.startswith("decide") and "whether" in cue.context.line.lowered):
        return None
    return cue.will(cue.subject)


def _plainly(cue: Cue) -> str | None:
    """X will do Z → Will X do Z?"""
    return cue.will(cue.subject)


def _intended(cue: Cue) -> str | None:
    """X plans to do Z → Will X do Z?  But "Kell’s bold plans to sell" are a noun."""
    subject = cue.subject
    is_noun = subject and re.search(r"['’]s\b", subject) and cue.match.group().split()[0] in _NOUNS_TOO
    return None if is_noun else cue.will(subject)


def _due(cue: Cue) -> str | None:
    """X is due to do Z → Will X do Z?  But "was due to pilot error" is a cause."""
    line = cue.context.line
    if "due" in cue.match.group() and cue.end < len(line.tokens) and base_of(line.tokens[cue.end].lower) is None:
        return None
    return cue.will(cue.subject)


def _would(cue: Cue) -> str | None:
    """Kell said the board would vote → Will the board vote?  Elsewhere "would" hangs on a condition."""
    line = cue.context.line
    is_reported = any(is_saying(token) for token in line.tokens[: cue.start])
    return cue.will(cue.subject) if is_reported and "if" not in line.lowered.split() else None


def _request(cue: Cue) -> str | None:
    """X asked Y to do Z → Will Y do Z?"""
    line, start = cue.context.line, cue.end
    to = next((at for at in range(start + 1, min(start + 9, len(line.tokens))) if line.tokens[at].lower == "to"), None)
    if to is None:
        return None
    asked = phrase_between(line, start, to)
    return cue.will(cue.context.phrase(asked), to + 1) if asked and asked[1] == to else None


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


def _condition(cue: Cue) -> str | None:
    """… if they are funded → Will the measures be funded?"""
    line, at = cue.context.line, cue.end
    if at >= len(line.tokens):
        return None
    head, subject = line.tokens[at].lower, None
    if _PRONOUN.fullmatch(head):
        subject = _subject_of_consequence(cue, is_plural=head.startswith("they"))
        if subject is None:
            return None
    return inverted(line, at, subject=subject, is_future=True)


def _subject_of_consequence(cue: Cue, *, is_plural: bool) -> str | None:
    """Who "they" are in "the measures could help, if they …": the subject of the clause that hangs on it."""
    line = cue.context.line
    for at in [*range(cue.start - 1, 0, -1), *range(cue.start + 4, len(line.tokens))]:
        if line.tokens[at].lower in _MODALS:
            stretch = subject_before(line, at)
            if stretch is None:
                return None
            nouns = line.tokens[slice(*stretch)]
            many = nouns[-1].lower.endswith("s") or any(token.lower == "and" for token in nouns)
            return cue.context.phrase(stretch) if many == is_plural else None
    return None


FRAMES = (
    frame("upcoming", 0.7, "would", f"would _ (?!not_|have_|be_a) {ADVERB}", _would),
    frame("upcoming", 0.75, "will", f"will _ (?!not_) {ADVERB}", _announced),
    frame(
        "upcoming",
        1.0,
        "expected due set scheduled slated planned likely poised about prepared supposed projected",
        f"""
            (?:is|are|was|were) _ {ADVERB}
            (?:expected|due|set|scheduled|slated|planned|likely|poised|about|prepared|supposed|projected) _ to _
            """,
        _due,
    ),
    frame(
        "decision",
        0.95,
        "hoping planning aiming seeking preparing threatening refusing hope hopes plans intend intends "
        "aim aims vows vowed promises promised pledges pledged proposes proposed threatens threatened "
        "seeks refuses refused declines declined offered expects want wants agreed",
        f"""
            (?: (?:is|are|was|were) _ {ADVERB} (?:hoping|planning|aiming|seeking|preparing|threatening|refusing)
              | hopes? | plans | intends? | aims? | vow(?:s|ed) | promise[sd] | pledge[sd] | propose[sd]
              | threaten(?:s|ed) | seeks | refuse[sd] | decline[sd] | offered | expects | wants? | agreed ) _ to _
            """,
        _intended,
    ),
    frame(
        "decision",
        0.85,
        "asked urge urges urged urging call calls called calling pressed pressing pushing invited want "
        "wants ordered advised demanding lobbying pressuring",
        """
            (?: asked | urg(?:e[sd]|ing) | call(?:s|ed|ing)? _ (?:up)?on | press(?:ed|ing) | pushing _ for | invited
              | wants? | ordered | advised | demanding | lobbying | pressuring ) _
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
        "decision", 0.75, "must has have needs need", "(?:must|(?:has|have|needs?)_to) _ (?!not_|say_|admit_)", _plainly
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
    frame(
        "condition",
        1.1,
        "if unless provided long condition",
        "(?:if|unless|provided_that|as_long_as|on_condition_that) _",
        _condition,
    ),
)
