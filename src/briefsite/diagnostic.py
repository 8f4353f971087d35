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
class Fix:
    """The one certain way to mend a problem: characters to put in the place of others, in the same file."""

    span: Span
    """What goes."""
    replacement: str
    """What comes: empty where a line is to be deleted."""

    @property
    def sort_key(self) -> tuple[int, int, str]:
        """By place."""
        return self.span.start, self.span.end, self.replacement


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem at one place."""

    code: str
    """Stable, documented in `CODES`: `S` seeds, `Y` YAML, `B` the shape of a briefing, `A` anchors, `P` people,
    `W` workspace, `M` merging."""
    severity: Severity
    message: str
    """What is wrong, in the user's words, and what was expected."""
    source: Source
    span: Span | None
    """Where in the source; None where the whole file is meant."""
    help: str = ""
    """What to do about it."""
    fix: Fix | None = None
    """What `check --fix` does about it; None where only a person can tell."""

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
    "A009": "words typed with other quotation marks, dashes or dots than the source's",
    "A010": "a name in your own words that the evidence does not have",
    "A011": "a number in your own words that the evidence does not have",
    "A012": "a date in your own words that the evidence does not have",
    "A013": "two items that say the same",
    "A014": "a quote without a speaker",
    "A015": "an open question whose day has come",
    "A016": "a question whose status and answer do not go together",
    "A017": "an event on another date than its words say",
    # people across briefings
    "P001": "the list of people is not as expected",
    "P002": "an accepted name that no briefing has",
    "P003": "proposals that could not be added to the list of people",
    # the workspace
    "W001": "not a workspace",
    "W002": "no such briefing",
    "W003": "two seeds for one briefing",
    "W004": "a hand-written page stands where a generated one belongs",
    "W006": "MkDocs cannot build the site",
    "W007": "a seed of that name or address is there already",
    "W008": "the configuration cannot be read",
    "W009": "an article could not be drafted by a fault of ours",
    # merging: what people wrote, and what the machine reads now (W005, of a time before merging, is retired)
    "M001": "a value that a person and the machine have both changed",
    "M002": "a briefing that cannot be brought up to date",
}
"""Every code, with what it means in one line. Codes are never reused."""

REMEDIES: dict[str, str] = {
    "S001": "put the file back, or mend its path under sources",
    "S002": "split it into its articles, one file each",
    "S003": "save the text of the PDF, Word file or picture as a .txt file",
    "S004": "save it as UTF-8; no encoding is guessed, because a wrong guess alters words",
    "S005": "put the article's text into the file, or delete the file",
    "S006": "put values with a colon into quotation marks; write dates as 2025-07-10",
    "S007": "add date: 2025-07-10 at the head of the source",
    "S008": "if it is in English, add language: en at its head",
    "Y001": "the message names the field; most often a text with a colon needs quotation marks",
    "Y002": "delete one of the two; both places are named",
    "Y003": "write the value out",
    "Y004": "close the bracket that was left open",
    "Y005": "delete it, or type the character you mean",
    "Y006": "delete the line ---, or move the second part into a file of its own",
    "Y007": "indent with spaces",
    "Y008": "put the text into quotation marks: after a space, # begins a comment",
    "B001": "start from a file that briefsite draft wrote",
    "B002": "take the key that the message names",
    "B003": "add it; the message says where",
    "B004": "the message says what was expected and what stands there",
    "B005": "delete the line with the id of the copy: it gets one of its own",
    "A001": "take the nearest words in the source, which the message shows, or say source: editor",
    "A002": "mend the number; headings count as paragraphs",
    "A003": "add it under sources, or mend the name before the colon",
    "A004": "take the paragraph that the message names",
    "A005": "make sure that it is not a slip",
    "A006": "put the list into the source's order",
    "A007": "mend the value, or take the words that give it as evidence",
    "A008": "make sure that these are the speaker's own words",
    "A009": "nothing has to be done; --fix puts the source's characters in",
    "A010": "mend the name, or take the words that have it as evidence",
    "A011": "mend the number, or take the words that have it as evidence",
    "A012": "mend the date, or take the words that have it as evidence",
    "A013": "delete one of the two",
    "A014": "name the speaker, if the source tells",
    "A015": "answer it (status: answered, answer: …), give it another day, or drop it (status: dropped)",
    "A016": "write the answer, or set the status back to open",
    "A017": "mend the date, or the words in written_as",
    "P001": "the message says what was expected at that place",
    "P002": "write the name as the briefing has it, or delete the line",
    "P003": "mend the list of people, and draft again",
    "W001": "go to the folder with mkdocs.yml, or make one: briefsite new DIR",
    "W002": "the message lists those that are there",
    "W003": "give one of the two files another name",
    "W004": "nothing has to be done: your page is left alone",
    "W006": "mend the configuration, the page or the theme's template that the message names",
    "W007": "a newer version: briefsite add --replace; another article: give it a --name",
    "W008": "the message says where mkdocs.yml is not YAML",
    "W009": "the others were drafted; please report it, with the article where you may give it away",
    "M001": "write the machine's value, or let yours stand: briefsite draft SLUG --keep-mine",
    "M002": "mend what briefsite check says of it; open out a file written between braces as one group",
}
"""What to do about each code, in one line."""
