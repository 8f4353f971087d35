"""The items of one briefing as pages across briefings show them: one frozen value each, made once.

A row holds what is shown, and what rows of other briefings are compared by; nothing of other briefings. Only what
stands in the source is a row, or what an editor vouches for: what was lost is shown on its briefing's page alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from markupsafe import Markup

from briefsite.briefing.joins import fold
from briefsite.briefing.namesakes import is_full_name
from briefsite.pages.across.fingerprint import fingerprint, sentence_mark
from briefsite.pages.across.measure import Measure, measure_of
from briefsite.pages.evidence import Chip, Piece, chips
from briefsite.pages.figures import FigureWords, figure_words
from briefsite.pages.foreign import attributes
from briefsite.pages.items import item_view
from briefsite.pages.quotations import QuoteView, quote_views
from briefsite.pages.rights import rights_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefsite.briefing.anchor import VerifiedBriefing
    from briefsite.briefing.model import Item, QuestionKind, QuestionStatus
    from briefsite.pages.items import ItemView


_Item = TypeVar("_Item", bound="Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteRow:
    """A quotation, or several partial ones of one sentence."""

    speaker: str
    """Empty where it is not known."""
    view: QuoteView

    @property
    def chip(self) -> Chip | None:
        """Where its first words stand."""
        return self.view.chips[0] if self.view.chips else None


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """A key figure."""

    id: Markup
    words: FigureWords
    label: str
    language: Markup
    """`lang` and `dir` of the label."""
    said_by: str
    period: str
    """EDTF; empty where it is not known."""
    chip: Chip | None
    measure: Measure | None
    """What is measured; None where that cannot be compared."""
    value: str
    """The number as the briefing has it."""
    sentence: int
    """A mark of the source's words behind it: equal where they are the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """An event of the timeline."""

    id: Markup
    date: str
    """EDTF."""
    words: tuple[Piece, ...]
    is_source: bool
    language: Markup
    chip: Chip | None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionRow:
    """A question."""

    id: Markup
    question: str
    language: Markup
    kind: QuestionKind
    status: QuestionStatus
    due: str
    """EDTF; empty where no answer is awaited on a day."""
    answer: str
    chip: Chip | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """Somebody whom the briefing lists or quotes."""

    name: str
    key: str
    """The name as joins compare it."""
    id: Markup
    """Of the item of the section People; empty for a speaker whom it does not list."""
    role: str
    language: Markup
    chips: tuple[Chip, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """A source."""

    publisher: str
    title: str
    language: Markup
    date: str
    """EDTF; empty where it is not known."""
    rights: str
    url: str
    sentences: frozenset[int]
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
    for figure, view in _shown(verified, verified.briefing.key_figures, with_editors=False):
        yield FigureRow(
            id=view.id,
            words=figure_words(figure),
            label=figure.label,
            language=view.phrase_language,
            said_by=figure.said_by or "",
            period=figure.period or "",
            chip=_first(view),
            measure=measure_of(figure),
            value=figure.value or "",
            sentence=sentence_mark(view.evidence),
        )


def event_rows(verified: VerifiedBriefing) -> Iterator[EventRow]:
    """In the order of the file."""
    for event, view in _shown(verified, verified.briefing.timeline):
        yield EventRow(
            id=view.id, date=event.date, words=view.words, is_source=view.is_source, language=view.language,
            chip=_first(view),
        )  # fmt: skip


def question_rows(verified: VerifiedBriefing) -> Iterator[QuestionRow]:
    """In the order of the file."""
    for question, view in _shown(verified, verified.briefing.open_questions):
        yield QuestionRow(
            id=view.id,
            question=question.question,
            language=view.phrase_language,
            kind=question.kind,
            status=question.status,
            due=question.due or "",
            answer=question.answer or "",
            chip=_first(view),
        )


def person_rows(verified: VerifiedBriefing) -> Iterator[PersonRow]:
    """Those listed, then those who are only quoted, by a full name; each name once."""
    seen = set()
    for person, view in _shown(verified, verified.briefing.people):
        if fold(person.name) not in seen:
            seen.add(fold(person.name))
            yield PersonRow(
                name=person.name, key=fold(person.name), id=view.id, role=person.role or "",
                language=view.phrase_language, chips=view.chips,
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
        known = article.metadata if article else None
        url = source.url or (known.url if known else None) or ""
        yield SourceRow(
            publisher=source.publisher or (known.publisher if known else None) or "",
            title=source.title or (known.title if known else None) or "",
            language=attributes(article.language) if article else Markup(),
            date=source.date or (known.date.isoformat() if known and known.date else ""),
            rights=rights_words(verified, source.id),
            url=url if url.startswith(("https://", "http://")) else "",
            sentences=fingerprint(article) if article else frozenset(),
        )


def _shown(
    verified: VerifiedBriefing, items: Sequence[_Item], *, with_editors: bool = True
) -> Iterator[tuple[_Item, ItemView]]:
    for item in items:
        view = item_view(verified, item, {})
        if view.state == "verified" or (with_editors and view.state == "editor"):
            yield item, view


def _first(view: ItemView) -> Chip | None:
    return view.chips[0] if view.chips else None
