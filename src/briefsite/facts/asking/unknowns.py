"""Frames of what the article does not say: numbers left vague, and what is said to be unknown.

    Dozens of people have died.                  → How many people have died?
    The town has paid the firm millions of euros → How much has the town paid the firm?
    It is unclear how the fire started.          → How did the fire start?

Known limits: (1) whether a later sentence gives the number is not looked at.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefsite.facts.asking.frame import frame
from briefsite.facts.asking.grammar import embedded, finished, is_statement
from briefsite.facts.asking.predicates import ends_noun
from briefsite.facts.verb_forms import base_of, is_past

if TYPE_CHECKING:
    from briefsite.facts.asking.frame import Cue

_TOLL = re.compile(
    r"\b(?:died|dead|killed|missing|injured|hurt|wounded|homeless|displaced|drowned|trapped|arrested|detained|fled)\b"
)
"""What one counts: that "thousands came" is told well enough."""
_IN_DOUBT = re.compile(
    r"\b(?:unclear|unknown|uncertain|estimated?|estimates|feared|may|might|possibly|perhaps|no figure|exact|disputed)\b"
)
_IN_DOUBT = re.compile(
    r"\b(?:unclear|unknown|uncertain|estimated?|estimates|feared|may|might|possibly|perhaps|no figure|exact|disputed)\b"
)


def _embedded(cue: Cue) -> str | None:
    return embedded(cue.context.line, cue.token("what"))


def _how_many(cue: Cue) -> str | None:
    line, said = cue.context.line, cue.after()
    before = line.tokens[cue.start - 1].lower if cue.start else ","
    # "the marriages of thousands of couples": only the subject of a clause can be asked for with these words.
    if said is None or not (_TOLL.search(line.lowered) or _IN_DOUBT.search(line.lowered)):
        return None
    if before not in (",", ";", "and", "but", "that") or not is_statement(f"people {said}"):
        return None
    return finished(f"how many {'' if cue.match['of'] else 'people '}{said}")


def _how_much(cue: Cue) -> str | None:
    subject, line = cue.subject, cue.context.line
    done = line.words((cue.token("done"), cue.token("amount")))
    return finished(f"how much {cue.match['has']} {subject} {done}") if subject else None


def _counted(cue: Cue) -> str | None:
    """The army attacked hundreds of people → How many people did the army attack?"""
    line, subject = cue.context.line, cue.subject
    base = base_of(cue.match["verb"]) if is_past(cue.match["verb"]) else None
    end = at = cue.end
    while end < len(line.tokens) and line.tokens[end].is_word and not ends_noun(line.tokens[end]):
        end += 1
    if (
        subject is None
        or base is None
        or end == at
        or not _IN_DOUBT.search(line.lowered)
        or line.tokens[at].lower in ("thousands", "millions", "billions")
        or " by " in f" {subject} "
    ):
        return None
    return finished(f"how many {line.words((at, end))} did {subject} {base}")


FRAMES = (
    frame(
        "imprecise",
        1.3,
        "how who what why where which",
        """
            (?: unclear | unknown | uncertain | (?:declined|refused|yet) _ to _ (?:say|disclose|explain)
              | (?:not|n't) _ (?:yet _|immediately _)? (?:known|clear|say|said|specify|disclose|explain)
              | questions _ (?:remain(?:ed)? _)? (?:about|over|as _ to) | doubts? _ (?:about|over)
              | (?:to|will|must) _ (?:determine|establish|find _ out) | investigating | examining ) _
            (?: (?:on|about|exactly) _ )? (?P<what> (?:how|who|what|why|where|which) (?=_) )
            """,
        _embedded,
    ),
    frame(
        "imprecise",
        0.8,
        "dozens hundreds thousands millions scores tens",
        """
            (?: dozens | hundreds | thousands | scores(?=_of) | millions | (?:tens|hundreds) _ of _ thousands ) _
            (?:more _)? (?P<of> of _ )? (?= [^,]{0,50}? (?:have|has|were|are|had|died|fled|lost|took|remain) _ )
            """,
        _how_many,
    ),
    frame(
        "imprecise",
        1.0,
        "tens hundreds thousands millions billions",
        """
            (?P<has>has|have) _ (?P<done> [a-z]+ _ (?: [^,;]{1,40}? _ )? )
            (?P<amount> (?:tens|hundreds|thousands|millions|billions) _ of _ (?:(?:thousands|millions|billions) _ of _)?
                (?:pounds|dollars|euros|yen|francs|rupees|rubles|roubles|pesos) )
            """,
        _how_much,
    ),
    frame(
        "imprecise",
        0.75,
        "dozens hundreds thousands millions",
        "(?P<verb>[a-z]+) _ (?:dozens|hundreds|thousands|millions) _ of _",
        _counted,
    ),
)
