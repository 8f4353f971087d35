"""Problems in the forms that GitHub, scripts and code scanners read. Lines and columns from 1, in code points."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from briefsite.diagnostic import CODES, Diagnostic, Severity
from briefsite.report.excerpt import harmless

if TYPE_CHECKING:
    from collections.abc import Sequence

_SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_GITHUB_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def as_github(diagnostics: Sequence[Diagnostic]) -> str:
    """Workflow commands: GitHub shows each beside its line."""
    return "".join(_command(diagnostic) for diagnostic in diagnostics)


def _command(diagnostic: Diagnostic) -> str:
    properties = [f"file={_property(diagnostic.source.name)}"]
    if region := _region(diagnostic):
        line, column, end_line, end_column = region
        properties += [f"line={line}", f"col={column}", f"endLine={end_line}"]
        if line == end_line:  # GitHub drops the columns of what runs over several lines
            properties.append(f"endColumn={end_column}")
    properties.append(f"title={_property(diagnostic.code)}")
    said = _message(diagnostic.message)
    if diagnostic.help:
        said += f"%0Ahelp: {_message(diagnostic.help)}"
    return f"::{_GITHUB_LEVELS[diagnostic.severity]} {','.join(properties)}::{said}\n"


def _message(text: str) -> str:
    return harmless(text).replace("%", "%25")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


def as_json(diagnostics: Sequence[Diagnostic]) -> str:
    """A list with one object a problem; ends are exclusive. The places are missing where the whole file is meant."""
    return _dumped([_as_data(diagnostic) for diagnostic in diagnostics])


def _as_data(diagnostic: Diagnostic) -> dict[str, Any]:
    data: dict[str, Any] = {
        "file": diagnostic.source.name,
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "help": diagnostic.help,
    }
    if region := _region(diagnostic):
        data |= zip(("line", "column", "end_line", "end_column"), region, strict=True)
    return data


def as_sarif(diagnostics: Sequence[Diagnostic]) -> str:
    """SARIF 2.1.0, for code scanning."""
    used = sorted({diagnostic.code for diagnostic in diagnostics})
    rules = [{"id": code, "shortDescription": {"text": CODES.get(code, code)}} for code in used]
    driver = {"name": "briefsite", "rules": rules}
    results = [_result(diagnostic, used) for diagnostic in diagnostics]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return _dumped({"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]})


def _result(diagnostic: Diagnostic, used: list[str]) -> dict[str, Any]:
    name = diagnostic.source.name.encode("utf-8", "replace").decode("utf-8")
    location: dict[str, Any] = {"artifactLocation": {"uri": quote(name, safe="/")}}
    if region := _region(diagnostic):
        names = ("startLine", "startColumn", "endLine", "endColumn")
        location["region"] = dict(zip(names, region, strict=True))
    return {
        "ruleId": diagnostic.code,
        "ruleIndex": used.index(diagnostic.code),
        "level": diagnostic.severity.value,
        "message": {"text": diagnostic.message + (f" (help: {diagnostic.help})" if diagnostic.help else "")},
        "locations": [{"physicalLocation": location}],
    }


def _region(diagnostic: Diagnostic) -> tuple[int, int, int, int] | None:
    """Line and column of the first character, and of the one behind the last."""
    if diagnostic.span is None:
        return None
    start = diagnostic.source.locate(diagnostic.span.start)
    last = diagnostic.source.locate(diagnostic.span.end - 1)
    return start.line, start.column, last.line, last.column + 1


def _dumped(data: Any) -> str:
    # Half a surrogate pair, which a file's name may hold, could not be printed.
    text = json.dumps(data, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "replace").decode("utf-8") + "\n"
