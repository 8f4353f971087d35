"""The view of a source: its numbered paragraphs, what is used highlighted, and the items that use it in the margin.

Spans of items overlap freely (a figure inside a key point inside a question), so a paragraph is cut at every start
and end, and each segment carries the kinds that cover it, the most specific one first.

What the source's rights do not allow to be shown is left out (see `excerpt`), and says so in its place. The paragraphs
keep their numbers, so that every link lands.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from markupsafe import Markup

from briefsite.pages.check import coverage
from briefsite.pages.dates import date_words
from briefsite.pages.environment import front_matter, render
from briefsite.pages.escape import anchor_name, markup
from briefsite.pages.excerpt import Stretch, cited_spans, stretches
from briefsite.pages.figures import figure_words
from briefsite.pages.foreign import attributes, own_attributes
from briefsite.pages.labels import N_, t, tn
from briefsite.pages.quotations import NOBODY
from briefsite.pages.rights import Rights, rights_of
from briefsite.pages.source_head import source_head
from briefsite.pages.twins.text_fragment import text_fragment
from briefsite.pages.words import clip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefsite.article import Article, Paragraph
    from briefsite.briefing.anchor import VerifiedBriefing
    from briefsite.briefing.items import Item
    from briefsite.briefing.model import SourceFile
    from briefsite.span import Span

KINDS = {
    "summary": ("key", N_("Key point"), N_("Key points")),
    "key_figures": ("figure", N_("Figure"), N_("Figures")),
    "quotes": ("quote", N_("Quote"), N_("Quotes")),
    "timeline": ("timeline", N_("Timeline"), N_("Timeline")),
    "background": ("background", N_("Background"), N_("Background")),
    "open_questions": ("question", N_("Question"), N_("Open questions")),
    "people": ("person", N_("Person"), N_("People")),
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
    gap: str = ""
    """What stands here for text left out, for the sake of somebody's rights: "2 sentences not shown"."""


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


def source_view(verified: VerifiedBriefing, source: SourceFile, *, in_full: bool = False) -> str:
    """The Markdown of one source's view.

    `in_full` shows everything whatever the rights, and says so: for a person's own machine, never to be published.
    """
    article = verified.articles[source.id]
    head = source_head(verified, source)
    uses = sorted(_uses(verified, source.id), key=lambda use: (use.span.start, use.span.end, use.item))
    labels = _labels(verified)
    rights = rights_of(verified, source.id)
    parts = stretches(article, cited_spans(verified, source.id), Rights.FULL if in_full else rights)
    by_paragraph: dict[int, list[Use]] = {}
    for use in uses:
        if paragraph := article.paragraph_at(use.span.start):
            by_paragraph.setdefault(paragraph.number, []).append(use)
    counts: dict[str, int] = {}
    for item in dict.fromkeys(use.item for use in uses):
        kind = labels[item].kind
        counts[kind] = counts.get(kind, 0) + 1
    briefing = verified.briefing.title
    several = len(verified.briefing.sources) > 1
    title = t("Source {id}: {title}", id=source.id, title=briefing) if several else t("Source: {title}", title=briefing)
    url = head.web_address
    return render(
        "source.md.jinja",
        front=front_matter(title=title, hide=["navigation", "toc"], search={"exclude": True}),
        briefing_title=briefing,
        headline=head.title,
        publisher=head.publisher,
        byline=head.byline,
        date=date_words(head.date) if head.date else "",
        url=url,
        # Of each paragraph the longest words that are used: they hold most of the others.
        originals={
            number: text_fragment(url, article, max((use.span for use in used), key=len), rights)
            for number, used in by_paragraph.items()
        },
        language=attributes(article.language),
        own_language=own_attributes(article.language),
        shown=rights.value,
        in_full=in_full,
        coverage=coverage(verified, source.id),
        kinds=[(kind, t(plural), counts[kind]) for kind, _, plural in KINDS.values() if kind in counts],
        items=[anchor_name(item) for item in sorted({use.item for use in uses})],
        paragraphs=[
            _paragraph_view(article, paragraph, by_paragraph.get(paragraph.number, []), labels, parts[paragraph.number])
            for paragraph in article.paragraphs
        ],
    )


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
            what = N_("Bottom line") if section == "summary" and number == 0 else name
            entries[item.id or ""] = MarginEntry(
                item=anchor_name(item.id or ""), kind=kind, name=t(what), label=_label(section, item)
            )
    return entries


def _label(section: str, item: Item) -> str:
    match section:
        case "key_figures":
            text = figure_words(item).line  # type: ignore[arg-type]
        case "quotes":
            text = item.speaker or t(NOBODY)  # type: ignore[attr-defined]
        case "timeline":
            text = date_words(item.date)  # type: ignore[attr-defined]
        case "open_questions":
            text = item.question  # type: ignore[attr-defined]
        case "people":
            text = item.name  # type: ignore[attr-defined]
        case _:
            return ""
    return clip(text, MAX_LABEL)


def _paragraph_view(
    article: Article,
    paragraph: Paragraph,
    uses: list[Use],
    labels: dict[str, MarginEntry],
    parts: tuple[Stretch, ...],
) -> ParagraphView:
    items = dict.fromkeys(use.item for use in uses)
    remark = ""
    if not items:
        remark = {"text": t("Not used"), "heading": "", "furniture": t("Not part of the article")}[paragraph.kind]
    segments: list[Segment] = []
    for part in parts:
        segments += _segments(article.text, part.span, uses) if part.is_shown else [_gap(paragraph, part)]
    return ParagraphView(
        number=paragraph.number,
        kind=paragraph.kind,
        segments=tuple(segments),
        margin=tuple(labels[item] for item in items),
        remark=remark,
    )


def _gap(paragraph: Paragraph, part: Stretch) -> Segment:
    if part.hidden_sentences:
        words = tn("{n} sentence not shown", "{n} sentences not shown", part.hidden_sentences)
    else:
        words = "…" if part.span != paragraph.span else t("Not shown")
    return Segment(text="", classes=Markup(), starts=(), gap=words)


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
        # A name has no tint: first, it would tear a hole into that of the sentence round it.
        kinds = sorted(dict.fromkeys(use.kind for use in covering), key=lambda kind: kind == "person")
        classes = [f"bs-k{number}-{kind}" for number, kind in enumerate(kinds[:2], 1)]
        classes += sorted({f"x-{use.item}" for use in covering})
        starts = tuple(
            anchor_name(use.item) for use in covering if use.is_first and max(use.span.start, part.start) == start
        )
        yield Segment(text=text[start:end], classes=markup(" ".join(map(anchor_name, classes))), starts=starts)
