"""How words are typed otherwise than an original that is the same when folded."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

from briefsite.span import Span
from briefsite.typography.folding import IGNORED, folded

_FIXED_SPACES = ("\xa0", "\u202f")
"""Between a number and its unit, before a French question mark: spaces at which no line ends."""


def retyped(words: str, original: str) -> tuple[tuple[Span, str], ...]:
    """Where words are typed otherwise than an original that is the same when folded: the place, and its characters.

    Told are quotation marks, dashes and dots, and a space that must not break against one that may. Letters,
    runs of space, line ends and characters that nobody sees count as typed alike. Empty where nothing differs,
    and where the two are not the same words at all.
    """
    if words == original:
        return ()
    ours, theirs = folded(words), folded(original)
    if ours.text != theirs.text:
        return ()
    here, there = ours.joints(), theirs.joints()
    joints = sorted(here.keys() & there.keys())
    found = []
    for begin, end in pairwise(joints):
        typed, meant = words[here[begin] : here[end]], original[there[begin] : there[end]]
        typed, meant = typed.strip(IGNORED), meant.strip(IGNORED)
        if ours.text[begin:end] == " " and not (meant in _FIXED_SPACES and typed == " "):
            continue
        is_mark = all(unicodedata.category(character)[0] not in "LMN" for character in typed + meant)
        if typed and meant and typed != meant and is_mark:
            start = words.index(typed, here[begin])
            found.append((Span(start, start + len(typed)), meant))
    return tuple(found)
