"""A briefing file as a type: the one description that validation, defaults and the JSON Schema come from.

The order of the fields is the order in the file.
"""

from __future__ import annotations

from functools import cache
from typing import Annotated, Literal, get_args

from pydantic import Field, StringConstraints

from briefsite.briefing.items import Event, Item, KeyFigure, OpenQuestion, Person, Point, Quote, Strict
from briefsite.briefing.values import Edtf, ItemId, Note, Status, Text


class SourceFile(Strict):
    """One source of a briefing."""

    id: Annotated[str, StringConstraints(pattern=r"^[A-Za-z][\w-]*$")] = "s1"
    """Its short name, used in `source: s2:p6`."""
    file: Text
    """Its path from the workspace: seeds/2025-07-10-channel-crossings.txt."""
    title: Text | None = None
    """Its headline."""
    publisher: Text | None = None
    """Who published it. Only what is known: never guessed."""
    byline: Text | None = None
    """Who wrote it."""
    date: Edtf | None = None
    """When it was published."""
    url: Text | None = None
    """Where the original can be read."""
    rights: Text | None = None
    """What may be shown of it."""


class Change(Strict):
    """What became of an item of a published briefing when its article changed."""

    date: Edtf
    """The day of the change: the article's, where it gives a new one; else the day of drafting."""
    item: ItemId | None = None
    """The id of the item: its permalink. Left out for the title and the date of the briefing."""
    what: Literal["value", "reworded", "gone", "new"]
    """A value was changed, the words were, the item was taken out, or it came in."""
    field: Text | None = None
    """Which value: speaker, value, date …"""
    old: Text | None = None
    """What was published before."""
    new: Text | None = None
    """What stands there now."""


class Briefing(Strict):
    """A briefing: what one file in briefing/ holds."""

    title: Text
    """The headline of the page."""
    date: Edtf | None = None
    """The day of the news."""
    status: Status = Status.DRAFT
    """How far it has come."""
    since: Edtf | None = None
    """The day from which that status holds: a withdrawal is told to readers and feeds with it."""
    topics: tuple[Text, ...] = ()
    """What it is about, in a few words each."""
    sources: Annotated[tuple[SourceFile, ...], Field(min_length=1)]
    """The articles it is made from."""
    notes: Note | None = None
    """Your own notes on the whole briefing, in Markdown."""
    summary: tuple[Point, ...] = ()
    """Three to five sentences, the bottom line first."""
    key_figures: tuple[KeyFigure, ...] = ()
    """The numbers, key ones first."""
    quotes: tuple[Quote, ...] = ()
    """Who said what, word for word."""
    timeline: tuple[Event, ...] = ()
    """What happened when."""
    background: tuple[Point, ...] = ()
    """How it came to this, oldest first."""
    open_questions: tuple[OpenQuestion, ...] = ()
    """What the source leaves open."""
    people: tuple[Person, ...] = ()
    """Who matters in it."""
    changes: tuple[Change, ...] = ()
    """What has changed since it was published, the oldest first; drafting adds to it."""

    def sections(self) -> dict[str, tuple[Item, ...]]:
        """The items, by the name of their section, in page order."""
        return {name: getattr(self, name) for name in SECTIONS}


SECTIONS = ("summary", "key_figures", "quotes", "timeline", "background", "open_questions", "people")
"""The sections of a briefing that hold items, in the order of the file and of the page."""


@cache
def item_type(section: str) -> type[Item]:
    """The type of a section's items."""
    found: type[Item] = get_args(Briefing.model_fields[section].annotation)[0]
    return found
