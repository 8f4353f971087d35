"""Pages and files over all briefings that are made when they are needed, of values that tell whether they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from briefsite.pages.language import speaking

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Text = TypeVar("Text", bound="str | bytes")


class Sheet(NamedTuple, Generic[Text]):
    """A page or file. `make` is told nothing but `of`: of the same it makes the same text."""

    path: str
    """Under docs/."""
    make: Callable[..., Text]
    of: tuple[object, ...]
    """Frozen values, compared by what they say."""


class Fresh(NamedTuple, Generic[Text]):
    """What is new among the pages or files over all briefings."""

    paths: frozenset[str]
    """All that there are now, whether they are new or not; what is not among them is no longer wanted."""
    made: Iterator[tuple[str, Text]]
    """(path under docs/, content) of those that are not as they were given the last time, each made when it is asked
    for. What is not asked for counts as not given, and comes the next time."""


class Sheets(Generic[Text]):
    """The sheets of which somebody has the text."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._given: dict[str, Sheet[Text]] = {}

    def bring(self, sheets: Iterable[Sheet[Text]]) -> Fresh[Text]:
        """What is new, now that these are all sheets."""
        wanted = {sheet.path: sheet for sheet in sheets}
        self._given = {path: sheet for path, sheet in self._given.items() if path in wanted}
        return Fresh(frozenset(wanted), self._made([s for path, s in wanted.items() if self._given.get(path) != s]))

    def again(self, path: str) -> Text | None:
        """The text of a sheet once more, as it was given last; None where there is none."""
        sheet = self._given.get(path)
        return self._text(sheet) if sheet else None

    def _made(self, sheets: Iterable[Sheet[Text]]) -> Iterator[tuple[str, Text]]:
        for sheet in sheets:
            text = self._text(sheet)
            self._given[sheet.path] = sheet
            yield sheet.path, text

    def _text(self, sheet: Sheet[Text]) -> Text:
        with speaking(self._language):
            return sheet.make(*sheet.of)
