"""Frames of what has a day but no outcome yet, and of what is said to be open in so many words.

    Whether the ferry will stop in Kell is open.    → Will the ferry stop in Kell?
    A decision on whether to close the pier is due. → Will the pier be closed?
    The board next meets on 19 March.               → What will the board decide on 19 March?
    The first findings are due in May.              → What will the first findings be?

Known limits: (1) "whether she will stay" is asked only where the sentence names her.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefsite.facts.asking.frame import frame
from briefsite.facts.asking.grammar import embedded, finished, inverted, will
from briefsite.facts.asking.phrases import noun_phrase_after, subject_of
from briefsite.facts.asking.predicates import predicate_after
from briefsite.facts.verb_forms import base_of, participle_of
from briefsite.lexicon import words

if TYPE_CHECKING:
    from briefsite.facts.asking.frame import Cue

_ONE = re.compile(r"\bone\b")
_BODY = re.compile(r"\b(?:inquiry|investigation|review|commission|hearing|trial|strike|ban|referendum|tribunal)\b")
"""What "one" can be in "whether to open one"; only where the sentence before names one of them."""
_PURPOSE = re.compile(r"\b(?:goal|aim|hope|idea|point|purpose|job|task|intention|plan|trick|answer)s?$")
_OUTCOMES = {
    "hearing": "bring", "meeting": "decide", "summit": "decide", "session": "decide", "talks": "bring",
    "negotiations": "bring", "findings": "be", "results": "be", "result": "be", "verdict": "be", "answer": "be",
    "ruling": "be", "sentence": "be", "report": "say", "inquiry": "find", "review": "find",
}  # fmt: skip
"""What one wants to know of an event: "What will the hearing decide?"."""
_DAY = (
    r"(?: (?:on|in|by|for|from) _ [^,;]{0,30}?"
    r"(?: \d{1,2} | january|february|march|april|june|july|august|september|october|november|december"
    r"  | (?:mon|tues|wednes|thurs|fri|satur|sun)day ) (?=_|$) )"
)


def _opens(cue: Cue) -> str | None:
    """Whether the ferry will stop is open → Will the ferry stop?  What a ban costs is not known → What …?"""
    line = cue.context.line
    if cue.start < 3:
        return None
    # The question ends where the main clause begins, which nothing but the cue tells.
    part = line.part((0, cue.start))
    if line.tokens[0].lower == "whether":
        return inverted(part, 1, is_future=True)
    return embedded(part, 0)


def _whether_to(cue: Cue) -> str | None:
    """The board will decide on Tuesday whether to sell the pier → Will the board sell the pier?"""
    line, at = cue.context.line, cue.end
    if at >= len(line.tokens):
        return None
    if (cue.match["noun"] or "").startswith("decision") and cue.start <= 1:
        matter = noun_phrase_after(line, at + 1)
        participle = participle_of(line.tokens[at].lower)
        return finished(f"will {line.words(matter)} be {participle}") if matter and participle else None
    said, subject = cue.after(at), cue.subject or cue.context.phrase(subject_of(line))
    if said is None or subject is None:
        return None
    if _ONE.search(said):
        # "whether to open one": what it is stands in the sentence before.
        things = set(_BODY.findall(cue.context.before))
        if len(things) != 1:
            return None
        thing = things.pop()
        said = _ONE.sub(f"{'an' if thing[0] in 'aeiou' else 'a'} {thing}", said, count=1)
    subject = re.sub(r"^[A-Z][\w’']*['’]s ", "the ", subject) if len(subject.split()) > 3 else subject
    return will(subject, said)


def _whether_it(cue: Cue) -> str | None:
    """The state has not said whether it will pay → Will the state pay?"""
    line, subject = cue.context.line, cue.subject
    at = cue.token("what") + 1
    if at >= len(line.tokens) or line.tokens[at].lower not in ("it", "they", "he", "she"):
        return inverted(line, at)
    return inverted(line, at, subject=subject) if subject else None


def _still(cue: Cue) -> str | None:
    """The court has still to approve the sale → When will the court approve the sale?"""
    subject, said = cue.subject, cue.after()
    return finished(f"when will {subject} {said}") if subject and said else None


def _unsettled(cue: Cue) -> str | None:
    """The price has not been agreed → When will the price be agreed?"""
    subject = cue.subject
    if subject is None or subject.split()[0].lower() in words("crowds"):
        return None
    subject = re.sub(r"^an? ", "the ", subject)
    lead = "will" if cue.match["done"] == "confirmed" else "when will"
    return finished(f"{lead} {subject} be {cue.match['done']}")


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
    if not noun:
        return None
    return finished(f"what will {_named(subject)} {_OUTCOMES[noun]}")


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
    if subject is None or base is None or said is None:
        return None
    if noun := next((word for word in subject.lower().split() if word in ("talks", "negotiations")), ""):
        return finished(f"what will {_named(subject)} {_OUTCOMES[noun]}")
    return finished(f"will {subject} {base} {line.words(said)}")


def _is_to(cue: Cue) -> str | None:
    """The pier is to reopen on Saturday → Will the pier reopen on Saturday?"""
    subject, said = cue.subject, cue.after()
    # "The goal is to save the pier" says what is wanted.
    if subject is None or said is None or _PURPOSE.search(subject):
        return None
    if said.startswith("speak "):
        return finished(f"what will {subject} say {said.removeprefix('speak ')}")
    return will(subject, said)


def _permission(cue: Cue) -> str | None:
    """The team has applied for permission to move the birds → Will the team be allowed to move the birds?"""
    subject, said = cue.subject, cue.after()
    subject = "the team" if subject is None and "team has" in cue.context.line.lowered else subject
    return finished(f"will {subject} be allowed to {said}") if subject and said else None


def _votes(cue: Cue) -> str | None:
    """A law would need the votes of the Union → Will the Union support a law?"""
    subject, voter = cue.subject, cue.context.phrase(noun_phrase_after(cue.context.line, cue.end))
    return finished(f"will {voter} support {subject}") if subject and voter else None


def _offered(cue: Cue) -> str | None:
    """The state has offered a loan, which the firm is considering → Will the firm accept the loan?"""
    line = cue.context.line
    offer = noun_phrase_after(line, cue.token("offer"))
    who = line.words((cue.token("who"), cue.token("is")))
    if offer is None or re.match(r"(?:it|he|she|they)\b", who.lower()):
        return None
    return finished(f"will {who} accept {re.sub('^an? ', 'the ', line.words(offer))}")


def _hangs_on(cue: Cue) -> str | None:
    """The job may depend on the result → Does the job depend on the result?"""
    subject, said = cue.subject, cue.after()
    return finished(f"will {subject} depend on {said}") if subject and said else None


FRAMES = (
    frame(
        "decision",
        1.4,
        "whether what how who when where",
        r"""
            (?<=[ ]) (?: (?:has|have) _ (?:not|n't|still _ not|not _ yet) _ (?:yet _)? (?:been _)?
                         (?:decided|settled|agreed|worked_out|explained|announced|established)
                       | (?:is|remains?) _ (?:(?:also|still|not) _ (?:yet _)?)?
                         (?:open|unclear|unknown|uncertain|undecided|known|clear|disputed)
                       | (?:depends?|hangs) _ on ) (?=_|$)
            """,
        lambda cue: (
            _opens(cue)
            if cue.context.line.tokens[0].lower in ("whether", "what", "how", "who", "when", "where")
            else None
        ),
    ),
    frame(
        "decision",
        1.45,
        "whether",
        r"""
            (?: will _ (?:decide|rule|consider|vote) | (?:is|are) _ (?:due _ |expected _ )? to _ (?:decide|rule|vote)
              | (?:a_ | any_ )? (?P<noun>decision_on) | (?:ha[sd]|have) _ (?:not|yet) _ (?:to _)? decided?
              | (?:put_off|postponed|delayed) [^,;]{0,30} ) _
            (?: [^,;]{1,40}? _ )?? whether _ to _
            """,
        _whether_to,
    ),
    frame(
        "decision",
        1.4,
        "whether",
        """
            (?: (?:has|have|had|did|would|does) _ not _ (?:yet _)? (?:said|say|decided|decide|disclosed|confirmed)
              | (?:has|have) _ (?:yet|still) _ to _ (?:say|decide|confirm) ) _ (?P<what>whether) _
            """,
        _whether_it,
    ),
    frame("decision", 1.1, "still", "(?:has|have) _ still _ to _", _still),
    frame(
        "imprecise",
        0.9,
        "confirmed decided settled agreed announced",
        r"""
            (?: (?:has|have) _ not _ (?:yet _)? been | could _ not _ be ) _
            (?P<done>confirmed|decided|settled|agreed|announced) (?=_|$)
            """,
        _unsettled,
    ),
    frame(
        "upcoming",
        1.1,
        "set due scheduled expected",
        rf"(?:is|are) _ (?:(?:now|next|also) _)? (?:set|due|scheduled|expected) _ (?: for _ | (?={_DAY}) )",
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
        "begin begins open opens start starts resume resumes",
        rf"(?P<verb>begins?|opens?|starts?|resumes?) _ (?P<when>{_DAY})",
        _begins,
    ),
    frame("upcoming", 0.95, "is are", "(?:is|are) _ to _ (?!be_found|be_seen|say_)", _is_to),
    frame("decision", 1.1, "permission", "(?:has|have) _ (?:applied|asked) _ for _ permission _ to _", _permission),
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
        1.2,
        "considering",
        """
            (?:has|have) _ offered _ (?P<offer>an? _) [^,;]{3,50}? _ , _ which _
            (?P<who> (?:[^ ,;]+ _){1,4}?) (?P<is>is|are) _ (?:still _)? considering (?=_)
            """,
        _offered,
    ),
    frame("condition", 0.9, "depend", "(?:may|might|could) _ depend _ on _", _hangs_on),
)
