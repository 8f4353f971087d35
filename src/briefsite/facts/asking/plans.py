"""Frames of what somebody means to do.

    Kell plans to sell the yard to the state.     → Will Kell sell the yard to the state?
    The firm announced plans to close the mill.   → Will the firm close the mill?
    The army said that it hoped to reopen a road. → Will the army reopen a road?

Known limits: (1) a plan that a later sentence says was dropped is still asked.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefsite.facts.asking.frame import ADVERB, frame
from briefsite.facts.asking.grammar import is_state, will
from briefsite.facts.asking.nouns import is_plural
from briefsite.facts.asking.saying import is_saying
from briefsite.facts.verb_forms import is_finite
from briefsite.lexicon import table, words

if TYPE_CHECKING:
    from briefsite.facts.asking.frame import Cue

_NOUNS_TOO = ("plans", "hopes", "hope", "aims", "aim", "promises", "pledges", "want", "wants")
_OWNER = re.compile(r"['’]s\b")
_GIVEN_UP = re.compile(
    r"\b(?:dropped|abandoned|shelved|scrapped|cancelled|canceled|rejected|failed|withdrawn|to nothing|lost)\b"
)
"""What tells that a plan is no more."""
_ANSWERS = re.compile(
    r"(?: comment | say | confirm | answer | elaborate | discuss | give | name | speak | be | see | look | feel | know"
    r"  | understand | think | ensure | avoid | learn )\b",
    flags=re.VERBOSE,
)
_DOCUMENTS = words("documents") | table("matters").keys()


def _intended(cue: Cue) -> str | None:
    """X plans to do Z → Will X do Z?  But "Kell’s bold plans to sell" are a noun."""
    subject, said = cue.subject, cue.after()
    # "Declined to comment" is an answer.
    if subject is None or said is None or is_state(said) or _ANSWERS.match(said):
        return None
    # "The law aims to raise taxes" tells what it says.
    if subject.lower().split()[-1] in _DOCUMENTS:
        return None
    is_noun = _OWNER.search(subject) and cue.match.group().split()[0] in _NOUNS_TOO
    return None if is_noun else cue.will(subject)


def _intended_by_many(cue: Cue) -> str | None:
    """The towns plan to do Z → Will the towns do Z?  But "the plan to sell" is a noun."""
    subject = cue.subject
    return _intended(cue) if subject and is_plural(subject) else None


def _said_to_intend(cue: Cue) -> str | None:
    """X said that it hoped to do Z → Will X do Z?  But "hoped to" outside a report is over."""
    is_reported = any(is_saying(token) for token in cue.context.line.tokens[: cue.start])
    return _intended(cue) if is_reported else None


def _planned(cue: Cue) -> str | None:
    """Kell’s plan to sell the yard is contested → Will Kell sell the yard?"""
    line, said, at = cue.context.line, cue.after(), cue.start
    if said is None or _GIVEN_UP.search(line.lowered):
        return None
    # "Kell’s plan to sell the yard has been criticised"
    tokens = said.split()
    end = next((i for i, word in enumerate(tokens) if is_finite(word.lower()) and word != "May"), len(tokens))
    said = " ".join(tokens[:end])
    start = at
    while start and line.tokens[start - 1].is_capitalised:
        start -= 1
    start -= bool(start and line.tokens[start - 1].lower == "the")
    if not line.tokens[start].text[0].isupper() and line.tokens[start].lower != "the":
        return None  # "a shop’s plan": of which nothing more is told
    return will(_OWNER.sub("", cue.context.name(line.words((start, at + 1)))), said)


FRAMES = (
    frame(
        "decision",
        0.7,
        "plan plans proposal bid effort efforts attempt attempts intention intentions decision promise pledge offer",
        """
            [^ ]+'s _ (?:[a-z]+ _)? (?:plans?|proposal|bid|efforts?|attempts?|intentions?|decision|promise|pledge|offer)
            _ to _
            """,
        _planned,
    ),
    frame(
        "decision",
        0.95,
        "hoping planning aiming seeking preparing threatening refusing trying attempting working fighting "
        "hope hopes plans intend intends aim aims vows vowed promises promised pledges pledged proposes proposed "
        "threatens threatened seeks refuses offered expects want wants agreed",
        f"""
            (?: (?:is|are|was|were) _ {ADVERB} (?: hoping | planning | aiming | seeking | preparing | threatening
                                                 | refusing | trying | attempting | working | fighting )
              | hopes? | plans | intends? | aims? | vow(?:s|ed) | promise[sd] | pledge[sd] | propose[sd]
              | threaten(?:s|ed) | seeks | refuses | offered | expects | wants? | agreed ) _ to _
            """,
        _intended,
    ),
    frame(
        "decision", 0.95, "plan intend hope aim vow seek", "(?:plan|intend|hope|aim|vow|seek) _ to _", _intended_by_many
    ),
    frame(
        "decision",
        0.9,
        "hoped planned intended wanted aimed",
        "(?:hoped|planned|intended|wanted|aimed) _ to _",
        _said_to_intend,
    ),
    frame(
        "decision",
        0.95,
        "plan plans intention intentions proposal proposals bid",
        """
            (?: announc(?:ed|es) | unveil(?:ed|s) | reveal(?:ed|s) | confirm(?:ed|s) | outlin(?:ed|es) | has | have
              | dropped | abandoned | delayed | postponed ) _
            (?: [a-z]+ _ )? (?:plans?|intentions?|proposals?|bid) _ to _
            """,
        _intended,
    ),
)
