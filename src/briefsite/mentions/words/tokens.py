"""The words of an article, sentence by sentence, with each stretch in quotation marks as one opaque token.

What stands inside a quotation has its own grammar: "“I quit,” she said" is, for finding out who speaks, a
sentence of three words. A sentence here ends where the article's sentence ends, unless that is inside a quotation.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from briefsite.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.article import Article
    from briefsite.mentions.speech.quotation_marks import Segment
    from briefsite.span import Span

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
MAX_TOKENS = 300
"""A longer sentence is no prose (quotations count as one token); it is cut, so that no text takes quadratic time."""
_ACRONYMS = frozenset({"US", "WHO", "IT"})
"""Not "us", "who" and "it"."""
_POSSESSIVES = frozenset({"'s", "’s", "'S", "’S"})
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
    spans = tuple(paragraph.span for paragraph in article.paragraphs)
    ends = tuple(tuple(s.span.end for s in paragraph.sentences)[:-1] for paragraph in article.paragraphs)
    found: list[Line] = []
    at = 0
    for index, plain in enumerate(_plain_tokens(article.text, spans, ends)):
        first = at
        while at < len(segments) and segments[at].paragraph == index:
            at += 1
        here = range(first, at)
        tokens = _with_quotations(article.text, plain, here, segments) if here else plain
        boundaries = _outside([segments[number].outer for number in here], ends[index], article.text, spans[index].end)
        line: list[Token] = []
        place = 0
        for token in tokens:
            while place < len(boundaries) and token.start >= boundaries[place]:
                if line:
                    found.append(Line(line, index))
                    line = []
                place += 1
            if len(line) == MAX_TOKENS:
                found.append(Line(line, index))
                line = []
            line.append(token)
        if line:
            found.append(Line(line, index))
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
        found.append(Token(outer.start, outer.end, segments[number].span.of(text), "", is_word=False, segment=number))
        while at < len(plain) and plain[at].start < outer.end:
            at += 1
    found.extend(plain[at:])
    return found


@lru_cache(maxsize=2)
def _plain_tokens(
    text: str, paragraphs: tuple[Span, ...], ends: tuple[tuple[int, ...], ...]
) -> tuple[tuple[Token, ...], ...]:
    """The tokens of each paragraph, quotation marks among them: read once for the names and for the quotations."""
    return tuple(
        tuple(_plain(text, paragraph.start, paragraph.end, frozenset(stops)))
        for paragraph, stops in zip(paragraphs, ends, strict=True)
    )


def _plain(text: str, start: int, end: int, stops: frozenset[int]) -> list[Token]:
    found: list[Token] = []
    classes = word_classes()
    for match in _TOKEN.finditer(text, start, end):
        at, to = match.span()
        word = match[0]
        if match.lastgroup == "mark":
            if word == "." and found and found[-1].end == at and to not in stops and to != end and _shortens(found[-1]):
                last = found[-1]  # "Gen.", "J.": the stop is part of the word
                found[-1] = last._replace(end=to, text=last.text + ".", lower=last.lower + ".", word_class="")
            else:
                found.append(Token(at, to, word, word, False))
            continue
        owns = word[-2:] in _POSSESSIVES and len(word) > 2
        if owns:
            word = word[:-2]
        elif text[to : to + 1] in ("'", "’") and word[-1] in "sS" and word[0].isupper():
            owns = True  # the Rollins’ house
        lower = word.lower()
        if "\u00ad" in lower:
            lower = lower.replace("\u00ad", "")
        grammar = "" if word in _ACRONYMS else classes.get(lower, "")
        if grammar == "auxiliary" and word[0].isupper() and found and found[-1].is_word:
            grammar = ""  # "as Will said"
        found.append(Token(at, to, word, lower, True, grammar, owns))
    return found


def _shortens(token: Token) -> bool:
    return token.is_word and _ABBREVIATION.match(token.text) is not None
