"""The view of a source: its numbered paragraphs, what is used highlighted, and the items that use it in the margin.

Spans of items overlap freely (a figure inside a key point inside a question), so a paragraph is cut at every start
and end, and each segment carries the kinds that cover it, the most specific one first.

`rights: excerpt` shows the sentences that are used and one neighbour on either side; `rights: link-only` shows none.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from markupsafe import Markup

from briefsite.pages.check import coverage
from briefsite.pages.dates import date_words
from briefsite.pages.environment import front_matter, render
from briefsite.pages.escape import anchor_name
from briefsite.pages.figures import figure_words
from briefsite.pages.quotations import NOBODY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefsite.article import Article, Paragraph
    from briefsite.briefing.anchor import VerifiedBriefing
    from briefsite.briefing.model import Item, SourceFile
    from briefsite.span import Span

KINDS = {
    "summary": ("key", "Key point", "Key points"),
    "key_figures": ("figure", "Figure", "Figures"),
    "quotes": ("quote", "Quote", "Quotes"),
    "timeline": ("timeline", "Timeline", "Timeline"),
    "background": ("background", "Background", "Background"),
    "open_questions": ("question", "Question", "Open questions"),
    "people": ("person", "Person", "People"),
}
"""Section → class, name of one, name of all."""
MAX_LABEL = 90
"""Code points of an item's words in the margin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """Words of the source that an item uses."""

    item: str
    kind: str
    span: Span
    is_first: bool
    """Whether the item's words begin here: where `#at-ITEM` leads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of a paragraph that the same items cover."""

    text: str
    classes: Markup
    starts: tuple[Markup, ...]
    """The items whose words begin with it."""
    is_gap: bool = False
    """Text left out, for the sake of somebody's rights."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarginEntry:
    """An item beside the paragraph it uses."""

    item: Markup
    kind: str
    name: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphView:
    """One numbered paragraph."""

    number: int
    kind: str
    segments: tuple[Segment, ...]
    margin: tuple[MarginEntry, ...]
    remark: str
    """What stands in the margin where no item does: "Not used"."""


def source_view(verified: VerifiedBriefing, source: SourceFile) -> str:
    """The Markdown of one source's view."""
    article = verified.articles[source.id]
    known = article.metadata
    uses = sorted(_uses(verified, source.id), key=lambda use: (use.span, use.item))
    labels = _labels(verified)
    shown = _rights(source.rights or known.rights)
    by_paragraph: dict[int, list[Use]] = {}
    for use in uses:
        if paragraph := article.paragraph_at(use.span.start):
            by_paragraph.setdefault(paragraph.number, []).append(use)
    counts: dict[str, int] = {}
    for item in dict.fromkeys(use.item for use in uses):
        kind = labels[item].kind
        counts[kind] = counts.get(kind, 0) + 1
    date = source.date or (known.date.isoformat() if known.date else None)
    several = len(verified.briefing.sources) > 1
    title = f"Source: {verified.briefing.title}" if not several else f"Source {source.id}: {verified.briefing.title}"
    return render(
        "source.md.jinja",
        front=front_matter(title=title, hide=["navigation", "toc"], search={"exclude": True}),
        briefing_title=verified.briefing.title,
        headline=source.title or known.title or "",
        publisher=source.publisher or known.publisher or "",
        byline=source.byline or known.byline or "",
        date=date_words(date) if date else "",
        url=_url(source.url or known.url),
        language=article.language if article.language != "und" else "",
        shown=shown,
        coverage=coverage(verified, source.id),
        kinds=[(kind, plural, counts[kind]) for kind, _, plural in KINDS.values() if kind in counts],
        items=[anchor_name(item) for item in sorted({use.item for use in uses})],
        paragraphs=[
            _paragraph_view(article, paragraph, by_paragraph.get(paragraph.number, []), labels, shown)
            for paragraph in article.paragraphs
        ],
    )


def _url(url: str | None) -> str:
    return url if url and url.startswith(("https://", "http://")) else ""


def _rights(rights: str | None) -> Literal["full", "excerpt", "link-only"]:
    words = (rights or "").lower()
    return "excerpt" if "excerpt" in words else "link-only" if "link" in words and "only" in words else "full"


def _uses(verified: VerifiedBriefing, source: str) -> Iterator[Use]:
    for section, items in verified.briefing.sections().items():
        for item in items:
            found = verified.items[item.id or ""]
            if found.state != "verified":
                continue
            for number, anchor in enumerate(found.anchors):
                if anchor.source == source:
                    yield Use(item=item.id or "", kind=KINDS[section][0], span=anchor.span, is_first=number == 0)


def _labels(verified: VerifiedBriefing) -> dict[str, MarginEntry]:
    entries = {}
    for section, items in verified.briefing.sections().items():
        kind, name, _ = KINDS[section]
        for number, item in enumerate(items):
            what = "Bottom line" if section == "summary" and number == 0 else name
            entries[item.id or ""] = MarginEntry(
                item=anchor_name(item.id or ""), kind=kind, name=what, label=_label(section, item)
            )
    return entries


def _label(section: str, item: Item) -> str:
    match section:
        case "key_figures":
            text = figure_words(item).line  # type: ignore[arg-type]
        case "quotes":
            text = item.speaker or NOBODY  # type: ignore[attr-defined]
        case "timeline":
            text = date_words(item.date)  # type: ignore[attr-defined]
        case "open_questions":
            text = item.question  # type: ignore[attr-defined]
        case "people":
            text = item.name  # type: ignore[attr-defined]
        case _:
            return ""
    return text if len(text) <= MAX_LABEL else text[: MAX_LABEL - 1].rstrip() + "…"


def _paragraph_view(
    article: Article, paragraph: Paragraph, uses: list[Use], labels: dict[str, MarginEntry], shown: str
) -> ParagraphView:
    items = dict.fromkeys(use.item for use in uses)
    remark = ""
    if not items:
        remark = {"text": "Not used", "heading": "", "furniture": "Not part of the article"}[paragraph.kind]
    return ParagraphView(
        number=paragraph.number,
        kind=paragraph.kind,
        segments=tuple(_shown_segments(article, paragraph, uses, shown)),
        margin=tuple(labels[item] for item in items),
        remark=remark,
    )


def _shown_segments(article: Article, paragraph: Paragraph, uses: list[Use], shown: str) -> Iterator[Segment]:
    at = paragraph.span.start
    for part in _visible(paragraph, uses, shown):
        if part.start > at and article.text[at : part.start].strip():
            yield Segment(text="", classes=Markup(), starts=(), is_gap=True)
        yield from _segments(article.text, part, uses)
        at = part.end
    if article.text[at : paragraph.span.end].strip():
        yield Segment(text="", classes=Markup(), starts=(), is_gap=True)


def _visible(paragraph: Paragraph, uses: list[Use], shown: str) -> list[Span]:
    """The parts of a paragraph that may be shown, in order, apart from each other."""
    if shown == "full" or paragraph.kind == "heading":
        return [paragraph.span]
    if shown == "link-only":
        return []
    used = [any(use.span.overlaps(sentence.span) for use in uses) for sentence in paragraph.sentences]
    near = [any(used[max(0, i - 1) : i + 2]) for i in range(len(used))]
    parts: list[Span] = []
    for i, sentence in enumerate(paragraph.sentences):
        if near[i]:
            if i and near[i - 1]:
                parts[-1] = parts[-1].to(sentence.span)
            else:
                parts.append(sentence.span)
    return parts


def _segments(text: str, part: Span, uses: list[Use]) -> Iterator[Segment]:
    inside = [use for use in uses if use.span.overlaps(part)]
    cuts = {part.start, part.end}
    for use in inside:
        cuts |= {max(use.span.start, part.start), min(use.span.end, part.end)}
    ordered = sorted(cuts)
    for start, end in pairwise(ordered):
        covering = sorted(
            (use for use in inside if use.span.start <= start and end <= use.span.end),
            key=lambda use: (len(use.span), use.item),
        )
        kinds = list(dict.fromkeys(use.kind for use in covering))
        classes = [f"bs-k{number}-{kind}" for number, kind in enumerate(kinds[:2], 1)]
        classes += sorted({f"x-{use.item}" for use in covering})
        starts = tuple(
            anchor_name(use.item) for use in covering if use.is_first and max(use.span.start, part.start) == start
        )
        yield Segment(text=text[start:end], classes=Markup(" ").join(map(anchor_name, classes)), starts=starts)
