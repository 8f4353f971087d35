"""Frames of what has a day but no outcome yet.

    The board next meets on 19 March.               → What will the board decide on 19 March?
    The first findings are due in May.              → What will the first findings be?
    The pool opens on 2 May.                        → Will the pool open on 2 May?

Known limits: (1) what an event will bring is asked in one way for each kind of event.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefsite.facts.asking.frame import frame
from briefsite.facts.asking.grammar import finished, will
from briefsite.facts.asking.nouns import is_plural
from briefsite.facts.asking.predicates import predicate_after
from briefsite.facts.verb_forms import base_of

if TYPE_CHECKING:
    from briefsite.facts.asking.frame import Cue

_PURPOSE = re.compile(
    r"\b(?:goal|aim|hope|idea|point|purpose|job|task|role|function|message|mission|focus|priority|challenge|intention"
    r"|plan|trick|answer)s?(?: of .*)?$"
)
_OUTCOMES = {
    "hearing": "bring", "meeting": "decide", "summit": "decide", "session": "decide", "talks": "bring",
    "negotiations": "bring", "findings": "be", "results": "be", "result": "be", "verdict": "be", "answer": "be",
    "ruling": "be", "sentence": "be", "report": "say", "inquiry": "find", "review": "find",
}  # fmt: skip
"""What one wants to know of an event: "What will the hearing decide?"."""
_DAY = (
    r"(?: (?:on|in|by|for|from) _ [^,;]{0,30}?"
    r"(?: (?<!\d)\d{1,2} | january|february|march|april|june|july|august|september|october|november|december"
    r"  | (?:mon|tues|wednes|thurs|fri|satur|sun)day ) (?=_|$) )"
)


def _event(cue: Cue) -> str | None:
    """A hearing is set for 11 May → What will the hearing on 11 May decide?"""
    subject, line = cue.subject, cue.context.line
    if subject is None:
        noun = next((token.lower for token in line.tokens[: cue.start] if token.is_word), "")
        second = line.tokens[1].lower if len(line.tokens) > 1 else ""
        if noun in ("a", "an", "the") and second in _OUTCOMES:
            event = f"{second} {_when(cue)}".rstrip()
            return finished(f"what will the {event} {_OUTCOMES[second]}")
        # "Its first findings are due": whose they are need not be asked.
        if noun not in ("its", "his", "her", "their"):
            return None
        head = line.words((1, cue.start))
        last = head.split()[-1].lower()
        return finished(f"what will the {head} {_OUTCOMES[last]}") if last in _OUTCOMES and cue.start <= 5 else None
    noun = next((word for word in subject.lower().split() if word in _OUTCOMES), "")
    if noun:
        return finished(f"what will {_named(subject)} {_OUTCOMES[noun]}")
    # "Its launch is set for May": what is to come is asked about by its day.
    when = _on(cue)
    return finished(f"will {_named(subject)} take place {when}") if when else None


def _named(event: str) -> str:
    """An event in the middle of a question: "A hearing" → "the hearing", "Talks in Kell" → "talks in Kell"."""
    first, _, rest = event.partition(" ")
    event = f"{first.lower()} {rest}".rstrip() if first.lower() in _OUTCOMES else event
    return re.sub(r"^an? ", "the ", event)


def _when(cue: Cue) -> str:
    """The day after the cue, as "on 11 May"; "" where it is none."""
    line = cue.context.line
    said = predicate_after(line, cue.end)
    when = line.words(said) if said else ""
    return f"on {when}" if re.match(r"\d", when) and len(when.split()) < 4 else ""


def _on(cue: Cue) -> str:
    """The day after the cue with its preposition, as "on 11 May", "in June"; "" where it is none."""
    line = cue.context.line
    said = predicate_after(line, cue.end)
    when = line.words(said) if said else ""
    if re.match(r"(?:on|in|by) (?:[A-Z0-9]|the end of|early|late|mid)", when):
        return when
    if when.isdigit():
        return ""  # "3:29 PM"
    is_day = re.match(r"\d{1,2}\b|[A-Z][a-z]+ \d{1,2}\b|[A-Z][a-z]+day\b", when)
    is_month = re.match(
        r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b", when
    )
    return f"on {when}" if is_day else f"in {when}" if is_month else when if when.startswith("next ") else ""


def _meets(cue: Cue) -> str | None:
    """The board next meets on 19 March → What will the board decide on 19 March?"""
    line, subject = cue.context.line, cue.subject
    said = predicate_after(line, cue.token("when"))
    if said is None:
        return None
    if subject is None:
        is_they = cue.start == 1 and line.tokens[0].lower == "they"
        return finished(f"what will the meeting {line.words(said)} decide") if is_they else None
    return finished(f"what will {subject} decide {line.words(said)}")


def _begins(cue: Cue) -> str | None:
    """The pool opens on 2 May → Will the pool open on 2 May?"""
    line, subject = cue.context.line, cue.subject
    base, said = base_of(cue.match["verb"]), predicate_after(line, cue.token("when"))
    if cue.match["verb"] == base and (subject is None or not is_plural(subject)):
        return None  # "the race starts", "the races start", but not "the start"
    if subject is None or base is None or said is None:
        return None
    if noun := next((word for word in subject.lower().split() if word in ("talks", "negotiations")), ""):
        return finished(f"what will {_named(subject)} {_OUTCOMES[noun]}")
    between = line.words((cue.token("verb") + 1, said[0])) if said[0] > cue.token("verb") + 1 else ""
    return finished(f"will {subject} {base} {between} {line.words(said)}")


def _is_to(cue: Cue) -> str | None:
    """The pier is to reopen on Saturday → Will the pier reopen on Saturday?"""
    subject, said = cue.subject, cue.after()
    # "The goal is to save the pier" says what is wanted.
    if subject is None or said is None or _PURPOSE.search(subject):
        return None
    if said.startswith("speak "):
        return finished(f"what will {subject} say {said.removeprefix('speak ')}")
    return will(subject, said)


FRAMES = (
    frame(
        "upcoming",
        1.1,
        "set due scheduled expected planned targeted slated",
        rf"""
            (?:is|are) _ (?:(?:now|next|also) _)? (?:set|due|scheduled|expected|planned|targeted|slated) _
            (?: for _ | (?={_DAY}) )
            """,
        _event,
    ),
    frame(
        "upcoming",
        1.1,
        "meet meets",
        rf"(?:next _)? (?:meets?) _ (?:(?:again|next) _)? (?P<when>{_DAY})",
        _meets,
    ),
    frame(
        "upcoming",
        0.95,
        "begin begins open opens start starts resume resumes end ends close closes expire expires leave leaves "
        "arrive arrives return returns play plays face faces vote votes",
        rf"""
            (?P<verb> (?: begin | open | start | resume | end | close | expire | leave | arrive | return | play | face
              | vote ) s? ) _ (?: [^,;]{{1,40}}? _ )?? (?P<when>{_DAY})
            """,
        _begins,
    ),
    frame("upcoming", 0.95, "is are", "(?:is|are) _ to _ (?!be_found|be_seen|say_)", _is_to),
)
