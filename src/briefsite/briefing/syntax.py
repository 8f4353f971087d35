"""What is wrong with a text that is no YAML, in words for people who never heard of YAML.

The commonest mistake is a text that needs quotation marks: one that holds a colon, or begins with a
character that means something else. Then the field is named, and the line is shown as it should be.

    written_as: She said: not a number
    → the value of “written_as” contains a colon … help: written_as: "She said: not a number"
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from briefsite.briefing.items import Event, KeyFigure, OpenQuestion, Person, Point, Quote
from briefsite.briefing.model import Briefing, SourceFile
from briefsite.briefing.scalars import quoted
from briefsite.diagnostic import Diagnostic, Fix, Severity
from briefsite.span import Span

if TYPE_CHECKING:
    import yaml

    from briefsite.source import Source

_FIELD = re.compile(
    r"""
    (?P<lead> [ ]* (?: -[ ]+ )* )
    (?: (?P<key> [A-Za-z_][\w-]* ) [ ]* : [ \t]+ )?
    (?P<value> [^\s] [^\r\n]* )
    """,
    flags=re.VERBOSE,
)
_NEEDS_SPACE = re.compile(r"[ ]*(?:-[ ]+)*(?P<key>[A-Za-z_]\w*):(?=[^\s/])")
_FIRST_WORD = re.compile(r"[ ]*(?:-[ ]+)*(?P<key>[a-z_]+)[ \t]+[^:\s]")
_NEEDS_DASH_SPACE = re.compile(r"[ ]*(?P<dash>-)(?=[A-Za-z])(?:(?P<key>[a-z_]+):[ ])?")
_END_MARK = re.compile(r"^(?:\.\.\.|---)(?:\s|\Z)", flags=re.MULTILINE)
_CLOSING = {"[": "]", "{": "}"}
_OPENERS = {
    '"': "a quotation mark",
    "'": "a quotation mark",
    "*": "an asterisk",
    "&": "an ampersand",
    "!": "an exclamation mark",
    "[": "a square bracket",
    "]": "a square bracket",
    "{": "a brace",
    "}": "a brace",
    "-": "a dash",
    "?": "a question mark",
}
_SCANNED = ("scalar", "flow", "alias", "anchor", "tag")
"""Where one of these is being read, the trouble began where it begins, not where reading stopped."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """A syntax error explained."""

    problem: Diagnostic
    mend: tuple[int, int] | None
    """The offsets, in the text that was read, of the value that caused it; None where no single value did."""


def explain(source: Source, text: str, shift: int, error: yaml.YAMLError) -> Trouble:
    """The problem with a text that the YAML reader refused; `shift` is what to add to its offsets."""
    mark, context = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    reading, what = getattr(error, "context", None) or "", getattr(error, "problem", None) or ""
    at = min(mark.index if mark else 0, len(text))
    begun = min(context.index, len(text)) if context and any(word in reading for word in _SCANNED) else at
    said = _said(text, what, at, begun)
    start = max(min(said.start, len(text) - 1), 0)
    end = max(min(said.end, len(text)), start + 1)
    place = Span(start + shift, end + shift)
    problem = Diagnostic(
        code=said.code,
        severity=Severity.ERROR,
        message=said.message,
        source=source,
        span=place,
        help=said.help,
        fix=Fix(place, said.new) if said.new else None,
    )
    return Trouble(problem, (start, end) if said.is_value else None)


class _Said(NamedTuple):
    """What is wrong, before it is a problem of a file."""

    code: str
    start: int
    end: int
    message: str
    help: str
    is_value: bool = False
    """Whether the text there can be put aside for reading on."""
    new: str = ""
    """What certainly was meant to stand there; empty where nobody can tell."""


def _said(text: str, what: str, at: int, begun: int) -> _Said:
    line = _line_start(text, begun)
    if "tab" in what or text[at : at + 1] == "\t":
        start = max(text.rfind("\t", line, at + 1), line)
        message = "a tab stands where spaces belong"
        return _Said("Y007", start, start + 1, message, "indent with spaces: two for a level")
    if "document start" in what:
        return _behind_the_end(text, at)
    field = _FIELD.match(text, line)
    if field and field.start("value") <= max(begun, at) and (said := _of_value(field, what, begun)):
        return said
    return _of_line(text, what, at)


def _of_value(field: re.Match[str], what: str, begun: int) -> _Said | None:
    """A value that needs quotation marks, or other ones."""
    value, start = field["value"].rstrip(), field.start("value")
    end = start + len(value)
    name = f"the value of “{field['key']}”" if field["key"] else "this text"
    lead = f"{field['key']}: " if field["key"] else "- "
    # Behind a " #" there may be a comment, and what begins with a dash may be a list: nobody can tell.
    certain = quoted(value) if " #" not in value else ""
    first = value[0]
    if begun > end:
        return None
    if begun > start and "mapping values" in what:
        said = f"{name} contains a colon: put it into quotation marks"
        return _Said("Y001", start, end, said, lead + quoted(value), True, "" if first in "\"'[{|>" else certain)
    if first in "\"'":
        unclosed = value.find(first, 1) < 0
        if "escape" in what:
            said = f"{name} has a backslash between double quotation marks: put it into single ones"
            return _Said("Y001", start, end, said, f"{lead}'{value.strip(first).replace(chr(39), chr(39) * 2)}'", True)
        if unclosed:
            said = f"{name} begins with a quotation mark that is not closed"
        else:
            said = f"{name} begins with a quotation mark and goes on behind the closing one: quote all of it"
        # “'tis the season” begins with an apostrophe, which belongs to the text.
        whole = quoted(value[1:] if unclosed and first == '"' else value)
        return _Said("Y001", start, end, said, lead + whole, True, "" if unclosed else certain)
    if first in _CLOSING and _CLOSING[first] not in value:
        said = f"{name} begins with {_OPENERS[first]} that is not closed"
        return _Said("Y001", start, end, said, f"{lead}{value}{_CLOSING[first]}, or {lead}{quoted(value)}", True)
    if first == "-" and not field["key"] and value[1:2] not in (" ", ""):
        return _Said("Y001", start, end, "a space is missing behind the dash", f"- {value[1:]}", True)
    if first in "*&!%@`|>[]{},-?":
        what_first = _OPENERS.get(first, f"“{first}”")
        said = f"{name} begins with {what_first}, which means something else to YAML: put it into quotation marks"
        return _Said("Y001", start, end, said, lead + quoted(value), True, certain if first in "@`%*&!" else "")
    return None


def _of_line(text: str, what: str, at: int) -> _Said:
    """A line that does not fit those around it."""
    line = _line_start(text, at)
    shown = _FIELD.match(text, line)
    start, end = at, at + 1
    if shown:
        start, end = (
            shown.start("key" if shown["key"] else "value"),
            shown.start("value") + len(shown["value"].rstrip()),
        )
    if "mapping values" in what or "expected ':'" in what:
        # The reader notices only in the next line that the one above was no key and value.
        for where in (_line_above(text, line), line):
            if near := _NEEDS_SPACE.match(text, where):
                key = near["key"]
                said = f"a space is missing behind “{key}:”"
                new = f"{near[0][near.start('key') - where :]} " if key in _keys() else ""
                return _Said("Y001", near.start("key"), near.end(), said, f"{key}: …", False, new)
            if near := _NEEDS_DASH_SPACE.match(text, where):
                new = "- " if near["key"] in _keys() else ""
                said = "a space is missing behind the dash"
                return _Said("Y001", near.start("dash"), near.end("dash"), said, "- text: …", False, new)
            if (near := _FIRST_WORD.match(text, where)) and near["key"] in _keys():
                key = near["key"]
                said = f"a colon is missing behind “{key}”"
                return _Said("Y001", near.start("key"), near.end("key"), said, f"{key}: …")
    if "mapping values" in what:
        said = "this line stands too far to the right, or the text above it goes on here and holds a colon"
        help = "keys of one item stand exactly below each other; a text with a colon goes into quotation marks"
        return _Said("Y001", start, end, said, help)
    if "expected ':'" in what:
        return _Said("Y001", start, end, "a colon is missing behind the key", "write it as key: value")
    if any(word in what for word in ("expected key", "expected '-'", "sequence entries", "block end")):
        help = "dashes of one list stand exactly below each other, and so do the keys of one item"
        return _Said("Y001", start, end, "this line does not fit the lines above it", help)
    help = "look at its quotation marks, its indentation and its colon, and at the line above"
    return _Said("Y001", start, end, "this line cannot be read", help)


def _behind_the_end(text: str, at: int) -> _Said:
    line = _line_start(text, at)
    end = line + len(text[line : line + 80].splitlines()[0]) if line < len(text) else at + 1
    if _END_MARK.search(text, 0, line):
        said = "the file ended above this line: “...” or “---” ends a document"
        return _Said("Y006", line, end, said, "delete the line with the dots or dashes")
    said = "this line stands further to the left than the first one"
    return _Said("Y001", line, end, said, "the keys of a briefing begin at the left edge")


def in_words(text: str, limit: int = 60) -> str:
    """A text for a message: on one line, and cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= limit else f"{line[: limit - 1].rstrip()}…"


@cache
def _keys() -> frozenset[str]:
    """Every key that a briefing can have at any level."""
    models = (Briefing, SourceFile, Point, KeyFigure, Quote, Event, OpenQuestion, Person)
    return frozenset(key for model in models for key in model.model_fields)


def _line_above(text: str, start: int) -> int:
    """Where the line begins above the one that begins at `start`."""
    end = start - 2 if text[max(start - 2, 0) : start] == "\r\n" else start - 1
    return _line_start(text, max(end, 0))


def _line_start(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
