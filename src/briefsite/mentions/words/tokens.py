"""The words of an article, sentence by sentence, with each stretch in quotation marks as one opaque token.

What stands inside a quotation has its own grammar: "“I quit,” she said" is, for finding out who speaks, a
sentence of three words. A sentence here ends where the article's sentence ends, unless that is inside a quotation.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from briefsite.mentions.words.spelling import SPELLED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.article import Article, Paragraph
    from briefsite.mentions.speech.quotation_marks import Segment
    from briefsite.span import Span

_SIGNATURE = re.compile(r"\s*(?:—|–|--?)\s*[^\W\d_]")
"""A dash after the end of a sentence: who said or wrote it."""
MAX_TOKENS = 300
"""A longer sentence is no prose (quotations count as one token); it is cut, so that no text takes quadratic time."""
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
        _plain(article.text, paragraph.span.start, paragraph.span.end, frozenset(_ends(paragraph)))
        for paragraph in article.paragraphs
    )


def _ends(paragraph: Paragraph) -> tuple[int, ...]:
    """Where the sentences of a paragraph end, but for the last."""
    return tuple([sentence.span.end for sentence in paragraph.sentences[:-1]])


def _plain(text: str, start: int, end: int, stops: frozenset[int]) -> list[Token]:
    """The tokens of a paragraph, in which sentences end at the stops."""
    found: list[Token] = []
    at = start
    for run in text[start:end].split(" "):
        for first, last, fields, hangs in SPELLED[run]:
            if hangs and found:
                before = found[-1]
                if not fields[_IS_WORD]:
                    to = at + last
                    if before.end == to - 1 and to != end and to not in stops and _shortens(before):
                        # "Gen.", "J.": the stop is part of the word
                        found[-1] = before._replace(
                            end=to, text=before.text + ".", lower=before.lower + ".", word_class=""
                        )
                        continue
                elif before.is_word:
                    found.append(Token(at + first, at + last, *fields)._replace(word_class=""))  # "as Will said"
                    continue
            found.append(_new(Token, (at + first, at + last) + fields))  # noqa: RUF005  (half the time)
        at += len(run) + 1
    return found


_new = tuple.__new__
"""Makes a token of all its fields: twice as fast as a call of the class, and there are a thousand in an article."""
_IS_WORD = 2
"""The place of `is_word` among the fields that follow a token's place."""


def _shortens(token: Token) -> bool:
    return token.is_word and _ABBREVIATION.match(token.text) is not None
