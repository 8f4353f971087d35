"""The optional text at the head of a seed that is metadata, not body.

Two forms are read. YAML front matter between `---` lines, and bare `key value` or `key: value` pairs at
the very start, as copied text often has them: `date 2025-07-10 Macron and Starmer also …` gives a date
and a body that begins at "Macron".
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import yaml

from briefsite.diagnostic import Diagnostic, Severity
from briefsite.span import Span

if TYPE_CHECKING:
    from briefsite.source import Source

KEYS = {
    "title": "title",
    "headline": "title",
    "date": "date",
    "published": "date",
    "updated": "updated",
    "publisher": "publisher",
    "byline": "byline",
    "author": "byline",
    "url": "url",
    "rights": "rights",
    "language": "language",
    "lang": "language",
}
"""What may be written → the field it fills."""
_DAYS = frozenset({"date", "updated"})


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of an article beside its body; never guessed."""

    title: str | None = None
    date: dt.date | None = None
    publisher: str | None = None
    byline: str | None = None
    url: str | None = None
    rights: str | None = None
    language: str | None = None
    updated: dt.date | None = None
    """When its publisher changed it last."""

    def with_known(self, *, title: str | None, date: dt.date | None) -> Metadata:
        """The same with a title and date known from elsewhere, where they are."""
        return replace(self, title=title or self.title, date=date or self.date)


_FENCE = re.compile(r"\s*---[ \t]*\r?\n(?P<yaml>.*?)^---[ \t]*(?:\r?\n|\Z)", flags=re.DOTALL | re.MULTILINE)
_BARE_DATE = re.compile(r"\s*(?:date|published)[ \t]*:?[ \t]+(?P<value>\d{4}-\d\d-\d\d)\b[ \t]*", flags=re.IGNORECASE)
_BARE_LINE = re.compile(
    r"\s*(?P<key>title|headline|date|published|updated|publisher|byline|author|url|rights|language|lang)"
    r"[ \t]*:[ \t]+(?P<value>[^\r\n]+)(?:\r?\n|\Z)",
    flags=re.IGNORECASE,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WRITTEN_DATE = re.compile(
    r"""
    (?: (?:mon|tues|wednes|thurs|fri|satur|sun)day ,? \s+ )?
    (?: (?P<day>\d{1,2}) (?:st|nd|rd|th)? \s+ (?P<month>[a-z]{3,9})\.?       # 10 July
      | (?P<month2>[a-z]{3,9})\.? \s+ (?P<day2>\d{1,2}) )                      # July 10
    \s* ,? \s+ (?P<year>\d{4})
    (?: (?: \s+at | , )? \s+ \d{1,2} [:.] \d\d .{0,20} )?       # the time of day, left aside
    """,
    flags=re.VERBOSE | re.IGNORECASE,
)


def split_metadata(source: Source) -> tuple[Metadata, Span | None, tuple[Diagnostic, ...]]:
    """What the head of a source says of it, the span of its body, and every problem met.

    The body is None where nothing but metadata and space is there.
    """
    text = source.text
    problems: list[Diagnostic] = []
    fence = _FENCE.match(text)
    fields = _front_matter(source, fence, problems) if fence else None
    if fence and fields is not None:
        start = fence.end()
    else:
        fields, start = _bare(text)
    words: dict[str, str] = {}
    days: dict[str, dt.date] = {}
    for key, value, span in fields:
        name = KEYS.get(key.lower())
        if name is None:
            help = f"known are: {', '.join(KEYS)}"
            problems.append(_problem(source, span, f"unknown metadata “{key}”", help, Severity.WARNING))
        elif name not in _DAYS:
            words[name] = value
        elif (read := parse_day(value)) is None:
            problems.append(_problem(source, span, f"“{value}” is not a date", "write it as 2025-07-10"))
        else:
            days[name] = read
    while start < len(text) and text[start].isspace():
        start += 1
    end = len(text.rstrip())
    return (
        Metadata(date=days.get("date"), updated=days.get("updated"), **words),
        Span(start, end) if start < end else None,
        tuple(problems),
    )


def parse_day(written: str) -> dt.date | None:
    """A day of the calendar as people write it in metadata: `2025-07-10`, `10 July 2025`, `July 10, 2025`."""
    written = written.strip()
    try:
        return dt.date.fromisoformat(written[:10])
    except ValueError:
        pass
    if match := _WRITTEN_DATE.fullmatch(written):
        month = (match["month"] or match["month2"]).lower()
        if month[:3] in _MONTHS:
            try:
                return dt.date(int(match["year"]), _MONTHS.index(month[:3]) + 1, int(match["day"] or match["day2"]))
            except ValueError:
                return None
    return None


_Field = tuple[str, str, Span]


def _bare(text: str) -> tuple[list[_Field], int]:
    fields: list[_Field] = []
    at = 0
    while match := _BARE_LINE.match(text, at) or _BARE_DATE.match(text, at):
        key = match.groupdict().get("key") or "date"
        # "Date: to be fixed" is a sentence of an agenda, not metadata: a bare date must be one.
        if KEYS[key.lower()] in _DAYS and parse_day(match["value"]) is None:
            break
        fields.append((key, match["value"].strip(), Span(*match.span("value"))))
        at = match.end()
    return fields, at


def _front_matter(source: Source, fence: re.Match[str], problems: list[Diagnostic]) -> list[_Field] | None:
    """The fields between the fences; None where what stands there is text between two rules."""
    offset = fence.start("yaml")
    try:
        node = yaml.compose(fence["yaml"], Loader=yaml.SafeLoader)
    except RecursionError:
        problems.append(_problem(source, Span(*fence.span()), "the front matter is nested too deeply", ""))
        return []
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        at = min(offset + (mark.index if mark else 0), len(source.text) - 1)
        what = getattr(error, "problem", None) or "not YAML"
        help = "put values with a colon into quotation marks"
        problems.append(_problem(source, Span(at, at + 1), f"the front matter cannot be read: {what}", help))
        return []
    if node is None:
        return []
    if not isinstance(node, yaml.MappingNode):
        return None
    fields: list[_Field] = []
    for key, value in node.value:
        span = Span(
            offset + value.start_mark.index,
            max(offset + value.end_mark.index, offset + value.start_mark.index + 1),
        )
        if isinstance(key, yaml.ScalarNode) and isinstance(value, yaml.ScalarNode):
            if value.value.strip():
                fields.append((key.value, value.value.strip(), span))
        elif isinstance(key, yaml.ScalarNode) and key.value.lower() in KEYS:
            problems.append(_problem(source, span, f"the value of “{key.value}” is not plain text", ""))
    return fields


def _problem(source: Source, span: Span, message: str, help: str, severity: Severity = Severity.ERROR) -> Diagnostic:
    return Diagnostic(code="S006", severity=severity, message=message, source=source, span=span, help=help)
