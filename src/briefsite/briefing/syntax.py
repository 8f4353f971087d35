"""What is wrong with a text that is no YAML, in words for people who never heard of YAML.

The commonest mistake is a text that needs quotation marks: one that holds a colon, or begins with a
character that means something else. Then the field is named, and the line is shown as it should be.

    written_as: She said: not a number
    → the value of “written_as” contains a colon … help: written_as: "She said: not a number"
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefsite.briefing.scalars import quoted
from briefsite.diagnostic import Diagnostic, Severity
from briefsite.span import Span

if TYPE_CHECKING:
    import yaml

    from briefsite.source import Source

_FIELD = re.compile(
    r"""
    (?P<lead> [ ]* (?: -[ ]+ )* )
    (?: (?P<key> [A-Za-z_][\w-]* ) [ ]* : [ \t]+ )?
    (?P<value> \S [^\r\n]*? ) [ \t]* (?= \r? \n | \r | \Z )
    """,
    flags=re.VERBOSE,
)
_NEEDS_SPACE = re.compile(r"[ ]*(?:-[ ]+)*(?P<key>[A-Za-z_]\w*):(?=[^\s/])")
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
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    reading = getattr(error, "context", None) or ""
    what = getattr(error, "problem", None) or ""
    at = min(mark.index if mark else 0, len(text))
    begun = min(context.index, len(text)) if context and any(word in reading for word in _SCANNED) else at

    def trouble(start: int, end: int, message: str, help: str, *, code: str = "Y001", mend: bool = False) -> Trouble:
        start = max(min(start, len(text) - 1), 0)
        end = max(min(end, len(text)), start + 1)
        span = Span(start + shift, end + shift)
        problem = Diagnostic(code=code, severity=Severity.ERROR, message=message, source=source, span=span, help=help)
        return Trouble(problem, (start, end) if mend else None)

    line = _line_start(text, begun)
    field = _FIELD.match(text, line)
    if "tab" in what or text[at : at + 1] == "\t":
        start = text.rfind("\t", line, at + 1)
        return trouble(
            max(start, line),
            max(start, line) + 1,
            "a tab stands where spaces belong",
            "indent with spaces: two for each level",
            code="Y007",
        )
    if field and field.start("value") <= max(begun, at) and "expected <document start>" not in what:
        name = f"the value of “{field['key']}”" if field["key"] else "this text"
        value, start, end = field["value"], field.start("value"), field.end("value")
        corrected = f"{field['key']}: {_corrected(value)}" if field["key"] else f"- {_corrected(value)}"
        first = value[0]
        if begun > start and "mapping values" in what and begun < end:
            return trouble(start, end, f"{name} contains a colon: put it into quotation marks", corrected, mend=True)
        if first in "\"'" and begun <= end:
            if "escape" in what:
                said = f"{name} has a backslash between double quotation marks: put it into single ones"
            elif value.find(first, 1) < 0:
                said = f"{name} begins with a quotation mark that is not closed"
            else:
                said = f"{name} begins with a quotation mark and goes on behind the closing one: quote all of it"
            return trouble(start, end, said, corrected, mend=True)
        if first in "*&!%@`|>[]{},-?" and begun <= end:
            what_first = _OPENERS.get(first, f"“{first}”")
            said = f"{name} begins with {what_first}, which means something else to YAML: put it into quotation marks"
            return trouble(start, end, said, corrected, mend=True)
    shown = _FIELD.match(text, _line_start(text, at))
    start, end = (shown.start("key") if shown["key"] else shown.start("value"), shown.end()) if shown else (at, at + 1)
    if "mapping values" in what and (
        near := _NEEDS_SPACE.match(text, _line_start(text, max(_line_start(text, at) - 1, 0)))
    ):
        return trouble(
            near.start("key"), near.end(), f"a space is missing behind “{near['key']}:”", f"{near['key']}: …"
        )
    if "mapping values" in what:
        return trouble(
            start,
            end,
            "this line stands too far to the right, or the text above it goes on here and holds a colon",
            "keys of one item stand exactly below each other; a text with a colon goes into quotation marks",
        )
    if "could not find expected ':'" in what:
        near = _NEEDS_SPACE.match(text, line)
        if near:
            return trouble(
                near.start("key"), near.end(), f"a space is missing behind “{near['key']}:”", f"{near['key']}: …"
            )
        return trouble(start, end, "a colon is missing behind the key", "write it as key: value")
    if "expected key" in what or "expected '-'" in what or "block sequence entries" in what or "block end" in what:
        return trouble(
            start,
            end,
            "this line does not fit the lines above it",
            "items of one list begin with dashes exactly below each other, keys of one item likewise",
        )
    if "document start" in what:
        return trouble(
            at,
            at + 1,
            "the file ended above this line: “...” or “---” ends a document",
            "delete that line",
            code="Y006",
        )
    return trouble(
        start,
        end,
        "this line cannot be read",
        "look at its quotation marks, its indentation and its colon, and at the line above",
    )


def in_words(text: str, limit: int = 60) -> str:
    """A text for a message: on one line, and cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= limit else f"{line[: limit - 1].rstrip()}…"


def _corrected(value: str) -> str:
    first = value[0]
    if first in "\"'":
        rest = value[1:]
        if first not in rest and first == '"':
            return quoted(rest)
        if first not in rest:
            return quoted(value)
    return quoted(value)


def _line_start(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
