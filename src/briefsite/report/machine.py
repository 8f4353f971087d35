"""Problems in the forms that GitHub, GitLab, scripts and code scanners read.

Lines and columns count from 1, columns in code points; the end of a place is the column behind its last character.
"""

from __future__ import annotations

import json
from hashlib import blake2b
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from briefsite.diagnostic import CODES, REMEDIES, Diagnostic, Fix, Severity
from briefsite.report.excerpt import harmless

if TYPE_CHECKING:
    from collections.abc import Sequence

_SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT = "%SRCROOT%"
"""What code scanners call the folder that paths count from."""
_PLACES = ("line", "column", "end_line", "end_column")
_REGION = ("startLine", "startColumn", "endLine", "endColumn")
_GITLAB_LEVELS = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}
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
    """A list with one object a problem; ends are exclusive.

    The places are missing where the whole file is meant, `fix` where only a person can tell what to do.
    """
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
        data |= zip(_PLACES, region, strict=True)
    if fix := diagnostic.fix:
        data["fix"] = {**_replaced(_PLACES, diagnostic, fix), "replacement": fix.replacement}
    return data


def as_gitlab(diagnostics: Sequence[Diagnostic]) -> str:
    """GitLab's code quality report: merge requests show each problem beside its line."""
    return _dumped([_quality(diagnostic) for diagnostic in diagnostics])


def _quality(diagnostic: Diagnostic) -> dict[str, Any]:
    at = diagnostic.source.locate(diagnostic.span.start) if diagnostic.span else None
    line = at.line if at else 1
    # What a problem is known by from one run to the next: not its line, which moves with every edit above it.
    identity = "\0".join(
        (diagnostic.source.name, diagnostic.code, diagnostic.message, diagnostic.source.line(line) if at else "")
    )
    return {
        "description": diagnostic.message + (f" ({diagnostic.help})" if diagnostic.help else ""),
        "check_name": diagnostic.code,
        "fingerprint": blake2b(identity.encode("utf-8", "replace"), digest_size=16).hexdigest(),
        "severity": _GITLAB_LEVELS[diagnostic.severity],
        "location": {"path": diagnostic.source.name, "lines": {"begin": line}},
    }


def as_sarif(diagnostics: Sequence[Diagnostic]) -> str:
    """SARIF 2.1.0, for code scanning."""
    used = sorted({diagnostic.code for diagnostic in diagnostics})
    driver = {"name": "briefsite", "rules": [_rule(code) for code in used]}
    numbers = {code: number for number, code in enumerate(used)}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "the workspace: the folder with mkdocs.yml"}}},
        "results": [_result(diagnostic, numbers[diagnostic.code]) for diagnostic in diagnostics],
    }
    return _dumped({"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(code: str) -> dict[str, Any]:
    meaning, remedy = CODES.get(code, code), REMEDIES.get(code, "")
    rule: dict[str, Any] = {"id": code, "shortDescription": {"text": meaning}}
    if remedy:
        rule["help"] = {"text": f"{meaning[:1].upper()}{meaning[1:]}: {remedy}."}
    return rule


def _result(diagnostic: Diagnostic, number: int) -> dict[str, Any]:
    name = diagnostic.source.name.encode("utf-8", "replace").decode("utf-8")
    artifact = {"uri": quote(name, safe="/")}
    if not name.startswith("/"):
        artifact["uriBaseId"] = _ROOT
    location: dict[str, Any] = {"artifactLocation": artifact}
    if region := _region(diagnostic):
        location["region"] = dict(zip(_REGION, region, strict=True))
    fixes = {}
    if fix := diagnostic.fix:
        change = {
            "deletedRegion": _replaced(_REGION, diagnostic, fix),
            "insertedContent": {"text": fix.replacement.encode("utf-8", "replace").decode("utf-8")},
        }
        changes = [{"artifactLocation": artifact, "replacements": [change]}]
        fixes["fixes"] = [{"description": {"text": "what briefsite check --fix does"}, "artifactChanges": changes}]
    return {
        "ruleId": diagnostic.code,
        "ruleIndex": number,
        "level": diagnostic.severity.value,
        "message": {"text": diagnostic.message + (f" (help: {diagnostic.help})" if diagnostic.help else "")},
        "locations": [{"physicalLocation": location}],
        **fixes,
    }


def _region(diagnostic: Diagnostic) -> tuple[int, int, int, int] | None:
    """Line and column of the first character, and of the one behind the last."""
    if diagnostic.span is None:
        return None
    start = diagnostic.source.locate(diagnostic.span.start)
    last = diagnostic.source.locate(diagnostic.span.end - 1)
    return start.line, start.column, last.line, last.column + 1


def _replaced(names: Sequence[str], diagnostic: Diagnostic, fix: Fix) -> dict[str, int]:
    """Where what a fix replaces begins, and where it ends: at the start of the next line where a line goes."""
    start, end = diagnostic.source.locate(fix.span.start), diagnostic.source.locate(fix.span.end)
    return dict(zip(names, (*start, *end), strict=True))


def _dumped(data: Any) -> str:
    # Half a surrogate pair, which a file's name may hold, could not be printed.
    text = json.dumps(data, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "replace").decode("utf-8") + "\n"
