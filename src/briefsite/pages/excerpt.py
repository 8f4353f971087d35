"""What of a source is shown, and what is not: each paragraph cut into the one and the other.

The neighbours of a cited sentence are those of its own paragraph: where every paragraph is one sentence, as in much
news, neighbours across paragraphs would make the excerpt the whole article.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefsite.pages.rights import Rights
from briefsite.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from briefsite.article import Article, Paragraph
    from briefsite.briefing.anchor import VerifiedBriefing


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch of a paragraph that is shown, or is not."""

    span: Span
    is_shown: bool
    hidden_sentences: int = 0
    """How many whole sentences it holds, where it is not shown."""


def cited_spans(verified: VerifiedBriefing, source: str) -> dict[int, list[Span]]:
    """The words of a source that any item cites, by paragraph, in order; those that tell who "he" is included."""
    cited: dict[int, list[Span]] = {}
    for item in verified.items.values():
        if item.state == "verified":
            for anchor in (*item.anchors, *item.because):
                if anchor.source == source:
                    cited.setdefault(anchor.paragraph, []).append(anchor.span)
    return {paragraph: sorted(spans) for paragraph, spans in sorted(cited.items())}


def stretches(article: Article, cited: Mapping[int, Sequence[Span]], rights: Rights) -> dict[int, tuple[Stretch, ...]]:
    """Each paragraph's stretches in order, by its number; what lies between two is white space.

    Cited words are always shown, whatever the rights, so that every link to them lands.
    """
    return {
        paragraph.number: tuple(
            _cut(article.text, paragraph, _shown(paragraph, cited.get(paragraph.number, ()), rights))
        )
        for paragraph in article.paragraphs
    }


def _shown(paragraph: Paragraph, cited: Sequence[Span], rights: Rights) -> list[Span]:
    # A heading is a signpost of a few words: without it nobody finds their way through an excerpt.
    if rights is Rights.FULL or (rights is Rights.EXCERPT and paragraph.kind == "heading"):
        return [paragraph.span]
    inside = [
        Span(max(span.start, paragraph.span.start), min(span.end, paragraph.span.end))
        for span in cited
        if span.overlaps(paragraph.span)
    ]
    if rights is Rights.LINK_ONLY:
        return sorted(inside)
    # A caption has no sentences of its own: it counts as one.
    sentences = [sentence.span for sentence in paragraph.sentences] or [paragraph.span]
    sentences[0] = Span(paragraph.span.start, sentences[0].end)  # with a dateline before it
    held = [any(span.overlaps(sentence) for span in cited) for sentence in sentences]
    near = [sentence for number, sentence in enumerate(sentences) if any(held[max(0, number - 1) : number + 2])]
    return sorted((*inside, *near))


def _cut(text: str, paragraph: Paragraph, shown: Sequence[Span]) -> Iterator[Stretch]:
    at = paragraph.span.start
    for part in joined(text, shown):
        yield from _hidden(text, paragraph, at, part.start)
        yield Stretch(span=part, is_shown=True)
        at = part.end
    yield from _hidden(text, paragraph, at, paragraph.span.end)


def joined(text: str, spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that overlap or have only white space between them as one."""
    parts: list[Span] = []
    for span in sorted(spans):
        if parts and not text[parts[-1].end : span.start].strip():
            parts[-1] = parts[-1].to(span)
        else:
            parts.append(span)
    return parts


def _hidden(text: str, paragraph: Paragraph, start: int, end: int) -> Iterator[Stretch]:
    # What is only a full stop or a quotation mark between two cited words is not worth a word.
    if start < end and re.search(r"\w", text[start:end]):
        count = sum(start <= sentence.span.start and sentence.span.end <= end for sentence in paragraph.sentences)
        yield Stretch(span=Span(start, end), is_shown=False, hidden_sentences=count)
