"""A paragraph → its sentences: abbreviations, initials, decimal points and closing quotes.

The sentences of a paragraph stand in order and do not overlap; between them is only space. A sentence
keeps its closing quotation marks and brackets.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefsite.lexicon import words
from briefsite.span import Span, trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator

_END = re.compile(
    r"""
    (?P<stop> [.!?…]+ | 。 )
    (?P<close> [\"'”’»)\]]* | \s?[\"”»](?=\s|$) )    # ' " ' may stand off, as wire copy has it
    (?= \s+ [\"'“‘«(\[]* \s? (?P<next> \S ) )
    """,
    flags=re.VERBOSE,
)
_LAST_WORD = re.compile(r"[^\s\"“”‘’'(\[—–/]+$")
_FIRST_WORD = re.compile(r"\s*[\"'“‘(\[]*\s*([\w’']+)")
_INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z]?")


@cache
def _abbreviations(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Those that a name or number follows ("Mr."), and those that may also end a sentence ("Inc.")."""
    always = {word for word in words("abbreviations", language) if not word.endswith("?")}
    return frozenset(always), frozenset(word[:-1] for word in words("abbreviations", language) if word.endswith("?"))


def split_sentences(text: str, paragraph: Span, language: str = "en") -> Iterator[Span]:
    """The sentences of a paragraph, in order, without the space around them."""
    start = paragraph.start
    for match in _END.finditer(text, paragraph.start, paragraph.end):
        if _ends_here(text, start, match, language):
            if span := trimmed(text, start, match.end()):
                yield span
            start = match.end()
    if span := trimmed(text, start, paragraph.end):
        yield span


def _ends_here(text: str, start: int, match: re.Match[str], language: str) -> bool:
    following = match["next"]
    if following.islower():
        return False  # “Enough!” he said.  e.g. this
    if match["stop"] != ".":
        return True
    before = _LAST_WORD.search(text, max(start, match.start() - 24), match.start())
    word = before.group() if before else ""
    if match["close"]:
        return True
    always, sometimes = _abbreviations(language)
    folded = word.lower()
    if folded in always:
        return False
    if _INITIALS.fullmatch(word + "."):
        # "J. Smith" and "U.S. Senate" go on; "in the U.S. The …" ends, and only a word that commonly
        # begins a sentence tells the two apart.
        return len(word) > 1 and _opens_sentence(text, match.end(), language)
    if folded in sometimes:
        return _opens_sentence(text, match.end(), language)
    return True


def _opens_sentence(text: str, at: int, language: str) -> bool:
    first = _FIRST_WORD.match(text, at)
    return bool(first and first[1].lower() in words("sentence_openers", language))
