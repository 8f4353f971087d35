"""Problems as text for people: where, what, the line with the place underlined, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.diagnostic import Diagnostic, Severity
from briefsite.report.excerpt import excerpt, harmless

if TYPE_CHECKING:
    from collections.abc import Sequence

FIXABLE = "[fixable with --fix]"
"""What the text says of a problem that is certain to mend."""
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}


def as_text(diagnostics: Sequence[Diagnostic], *, colour: bool = False) -> str:
    """Each problem in a few lines, a blank line between two; `colour` for terminals that show it."""
    return "\n".join(_text(diagnostic, colour) for diagnostic in diagnostics)


def _text(diagnostic: Diagnostic, colour: bool) -> str:
    def paint(code: str, words: str) -> str:
        return f"\x1b[{code}m{words}\x1b[0m" if colour else words

    place = harmless(diagnostic.source.name)
    if diagnostic.span:
        at = diagnostic.source.locate(diagnostic.span.start)
        place = f"{place}:{at.line}:{at.column}"
    tone = _COLOURS[diagnostic.severity]
    title = paint(f"1;{tone}", f"{diagnostic.severity}[{diagnostic.code}]")
    fixable = paint("2", f" {FIXABLE}") if diagnostic.fix else ""
    lines = [f"{place}: {title}: {harmless(diagnostic.message)}{fixable}"]
    gutter = " "
    if diagnostic.span:
        shown = excerpt(diagnostic.source, diagnostic.span)
        gutter = " " * len(shown.number)
        bar = paint("34", "|")
        lines.append(f"{gutter} {bar}")
        lines.append(f"{paint('34', shown.number)} {bar} {shown.line}".rstrip())
        lines.append(f"{gutter} {bar} {shown.indent}{paint(tone, shown.carets)}")
    if diagnostic.help:
        lines.append(f"{gutter} {paint('34', '=')} help: {harmless(diagnostic.help)}")
    return "\n".join(lines) + "\n"
