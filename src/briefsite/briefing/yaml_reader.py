"""One pass over the events of a YAML text: what it says as plain data, where each part stands, what is not plain.

Only mappings, lists and texts are taken, and scalars stay the text that was typed. What YAML has beyond them
(aliases, tags, merge keys) is refused at its place, because an alias can expand to gigabytes and a tag to anything.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from briefsite.briefing.scalars import quoted
from briefsite.briefing.syntax import in_words
from briefsite.diagnostic import Diagnostic, Severity
from briefsite.span import Span

if TYPE_CHECKING:
    from briefsite.briefing.places import Path
    from briefsite.source import Source

_Place = tuple[int, int]
"""Start and end, in the text that is read."""

MAX_DEPTH = 12
"""A briefing is four levels deep; much more is a mistake, or an attack."""
MOST_PROBLEMS = 1000
"""Of each kind of check; a file with more is no briefing."""
_BLANKS = frozenset(" \t")
_SPACE = frozenset(" \t\r\n")
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_SWALLOWED = re.compile(r"[ \t]+(?P<words>#[^\s#][^\r\n]*)")
"""What YAML takes for a comment though it may be text: `He is #1 in the polls`."""
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class TooMuchError(Exception):
    """Reading on would not help."""


@dataclass
class Reader:
    """One pass over the events of a YAML text."""

    source: Source
    text: str
    shift: int
    mended: list[tuple[int, int]]
    next: Any = None
    places: dict[Path, _Place] = field(default_factory=dict)
    keys: dict[Path, _Place] = field(default_factory=dict)
    heads: dict[Path, _Place] = field(default_factory=dict)
    problems: list[Diagnostic] = field(default_factory=list)
    spoiled: set[Path] = field(default_factory=set)

    def read(self) -> Any:
        """The root of the first document; a YAML error passes through."""
        self.mended.sort()
        loader = _Loader(self.text)
        try:
            self.next = loader.get_event
            self.next()  # the stream begins
            if isinstance(self.next(), yaml.StreamEndEvent):
                return None
            root = self._value(self.next(), ())
            self.next()  # the document ends
            after = self.next()
            if not isinstance(after, yaml.StreamEndEvent):
                self._problem(
                    "Y006",
                    after,
                    "a second document begins here: a file holds one briefing",
                    "delete the line with the three dashes, or move what follows to a file of its own",
                )
            return root
        finally:
            loader.dispose()

    def _value(self, event: Any, path: Path) -> Any:
        if len(path) > MAX_DEPTH:
            self._problem("Y004", event, "this is nested too deeply: a briefing has items, and items have texts", "")
            raise TooMuchError
        if isinstance(event, yaml.AliasEvent):
            self.places[path] = self._place(event)
            self.spoiled.add(path)
            self._problem(
                "Y003",
                event,
                f"“*{event.anchor}” refers to another place of the file, which a briefing does not do",
                "write the text itself; a text that begins with * goes into quotation marks",
            )
            return "x"
        if event.anchor is not None or (event.tag is not None and event.tag != "!"):
            self._special(event, path)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(event, path)
        return self._mapping(event, path)

    def _scalar(self, event: Any, path: Path) -> str | None:
        start, end = event.start_mark.index, event.end_mark.index
        if self.mended and any(start < stop and begin < max(end, start + 1) for begin, stop in self.mended):
            self.spoiled.add(path)
        if not event.style and event.value in _NULLS and event.implicit[0]:
            if start < end:
                self.places[path] = self._place(event)
            return None
        place = self.places[path] = self._place(event)
        behind = place[1]
        if not event.style and self.text[behind : behind + 1] in _BLANKS:
            self._comment(path, place, _SWALLOWED.match(self.text, behind))
        return str(event.value)

    def _comment(self, path: Path, place: _Place, comment: re.Match[str] | None) -> None:
        """Ask whether words behind a `#` that nobody would write as a comment belong to the text."""
        if not comment:
            return
        key = next((part for part in reversed(path) if isinstance(part, str)), "this text")
        words = comment["words"].rstrip()
        start = comment.start("words") + self.shift
        whole = f"{self.text[slice(*place)]}{comment.group().rstrip()}"
        self.problems.append(
            Diagnostic(
                code="Y008",
                severity=Severity.WARNING,
                message=f"“{in_words(words)}” is a comment to YAML, and no part of “{in_words(key)}”",
                source=self.source,
                span=Span(start, start + len(words)),
                help=f"if it belongs to the text: {quoted(whole)}; if not, write # and a space",
            )
        )

    def _list(self, event: Any, path: Path) -> list[Any]:
        values: list[Any] = []
        last = start = event.start_mark.index
        while not isinstance((event := self.next()), yaml.SequenceEndEvent):
            here = (*path, len(values))
            value = self._value(event, here)
            last = max(last, self.places[here][1] if here in self.places else event.start_mark.index)
            if value is None:
                self._problem("B004", event, "this list item is empty", "write what belongs here, or delete the dash")
                self.spoiled.add(here)
                value = "x"
            values.append(value)
        self._close(path, start, last, event)
        return values

    def _mapping(self, event: Any, path: Path) -> dict[str, Any]:
        values: dict[str, Any] = {}
        seen: dict[str, int] = {}
        last = start = event.start_mark.index
        while not isinstance((event := self.next()), yaml.MappingEndEvent):
            key = self._key(event, path)
            place = self._place(event)
            here = (*path, key)
            if key in seen:
                line = self.source.locate(seen[key] + self.shift).line
                self._problem(
                    "Y002",
                    event,
                    f"“{in_words(key)}” stands here a second time; the first is in line {line}",
                    "keep one of the two",
                )
                # Its value is read for its own problems, under a name that nothing else has.
                here = (*path, f"{key}\0{place[0] + self.shift}")
                self.spoiled.add(here)
            else:
                if path and not seen:
                    self.heads[path] = place
                seen[key] = place[0]
            self.keys[here] = place
            value = self._value(self.next(), here)
            last = max(last, self.places.get(here, place)[1])
            if value is not None and here[-1] == key:
                values[key] = value
        self._close(path, start, last, event)
        return values

    def _key(self, event: Any, path: Path) -> str:
        if isinstance(event, yaml.ScalarEvent) and event.anchor is None and event.value != "<<":
            return str(event.value)
        if isinstance(event, yaml.ScalarEvent):
            self._problem(
                "Y003",
                event,
                f"“{in_words(self._span(event).of(self.source.text))}” is not a plain key",
                "a key is a plain word such as text, followed by a colon",
            )
        else:
            self._problem(
                "Y001",
                event,
                "a key is a plain word such as text, but something else stands here",
                "put a text that begins with [, {, * or ? into quotation marks",
            )
        raise TooMuchError

    def _special(self, event: Any, path: Path) -> None:
        mark = f"&{event.anchor}" if event.anchor is not None else f"{event.tag}"
        self._problem(
            "Y003",
            event,
            f"“{in_words(mark)}” means something else than text to YAML, and a briefing is plain text",
            "a text that begins with & or ! goes into quotation marks",
        )
        self.spoiled.add(path)

    def _span(self, event: Any) -> Span:
        start, end = self._place(event)
        return Span(start + self.shift, end + self.shift)

    def _place(self, event: Any) -> _Place:
        start, end = event.start_mark.index, event.end_mark.index
        if start < end <= len(self.text) and self.text[end - 1] not in _SPACE:
            return start, end
        return self._trimmed(start, end)

    def _close(self, path: Path, start: int, last: int, closing: Any) -> None:
        """Note the place of a list or mapping: to its bracket, or to the end of what it holds."""
        end = closing.end_mark.index
        has_bracket = last < end <= len(self.text) and self.text[end - 1] in "]}"
        self.places[path] = self._trimmed(start, end if has_bracket else last)

    def _trimmed(self, start: int, end: int) -> _Place:
        text = self.text
        # An empty value at the end of the file begins behind its last character.
        start, end = min(start, max(len(text) - 1, 0)), min(end, len(text))
        while end > start + 1 and text[end - 1] in _SPACE:
            end -= 1
        return start, max(end, start + 1)

    def _problem(self, code: str, event: Any, message: str, help: str) -> None:
        if len(self.problems) >= MOST_PROBLEMS:
            return
        self.problems.append(
            Diagnostic(
                code=code,
                severity=Severity.ERROR,
                message=message,
                source=self.source,
                span=self._span(event),
                help=help,
            )
        )
