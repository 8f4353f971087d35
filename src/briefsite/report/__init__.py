"""Problems as text for people, and in the forms that GitHub, GitLab, scripts and code scanners read.

briefing/flood.yaml:8:13: error[A001]: these words do not stand in p6
  |
8 |     text: two hundred homes
  |           ^^^^^^^^^^^^^^^^^
  = help: nearest words in the source: “two hundred houses” (p7)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.report.machine import as_github, as_gitlab, as_json, as_sarif
from briefsite.report.mends import mends_as_text
from briefsite.report.text import as_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefsite.diagnostic import Diagnostic

__all__ = ["FORMATS", "mends_as_text", "report"]

_PRINTERS: dict[str, Callable[[Sequence[Diagnostic]], str]] = {
    "text": as_text,
    "github": as_github,
    "gitlab": as_gitlab,
    "json": as_json,
    "sarif": as_sarif,
}
FORMATS = tuple(_PRINTERS)
"""What `report` can print."""


def report(diagnostics: Sequence[Diagnostic], form: str = "text", *, colour: bool = False) -> str:
    """The problems in one of `FORMATS`, in the order given; every line ends in a line end.

    Text and GitHub's form are empty where there is no problem. `colour` puts terminal colours into the text.

    Raises:
        KeyError: no such format.
    """
    return as_text(diagnostics, colour=True) if colour and form == "text" else _PRINTERS[form](diagnostics)
