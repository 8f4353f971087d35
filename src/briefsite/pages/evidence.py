"""The chip ¶7 behind an item: where it leads, and the slip with the sentence and the cited words in it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from briefsite.pages.escape import anchor_name, markup
from briefsite.pages.excerpt import joined
from briefsite.pages.foreign import attributes
from briefsite.pages.rights import Rights, rights_of
from briefsite.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from markupsafe import Markup

    from briefsite.article import Article
    from briefsite.briefing.anchor import Anchor, AnchoredItem, VerifiedBriefing
    from briefsite.briefing.items import Item

MAX_SLIP = 600
"""Code points of a slip: more is cut round the cited words. A slip that fills the screen hides what it explains."""
_MARGIN = 120
"""Code points kept on either side of the cited words where a slip is cut."""


class Piece(NamedTuple):
    """A stretch of the source's text, cited or not."""

    text: str
    marked: bool = False


class Chip(NamedTuple):
    """A link to one paragraph of a source, with its slip."""

    label: str
    """¶7, or "s2 ¶7" where the briefing has several sources."""
    href: Markup
    """Relative to the briefing's page: `source.md#at-q1`. MkDocs must be able to read it, so it is not escaped."""
    slip_id: Markup
    pieces: tuple[Piece, ...]
    """The sentence, the cited words marked; these alone where the source's rights allow no more."""
    language: Markup
    """`lang` and `dir` of the slip."""


def source_page(verified: VerifiedBriefing, source: str) -> str:
    """The file name of a source's view, beside the briefing's page: the first source has the short name."""
    first = verified.briefing.sources[0].id
    return "source.md" if source == first else f"source-{quote(source)}.md"


def paragraph_label(verified: VerifiedBriefing, source: str, paragraph: int) -> str:
    """What a chip says."""
    return f"¶{paragraph}" if len(verified.briefing.sources) == 1 else f"{source} ¶{paragraph}"


def chips(
    verified: VerifiedBriefing, item: str, anchors: Sequence[Anchor], *, role: str = "", at_item: bool = True
) -> tuple[Chip, ...]:
    """One chip for each paragraph that holds words of the item, in the order of the words.

    `role` keeps the ids of an item's several chips apart. The first chip leads to the item's own place in the source
    view, where `at_item` says that there is one, the others to their paragraph.
    """
    made: list[Chip] = []
    places: dict[tuple[str, int], list[Span]] = {}
    for anchor in anchors:
        if anchor.source in verified.articles:
            places.setdefault((anchor.source, anchor.paragraph), []).append(anchor.span)
    for number, ((source, paragraph), spans) in enumerate(places.items(), 1):
        target = f"at-{item}" if at_item and number == 1 else f"p{paragraph}"
        made.append(
            Chip(
                label=paragraph_label(verified, source, paragraph),
                href=markup(f"{source_page(verified, source)}#{target}"),
                slip_id=anchor_name(f"ev_{item}{role}_{number}"),
                pieces=_slip(verified.articles[source], spans, rights_of(verified, source)),
                language=attributes(verified.articles[source].language),
            )
        )
    return tuple(made)


def pieces(text: str, whole: Span, marks: Iterable[Span]) -> tuple[Piece, ...]:
    """The whole span's text, cut where marks begin and end; marks may overlap and reach outside."""
    made: list[Piece] = []
    at = whole.start
    for mark in sorted(mark for mark in marks if mark.start < whole.end and whole.start < mark.end):
        start, end = max(mark.start, at), min(mark.end, whole.end)
        if start >= end:
            continue
        if at < start:
            made.append(Piece(text[at:start]))
        made.append(Piece(text[start:end], marked=True))
        at = end
    if at < whole.end:
        made.append(Piece(text[at : whole.end]))
    return tuple(made)


def sentences_around(article: Article, span: Span) -> Span:
    """The sentences that hold any of a span, as one; the paragraph where it has none, clamped to it."""
    paragraph = article.paragraph_at(span.start)
    if paragraph is None:
        return span
    start, end = span.start, span.end
    spans = (sentence.span for sentence in paragraph.sentences)
    touched = [sentence for sentence in spans if sentence.start < end and start < sentence.end]
    return touched[0].to(touched[-1]) if touched else paragraph.span


def _slip(article: Article, spans: list[Span], rights: Rights) -> tuple[Piece, ...]:
    """The sentences that hold cited words, with a gap where one between them does not."""
    text = article.text
    shown = spans if rights is Rights.LINK_ONLY else [sentences_around(article, span).to(span) for span in spans]
    parts = joined(text, shown)
    if sum(len(part) for part in parts) > MAX_SLIP:
        near = (Span(max(span.start - _MARGIN, 0), span.end + _MARGIN) for span in spans)
        parts = joined(text, [_within(span, part) for span in near for part in parts if span.overlaps(part)])
    made: list[Piece] = []
    room = MAX_SLIP
    for number, part in enumerate(parts):
        is_cut = len(part) > room
        part = Span(part.start, part.start + room) if is_cut else part
        room -= len(part)
        if number:
            made.append(Piece(" … "))
        elif part.start not in {span.start for span in shown}:
            made.append(Piece("… "))
        made += pieces(text, part, spans)
        if is_cut or room <= 0:
            break
    return (*made, Piece(" …")) if part.end not in {span.end for span in shown} else tuple(made)


def _within(span: Span, whole: Span) -> Span:
    return Span(max(span.start, whole.start), min(span.end, whole.end))


def footnotes(verified: VerifiedBriefing) -> list[tuple[str, str, Markup]]:
    """For paper, where no slip opens: each paragraph that is cited, the words of it that are, their language."""
    cited: dict[tuple[str, int], list[Span]] = {}
    people = {person.id for person in verified.briefing.people}  # a name by itself is evidence of nothing
    for id, item in verified.items.items():
        if item.state == "verified" and id not in people:
            for anchor in (*item.anchors, *item.because):
                cited.setdefault((anchor.source, anchor.paragraph), []).append(anchor.span)
    order = {source.id: number for number, source in enumerate(verified.briefing.sources)}
    notes = []
    for source, paragraph in sorted(cited, key=lambda place: (order.get(place[0], 0), place[1])):
        if source in verified.articles:
            article = verified.articles[source]
            shown = " … ".join(span.of(article.text) for span in _merged(cited[source, paragraph]))
            notes.append((paragraph_label(verified, source, paragraph), shown, attributes(article.language)))
    return notes


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = merged[-1].to(span)
        else:
            merged.append(span)
    return merged


def is_verbatim(item: Item, found: AnchoredItem) -> bool:
    """Whether an item's text is the source's own, rather than a person's words with evidence."""
    return found.state == "verified" and getattr(item, "text", None) in item.anchor_words


def words(verified: VerifiedBriefing, anchors: Sequence[Anchor]) -> str:
    """The anchored words in the source's own characters."""
    return " … ".join(
        span.of(verified.articles[source].text) for source, span in runs(anchors) if source in verified.articles
    )


def runs(anchors: Sequence[Anchor]) -> list[tuple[str, Span]]:
    """Anchors as (source, span), neighbours of one source that touch joined to one."""
    joined: list[tuple[str, Span]] = []
    for source, group in groupby(anchors, key=lambda anchor: anchor.source):
        for anchor in group:
            if joined and joined[-1][0] == source and joined[-1][1].end == anchor.span.start:
                joined[-1] = source, joined[-1][1].to(anchor.span)
            else:
                joined.append((source, anchor.span))
    return joined
