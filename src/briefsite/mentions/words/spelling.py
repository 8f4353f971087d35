"""What the spelling of a word tells wherever it stands: its small letters, its grammar, whether it is a name or owns.

What its place tells (the "Will" of "as Will said" is no auxiliary, the stop of "the U.S." may end a sentence) is for
`tokens`.
"""

from __future__ import annotations

from functools import cache
from sys import intern

from briefsite.lexicon import table
from briefsite.mentions.words.memory import Memory

_ACRONYMS = frozenset({"US", "WHO", "IT"})
"""Not "us", "who" and "it"."""
_POSSESSIVES = frozenset({"'s", "’s", "'S", "’S"})


@cache
def word_classes() -> dict[str, str]:
    """Word → class of the words that carry the grammar of a sentence."""
    return table("word_classes")


def _read(written: str) -> tuple[str, str, bool, str, bool, bool, int, bool]:
    if not (written[0].isalnum() or (written[0] == "@" and len(written) > 1)):
        return written, written, False, "", False, False, -1, False
    owns = written[-2:] in _POSSESSIVES and len(written) > 2
    word = intern(written[:-2] if owns else written)
    lower = intern(word.lower().replace("\u00ad", ""))
    grammar = "" if word in _ACRONYMS else word_classes().get(lower, "")
    return word, lower, True, grammar, owns, word[0].isupper() or word[0] == "@", -1, False


SPELLINGS = Memory(_read)
"""A word or a mark as it is written → the fields of its token behind its place, in their order."""
