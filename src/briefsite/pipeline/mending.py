"""What is certain in the briefings' problems, mended in their files: those characters change, and no other byte."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefsite.briefing.mend import mend
from briefsite.pipeline.load import Library, load_text
from briefsite.source import Source

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from pathlib import Path

    from briefsite.diagnostic import Diagnostic, Fix
    from briefsite.pipeline.workspace import Workspace

_ENCODINGS = (
    (b"", "utf-8"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mending:
    """What one run mended."""

    mends: tuple[tuple[Diagnostic, Fix], ...]
    """File by file, in order of place."""
    problems: tuple[Diagnostic, ...]
    """What is left for people."""
    changed_meanwhile: tuple[Path, ...]
    """Files that somebody saved while they were being looked at: nothing was written there."""


def mend_briefings(workspace: Workspace, slugs: Sequence[str] = (), *, today: dt.date | None = None) -> Mending:
    """Mend every briefing (or those named), and say what is left.

    Raises:
        BriefsiteError: a slug that is named has no file.
    """
    mends: list[tuple[Diagnostic, Fix]] = []
    left: list[Diagnostic] = []
    changed: list[Path] = []
    for loaded in Library(workspace, today).load(slugs):
        if not any(problem.fix for problem in loaded.problems):
            left += loaded.problems
            continue
        path = workspace.briefing_file(loaded.slug)
        data = path.read_bytes()
        source = Source.decode(data, workspace.name(path))

        def problems_of(text: Source, slug: str = loaded.slug) -> tuple[Diagnostic, ...]:
            return load_text(workspace, slug, text, today).problems

        mended = mend(source, problems_of(source), problems_of)
        new = _encoded(data, source.text, mended.source.text)
        if not mended.mends or new is None:
            left += problems_of(source)
        elif path.read_bytes() != data:
            changed.append(path)
            left += problems_of(Source.decode(path.read_bytes(), workspace.name(path)))
        else:
            workspace.write(path, new)
            mends += mended.mends
            left += mended.problems
    return Mending(mends=tuple(mends), problems=tuple(left), changed_meanwhile=tuple(changed))


def _encoded(data: bytes, old: str, new: str) -> bytes | None:
    """The new text in the encoding that these bytes hold the old one in; None where that is not certain."""
    for mark, codec in _ENCODINGS:
        if data == mark + old.encode(codec, "replace"):
            return mark + new.encode(codec, "replace")
    return None
