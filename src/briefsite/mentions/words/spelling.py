"""What stands between two spaces, read into words and marks: the, ‘Rollins’, or U.S.-led.

A run is read once and remembered, wherever it stands; what depends on its place (whether a stop ends the sentence or
belongs to the word before it) is left to `tokens`.
"""

from __future__ import annotations

import re
from functools import cache
from sys import intern

from briefsite.lexicon import table
from briefsite.mentions.words.memory import Memory

_TOKEN = re.compile(
    r"""
    (?:
        (?:[A-Z]\.){2,} (?:[A-Z]\b)?                    # U.S.
      | (?:\d[\d.,]*\d|\d) (?:[^\W\d_]+)? (?:-[^\W_]+)*   # 20, 37,000, 1st, 20-mile
      | @?[^\W\d_] [\w\u00ad]* (?: [’'.&\-‑] (?=[^\W_]) [\w\u00ad]+ )*   # Smith-Jones, O'Neill, AT&T
    )
  | -- | [^\w\s]                                       # a mark
    """,
    flags=re.VERBOSE,
)
_MARKS = "“”‘’\"'()[],.;:!?…"
"""What stands around a word, each a mark of its own."""
_ACRONYMS = frozenset({"US", "WHO", "IT"})
"""Not "us", "who" and "it"."""
_POSSESSIVES = frozenset({"'s", "’s", "'S", "’S"})
_APOSTROPHES = ("'", "’")


Spelled = tuple[int, int, tuple[str, str, bool, str, bool, bool, int, bool], bool]
"""A word or a mark of a run: where it starts and ends there; the fields of a token behind its place, in their order;
whether what stands before it can change how it is read: the "." of "Gen.", the "Will" of "as Will said".

Plain tuples, which the search for circles of objects passes over once it has seen them: thousands are remembered.
"""


@cache
def word_classes() -> dict[str, str]:
    """Word → class of the words that carry the grammar of a sentence."""
    return table("word_classes")


def _spelled(start: int, end: int, run: str) -> Spelled:
    written = run[start:end]
    if not (written[0].isalnum() or (written[0] == "@" and len(written) > 1)):
        return start, end, (written, written, False, "", False, False, -1, False), written == "."
    owns = written[-2:] in _POSSESSIVES and len(written) > 2
    word = intern(written[:-2] if owns else written)
    lower = intern(word.lower().replace("\u00ad", ""))
    grammar = "" if word in _ACRONYMS else word_classes().get(lower, "")
    is_capitalised = word[0].isupper() or word[0] == "@"
    if is_capitalised and written[-1] in "sS" and run.startswith(_APOSTROPHES, end):
        owns = True  # the Rollins’ house
    fields = (word, lower, True, grammar, owns, is_capitalised, -1, False)
    return start, end, fields, is_capitalised and grammar == "auxiliary"


def _read(run: str) -> tuple[Spelled, ...]:
    word = run.strip(_MARKS)
    if word.isalpha():  # so is most that is new, and the pattern takes its time
        start = run.index(word)
        end = start + len(word)
        before, after = range(start), range(end, len(run))
        return (*_marks(run, before), _spelled(start, end, run), *_marks(run, after))
    return tuple([_spelled(match.start(), match.end(), run) for match in _TOKEN.finditer(run)])


def _marks(run: str, places: range) -> list[Spelled]:
    return [_spelled(at, at + 1, run) for at in places]


SPELLED = Memory(_read)
"""A run of characters without a plain space in it → its words and marks, in order."""
