"""Frames of parties that are counted and not named.

    Several countries have offered help.          → Which countries have offered help?
    The board met three members of the crew.      → Who are the three members of the crew?

Known limits: (1) that a later sentence names them is not looked at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.facts.asking.frame import frame
from briefsite.facts.asking.grammar import finished
from briefsite.facts.asking.inversion import is_verb
from briefsite.facts.asking.nouns import points_elsewhere
from briefsite.facts.asking.phrases import noun_phrase_after
from briefsite.facts.asking.predicates import predicate_after
from briefsite.facts.verb_forms import of_class
from briefsite.lexicon import words

if TYPE_CHECKING:
    from briefsite.facts.asking.frame import Cue

_THINGS = frozenset({"companies", "firms", "countries", "nations", "groups"})
_PERSONS = frozenset({"people", "men", "women", "persons", "children", "residents", "fans", "others", "more"})
"""Of whom one asks how many they are, and not which."""


def _which(cue: Cue) -> str | None:
    """Several countries have offered help → Which countries have offered help?"""
    line, start = cue.context.line, cue.end
    verb = next((at for at in range(start + 1, min(start + 5, len(line.tokens))) if is_verb(line, at)), None)
    if verb is None or not line.tokens[verb - 1].lower.endswith("s") or line.tokens[verb - 1].lower in _PERSONS:
        return None
    if any(not token.is_word or token.lower in words("stop_words") for token in line.tokens[start:verb]):
        return None
    predicate = predicate_after(line, verb)
    if predicate is None or predicate[1] - predicate[0] < 2:
        return None
    said = line.words((start, predicate[1]))
    return None if points_elsewhere(said) else finished(f"which {said}")


def _who(cue: Cue) -> str | None:
    """Three members of the crew → Who are the three members of the crew?"""
    line = cue.context.line
    found = noun_phrase_after(line, cue.start)
    if found is None or found[1] < cue.end:
        return None
    if found[1] > cue.end and line.tokens[cue.end].lower not in of_class("link"):
        return None  # "six firms now list them"
    # "two sailors, Ada Kell and Tom Brandt": they are named
    if any(token.text in (",", ":", "—", "–", "(") for token in line.tokens[found[0] : found[1] + 1]):
        return None
    said = line.words(found)
    if any(token.is_capitalised for token in line.tokens[cue.end : cue.end + 1]) or points_elsewhere(said):
        return None
    asked = "which" if cue.match["what"] in _THINGS else "who"
    return finished(f"{asked} are the {said[0].lower()}{said[1:]}")


FRAMES = (
    frame(
        "imprecise",
        0.7,
        "some several various certain multiple numerous many",
        "(?:^|(?<=,[ ])|(?<=and[ ])|(?<=that[ ])|(?<=but[ ])) "
        "(?:some|several|various|certain|multiple|numerous|many) _",
        _which,
    ),
    frame(
        "imprecise",
        0.6,
        "two three four five six",
        """
            (?<!the[ ]) (?:two|three|four|five|six) _ (?:[a-z-]+ _){0,2}?
            (?P<what>members|officials|suspects|employees|soldiers|officers|aides|companies|firms|countries|nations|groups
              |witnesses|candidates|politicians|lawmakers|researchers|scientists|gunmen|bidders) (?=_|$)
            """,
        _who,
    ),
)
