"""The words of an article, sentence by sentence, with each stretch in quotation marks as one opaque token.

What stands inside a quotation has its own grammar: "“I quit,” she said" is, for finding out who speaks, a
sentence of three words. A sentence here ends where the article's sentence ends, unless that is inside a quotation.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from briefsite.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.article import Article, Paragraph
    from briefsite.mentions.speech.quotation_marks import Segment
    from briefsite.span import Span

_TOKEN = re.compile(
    r"""
    (?:
        [A-Za-z]++ (?=[ ,])                             # most words, told at once
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
_ACRONYMS = frozenset({"US", "WHO", "IT"})
"""Not "us", "who" and "it"."""
_POSSESSIVES = frozenset({"'s", "’s", "'S", "’S"})
_APOSTROPHES = frozenset(["'", "’"])
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


@cache
def word_classes() -> dict[str, str]:
    """Word → class of the words that carry the grammar of a sentence."""
    return table("word_classes")


def lines(article: Article, segments: Sequence[Segment] = ()) -> list[Line]:
    """The tokens of every paragraph, headings included, sentence by sentence, in order."""
    found: list[Line] = []
    at = 0
    for index, plain in enumerate(_plain_lines(article)):
        first = at
        while at < len(segments) and segments[at].paragraph == index:
            at += 1
        if first == at:
            found += plain
            continue
        here = range(first, at)
        tokens = _with_quotations(article.text, [token for line in plain for token in line.tokens], here, segments)
        outers = [segments[number].outer for number in here]
        paragraph = article.paragraphs[index]
        found += _parted(tokens, _outside(outers, _ends(paragraph), article.text, paragraph.span.end), index)
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
def _plain_lines(article: Article) -> tuple[tuple[Line, ...], ...]:
    """The lines of each paragraph, quotation marks among their tokens: read once for all readers of an article."""
    text = article.text
    found = []
    for index, paragraph in enumerate(article.paragraphs):
        start, end, stops = paragraph.span.start, paragraph.span.end, _ends(paragraph)
        found.append(tuple(_parted(_plain(text, start, end, frozenset(stops)), _outside((), stops, text, end), index)))
    return tuple(found)


def _ends(paragraph: Paragraph) -> tuple[int, ...]:
    """Where the sentences of a paragraph end, but for the last."""
    return tuple([sentence.span.end for sentence in paragraph.sentences[:-1]])


def _plain(text: str, start: int, end: int, stops: frozenset[int]) -> list[Token]:
    found: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        spelled = match[0]
        told = _told_by_spelling(spelled)
        if told[5]:  # a capital
            to = match.end()
            word, lower, is_word, grammar, owns, capital, segment, is_quote = told
            if spelled[-1] in "sS" and text[to : to + 1] in _APOSTROPHES:
                owns = True  # the Rollins’ house
            if grammar == "auxiliary" and found and found[-1].is_word:
                grammar = ""  # "as Will said"
            told = (word, lower, is_word, grammar, owns, capital, segment, is_quote)
        elif spelled == "." and found and (to := match.end()) != end and to not in stops:
            last = found[-1]
            if last.end == to - 1 and _shortens(last):  # "Gen.", "J.": the stop is part of the word
                found[-1] = last._replace(end=to, text=last.text + ".", lower=last.lower + ".", word_class="")
                continue
        found.append(_new(Token, match.span() + told))
    return found


_new = tuple.__new__
"""Makes a token of all its fields: twice as fast as a call of the class, and there are a thousand in an article."""


@lru_cache(maxsize=20_000)
def _told_by_spelling(spelled: str) -> tuple[str, str, bool, str, bool, bool, int, bool]:
    """The fields of a token behind its place, as far as its spelling tells them."""
    if not (spelled[0].isalnum() or (spelled[0] == "@" and len(spelled) > 1)):
        return spelled, spelled, False, "", False, False, -1, False
    owns = spelled[-2:] in _POSSESSIVES and len(spelled) > 2
    word = spelled[:-2] if owns else spelled
    lower = word.lower().replace("\u00ad", "")
    grammar = "" if word in _ACRONYMS else word_classes().get(lower, "")
    return word, lower, True, grammar, owns, word[0].isupper() or word[0] == "@", -1, False


def _shortens(token: Token) -> bool:
    return token.is_word and _ABBREVIATION.match(token.text) is not None
