"""Frames of what the article does not say: numbers left vague, claims without a name behind them.

    Dozens of people have died.                  → How many people have died?
    The town has paid the firm millions of euros → How much has the town paid the firm?
    Critics called it unworkable.                → Who called the plan unworkable?
    It is estimated that 300 are missing.        → Who estimates that 300 are missing?
    It is unclear how the fire started.          → How did the fire start?

Known limits: (1) "critics" is asked even where a later sentence names them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefsite.facts.asking.frame import Frame, pattern
from briefsite.facts.asking.grammar import embedded, finished
from briefsite.facts.asking.phrases import noun_phrase_after
from briefsite.lexicon import table, words

if TYPE_CHECKING:
    from briefsite.facts.asking.frame import Cue

_SEES = {"seen": "sees", "viewed": "views", "regarded": "regards", "described": "describes"}
_SAYS = {
    "said": "says",
    "thought": "thinks",
    "understood": "understands",
    "estimated": "estimates",
    "believed": "believes",
    "reported": "reports",
    "alleged": "alleges",
    "claimed": "claims",
    "feared": "fears",
}


def _embedded(cue: Cue) -> str | None:
    return embedded(cue.context.line, cue.token("what"))


def _how_many(cue: Cue) -> str | None:
    said = cue.after()
    return finished(f"how many {'' if cue.match['of'] else 'people '}{said}") if said else None


def _how_much(cue: Cue) -> str | None:
    subject, line = cue.subject, cue.context.line
    done = line.words((cue.token("done"), cue.token("amount")))
    return finished(f"how much {cue.match['has']} {subject} {done}") if subject else None


def _criticised(cue: Cue) -> str | None:
    subject, said = cue.subject, cue.after(cue.token("link"))
    if subject is None or said is None or " by " in f" {said} ":
        return None
    helper = "has " if cue.match["been"].startswith("ha") else ""
    return finished(f"who {helper}{cue.match['verb']} {subject} {said}")


def _seen_as(cue: Cue) -> str | None:
    subject, said = cue.subject, cue.after(cue.token("link"))
    return finished(f"who {_SEES[cue.match['verb']]} {subject} {said}") if subject and said else None


def _it_is_said(cue: Cue) -> str | None:
    said = cue.after()
    verb = cue.match["verb"] if cue.match["was"] == "was" else _SAYS[cue.match["verb"]]
    return finished(f"who {verb} that {said}") if said else None


def _is_said_to(cue: Cue) -> str | None:
    """The attack is believed to have been planned abroad → Has the attack been planned abroad?"""
    subject, said = cue.subject, cue.after()
    if subject is None or said is None:
        return None
    is_plural = cue.match["is"] in ("are", "were")
    helper = {"be": ("is", "are"), "have": ("has", "have")}[cue.match["to"]][is_plural]
    return finished(f"{helper} {subject} {said}")


def _vague_source(cue: Cue) -> str | None:
    """Analysts fear the dam could break → Which analysts fear the dam could break?"""
    line, at = cue.context.line, cue.token("verb")
    following = line.tokens[at + 1].lower if at + 1 < len(line.tokens) else ""
    if line.tokens[at].lower == "called" and following == "it":
        matter, said = _matter(cue.context.before), cue.after(at + 2)
        return finished(f"who called {matter} {said}") if matter and said else None
    said = cue.after(at + 1)
    if said is None or following in ("in", "at", "on", "to", "after", "during"):
        return None
    return finished(f"which {line.words((cue.token('who'), at + 1)).lower()} {said}")


def _matter(sentence: str) -> str | None:
    """The one thing decided on that a sentence names, as "the plan"; None where it names none or several."""
    named = {word for word in re.findall(r"[a-z]+", sentence.lower()) if word in table("matters")}
    return f"the {named.pop()}" if len(named) == 1 else None


def _unnamed(cue: Cue) -> str | None:
    line = cue.context.line
    phrase = noun_phrase_after(line, cue.start)
    if phrase is None:
        return None
    verb = "are" if line.tokens[phrase[1] - 1].lower.endswith("s") else "is"
    return finished(f"who {verb} the {line.words(phrase)}")


FRAMES = (
    Frame(
        "imprecise",
        1.3,
        pattern(
            """
            (?: unclear | unknown | uncertain | (?:declined|refused|yet) _ to _ (?:say|disclose|explain)
              | (?:not|n't) _ (?:yet _|immediately _)? (?:known|clear|say|said|specify|disclose|explain)
              | questions _ (?:remain(?:ed)? _)? (?:about|over|as _ to) | doubts? _ (?:about|over)
              | (?:to|will|must) _ (?:determine|establish|find _ out) | investigating | examining ) _
            (?: (?:on|about|exactly) _ )? (?P<what> (?:how|who|what|why|where|which) (?=_) )
            """
        ),
        _embedded,
    ),
    Frame(
        "imprecise",
        0.8,
        pattern(
            """
            (?: dozens | hundreds | thousands | scores | millions | (?:tens|hundreds) _ of _ thousands ) _
            (?P<of> of _ )? (?= [^,]{0,50}? (?:have|has|were|are|had|died|fled|lost|took|remain) _ )
            """
        ),
        _how_many,
    ),
    Frame(
        "imprecise",
        1.0,
        pattern(
            """
            (?P<has>has|have) _ (?P<done> [a-z]+ _ (?: [^,;]{1,40}? _ )? )
            (?P<amount> (?:tens|hundreds|thousands|millions|billions) _ of _ (?:(?:thousands|millions|billions) _ of _)?
                (?:pounds|dollars|euros|yen|francs|rupees|rubles|roubles|pesos) )
            """
        ),
        _how_much,
    ),
    Frame(
        "unattributed",
        1.0,
        pattern(
            """
            (?P<been>has_been|have_been|was|were) _ (?:(?:widely|heavily|sharply) _)?
            (?P<verb>criticised|criticized|accused|condemned|blamed|attacked) _ (?= (?P<link>for|of|over) _ )
            """
        ),
        _criticised,
    ),
    Frame(
        "unattributed",
        0.9,
        pattern(
            """
            (?:is|are|has_been) _ (?:widely _)? (?P<verb>seen|viewed|regarded|described) _ (?= (?P<link>as) _ )
            """
        ),
        _seen_as,
    ),
    Frame(
        "unattributed",
        1.0,
        pattern(
            f"""
            it _ (?P<was>is|was) _ (?:(?:also|widely) _)? (?P<verb>{"|".join(_SAYS)}) _ that _
            """
        ),
        _it_is_said,
    ),
    Frame(
        "unattributed",
        0.9,
        pattern(
            """
            (?P<is>is|are|was|were) _ (?:(?:also|widely) _)?
            (?:said|believed|thought|reported|alleged|rumou?red|understood|feared) _ to _ (?P<to>be|have) _
            """
        ),
        _is_said_to,
    ),
    Frame(
        "unattributed",
        0.85,
        pattern(
            f"""
            (?P<who> (?:(?:some|many|several) _)? (?:{"|".join(sorted(words("vague_sources")))}) ) _
            (?:(?:have|also) _)?
            (?P<verb> said | say | call(?:ed)? | warn(?:ed)? | fear(?:ed)? | believed? | claim(?:ed)? | argued?
              | suggest(?:ed)? | expect(?:ed)? | stated? ) _
            """
        ),
        _vague_source,
    ),
    Frame("unattributed", 1.0, pattern("(?:unnamed|anonymous|unidentified|undisclosed|unspecified) _"), _unnamed),
)
