"""Items with the same id: which of them is the copy, and how its id goes away.

An id is made from what its item says. So of an item and an edited copy of it, the one whose words still give the id
is the original. Where both give it, or neither, the first in the file counts as the original; only then it is no
certain matter, unless the two say the same.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from briefsite.briefing.ids import item_id
from briefsite.briefing.model import SECTIONS
from briefsite.briefing.syntax import in_words
from briefsite.diagnostic import Diagnostic, Fix, Severity
from briefsite.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefsite.briefing.model import Briefing
    from briefsite.briefing.plain_data import Path, PlainData
    from briefsite.source import Source

_ALONE = re.compile(r"(?P<lead>[ ]*)(?P<dash>-[ ]+)?id:[ ]*[\w\"'-]+[ ]*(?P<end>\r\n?|\n|\Z)")
_NEXT_KEY = re.compile(r"[ ]*(?=[a-z_]+[ ]*:)")


def doubled_ids(source: Source, read: PlainData, briefing: Briefing | None) -> Iterator[tuple[Path, Diagnostic]]:
    """The path of each id that another item has too, and its problem; `briefing` is what the file holds, if sound."""
    for groups, what in ((SECTIONS, "item"), (("sources",), "source")):
        seen: dict[str, Path] = {}
        for path, value in _stored_ids(read.root, groups):
            if path not in read.places:
                continue
            if value not in seen:
                seen[value] = path
                continue
            original, copy = seen[value], path
            certain = False
            if what == "item":
                original, copy, certain = _told_apart(briefing, value, seen[value], path)
                seen[value] = original
            line = source.locate(read.places[original].start).line
            help = "delete this line: an id is made for the item" if what == "item" else "give it another id"
            yield (
                copy,
                Diagnostic(
                    code="B005",
                    severity=Severity.ERROR,
                    message=f"the {what} in line {line} has the id “{in_words(value)}” too",
                    source=source,
                    span=read.places[copy],
                    help=help,
                    fix=_without_line(source.text, read.keys[copy]) if certain and copy in read.keys else None,
                ),
            )


def _stored_ids(root: dict[str, Any], groups: tuple[str, ...]) -> Iterator[tuple[Path, str]]:
    for group in groups:
        items = root.get(group)
        for index, item in enumerate(items if isinstance(items, list) else ()):
            if isinstance(item, dict) and isinstance(value := item.get("id"), str) and value != "x":
                yield (group, index, "id"), value.strip()


def _told_apart(briefing: Briefing | None, value: str, first: Path, second: Path) -> tuple[Path, Path, bool]:
    """The original, the copy, and whether that is certain."""
    if briefing is None:
        return first, second, False
    gives = []
    items = []
    for path in (first, second):
        section, index = str(path[0]), int(path[1])
        item = briefing.sections()[section][index]
        items.append(item)
        gives.append(value.startswith(item_id(section, item, ())))
    if gives == [False, True]:
        return second, first, True
    return first, second, gives == [True, False] or items[0] == items[1]


def _without_line(text: str, key: Span) -> Fix | None:
    """The line with the id taken out; None where more stands in it (a comment, other keys in braces)."""
    start = max(text.rfind("\n", 0, key.start), text.rfind("\r", 0, key.start)) + 1
    match = _ALONE.match(text, start)
    if not match:
        return None
    if not match["dash"]:
        return Fix(Span(start, match.end()), "")
    # The item begins with its id: the next key comes up to the dash.
    following = _NEXT_KEY.match(text, match.end())
    if not following or following.end() - following.start() != len(match["lead"]) + len(match["dash"]):
        return None
    return Fix(Span(key.start, following.end()), "")
