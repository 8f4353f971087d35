"""What an item says beside the source's words, held against them: a value, a speaker, a person's own sentence.

All of it may be right, because people sum up and know things, so what is found here are warnings.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefsite.briefing.grounding import follows_a_quotation_mark, is_value_in
from briefsite.briefing.items import Event, KeyFigure, OpenQuestion, Point, Quote
from briefsite.briefing.own_words import Ground, Reading, unsupported
from briefsite.briefing.syntax import in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefsite.briefing.anchor import Anchor
    from briefsite.briefing.item_place import ItemPlace
    from briefsite.briefing.items import Item
    from briefsite.briefing.search import Search
    from briefsite.diagnostic import Diagnostic
    from briefsite.span import Span

_Found = tuple[str, str, str, str, int]
"""Code, message, help, key, and the position in its list."""
_CODES = {"name": "A010", "number": "A011", "date": "A012"}
_OWN_HELP = (
    "is it a slip? If it is right, take the words that say so as evidence; what you know yourself goes into note"
)


def said_beside(
    place: ItemPlace, search: Search, readings: Mapping[str, Reading], item: Item, anchors: Sequence[Anchor]
) -> Iterator[Diagnostic]:
    """The warnings of one item whose words were all found."""
    article = search.articles[anchors[0].source]
    found: list[_Found] = []
    if isinstance(item, KeyFigure) and not is_value_in(item, article, anchors):
        message = f"no number in the evidence gives {item.value}"
        help = "is it a slip? The value is written without commas and scale words: 2.5 million is 2500000"
        found.append(("A007", message, help, "value", 0))
    if isinstance(item, Quote):
        found += _of_quote(search, item, anchors)
    for code, message, help, key, position in found:
        yield place.warning(code, message, help, key, position)
    for key, text, where, ground in _own_sentences(search, readings, item, anchors):
        yield from _unsupported(place, key, text, where, ground)


def _of_quote(search: Search, quote: Quote, anchors: Sequence[Anchor]) -> Iterator[_Found]:
    if quote.speaker:
        names = [word for word in quote.speaker.split() if len(word.strip(".,")) > 1 and word[:1].isupper()]
        if not any(search.paragraphs(word) for word in names or quote.speaker.split()):
            message = f"no word of “{in_words(quote.speaker)}” stands in the sources"
            yield "A005", message, "is the name right?", "speaker", 0
    article = search.articles[anchors[0].source]
    for position, anchor in enumerate(anchors):
        if anchor.source == anchors[0].source and not follows_a_quotation_mark(article, anchor):
            message = "the source does not put these words into quotation marks"
            help = "are they the speaker’s own? A report in the writer’s words is no quotation"
            yield "A008", message, help, "text", position
            return


# --- a person's own sentence -------------------------------------------------------------------------------


def _own_sentences(
    search: Search, readings: Mapping[str, Reading], item: Item, anchors: Sequence[Anchor]
) -> Iterator[tuple[str, str, str, Ground]]:
    """The item's sentences that may be a person's own: key, text, what bears it out in words, and its ground."""
    if not isinstance(item, KeyFigure | OpenQuestion) and not (isinstance(item, Point | Event) and item.evidence):
        return
    evidence = [(readings[anchor.source], anchor.span) for anchor in anchors]
    cited = dict.fromkeys((anchor.source, anchor.paragraph) for anchor in anchors)
    paragraphs = [_paragraph(readings, source, number) for source, number in cited]
    before = [_paragraph(readings, source, number - 1) for source, number in cited if number > 1]
    around = (*before, *paragraphs)
    spoken = any(follows_a_quotation_mark(search.articles[anchor.source], anchor) for anchor in anchors)
    named = ", ".join(search.name(*reference) for reference in cited)
    match item:
        case Point():
            yield "text", item.text, "the evidence", Ground(tuple(evidence), around, spoken)
        case Event():
            yield "text", item.text, "the evidence", Ground(tuple(evidence), around, spoken, (item.date,))
        case KeyFigure():
            dates = (item.period,) if item.period else ()
            yield "label", item.label, named, Ground((*evidence, *paragraphs), around, spoken, dates)
        case OpenQuestion():
            dates = (item.due,) if item.due else ()
            yield "question", item.question, named, Ground((*evidence, *paragraphs), around, spoken, dates)
            if item.answer:
                # What settles a question most often came later: in another source, if it is one of the briefing's.
                everything = tuple(
                    (reading, paragraph.span)
                    for reading in readings.values()
                    for paragraph in reading.article.paragraphs
                )
                yield "answer", item.answer, "any source of this briefing", Ground(everything)


def _paragraph(readings: Mapping[str, Reading], source: str, number: int) -> tuple[Reading, Span]:
    reading = readings[source]
    return reading, reading.article.paragraphs[number - 1].span


def _unsupported(place: ItemPlace, key: str, text: str, where: str, ground: Ground) -> Iterator[Diagnostic]:
    found = unsupported(text, ground)
    written = place.written(text, key) if found else None
    for what in found:
        message = f"the {what.kind} “{in_words(what.span.of(text))}” does not stand in {where}"
        help = "add the source that says so under sources" if key == "answer" else _OWN_HELP
        told = place.warning(_CODES[what.kind], message, help, key)
        yield replace(told, span=written.span(what.span)) if written else told
