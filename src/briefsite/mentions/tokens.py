"""The words of an article, sentence by sentence, with each stretch in quotation marks as one opaque token.

What stands inside a quotation has its own grammar: "“I quit,” she said" is, for finding out who speaks, a
sentence of three words. A sentence here ends where the article's sentence ends, unless that is inside a quotation.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from briefsite.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.article import Article
    from briefsite.mentions.quotation_marks import Segment

_TOKEN = re.compile(
    r"""
    (?P<word>
        (?:[A-Z]\.){2,} (?:[A-Z]\b)?                    # U.S.
      | (?:\d[\d.,]*\d|\d) (?:[^\W\d_]+)? (?:-[^\W_]+)*   # 20, 37,000, 1st, 20-mile
      | @?[^\W\d_] [\w\u00ad]* (?: [’'.&\-‑] (?=[^\W_]) [\w\u00ad]+ )*   # Smith-Jones, O'Neill, AT&T
    )
  | (?P<mark> -- | [^\w\s] )
    """,
    flags=re.VERBOSE,
)
_SIGNATURE = re.compile(r"\s*(?:—|–|--?)\s*[^\W\d_]")
"""A dash after the end of a sentence: who said or wrote it."""
_POSSESSIVE = re.compile(r"(?:['’][sS])$")
_ABBREVIATION = re.compile(r"[A-Z][a-z]{0,4}$")


class Token(NamedTuple):
    """A word, a punctuation mark, or a whole quotation."""

    start: int
    end: int
    text: str
    """As written, without a possessive ending; the quoted words of a quotation."""
    lower: str
    is_word: bool
    word_class: str = ""
    """The grammatical class of a function word; "" for any other."""
    possessive: bool = False
    segment: int = -1
    """The number of the quoted segment it stands for; -1 for an ordinary token."""

    @property
    def is_quote(self) -> bool:
        """Whether the token is a quotation."""
        return self.segment >= 0

    @property
    def is_capitalised(self) -> bool:
        """Whether it is a word that begins with a capital letter."""
        return self.is_word and (self.text[0].isupper() or (self.text[0] == "@"))


class Line(NamedTuple):
    """The tokens of one sentence."""

    tokens: list[Token]
    paragraph: int
    """The place of its paragraph in `article.paragraphs`, from 0."""


@cache
def word_classes() -> dict[str, str]:
    """Word → class of the words that carry the grammar of a sentence."""
    return table("word_classes")


def lines(article: Article, segments: Sequence[Segment] = ()) -> list[Line]:
    """The tokens of every paragraph, headings included, sentence by sentence, in order."""
    found: list[Line] = []
    text, at = article.text, 0
    for index, paragraph in enumerate(article.paragraphs):
        here = []
        while at < len(segments) and segments[at].paragraph == index:
            here.append(at)
            at += 1
        ends = [s.span.end for s in paragraph.sentences][:-1]
        quoted = [segments[number].outer for number in here]
        cursor = 0
        boundaries = []
        for end in ends:
            while cursor < len(quoted) and quoted[cursor].end <= end:
                cursor += 1
            inside = cursor < len(quoted) and quoted[cursor].start < end
            if not inside and not _SIGNATURE.match(text, end, paragraph.span.end):
                boundaries.append(end)
        boundaries.append(paragraph.span.end)
        tokens = _tokens(text, paragraph.span.start, paragraph.span.end, here, segments, frozenset(boundaries))
        line: list[Token] = []
        place = 0
        for token in tokens:
            while token.start >= boundaries[place]:
                if line:
                    found.append(Line(line, index))
                line = []
                place += 1
            line.append(token)
        if line:
            found.append(Line(line, index))
    return found


def _tokens(
    text: str, start: int, end: int, here: list[int], segments: Sequence[Segment], boundaries: frozenset[int]
) -> list[Token]:
    found: list[Token] = []
    for number in here:
        outer = segments[number].outer
        found += _plain(text, start, outer.start, boundaries)
        found.append(Token(outer.start, outer.end, segments[number].span.of(text), "", is_word=False, segment=number))
        start = outer.end
    found += _plain(text, start, end, boundaries)
    return found


def _plain(text: str, start: int, end: int, boundaries: frozenset[int]) -> list[Token]:
    found: list[Token] = []
    classes = word_classes()
    for match in _TOKEN.finditer(text, start, end):
        at, to = match.span()
        word = match["word"]
        if not word:
            if match[0] == "." and found and found[-1].end == at and to not in boundaries and _shortens(found[-1]):
                last = found[-1]  # "Gen.", "J.": the stop is part of the word
                found[-1] = last._replace(end=to, text=last.text + ".", lower=last.lower + ".")
            else:
                found.append(Token(at, to, match[0], match[0], is_word=False))
            continue
        owner = word
        if possessive := _POSSESSIVE.search(word):
            owner = word[: possessive.start()]
        if not owner:
            continue
        owns = possessive is not None
        if not owns and word[-1] in "sS" and text[to : to + 1] in ("'", "’") and word[0].isupper():
            owns = True  # the Rollins’ house
        lower = owner.lower().replace("\u00ad", "")
        found.append(Token(at, to, owner, lower, is_word=True, word_class=classes.get(lower, ""), possessive=owns))
    return found


def _shortens(token: Token) -> bool:
    return token.is_word and _ABBREVIATION.match(token.text) is not None
