"""The tables over all briefings, as CSV: `b/data/quotes.csv`, `figures.csv`, `timeline.csv`, `open_questions.csv`.

RFC 4180: commas, CRLF, quotation marks doubled; a header line. UTF-8 with a byte order mark, because Excel reads a file
without one in the machine's old encoding, and a word that changes its letters on a double click is an altered word.
Python's `utf-8-sig`, pandas and R take the mark off.

A cell of text that a spreadsheet would run as a formula has an apostrophe before it, as spreadsheets write text
themselves (https://owasp.org/www-community/attacks/CSV_Injection).
"""

from __future__ import annotations

import codecs
import csv
import io
from functools import lru_cache
from typing import TYPE_CHECKING

from briefsite.pages.figures import figure_words
from briefsite.pages.twins.places import first_source, paragraphs
from briefsite.pages.twins.shown_text import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from briefsite.pages.twins.record import ItemRecord, Record

FOLDER = "b/data"
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_COMMON = ("briefing", "briefing_date", "briefing_status", "topics")
_EVIDENCE = ("words", "source_title", "publisher", "source_date", "paragraph", "original", "permalink")


# The source and its words stand in many rows of a briefing.
@lru_cache(maxsize=1 << 10)
def cell(text: str | None) -> str:
    """Text as a cell that no spreadsheet runs."""
    plain = shown(text)
    return f"'{plain}" if plain.startswith(_FORMULA) else plain


def _quote(item: ItemRecord) -> tuple[str, ...]:
    return (cell(item.item.speaker), cell(item.text), cell(item.written_as))


def _figure(item: ItemRecord) -> tuple[str, ...]:
    figure = item.item
    # A number stays one, minus and all: its form was checked when the briefing was read.
    numbers = figure.value or ""
    return (
        cell(figure.label), cell(figure_words(figure).line), numbers, cell(figure.unit), figure.qualifier.value,
        figure.change or "", cell(figure.period), cell(figure.said_by),
    )  # fmt: skip


def _event(item: ItemRecord) -> tuple[str, ...]:
    return (cell(item.item.date), cell(item.text), cell(item.written_as))


def _question(item: ItemRecord) -> tuple[str, ...]:
    question = item.item
    return (
        cell(question.question), question.kind.value, question.status.value, cell(question.due), cell(question.answer),
    )  # fmt: skip


TABLES: dict[str, tuple[str, tuple[str, ...], Callable[[ItemRecord], tuple[str, ...]]]] = {
    "quotes": ("quotes", ("speaker", "quote", "written_as"), _quote),
    "figures": (
        "key_figures", ("label", "figure", "value", "unit", "qualifier", "change", "period", "said_by"), _figure,
    ),
    "timeline": ("timeline", ("date", "event", "date_as_written"), _event),
    "open_questions": ("open_questions", ("question", "kind", "status", "due", "answer"), _question),
}  # fmt: skip
"""Name of the file → section, its own columns, and what stands in them."""


def rows(record: Record, table: str) -> bytes:
    """The lines of one briefing in a table; items whose words were not found have none."""
    section, _, own = TABLES[table]
    items = record.of(section)
    if not items:
        return b""
    common = (cell(record.title), cell(record.date), record.status.value, cell("; ".join(record.topics)))
    return _lines((*common, *own(item), *_evidence(record, item)) for item in items)


def header(table: str) -> bytes:
    """The first line of a table, with the mark before it."""
    return codecs.BOM_UTF8 + _lines([(*_COMMON, *TABLES[table][1], "state", *_EVIDENCE)])


def _evidence(record: Record, item: ItemRecord) -> tuple[str, ...]:
    source = first_source(record, item)
    original = next((one.original for one in item.evidence if one.original), "")
    return (
        item.state,
        cell(" … ".join(one.words for one in item.evidence)),
        cell(source.title if source else ""),
        cell(source.publisher if source else ""),
        cell(source.date if source else ""),
        paragraphs(record, item),
        cell(original),
        item.permalink,
    )


def _lines(table: Iterable[tuple[str, ...]]) -> bytes:
    file = io.StringIO()
    csv.writer(file, lineterminator="\r\n").writerows(table)
    return file.getvalue().encode("utf-8")
