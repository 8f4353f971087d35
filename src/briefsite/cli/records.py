"""The articles of an input, one by one: text files, JSON lines, and those of an address, read as they are needed.

A record that cannot be read is one that says so; it never stops the others.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefsite.article import parse_day
from briefsite.diagnostic import BriefsiteError
from briefsite.running.files import is_packed, is_plain_path, named_by, open_to_read, placed
from briefsite.running.parts import lines_of
from briefsite.source import MAX_BYTES, Source

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from briefsite.running.parts import Part


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One article of the input."""

    id: str
    text: str
    title: str | None = None
    date: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """A record that could not be read, and why."""

    id: str | None
    error: str


def names_of(inputs: Sequence[str]) -> list[str]:
    """The files that the inputs name, patterns among them; `-` is standard input.

    Raises:
        OSError: an address, and what it needs is not installed.
    """
    return [name for given in inputs for name in ([given] if given == "-" else named_by(given))]


def is_lines(name: str, form: str | None) -> bool:
    """Whether a file holds one article a line."""
    plain = name.rpartition(".")[0] if is_packed(name) else name
    return form == "jsonl" or (form is None and plain.endswith(".jsonl"))


def read_records(names: Iterable[str], form: str | None) -> Iterator[Record | Failed]:
    """The articles of the files named, one by one; `-` is standard input."""
    for name in names:
        if not is_lines(name, form):
            yield _text(name, name)
        elif name == "-":
            yield from _records(enumerate(sys.stdin.buffer, start=1), name)
        else:
            try:
                with open_to_read(name) as stream:
                    yield from _records(enumerate(stream, start=1), name)
            except OSError as error:
                yield _unreadable(name, error)


def records_of(form: str | None, part: Part) -> Iterator[Record | Failed]:
    """The articles of a part."""
    if is_lines(part.files[0], form):
        try:
            yield from _records(lines_of(part), part.files[0])
        except OSError as error:
            yield _unreadable(part.files[0], error)
    else:
        for name in part.files:
            yield _text(name, placed(name, part.base))


def _text(name: str, place: str) -> Record | Failed:
    try:
        if name == "-":
            source = Source.decode(sys.stdin.buffer.read(), "<stdin>")
        elif is_plain_path(place):
            source = Source.read(Path(place), str(Path(name)))
        else:
            with open_to_read(place) as stream:
                data = stream.read(MAX_BYTES + 1)
            if len(data) > MAX_BYTES:
                return Failed(id=name, error=f"is too much for one article: more than {MAX_BYTES / 1e6:.0f} MB")
            source = Source.decode(data, name)
    except BriefsiteError as error:
        return Failed(id=name, error=_in_words(error))
    except OSError as error:
        return _unreadable(name, error)
    return Record(id=source.name, text=source.text)


def _unreadable(name: str, error: OSError) -> Failed:
    return Failed(id=name, error=f"cannot be read: {error.strerror or error}")


def _records(lines: Iterable[tuple[int, bytes]], name: str) -> Iterator[Record | Failed]:
    for number, line in lines:
        if line.strip():
            yield _record(line, f"{name}:{number}")


def _record(line: bytes, place: str) -> Record | Failed:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Failed(id=None, error=f"{place}: not a JSON object: {error}")
    if not isinstance(data, dict):
        return Failed(id=None, error=f'{place}: an object {{"id", "text"}} was expected, not {type(data).__name__}')
    name = data.get("id")
    if not isinstance(name, str):
        return Failed(id=None, error=f'{place}: "id" must be a string')
    text, title, date = data.get("text"), data.get("title"), data.get("date")
    if not isinstance(text, str):
        return Failed(id=name, error=f'{place}: "text" must be a string')
    if title is not None and not isinstance(title, str):
        return Failed(id=name, error=f'{place}: "title" must be a string')
    # Feeds and databases give a time of day as well, 2025-07-10T09:30:00Z: the day is what counts here.
    day = parse_day(date) if isinstance(date, str) else None
    if date is not None and day is None:
        return Failed(id=name, error=f'{place}: "date" must be a day such as 2025-07-10, not {date!r}')
    # Lone surrogates are legal in JSON and in no file: they could not be written out again.
    if any("\ud800" <= character <= "\udfff" for character in text):
        return Failed(id=name, error=f'{place}: "text" holds half a surrogate pair, which is no character')
    return Record(id=name, text=text, title=title, date=day)


def _in_words(error: BriefsiteError) -> str:
    problem = error.diagnostic
    if problem.span is None:
        return problem.message
    line, column = problem.source.locate(problem.span.start)
    return f"{problem.message} (line {line}, column {column})"
