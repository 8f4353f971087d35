"""The words of an article, sentence by sentence, with each stretch in quotation marks as one opaque token.

What stands inside a quotation has its own grammar: "“I quit,” she said" is, for finding out who speaks, a
sentence of three words. A sentence here ends where the article's sentence ends, unless that is inside a quotation.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from briefsite.mentions.words.spelling import SPELLINGS, word_classes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.article import Article, Paragraph
    from briefsite.mentions.speech.quotation_marks import Segment
    from briefsite.span import Span

_TOKEN = re.compile(
    r"""
    (?:
        [A-Za-z]++ (?=[ ,])                             # most words, told at once
      | [A-Z][a-z]{0,4}\. (?! [^\W_] )                  # Gen., J.
      | (?:[A-Z]\.){2,} (?:[A-Z]\b)?                    # U.S.
      | (?:\d[\d.,]*\d|\d) (?:[^\W\d_]+)? (?:-[^\W_]+)*   # 20, 37,000, 1st, 20-mile
      | @?[^\W\d_] [\w\u00ad]* (?: [’'.&\-‑] (?=[^\W_]) [\w\u00ad]+ )*   # Smith-Jones, O'Neill, AT&T
    )
  | -- | [^\w\s]                                       # a mark
    """,
    flags=re.VERBOSE,
)
_SIGNATURE = re.compile(r"\s*(?:—|–|--?)\s*[^\W\d_]")
"""A dash after the end of a sentence: who said or wrote it."""
MAX_TOKENS = 300
"""A longer sentence is no prose (quotations count as one token); it is cut, so that no text takes quadratic time."""
_SHORTENED = re.compile(r"[A-Z][a-z]{0,4}\.$")


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
    is_capitalised: bool = False
    """Whether it is a word that begins with a capital letter."""
    segment: int = -1
    """The number of the quoted segment it stands for; -1 for an ordinary token."""
    is_quote: bool = False
    """Whether the token is a quotation."""


class Line(NamedTuple):
    """The tokens of one sentence."""

    tokens: list[Token]
    paragraph: int
    """The place of its paragraph in `article.paragraphs`, from 0."""


def lines(article: Article, segments: Sequence[Segment] = ()) -> list[Line]:
    """The tokens of every paragraph, headings included, sentence by sentence, in order."""
    found: list[Line] = []
    at = 0
    for index, (paragraph, tokens) in enumerate(zip(article.paragraphs, tokens_by_paragraph(article), strict=True)):
        first = at
        while at < len(segments) and segments[at].paragraph == index:
            at += 1
        here = range(first, at)
        outers = [segments[number].outer for number in here]
        boundaries = _outside(outers, _ends(paragraph), article.text, paragraph.span.end)
        marked = _with_quotations(article.text, tokens, here, segments) if here else tokens
        found += _parted(marked, boundaries, index)
    return found


def _parted(tokens: Sequence[Token], boundaries: Sequence[int], paragraph: int) -> list[Line]:
    """The tokens of a paragraph in lines that end at the boundaries, which stand in order."""
    starts = [token.start for token in tokens]
    found = []
    first = 0
    for boundary in (*boundaries, None):
        end = len(tokens) if boundary is None else bisect_left(starts, boundary, first)
        found += [Line(list(tokens[at : min(at + MAX_TOKENS, end)]), paragraph) for at in range(first, end, MAX_TOKENS)]
        first = end
    return found


def _outside(quoted: Sequence[Span], ends: Sequence[int], text: str, limit: int) -> list[int]:
    """The ends of sentences that are neither inside a quotation nor followed by its signature."""
    outside = []
    cursor = 0
    for end in ends:
        while cursor < len(quoted) and quoted[cursor].end <= end:
            cursor += 1
        inside = cursor < len(quoted) and quoted[cursor].start < end
        if not inside and not _SIGNATURE.match(text, end, limit):
            outside.append(end)
    return outside


def _with_quotations(text: str, plain: Sequence[Token], here: range, segments: Sequence[Segment]) -> list[Token]:
    """The tokens of a paragraph, with each quotation as one of them."""
    found: list[Token] = []
    at = 0
    for number in here:
        outer = segments[number].outer
        while at < len(plain) and plain[at].start < outer.start:
            found.append(plain[at])
            at += 1
        found.append(
            Token(outer.start, outer.end, segments[number].span.of(text), "", False, segment=number, is_quote=True)
        )
        while at < len(plain) and plain[at].start < outer.end:
            at += 1
    found.extend(plain[at:])
    return found


@lru_cache(maxsize=2)
def tokens_by_paragraph(article: Article) -> tuple[list[Token], ...]:
    """The tokens of each paragraph, quotation marks among them: read once for all readers of an article."""
    return tuple(
        _plain(article.text, paragraph.span.start, paragraph.span.end, _ends(paragraph))
        for paragraph in article.paragraphs
    )


def _ends(paragraph: Paragraph) -> tuple[int, ...]:
    """Where the sentences of a paragraph end, but for the last."""
    return tuple([sentence.span.end for sentence in paragraph.sentences[:-1]])


def _plain(text: str, start: int, end: int, stops: Sequence[int]) -> list[Token]:
    """The tokens of a paragraph, in which sentences end at the stops."""
    # concatenated, not unpacked: half the time, and there are a thousand in an article
    found = [_new(Token, match.span() + SPELLINGS[match[0]]) for match in _TOKEN.finditer(text, start, end)]
    found = _stopped(found, (*stops, end))
    for at in [at for at, token in enumerate(found) if token.lower in _unsure()]:
        token, before = found[at], found[at - 1] if at else None
        if before is None or not before.is_word:
            continue
        if token.is_capitalised:
            found[at] = token._replace(word_class="")  # "as Will said"
        elif not token.is_word and before.is_capitalised and before.end == token.start and before.text[-1] in "sS":
            found[at - 1] = before._replace(possessive=True)  # the Rollins’ house
    return found


def _stopped(tokens: Sequence[Token], stops: Sequence[int]) -> list[Token]:
    """The tokens, with the stop of a sentence a token of its own where it was read as that of "Jan."."""
    found: list[Token] = []
    first = 0
    for stop in stops:
        at = bisect_left(tokens, stop, first, key=_START) - 1
        if at >= first and (last := tokens[at]).end == stop and _SHORTENED.match(last.text):
            found += tokens[first:at]
            found.append(_new(Token, (last.start, stop - 1) + SPELLINGS[last.text[:-1]]))
            found.append(_new(Token, (stop - 1, stop) + SPELLINGS["."]))
            first = at + 1
    return found + list(tokens[first:])


_new = tuple.__new__
"""Makes a token of all its fields, in half the time that a call of the class takes."""
_START = itemgetter(0)


@cache
def _unsure() -> frozenset[str]:
    """What is read by what stands before it: auxiliaries, which may be names, and apostrophes."""
    return frozenset(["'", "’", *(word for word, kind in word_classes().items() if kind == "auxiliary")])
