"""Frames of people in the hands of the law, and of those who are still looked for.

    A docker of 41 was arrested.           → Will the docker of 41 be charged?
    Two sailors are still missing.         → Will the two sailors be found?

Known limits: (1) that somebody was charged or found in a later sentence is not looked at.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefsite.facts.asking.frame import ADVERB, frame
from briefsite.facts.asking.grammar import finished
from briefsite.facts.asking.nouns import is_general, is_plural
from briefsite.facts.asking.phrases import noun_phrase_after

if TYPE_CHECKING:
    from briefsite.facts.asking.frame import Cue

_ARTICLE = re.compile("^an? ")
_TOLD_OF = {"missing": "found", "trapped": "freed", "large": "caught", "run": "caught", "unaccounted": "found"}
"""What one hopes to hear of somebody who is missing, trapped, at large, on the run."""
_THINGS = re.compile(r"\d|\b(?:boats?|drugs?|weapons?|goods|money)\b")


def _held(cue: Cue) -> str | None:
    """A docker was arrested → Will the docker be charged?"""
    return _charged(cue.subject)


def _arrested(cue: Cue) -> str | None:
    """Police arrested a docker → Will the docker be charged?"""
    context = cue.context
    matter = noun_phrase_after(context.line, cue.end)
    return _charged(context.phrase(matter)) if matter else None


def _charged(who: str | None) -> str | None:
    if who is None or is_general(who) or (_THINGS.search(who) and "year" not in who):
        return None
    if " " not in who and is_plural(who.lower()):
        return None  # "prisoners are held there"
    return finished(f"will {_ARTICLE.sub('the ', who)} be charged")


def _missing(cue: Cue) -> str | None:
    """Two sailors are missing → Will the two sailors be found?"""
    who = cue.subject
    # "Three have died, and 11 are missing": of a number alone nobody can tell who is meant
    if who is None or is_general(who) or who.replace(",", "").isdecimal():
        return None
    return finished(f"will {_ARTICLE.sub('the ', who)} be {_TOLD_OF[cue.match.group().split()[-1]]}")


FRAMES = (
    frame(
        "decision",
        0.7,
        "questioned held detained arrested custody",
        f"""
            (?: (?:is|are) _ {ADVERB} (?: (?:being _)? (?:questioned|held|detained) _ (?:by|over|in|on|about|under)
                                      | in _ (?:police _)? custody )
              | (?: (?:has|have) _ been | was | were ) _ {ADVERB} (?:arrested|detained|taken _ into _ custody) ) (?=_|$)
            """,
        _held,
    ),
    frame(
        "decision",
        0.7,
        "arrested detained",
        "(?<=[ ]) (?:arrested|detained) _ (?=(?:an?|two|three|four|five)_)",
        _arrested,
    ),
    frame(
        "imprecise",
        0.8,
        "missing trapped large run unaccounted",
        f"""
            (?:is|are|remains?) _ {ADVERB}
            (?: missing | trapped | unaccounted | at_large | on_the_run ) (?=_|$)
            """,
        _missing,
    ),
)
