"""What is wrong with a person's file: a value that is collected, sorted and shown, never a traceback.

Three kinds of trouble are kept apart. A problem in a user's file is a `Diagnostic`. A reason not to go
on at all is a `BriefsiteError`, caught once in each shell. Anything else is a bug of ours and keeps its
traceback.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefsite.source import Source
    from briefsite.span import Span


class Severity(StrEnum):
    """How bad: an error fails `check`; a warning asks for a look; a note only tells."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem at one place."""

    code: str
    """Stable, documented in `CODES`: `S` seeds, `Y` YAML, `B` the shape of a briefing, `A` anchors, `P` people,
    `W` workspace."""
    severity: Severity
    message: str
    """What is wrong, in the user's words, and what was expected."""
    source: Source
    span: Span | None
    """Where in the source; None where the whole file is meant."""
    help: str = ""
    """What to do about it."""

    @property
    def sort_key(self) -> tuple[str, int, str]:
        """File, then place, then code: the order in which problems are shown."""
        return self.source.name, self.span.start if self.span else -1, self.code


class BriefsiteError(Exception):
    """We cannot go on with this file or workspace; carries the diagnostic to show."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(f"{diagnostic.source.name}: {diagnostic.message}")
        self.diagnostic = diagnostic


CODES: dict[str, str] = {
    # seeds: articles as received
    "S001": "a source file cannot be read",
    "S002": "a source file is too large for an article",
    "S003": "a source file is not plain text",
    "S004": "a source file is not UTF-8",
    "S005": "a source holds no text to read",
    "S006": "the metadata at the head of a source cannot be understood",
    "S007": "an article has no date, so relative dates in it cannot be placed",
    "S008": "an article is not in a language that is read",
    # YAML: the file as text
    "Y001": "not valid YAML",
    "Y002": "a key stands twice in one mapping",
    "Y003": "an alias, anchor or tag: briefings are plain data",
    "Y004": "nested too deeply",
    "Y005": "a character that nobody can see",
    "Y006": "more than one document in the file",
    "Y007": "a tab where spaces belong",
    "Y008": "words that YAML takes for a comment",
    # the shape of a briefing
    "B001": "the file is not a mapping of keys to values",
    "B002": "an unknown key",
    "B003": "a key that must be there is missing",
    "B004": "a value of the wrong kind",
    "B005": "two items with the same id",
    # anchors: the words and where they stand
    "A001": "words that the source does not have",
    "A002": "a paragraph that the source does not have",
    "A003": "a source that the briefing does not name",
    "A004": "words that stand in another paragraph",
    "A005": "a speaker whom the source does not name",
    "A006": "words in another order than the source's",
    "A007": "a value that no number of the evidence gives",
    "A008": "a quote that the source does not put into quotation marks",
    # people across briefings
    "P001": "the list of people is not as expected",
    "P002": "an accepted name that no briefing has",
    "P003": "proposals that could not be added to the list of people",
    # the workspace
    "W001": "not a workspace",
    "W002": "no such briefing",
    "W003": "two seeds for one briefing",
    "W004": "a hand-written page stands where a generated one belongs",
    "W005": "the seed has changed and the briefing was edited",
    "W007": "the configuration cannot be read",
}
"""Every code, with what it means in one line. Codes are never reused."""
