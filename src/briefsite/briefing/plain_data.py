"""YAML text → plain data, with the place of every key and value, and every problem met.

Scalars stay the text that was typed: nothing becomes a number, a truth value or a date here. A value that YAML cannot
read is put aside and the file is read again, so that one run tells of all of them.

Known limit: (1) behind a mistake that cannot be mended for reading on, nothing more is reported.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

import yaml

from briefsite.briefing.places import Path, Places
from briefsite.briefing.syntax import explain
from briefsite.briefing.yaml_reader import MOST_PROBLEMS, Reader, TooMuchError
from briefsite.diagnostic import Diagnostic, Severity
from briefsite.span import Span

if TYPE_CHECKING:
    from briefsite.source import Source

__all__ = ["MAX_MENDS", "MAX_READ", "MOST_PROBLEMS", "Path", "PlainData", "read_plain_data"]

MAX_MENDS = 200
"""Lines with broken quotation that one run reports."""
MAX_READ = 20_000_000
"""Code points that are read in all, over the attempts."""
_UNREADABLE = re.compile(r"[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that YAML forbids, and halves of surrogate pairs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainData:
    """What a file says, before anything is asked of it."""

    root: Any
    """A dict, list or str of such; None where the file is empty or cannot be read on."""
    places: Places
    """Where each value stands."""
    keys: Places
    """Where the key of a value stands."""
    heads: Places
    """Where the first key of each group of keys below the root stands: the one line that stands for the group."""
    problems: tuple[Diagnostic, ...]
    spoiled: frozenset[Path]
    """Values that already have a problem: what stands in `root` for them is a stopgap."""


def read_plain_data(source: Source) -> PlainData:
    """Read the YAML of a file. Never raises: what cannot be read is in `problems`."""
    text = source.text
    problems: list[Diagnostic] = []
    shift = 1 if text.startswith("\ufeff") else 0
    text = text[shift:]
    mended: list[tuple[int, int]] = []
    most = min(2 * MAX_MENDS, MAX_READ // (len(text) + 1))
    for match in islice(_UNREADABLE.finditer(text), MAX_MENDS):
        problems.append(_unreadable(source, match.start() + shift, match.group()))
        mended.append(match.span())
    if problems:
        text = _UNREADABLE.sub("\N{REPLACEMENT CHARACTER}", text)
    while True:
        reader = Reader(source, text, shift, mended)
        try:
            root = reader.read()
        except TooMuchError:
            root = None
        except yaml.YAMLError as error:
            trouble = explain(source, text, shift, error)
            span = trouble.problem.span
            # A line that is put aside may still stand where none can: that was said already.
            if not (span and any(start + shift <= span.start < end + shift for start, end in mended)):
                problems.append(trouble.problem)
            # With the value in question out of the way, the rest of the file can be read for its own problems.
            if trouble.mend and trouble.mend not in mended and len(mended) < most:
                start, end = trouble.mend
                text = f"{text[:start]}{'x' * (end - start)}{text[end:]}"
                mended.append(trouble.mend)
                continue
            root = None
        return PlainData(
            root=root,
            places=Places(reader.places, shift),
            keys=Places(reader.keys, shift),
            heads=Places(reader.heads, shift),
            problems=(*problems, *reader.problems),
            spoiled=frozenset(reader.spoiled),
        )


def _unreadable(source: Source, at: int, character: str) -> Diagnostic:
    return Diagnostic(
        code="Y005",
        severity=Severity.ERROR,
        message=f"the character U+{ord(character):04X} cannot be seen and cannot stand in a briefing",
        source=source,
        span=Span(at, at + 1),
        help="delete it, and type the word anew",
    )
