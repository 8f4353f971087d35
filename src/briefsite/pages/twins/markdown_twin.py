"""The Markdown twin of a briefing's page, for people who read plain text and for programs: `b/SLUG/briefing.txt`.

It ends in `.txt` because every engine makes a page of whatever ends in `.md`, and a browser shows it instead of storing
it. Only characters that would mean something to a Markdown reader are escaped, so that the file reads well as it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefsite.briefing.values import Status
from briefsite.pages.check import SECTION_NAMES
from briefsite.pages.dates import date_words
from briefsite.pages.figures import figure_words
from briefsite.pages.labels import N_, t
from briefsite.pages.questions import question_words
from briefsite.pages.quotations import NOBODY
from briefsite.pages.twins.places import paragraphs, source_line
from briefsite.pages.twins.shown_text import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefsite.pages.twins.record import ItemRecord, Record

NAME = "briefing.txt"
WITHDRAWN = N_("This briefing was withdrawn. Please do not quote from earlier copies of it.")

# One `_` inside a word means nothing; `&` only before a name or number; `~` alone nothing.
_SPECIAL = re.compile(r"[\\`*\[\]]|(?<![^\W_])_|_(?![^\W_])")
_STRUCK = re.compile(r"~(?=~)|(?<=~)~")
_MARKUP = re.compile(r"<|&(?=#?\w+;)")
_AT_START = re.compile(r"^(?=[#+>-])|^(\d+)(?=[.)])")


def plain(text: str | None) -> str:
    """A text in one line that Markdown reads as these characters."""
    written = _SPECIAL.sub(lambda match: f"\\{match[0]}", shown(text))
    written = _MARKUP.sub(lambda match: "&lt;" if match[0] == "<" else "&amp;", written)
    written = _STRUCK.sub("&#126;", written)  # not every reader takes a backslash before it
    return _AT_START.sub(lambda match: f"{match[1] or ''}\\", written)


def markdown_twin(record: Record) -> str:
    """The twin; the sections in the order of the page, empty ones left out."""
    blocks = [f"# {plain(record.title)}", f"> {_status(record)}  \n> <{record.address}>"]
    if record.status is Status.WITHDRAWN:
        blocks.append(t(WITHDRAWN))
    else:
        blocks += _sections(record)
    if record.note:
        blocks.append(t("Editor’s note: {note}", note=plain(record.note)))
    if record.sources:
        blocks.append(f"## {t('Sources')}\n\n" + "\n".join(f"- {line}" for line in _sources(record)))
    return "\n\n".join(blocks) + "\n"


def _status(record: Record) -> str:
    words = record.words
    status = words.status
    if record.since:
        status = t("{status} since {date}", status=status, date=date_words(record.since))
    source = ", ".join(part for part in (plain(words.publisher), words.date) if part)
    return " · ".join(part for part in (source, status, words.checked) if part)


def _sections(record: Record) -> Iterator[str]:
    summary = [item for item in record.items if item.section == "summary"]
    if summary:
        yield _line(record, summary[0], plain(summary[0].text))
    if len(summary) > 1:
        yield _list(record, "summary", summary[1:], lambda item: plain(item.text))
    yield from _listed(record, "key_figures", _figure)
    yield from _quotes(record)
    yield from _listed(record, "timeline", lambda item: f"**{date_words(item.item.date)}**: {plain(item.text)}")
    yield from _listed(record, "background", lambda item: plain(item.text))
    yield from _listed(record, "open_questions", _question)
    yield from _listed(record, "people", _person)


def _listed(record: Record, section: str, words: Callable[[ItemRecord], str]) -> Iterator[str]:
    items = [item for item in record.items if item.section == section]
    if items:
        yield _list(record, section, items, words)


def _list(record: Record, section: str, items: list[ItemRecord], words: Callable[[ItemRecord], str]) -> str:
    lines = (f"- {_line(record, item, '' if item.state == 'lost' else words(item))}" for item in items)
    return f"## {t(SECTION_NAMES[section])}\n\n" + "\n".join(lines)


def _line(record: Record, item: ItemRecord, words: str) -> str:
    """An item in one line: whose word it is, what it says, where it stands, its permalink and a person's note."""
    if item.state == "lost":
        words = t("Not shown: its words were not found in the source.")
    elif item.state == "editor":
        words = t("Editor’s note: {note}", note=words)
    line = f"{words} [{paragraphs(record, item) or '#'}]({item.permalink})"
    return f"{line} {t('Editor’s note: {note}', note=plain(item.note))}" if item.note else line


def _quotes(record: Record) -> Iterator[str]:
    quotes = [item for item in record.items if item.section == "quotes"]
    if not quotes:
        return
    yield f"## {t(SECTION_NAMES['quotes'])}"
    speaker = None
    for item in quotes:
        if item.item.speaker != speaker or item is quotes[0]:
            speaker = item.item.speaker
            yield f"### {plain(speaker) or t(NOBODY)}"
        words = " … ".join(_said(item, segment) for segment in item.segments)
        yield f"> {_line(record, item, words)}"


def _said(item: ItemRecord, segment: str) -> str:
    # Quotation marks are for words of the source alone.
    return t("“{words}”", words=plain(segment)) if item.is_source else plain(segment)


def _figure(item: ItemRecord) -> str:
    figure = item.item
    beside = [date_words(figure.period)] if figure.period else []
    beside = [plain(figure.said_by), *beside] if figure.said_by else beside
    words = f"**{plain(figure_words(figure).line)}**: {plain(figure.label)}"
    return f"{words} ({', '.join(beside)})" if beside else words


def _question(item: ItemRecord) -> str:
    question, words = item.item, question_words()
    beside = [words[question.kind.value], words[question.status.value]]
    if question.due:
        beside.append(t("due {date}", date=date_words(question.due)))
    answer = f" {plain(question.answer)}" if question.answer else ""
    return f"{plain(question.question)} ({', '.join(beside)}){answer}"


def _person(item: ItemRecord) -> str:
    person = item.item
    return f"**{plain(person.name)}**, {plain(person.role)}" if person.role else f"**{plain(person.name)}**"


def _sources(record: Record) -> Iterator[str]:
    for source in record.sources:
        named = f"{source.id}: " if len(record.sources) > 1 else ""
        parts = [plain(source_line(source)), f"<{source.url}>" if _is_plain(source.url) else plain(source.url)]
        yield f"{named}{', '.join(part for part in (*parts, plain(source.rights_words)) if part)}"


def _is_plain(url: str) -> bool:
    return bool(url) and not re.search(r"[\s<>]", url)
