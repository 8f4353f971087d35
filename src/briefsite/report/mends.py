"""What was mended, as a small difference: where, what was wrong, the line before and the line after.

briefing/flood.yaml:9: mended[A004]: these words stand in p3, not in p1
  -     source: p1
  +     source: p3
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.report.excerpt import WIDTH, harmless

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.diagnostic import Diagnostic, Fix

_AROUND = 40
"""Code points shown on either side of the place in a line that is long."""


def mends_as_text(mends: Sequence[tuple[Diagnostic, Fix]], *, colour: bool = False) -> str:
    """Each mend in three lines, or two where a line is taken out; every line ends in a line end."""
    return "".join(_text(diagnostic, fix, colour) for diagnostic, fix in mends)


def _text(diagnostic: Diagnostic, fix: Fix, colour: bool) -> str:
    def paint(code: str, words: str) -> str:
        return f"\x1b[{code}m{words}\x1b[0m" if colour else words

    text = diagnostic.source.text
    line = diagnostic.source.locate(fix.span.start).line
    start = max(text.rfind("\n", 0, fix.span.start), text.rfind("\r", 0, fix.span.start)) + 1
    # What was changed may end with the line, or hold several.
    last = fix.span.end - 1 if text[fix.span.end - 1] in "\r\n" else fix.span.end
    end = min((at for at in (text.find("\n", last), text.find("\r", last)) if at >= 0), default=len(text))
    end = max(end, fix.span.end if fix.replacement or end < fix.span.end else end)
    left = right = ""
    if end - start > WIDTH:
        if start < fix.span.start - _AROUND:
            start, left = fix.span.start - _AROUND, "…"
        if end > fix.span.end + _AROUND:
            end, right = fix.span.end + _AROUND, "…"
    old = f"{left}{text[start:end]}{right}"
    new = f"{left}{text[start : fix.span.start]}{fix.replacement}{text[fix.span.end : end]}{right}"
    title = paint("1;32", f"mended[{diagnostic.code}]")
    told = [f"{harmless(diagnostic.source.name)}:{line}: {title}: {harmless(diagnostic.message)}"]
    told += [paint("31", f"  - {harmless(part)}") for part in old.splitlines()]
    told += [paint("32", f"  + {harmless(part)}") for part in new.splitlines() if part.strip()]
    return "\n".join(told) + "\n"
