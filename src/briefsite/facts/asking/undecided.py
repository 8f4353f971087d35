"""Frames of what the article says is open in so many words.

    Whether the ferry will stop in Kell is open.    → Will the ferry stop in Kell?
    It is unclear whether the sale will pass.       → Will the sale pass?
    Kell must decide whether the pier is closed.    → Will the pier be closed?
    A decision on whether to close the pier is due. → Will the pier be closed?

Known limits: (1) "whether she will stay" is asked only where the sentence names her.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefsite.facts.asking.frame import frame
from briefsite.facts.asking.grammar import finished, will
from briefsite.facts.asking.indirect import embedded
from briefsite.facts.asking.inversion import inverted
from briefsite.facts.asking.phrases import noun_phrase_after
from briefsite.facts.asking.subjects import subject_of
from briefsite.facts.verb_forms import base_of_participle, participle_of
from briefsite.lexicon import words

if TYPE_CHECKING:
    from briefsite.facts.asking.frame import Cue

_ONE = re.compile(r"\bone\b")
_BODY = re.compile(r"\b(?:inquiry|investigation|review|commission|hearing|trial|strike|ban|referendum|tribunal)\b")
"""What "one" can be in "whether to open one"; only where the sentence before names one of them."""


def _opens(cue: Cue, *openers: str) -> str | None:
    """Whether the ferry will stop is open → Will the ferry stop?  What a ban costs is not known → What …?"""
    line = cue.context.line
    if cue.start < 3 or line.tokens[0].lower not in openers:
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


def _whether(cue: Cue) -> str | None:
    """It is unclear whether the sale will pass → Will the sale pass?"""
    return embedded(cue.context.line, cue.token("what"))


def _whether_done(cue: Cue) -> str | None:
    """The board must decide whether the pier is closed → Will the pier be closed?

    What is decided is to come, unless it is a state: "decide whether the law is valid" asks whether it is.
    """
    line, what = cue.context.line, cue.token("what")
    copula = next((at for at in range(what + 2, len(line.tokens) - 1) if line.tokens[at].lower in ("is", "are")), None)
    act = None if copula is None else base_of_participle(line.tokens[copula + 1].lower)
    question = inverted(line, what + 1, is_future=True) if act in words("deliberate_acts") else None
    # The copula may be that of another clause: "whether the firm that is closed pays".
    return question if question and question.startswith("Will ") else embedded(line, what)


def _hangs_on(cue: Cue) -> str | None:
    """The job may depend on the result → Does the job depend on the result?"""
    subject, said = cue.subject, cue.after()
    return finished(f"will {subject} depend on {said}") if subject and said else None


_IS_OPEN = r"""
            (?<=[ ]) (?: (?:has|have) _ (?:not|n't|still _ not|not _ yet) _ (?:yet _)? (?:been _)?
                         (?:decided|settled|agreed|worked_out|explained|announced|established)
                       | (?:is|remains?) _ (?:(?:also|still|not) _ (?:yet _)?)?
                         (?:open|unclear|unknown|uncertain|undecided|known|clear|disputed) ) (?=_|$)
            """
"""What a clause that begins with "whether" or "how" is."""

FRAMES = (
    frame("decision", 1.4, "whether", _IS_OPEN, lambda cue: _opens(cue, "whether")),
    frame(
        "imprecise",
        1.4,
        "what how who when where",
        _IS_OPEN,
        lambda cue: _opens(cue, "what", "how", "who", "when", "where"),
    ),
    frame(
        "condition",
        1.4,
        "depends hangs hinges",
        "(?<=[ ]) (?:depends|hangs|hinges) _ (?:up)?on (?=_)",
        lambda cue: _opens(cue, "whether", "what", "how", "who", "when", "where"),
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
    frame(
        "decision",
        1.45,
        "whether if",
        "(?:decide|decides|deciding|considering|debating) _ (?P<what> (?:whether|if) (?=_) )",
        _whether_done,
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
    frame("condition", 1.3, "whether", "(?:depends?|hinges?|hangs) _ (?:up)?on _ (?P<what>whether) (?=_)", _whether),
    frame(
        "decision",
        0.9,
        "whether",
        "(?<!asked[ ]) (?<![ ]on[ ]) (?<=[ ]) (?P<what>whether) _ (?!to_|or_|it_|they_|he_|she_)",
        _whether,
    ),
    frame("condition", 0.9, "depend", "(?:may|might|could) _ depend _ on _", _hangs_on),
)
