"""Where words stand in the sources of a briefing, and what comes nearest where they do not.

Typography is folded, nothing else: a look-alike sentence is worse than none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from briefsite.briefing.anchor import Anchor
from briefsite.briefing.grounding import stands_in_marks
from briefsite.briefing.syntax import in_words
from briefsite.span import Span
from briefsite.typography import find_words, fold, nearest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefsite.article import Article

Reference = tuple[str, int]
"""A source's id and the number of a paragraph."""

_WORD = re.compile(r"\S+")
_EDGE = ".,;:!?\"'()[]"
_MOST_SHOWN = 200
"""Code points of the nearest words that a message shows."""


class Place(NamedTuple):
    """Where a search goes on: behind an offset of one of the paragraphs named."""

    position: int
    """Among the references, from 0."""
    offset: int


START = Place(0, 0)


@dataclass(frozen=True, slots=True)
class Search:
    """Words looked for in the sources of one briefing."""

    articles: Mapping[str, Article]
    has_several: bool
    """Whether the briefing names several sources, so that a paragraph's name needs its source."""

    def first(
        self, references: Sequence[Reference], words: str, at: Place = START, *, quoted: bool = False
    ) -> tuple[Place, Anchor] | None:
        """The first place of the words in these paragraphs, from `at` on, and where to go on.

        Words that are `quoted` are found where they stand in quotation marks, if they do anywhere.
        """
        for position in range(at.position, len(references)):
            source, number = references[position]
            article = self.articles[source]
            paragraph = article.paragraphs[number - 1].span
            spans = find_words(article.text, words, paragraph)
            ahead = [span for span in spans if position > at.position or span.start >= at.offset]
            if len(ahead) > 1 and quoted:
                # “bigger” is quoted where it stands in quotation marks, not where the writer used the word before.
                ahead = [span for span in ahead if stands_in_marks(article.text, span)] or ahead
            if ahead:
                return Place(position, ahead[0].end), Anchor(source=source, paragraph=number, span=ahead[0])
        return None

    def near(self, references: Sequence[Reference], words: str) -> Anchor | None:
        """The place of the words anywhere in the sources named: the last one before these paragraphs end, if any."""
        for source, number in references:
            article = self.articles[source]
            spans = find_words(article.text, words, _whole(article))
            end = article.paragraphs[number - 1].span.end
            before = [span for span in spans if span.start < end]
            for span in (*before[-1:], *spans):
                if paragraph := article.paragraph_at(span.start):
                    return Anchor(source=source, paragraph=paragraph.number, span=span)
        return None

    def paragraphs(self, words: str) -> tuple[Reference, ...]:
        """Every paragraph of any source that holds the words."""
        places: dict[Reference, None] = {}
        for source, article in self.articles.items():
            for span in find_words(article.text, words, _whole(article)):
                if (paragraph := article.paragraph_at(span.start)) and span in paragraph.span:
                    places[source, paragraph.number] = None
        return tuple(places)

    def across(self, references: Sequence[Reference], words: str) -> Reference | None:
        """The paragraph in which the words begin, where they run into the next."""
        for source in dict.fromkeys(source for source, _ in references):
            article = self.articles[source]
            for span in find_words(article.text, words, _whole(article)):
                if paragraph := article.paragraph_at(span.start):
                    return source, paragraph.number
        return None

    def nearest(self, references: Sequence[Reference], words: str) -> str:
        """What the source has instead, in a sentence that marks what differs; empty where nothing is much like it."""
        for source in dict.fromkeys(source for source, _ in references):
            article = self.articles[source]
            span = nearest(article.text, words, _whole(article))
            if span and (paragraph := article.paragraph_at(span.start)):
                near = article.text[span.start : min(span.end, paragraph.span.end)]
                theirs, yours = marked(near, words)
                place = self.name(source, paragraph.number)
                said = f"nearest words in the source: “{_shown(theirs)}” ({place})"
                return f"{said}; {yours}" if yours else said
        return ""

    def name(self, source: str, number: int) -> str:
        """A paragraph as the file writes it: p7, or s2:p7 where there are several sources."""
        return f"{source}:p{number}" if self.has_several else f"p{number}"


def marked(source: str, typed: str) -> tuple[str, str]:
    """The source's words with what differs in brackets, and what was typed there instead.

    "We were slow to hear it", "We were slow to see it"   → "We were slow to [hear] it", "you have [see]"

    Nothing is marked where most of it differs: then the two are to be read as they are.
    """
    theirs, ours = list(_WORD.finditer(source)), list(_WORD.finditer(typed))
    matcher = SequenceMatcher(None, _keys(theirs), _keys(ours), autojunk=False)
    changes = [change for change in matcher.get_opcodes() if change[0] != "equal"]
    if not changes or matcher.ratio() < 0.5:
        return source, ""
    pieces, at, instead = [], 0, []
    for _, begin, end, our_begin, our_end in changes:
        if begin < end:
            low, high = _inner(source, theirs[begin].start(), theirs[end - 1].end())
            pieces += [source[at:low], "[", source[low:high], "]"]
            at = high
        if our_begin < our_end:
            low, high = _inner(typed, ours[our_begin].start(), ours[our_end - 1].end())
            instead.append(f"[{in_words(typed[low:high])}]")
    if not instead:
        return "".join((*pieces, source[at:])), "you leave out what is in brackets"
    verb = "have" if pieces else "add"
    return "".join((*pieces, source[at:])), f"you {verb} {' … '.join(instead)}"


def _shown(theirs: str) -> str:
    """The source's words, cut where they are long, so that what is marked stays in sight."""
    if len(theirs) <= _MOST_SHOWN or (first := theirs.find("[")) < _MOST_SHOWN // 2:
        return in_words(theirs, _MOST_SHOWN)
    start = theirs.find(" ", first - _MOST_SHOWN // 2, first) + 1
    return f"…{in_words(theirs[start:], _MOST_SHOWN)}"


def _keys(words: Sequence[re.Match[str]]) -> list[str]:
    return [fold(word.group()).strip(_EDGE) or word.group() for word in words]


def _inner(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without the punctuation at its ends, where something is left."""
    low, high = start, end
    while low < high and fold(text[low]) in _EDGE:
        low += 1
    while high > low and fold(text[high - 1]) in _EDGE:
        high -= 1
    return (low, high) if low < high else (start, end)


def _whole(article: Article) -> Span:
    return Span(0, max(len(article.text), 1))
