"""What is wrong with the shape of a briefing: every error of the model at its place, in plain words.

qualifer: about         → there is no “qualifer” in a key figure; help: did you mean “qualifier”?
status: final           → “final” is no status; expected one of draft, reviewed, embargoed, withdrawn
"""

from __future__ import annotations

import re
from enum import Enum
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel

from briefsite.briefing.edtf import is_edtf
from briefsite.briefing.model import SECTIONS, Briefing
from briefsite.briefing.plain_data import MOST_PROBLEMS
from briefsite.briefing.scalars import quoted
from briefsite.briefing.spelling import close, meant
from briefsite.briefing.syntax import in_words
from briefsite.briefing.written import Written
from briefsite.diagnostic import Diagnostic, Fix, Severity
from briefsite.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic_core import ErrorDetails

    from briefsite.briefing.plain_data import Path, PlainData
    from briefsite.source import Source

_NAMES = {
    "Briefing": "a briefing",
    "SourceFile": "a source",
    "Point": "a point",
    "KeyFigure": "a key figure",
    "Quote": "a quote",
    "Event": "an event of the timeline",
    "OpenQuestion": "an open question",
    "Person": "a person",
}


def shape_problems(source: Source, read: PlainData, errors: Iterable[ErrorDetails]) -> tuple[Diagnostic, ...]:
    """The errors of the model as problems of the file; those of values that already have one are left out."""
    problems = []
    seen = set()
    for error in islice(errors, MOST_PROBLEMS):
        path = _in_file(tuple(error["loc"]), read)
        if any(path[:length] in read.spoiled for length in range(len(path) + 1)):
            continue
        # The model counts only good entries: a list of bad ones is "too short" to it besides.
        if error["type"] == "too_short" and error["input"]:
            continue
        code, span, message, help = _explained(source, path, error, read)
        if (code, span, message) not in seen:
            seen.add((code, span, message))
            fix = _mended(source, path, error, read)
            problems.append(Diagnostic(code, Severity.ERROR, message, source, span, help, fix))
    return tuple(problems)


def _in_file(path: Path, read: PlainData) -> Path:
    """The error's path, less the step that the model adds where one text stands for a list of one."""
    if path and path[-1] == 0 and path not in read.places and path not in read.spoiled and path[:-1] in read.places:
        return path[:-1]
    return path


def _explained(source: Source, path: Path, error: ErrorDetails, read: PlainData) -> tuple[str, Span | None, str, str]:
    key = str(path[-1]) if path else ""
    kind, given = error["type"], error["input"]
    at = read.places.get(path) or read.keys.get(path)
    if kind == "extra_forbidden":
        model = _model_at(path[:-1])
        owner = _NAMES.get(model.__name__, "it") if model else "it"
        known = _keys_of(model) if model else []
        likely = close(key, known)
        help = f"did you mean “{likely}”?" if likely else f"{owner} can have: {', '.join(known)}"
        return "B002", read.keys.get(path) or at, f"“{in_words(key)}” is no key of {owner}", help
    if kind == "missing":
        model = _model_at(path[:-1])
        owner = _NAMES.get(model.__name__, "it") if model else "it"
        start = read.keys.get(path) or read.heads.get(path[:-1])
        said = f"“{key}” is empty, but {owner} needs it" if path in read.keys else f"{owner} needs “{key}”"
        return "B003", start, said, f"{key}: {_example(key)}"
    stood = _what_stands(given)
    if kind == "enum" or kind == "literal_error":
        allowed = _choices(path, error)
        likely = close(given, allowed, cutoff=0.5) if isinstance(given, str) else None
        help = f"did you mean “{likely}”?" if likely else ""
        return "B004", at, f"{stood} stands for “{key}”; one of {', '.join(allowed)} was expected", help
    if kind in {"tuple_type", "list_type"}:
        help = f"{key}: [{given}]" if key == "topics" and isinstance(given, str) else ""
        return "B004", at, f"“{key}” holds {stood}; a list was expected, each item on a line with a dash", help
    if kind in {"model_type", "model_attributes_type", "dict_type"}:
        model = _model_at(path)
        keys = ", ".join(_keys_of(model)[:4]) if model else ""
        owner = _NAMES.get(model.__name__, "an item") if model else "an item"
        return "B004", at, f"{owner} was expected here, with keys such as {keys}; {stood} stands here", ""
    if kind == "string_type" and isinstance(given, dict) and at and "\n" not in (written := at.of(source.text)):
        return "B004", at, f"{_field_name(path)} contains a colon: put it into quotation marks", quoted(written)
    if kind == "string_type":
        return "B004", at, f"{_field_name(path)} holds {stood}; a text was expected", ""
    if kind == "string_too_short":
        return "B004", at, f"{_field_name(path)} is empty; a text was expected", "write it, or delete the key"
    if kind == "too_short":
        return "B004", at, f"{_field_name(path)} is an empty list; at least one entry was expected", ""
    if kind == "string_pattern_mismatch":
        return "B004", at, f"{stood} cannot be an id; letters, digits and hyphens were expected, a letter first", ""
    if kind == "value_missing":
        return "B003", read.heads.get(path), f"in this key figure {error['msg']}", ""
    if kind in {"edtf", "figure_value", "source_reference"}:
        return "B004", at, f"{stood} stands for {_field_name(path)}; {error['msg']}", ""
    return "B004", at, f"{stood} cannot stand for {_field_name(path)}", ""


def _mended(source: Source, path: Path, error: ErrorDetails, read: PlainData) -> Fix | None:
    """What certainly was meant: a known key, one of the known values, a date with its noughts."""
    kind, given = error["type"], error["input"]
    if kind == "extra_forbidden" and (place := read.keys.get(path)):
        model = _model_at(path[:-1])
        found = meant(str(path[-1]), _keys_of(model)) if model else None
        # Where the right key is there as well, nobody can tell which of the two values counts.
        if found and (*path[:-1], found) not in read.keys and place.of(source.text) == path[-1]:
            return Fix(place, found)
        return None
    new = None
    if kind in ("enum", "literal_error") and isinstance(given, str):
        new = meant(given, _choices(path, error))
    elif kind == "edtf" and isinstance(given, str):
        new = _with_noughts(given.strip())
    elif kind == "string_type" and isinstance(given, dict) and (place := read.places.get(path)):
        return _in_quotation_marks(source, place)
    place = read.places.get(path)
    if new is None or place is None or not isinstance(given, str):
        return None
    written = Written.read(source.text, place, given.strip())
    return Fix(*written.rewritten([(Span(0, len(given.strip())), new)])) if written else None


_SHORT_DAY = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?", flags=re.ASCII)


def _with_noughts(date: str) -> str | None:
    """2025-7-5 as 2025-07-05; None where that is no date either."""
    match = _SHORT_DAY.fullmatch(date)
    if not match:
        return None
    made = "-".join(part.zfill(2) for part in match.groups() if part)
    return made if is_edtf(made) else None


def _in_quotation_marks(source: Source, place: Span) -> Fix | None:
    """A text whose colon made a key of its beginning, as the text that it is."""
    written = place.of(source.text)
    line = source.locate(place.start).line
    is_plain = written[0] not in "{[\"'" and "\n" not in written and " #" not in written
    whole = source.line(line).rstrip().endswith(written)
    return Fix(place, quoted(written)) if is_plain and whole else None


def _field_name(path: Path) -> str:
    names = [part for part in path if isinstance(part, str)]
    return f"“{names[-1]}”" if names else "this"


def _what_stands(given: object) -> str:
    if isinstance(given, str):
        return f"“{in_words(given)}”" if given.strip() else "nothing"
    if isinstance(given, dict):
        return "a group of keys"
    if isinstance(given, list | tuple):
        return "a list"
    return "nothing" if given is None else "something else"


def _choices(path: Path, error: ErrorDetails) -> list[str]:
    model = _model_at(path[:-1])
    annotation = model.model_fields[str(path[-1])].annotation if model else None
    for option in (annotation, *get_args(annotation)):
        if isinstance(option, type) and issubclass(option, Enum):
            return [str(member.value) for member in option]
        if choices := [choice for choice in get_args(option) if isinstance(choice, str)]:
            return choices
    return [str(error.get("ctx", {}).get("expected", ""))]


@cache
def _keys_of(model: type[BaseModel]) -> list[str]:
    return list(model.keys()) if hasattr(model, "keys") else list(model.model_fields)


def _model_at(path: Path) -> type[BaseModel] | None:
    """The model that describes the group of keys at a path."""
    if not path:
        return Briefing
    if len(path) == 2 and path[0] in (*SECTIONS, "sources"):
        annotation: Any = Briefing.model_fields[str(path[0])].annotation
        found = get_args(annotation)[0]
        return found if isinstance(found, type) and issubclass(found, BaseModel) else None
    return None


def _example(key: str) -> str:
    return {
        "source": "p6",
        "date": "2025-07-10",
        "kind": "decision",
        "file": "seeds/article.txt",
        "sources": "(a list with the file of each)",
    }.get(key, "…")
