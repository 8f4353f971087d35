"""The facts of an article → its briefing: every item in the source's own words, with where they stand.

Nothing is composed here but the title of an article that has none, and that is its file's name in words:

    2025-07-10-channel-crossings   → Channel crossings
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from briefsite.briefing.edtf import is_edtf
from briefsite.briefing.ids import item_id
from briefsite.briefing.items import Event, Item, KeyFigure, OpenQuestion, Person, Point, Quote
from briefsite.briefing.model import SECTIONS, Briefing, SourceFile
from briefsite.briefing.values import Qualifier
from briefsite.span import Span, trimmed
from briefsite.typography import stands

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from decimal import Decimal

    from briefsite.article import Article
    from briefsite.facts import Facts
    from briefsite.facts import fact as facts_of
    from briefsite.mentions.mention import Quantity

_LINE_BREAK = re.compile(r"[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_SPACE = re.compile(r"\s+")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_EDGE = " \t\r\n,\u00a0\u2009\u202f\u200b\ufeff"
"""Not part of quoted words at their edges: space, and the comma of the attribution (“We will,” she said)."""
_DATE_PREFIX = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?-(?=\D)")
_MAX_DIGITS = 30
"""More digits than any figure in the news: what has more is no number to compute with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The machine's briefing of one article."""

    briefing: Briefing
    """Every item has an id."""
    spans: Mapping[str, tuple[Span, ...]] = field(repr=False)
    """By item id: where its words stand in the article's text."""


def assemble(article: Article, facts: Facts, *, slug: str, file: str) -> Draft:
    """The briefing of an article from its facts, in their order.

    `slug` is its name in paths, `file` the source's path from the workspace. A fact without words or outside
    every paragraph is left out.
    """
    spans: dict[str, tuple[Span, ...]] = {}
    sections: dict[str, Any] = {}
    for section in SECTIONS:
        items = []
        for fact in getattr(facts, section):
            if made := _MAKERS[section](article, fact):
                item, places = made
                item = item.model_copy(update={"id": item_id(section, item, spans)})
                spans[item.id or ""] = places
                items.append(item)
        sections[section] = tuple(items)
    return Draft(briefing=Briefing(**_head(article, slug, file), **sections), spans=spans)


def _head(article: Article, slug: str, file: str) -> dict[str, Any]:
    known = article.metadata
    date = known.date.isoformat() if known.date else None
    source = SourceFile(
        id="s1",
        file=_clean(file) or "-",
        title=_clean(known.title),
        publisher=_clean(known.publisher),
        byline=_clean(known.byline),
        date=date,
        url=_clean(known.url),
        rights=_clean(known.rights),
    )
    title = _clean(known.title) or _headline(article) or _title_of(slug)
    return {"title": title, "date": date, "sources": (source,)}


def _headline(article: Article) -> str | None:
    """The heading that stands before any text."""
    for paragraph in article.paragraphs:
        if paragraph.kind == "heading":
            return _clean(paragraph.span.of(article.text).lstrip("#*=_ ").rstrip("*=_ "))
        if paragraph.kind == "text":
            return None
    return None


def _title_of(slug: str) -> str:
    words = (
        _clean(_DATE_PREFIX.sub("", slug, count=1).replace("-", " ").replace("_", " ")) or slug.strip() or "Untitled"
    )
    return words[:1].upper() + words[1:]


def _clean(words: str | None) -> str | None:
    """Words for one line of a file: line ends are spaces; everything else is as it was. None where nothing is left."""
    if not words:
        return None
    if words.isprintable():  # nearly all: no line end, no half of a character
        return words.strip() or None
    if _LINE_BREAK.search(words):
        words = _SPACE.sub(lambda run: " " if _LINE_BREAK.search(run.group()) else run.group(), words)
    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", words).strip() or None


_Made = tuple[Item, tuple[Span, ...]]


def _point(article: Article, fact: facts_of.Point) -> _Made | None:
    text, source = _words(article, fact.span), _references(article, fact.span)
    return (Point(text=text, source=source), (fact.span,)) if text and source else None


def _key_figure(article: Article, fact: facts_of.KeyFigure) -> _Made | None:
    evidence, source = _words(article, fact.evidence), _references(article, fact.evidence)
    label = _clean(fact.label)
    if not evidence or not source or not label:
        return None
    quantity = fact.quantity
    value = _value(quantity.value)
    return (
        KeyFigure(
            label=label,
            value=value,
            unit=_unit(article, quantity),
            qualifier=Qualifier(quantity.qualifier) if value else Qualifier.VAGUE,
            change=quantity.change if quantity.change in ("up", "down") else None,
            period=fact.period if fact.period and is_edtf(fact.period) else None,
            said_by=_clean(fact.said_by),
            written_as=None if value else _words(article, quantity.span),
            evidence=(evidence,),
            source=source,
        ),
        (fact.evidence,),
    )


def _quote(article: Article, fact: facts_of.Quote) -> _Made | None:
    segments = [span for span in (trimmed(article.text, s.start, s.end, _EDGE) for s in fact.segments) if span]
    texts = tuple(text for text in (_words(article, span) for span in segments) if text)
    source = _references(article, *segments)
    if not source or len(texts) < len(segments):
        return None
    written_as = _words(article, fact.written_as)
    speaker = _clean(fact.speaker)
    return (
        Quote(
            speaker=speaker,
            text=texts,
            written_as=written_as if written_as != speaker else None,
            because=_words(article, fact.because),
            source=source,
        ),
        tuple(segments),
    )


def _event(article: Article, fact: facts_of.Event) -> _Made | None:
    text, source = _words(article, fact.text), _references(article, fact.text)
    if not text or not source or not is_edtf(fact.date):
        return None
    return Event(date=fact.date, written_as=_words(article, fact.written_as), text=text, source=source), (fact.text,)


def _open_question(article: Article, fact: facts_of.OpenQuestion) -> _Made | None:
    evidence, source = _words(article, fact.evidence), _references(article, fact.evidence)
    question = _clean(fact.question)
    if not evidence or not source or not question:
        return None
    due = fact.due if fact.due and is_edtf(fact.due) else None
    made = OpenQuestion.model_validate(
        {"question": question, "kind": fact.kind, "due": due, "evidence": evidence, "source": source}
    )
    return made, (fact.evidence,)


def _person(article: Article, fact: facts_of.Person) -> _Made | None:
    places = (fact.mention, fact.role) if fact.role else (fact.mention,)
    name, source = _clean(fact.name), _references(article, *places)
    if not name or not source:
        return None
    # A name put together from several places ("Ada" here, "Kell" there) stands nowhere as it is.
    is_written = stands(article.text, name, fact.mention)
    evidence = None if is_written else tuple(text for text in (_words(article, span) for span in places) if text)
    return Person(name=name, role=_words(article, fact.role), evidence=evidence, source=source), places


_MAKERS: dict[str, Callable[[Article, Any], _Made | None]] = {
    "summary": _point,
    "key_figures": _key_figure,
    "quotes": _quote,
    "timeline": _event,
    "background": _point,
    "open_questions": _open_question,
    "people": _person,
}


def _words(article: Article, span: Span | None) -> str | None:
    return _clean(span.of(article.text)) if span else None


def _references(article: Article, *spans: Span) -> tuple[str, ...]:
    """The paragraphs that hold the spans, in their order, each once; none where one lies outside."""
    return tuple(dict.fromkeys(_each_reference(article, spans)))


def _each_reference(article: Article, spans: tuple[Span, ...]) -> Iterator[str]:
    for span in spans:
        if paragraph := article.paragraph_at(span.start):
            yield f"p{paragraph.number}"


def _value(number: Decimal | tuple[Decimal, Decimal] | None) -> str | None:
    """The plain digits: 37000, 2.5, 100-1000."""
    if number is None:
        return None
    ends = number if isinstance(number, tuple) else (number,)
    if any(
        not end.is_finite() or abs(end.adjusted()) > _MAX_DIGITS or len(end.as_tuple().digits) > _MAX_DIGITS
        for end in ends
    ):
        return None
    return "-".join(f"{end:f}".rstrip("0").rstrip(".") if "." in f"{end:f}" else f"{end:f}" for end in ends)


def _unit(article: Article, quantity: Quantity) -> str | None:
    """A measure by its name (percent, kilometre); what is counted in the plural that the article writes (arrivals)."""
    if quantity.unit == "-":
        return None
    names = quantity.unit.split()
    if quantity.noun and len(written := quantity.noun.of(article.text).split()) >= len(names):
        counted = " ".join(written[-len(names) :])
        return _clean(counted if quantity.unit != quantity.unit.lower() else counted.lower())
    return _clean(quantity.unit)
