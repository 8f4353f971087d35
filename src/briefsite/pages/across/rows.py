"""The items of one briefing as pages across briefings show them: one small value each, made once.

A row holds what is shown, and what rows of other briefings are compared by; nothing of other briefings. Only what
stands in the source is a row, or what an editor vouches for: what was lost is shown on its briefing's page alone.

Rows are tuples of texts: thousands of briefings are kept in memory, and come from other processes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from markupsafe import Markup

from briefsite.briefing.joins import fold
from briefsite.briefing.namesakes import is_full_name
from briefsite.pages.across.fingerprint import fingerprint, sentence_mark
from briefsite.pages.across.measure import measure_mark, times_in
from briefsite.pages.across.spots import ShortChip, Spot, spot_of
from briefsite.pages.escape import anchor_name
from briefsite.pages.evidence import Chip, chips, words
from briefsite.pages.figures import FigureWords, figure_words
from briefsite.pages.foreign import attributes, attributes_of
from briefsite.pages.items import phrase_language, shown_pieces
from briefsite.pages.quotations import QuoteView, quote_views
from briefsite.pages.rights import rights_words
from briefsite.pages.source_head import source_head

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefsite.briefing.anchor import AnchoredItem, VerifiedBriefing
    from briefsite.briefing.items import Item
    from briefsite.briefing.values import QuestionKind, QuestionStatus


_Item = TypeVar("_Item", bound="Item")


class QuoteRow(NamedTuple):
    """A quotation, or several partial ones of one sentence."""

    speaker: str
    """Empty where it is not known."""
    view: QuoteView

    @property
    def chip(self) -> Chip | None:
        """Where its first words stand."""
        return self.view.chips[0] if self.view.chips else None


class FigureRow(NamedTuple):
    """A key figure."""

    item: str
    """Its id."""
    words: FigureWords
    label: str
    language: Markup
    """`lang` and `dir` of the label."""
    said_by: str
    period: str
    """EDTF; empty where it is not known."""
    spot: Spot | None
    measure: int
    """A mark of what is measured: equal where two figures can be compared; 0 where this one cannot be."""
    value: str
    """The number as the briefing has it."""
    sentence: int
    """A mark of the source's words behind it: equal where they are the same."""

    @property
    def id(self) -> Markup:
        """Its place on the briefing's page."""
        return anchor_name(self.item)

    @property
    def chip(self) -> ShortChip | None:
        """Where its words stand."""
        return self.spot.chip(self.item) if self.spot else None


class EventRow(NamedTuple):
    """An event of the timeline."""

    item: str
    date: str
    """EDTF."""
    words: str
    is_source: bool
    language: Markup
    spot: Spot | None

    @property
    def id(self) -> Markup:
        """Its place on the briefing's page."""
        return anchor_name(self.item)

    @property
    def chip(self) -> ShortChip | None:
        """Where its words stand."""
        return self.spot.chip(self.item) if self.spot else None


class QuestionRow(NamedTuple):
    """A question."""

    item: str
    question: str
    language: Markup
    kind: QuestionKind
    status: QuestionStatus
    due: str
    """EDTF; empty where no answer is awaited on a day."""
    answer: str
    spot: Spot | None

    @property
    def id(self) -> Markup:
        """Its place on the briefing's page."""
        return anchor_name(self.item)

    @property
    def chip(self) -> ShortChip | None:
        """Where its words stand."""
        return self.spot.chip(self.item) if self.spot else None


class PersonRow(NamedTuple):
    """Somebody whom the briefing lists or quotes."""

    name: str
    key: str
    """The name as joins compare it."""
    id: Markup
    """Of the item of the section People; empty for a speaker whom it does not list."""
    role: str
    language: Markup
    chips: tuple[Chip, ...]


class SourceRow(NamedTuple):
    """A source."""

    publisher: str
    title: str
    language: Markup
    date: str
    """EDTF; empty where it is not known."""
    rights: str
    sentences: tuple[int, ...]
    """Marks of its sentences: sources that share most of them are one text (see `reprints`)."""


def quote_rows(verified: VerifiedBriefing) -> Iterator[QuoteRow]:
    """Those whose words stand in the source, in the order of the file."""
    by_speaker: dict[str, list[int]] = {}
    quotes = [quote for quote in verified.briefing.quotes if verified.items[quote.id or ""].state == "verified"]
    for number, quote in enumerate(quotes):
        by_speaker.setdefault(quote.speaker or "", []).append(number)
    order = {quote.id: number for number, quote in enumerate(quotes)}
    made = [
        QuoteRow(speaker=speaker, view=view)
        for speaker, numbers in by_speaker.items()
        for view in quote_views(verified, [quotes[number] for number in numbers])
    ]
    yield from sorted(made, key=lambda row: order[row.view.ids[0]])


def figure_rows(verified: VerifiedBriefing) -> Iterator[FigureRow]:
    """Those whose words stand in the source, in the order of the file."""
    rows = [
        FigureRow(
            item=figure.id or "",
            words=figure_words(figure),
            label=figure.label,
            language=phrase_language(verified, figure, found),
            said_by=figure.said_by or "",
            period=figure.period or "",
            spot=spot_of(verified, found),
            measure=measure_mark(figure),
            value=figure.value or "",
            sentence=sentence_mark(words(verified, found.anchors)),
        )
        for figure, found in _shown(verified, verified.briefing.key_figures, with_editors=False)
    ]
    told = _telling(rows)
    return (row if row in told else row._replace(measure=0) for row in rows)


def _telling(rows: Sequence[FigureRow]) -> list[FigureRow]:
    """The figures whose label says what they are: two values of one label and time are not told apart by it."""
    alike: dict[object, list[FigureRow]] = {}
    for row in rows:
        if row.measure:
            alike.setdefault((row.measure, row.period or times_in(row.label)), []).append(row)
    return [same[0] for same in alike.values() if len({row.value for row in same}) == 1]


def event_rows(verified: VerifiedBriefing) -> Iterator[EventRow]:
    """In the order of the file."""
    for event, found in _shown(verified, verified.briefing.timeline):
        pieces, is_source = shown_pieces(verified, event, found, {})
        yield EventRow(
            item=event.id or "", date=event.date, words="".join([piece.text for piece in pieces]), is_source=is_source,
            language=attributes_of(verified, found.anchors), spot=spot_of(verified, found),
        )  # fmt: skip


def question_rows(verified: VerifiedBriefing) -> Iterator[QuestionRow]:
    """In the order of the file."""
    for question, found in _shown(verified, verified.briefing.open_questions):
        yield QuestionRow(
            item=question.id or "",
            question=question.question,
            language=phrase_language(verified, question, found),
            kind=question.kind,
            status=question.status,
            due=question.due or "",
            answer=question.answer or "",
            spot=spot_of(verified, found),
        )


def person_rows(verified: VerifiedBriefing) -> Iterator[PersonRow]:
    """Those listed, then those who are only quoted, by a full name; each name once."""
    seen = set()
    for person, found in _shown(verified, verified.briefing.people):
        key = fold(person.name)
        if key not in seen:
            seen.add(key)
            yield PersonRow(
                name=person.name, key=key, id=anchor_name(person.id or ""), role=person.role or "",
                language=phrase_language(verified, person, found),
                chips=chips(verified, person.id or "", found.anchors) if found.state == "verified" else (),
            )  # fmt: skip
    for quote in verified.briefing.quotes:
        name = quote.speaker or ""
        found = verified.items[quote.id or ""]
        if is_full_name(name) and fold(name) not in seen and found.state == "verified":
            seen.add(fold(name))
            yield PersonRow(
                name=name, key=fold(name), id=Markup(), role="", language=Markup(),
                chips=chips(verified, quote.id or "", found.anchors)[:1],
            )  # fmt: skip


def source_rows(verified: VerifiedBriefing) -> Iterator[SourceRow]:
    """In the order of the file; of one that cannot be read, what the briefing says of it."""
    for source in verified.briefing.sources:
        article = verified.articles.get(source.id)
        head = source_head(verified, source)
        yield SourceRow(
            publisher=head.publisher,
            title=head.title,
            language=attributes(article.language) if article else Markup(),
            date=head.date,
            rights=rights_words(verified, source.id),
            sentences=fingerprint(article) if article else (),
        )


def _shown(
    verified: VerifiedBriefing, items: Sequence[_Item], *, with_editors: bool = True
) -> Iterator[tuple[_Item, AnchoredItem]]:
    for item in items:
        found = verified.items[item.id or ""]
        if found.state == "verified" or (with_editors and found.state == "editor"):
            yield item, found
