"""A file's exact text, and the one place that turns an offset into line and column."""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from briefsite.diagnostic import BriefsiteError, Diagnostic, Severity
from briefsite.span import Span

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 2_000_000
"""More than this is not an article: the longest reports people brief on stay below 1 MB of plain text."""

_FORMATS = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP archive (DOCX, ODT and EPUB files are such archives)",
    b"\xd0\xcf\x11\xe0": "an old Microsoft Office document",
    b"{\\rtf": "an RTF document",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"\x1f\x8b": "a gzip archive",
}


_LINE_END = re.compile(r"\r\n?|\n")
"""What editors count as the end of a line. U+2028 and form feeds are none: GitHub and most editors disagree there."""


class Location(NamedTuple):
    """A place as people count: line and column from 1, columns in code points."""

    line: int
    column: int


@dataclass(frozen=True)
class Source:
    """A named text, exactly as received: line ends, odd spaces and all."""

    name: str
    """What a message calls it: the path relative to the workspace, or `<stdin>`."""
    text: str = field(repr=False)

    @classmethod
    def read(cls, path: Path, name: str | None = None) -> Source:
        r"""The text of a file, decoded but not altered (`\r\n` stays, so offsets stay true).

        Raises:
            BriefsiteError: the file cannot be read, is too large, is not text, or is not UTF-8. The
                error carries a diagnostic at the first bad byte. No encoding is guessed: a wrong guess
                would alter words that people then quote.
        """
        name = name or str(path)
        try:
            size = path.stat().st_size
            if size > MAX_BYTES:
                raise BriefsiteError(
                    _problem(
                        name,
                        "S002",
                        f"{size / 1e6:.1f} MB is too much for one article; at most {MAX_BYTES / 1e6:.0f} MB are read",
                        help="split it into its articles, one file each",
                    )
                )
            return cls.decode(path.read_bytes(), name)
        except OSError as error:
            reason = error.strerror or str(error)
            raise BriefsiteError(_problem(name, "S001", f"cannot be read: {reason}")) from None

    @classmethod
    def decode(cls, data: bytes, name: str) -> Source:
        """The text of these bytes; UTF-8, or UTF-16 that says so with its byte order mark.

        Raises:
            BriefsiteError: as for `read`.
        """
        for magic, what in _FORMATS.items():
            if data.startswith(magic):
                raise BriefsiteError(
                    _problem(
                        name,
                        "S003",
                        f"is {what}, not plain text",
                        help="save its text as a .txt file in UTF-8",
                    )
                )
        is_utf16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        codec = "utf-16" if is_utf16 else "utf-8-sig"
        try:
            text = data.decode(codec)
        except UnicodeDecodeError as error:
            # The decoder of "utf-8-sig" counts from behind the mark that it takes off.
            start = error.start + (len(data) - len(error.object))
            before = data[:start].decode(codec, "ignore")
            shown = before + (data[start:].decode("utf-8", "replace") if not is_utf16 else "\N{REPLACEMENT CHARACTER}")
            encoding = "UTF-16" if is_utf16 else "UTF-8"
            raise BriefsiteError(
                Diagnostic(
                    code="S004",
                    severity=Severity.ERROR,
                    message=f"is not {encoding} text: byte 0x{data[start]:02x} cannot stand here",
                    source=cls(name, shown),
                    span=Span(len(before), len(before) + 1),
                    help="save it as UTF-8; from a Windows program: iconv -f WINDOWS-1252 -t UTF-8 OLD > NEW",
                )
            ) from None
        if (nul := text.find("\0")) >= 0:
            raise BriefsiteError(
                Diagnostic(
                    code="S003",
                    severity=Severity.ERROR,
                    message="is a binary file, not plain text: it holds a NUL character",
                    source=cls(name, text),
                    span=Span(nul, nul + 1),
                )
            )
        return cls(name, text)

    @cached_property
    def _line_starts(self) -> tuple[int, ...]:
        return (0, *(match.end() for match in _LINE_END.finditer(self.text)))

    def locate(self, offset: int) -> Location:
        """The line and column, both from 1, of an offset (clamped to the text)."""
        offset = min(max(offset, 0), len(self.text))
        line = bisect_right(self._line_starts, offset)
        return Location(line, offset - self._line_starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """A line by its number from 1, without its line end; empty past the end."""
        if not 1 <= number <= len(self._line_starts):
            return ""
        start = self._line_starts[number - 1]
        end = self._line_starts[number] if number < len(self._line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")


def _problem(name: str, code: str, message: str, help: str = "") -> Diagnostic:
    return Diagnostic(
        code=code, severity=Severity.ERROR, message=message, source=Source(name, ""), span=None, help=help
    )
