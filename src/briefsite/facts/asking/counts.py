"""Frames of numbers left vague.

    Dozens of people have died.                  → How many people have died?
    At least 40 sailors were killed.             → How many sailors were killed?
    The town has paid the firm millions of euros → How much has the town paid the firm?

Known limits: (1) whether a later sentence gives the number is not looked at.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefsite.facts.asking.frame import frame
from briefsite.facts.asking.grammar import finished, is_statement
from briefsite.facts.asking.nouns import points_elsewhere
from briefsite.lexicon import words

if TYPE_CHECKING:
    from briefsite.facts.asking.frame import Cue

_TOLLS = frozenset(["died", "dead", "killed", "missing", "injured", "hurt", "wounded", "homeless", "displaced",
                    "drowned", "trapped", "arrested", "detained", "fled"])  # fmt: skip
_TOLL = re.compile(rf"\b(?:{'|'.join(sorted(_TOLLS))})\b")
"""What one counts: that "thousands came" is told well enough."""
_IN_DOUBT = re.compile(
    r"\b(?:unclear|unknown|uncertain|estimated?|estimates|feared|may|might|possibly|perhaps|no figure|exact|disputed)\b"
)


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


def _how_many_of(cue: Cue) -> str | None:
    """At least 40 sailors were killed → How many sailors were killed?"""
    line = cue.context.line
    if not _TOLL.search(line.lowered):
        return None
    said = cue.after(cue.token("who"))
    if said and said.split()[0] in words("number_words"):
        return None  # "more than five hundred are missing"
    return finished(f"how many {said}") if said and not points_elsewhere(said) and _TOLL.search(said) else None


def _believed_dead(cue: Cue) -> str | None:
    """Thirteen are believed dead → How many people are dead?"""
    line = cue.context.line
    before = [token.lower for token in line.tokens[max(cue.start - 2, 0) : cue.start]]
    if not before or not (before[-1] in words("number_words") or before[-1].isdigit() or before[-1] == "people"):
        return None
    return finished(f"how many people are {cue.match['how']}")


FRAMES = (
    frame(
        "imprecise",
        1.0,
        "believed feared thought presumed reported",
        "(?:are|were) _ (?:believed|feared|thought|presumed|reported) _ (?P<how>dead|missing|trapped|alive|injured)",
        _believed_dead,
    ),
    frame(
        "imprecise",
        0.7,
        _TOLLS,
        r"""
            (?: more_than | at_least | about | around | nearly | almost | over | up_to | approximately | an_estimated
              | some ) _
            (?:[0-9][0-9,.]*|[a-z-]+) _ (?:(?:hundred|thousand|million) _)? (?P<who>) (?:[a-z-]+ _){1,3}?
            (?:have|has|were|are|had|was|died|may) _
            """,
        _how_many_of,
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
)
