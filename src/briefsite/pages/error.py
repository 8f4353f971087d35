"""The page of a briefing that cannot be shown: what is wrong, where, and the ways out."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from briefsite.pages.environment import front_matter, render
from briefsite.pages.escape import escape, escape_preformatted
from briefsite.pages.labels import t
from briefsite.pages.language import speaking
from briefsite.pages.settings import DEFAULT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.diagnostic import Diagnostic
    from briefsite.pages.settings import Site

CONTEXT = 2
"""Lines shown before and after the one that is wrong."""
MAX_COLUMNS = 160
"""Code points of a line in the frame; a longer one is cut round the place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameLine:
    """A line of the file in the code frame."""

    number: str
    text: Markup
    caret: Markup | None
    """Below the line that is wrong: spaces and carets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemView:
    """One problem as the page tells it."""

    code: str
    file: str
    place: str
    """"line 43, column 25"; empty where the whole file is meant."""
    headline: str
    help: tuple[tuple[str, bool], ...]
    """Pieces of text, and whether each is code."""
    frame: tuple[FrameLine, ...]


def error_page(
    slug: str, problems: Sequence[Diagnostic], *, last_good: str | None, site: Site = DEFAULT
) -> dict[str, str]:
    """The page that stands in for a briefing with these problems, in the order given.

    `last_good` is the Markdown of the last page that could be made; its title and description are shown.
    """
    with speaking(site.language):
        return {f"b/{slug}/index.md": _page(slug, problems, last_good)}


def _page(slug: str, problems: Sequence[Diagnostic], last_good: str | None) -> str:
    views = [_view(problem) for problem in problems]
    title, description = _last(last_good)
    return render(
        "error.md.jinja",
        front=front_matter(
            title=t("Problem in {name}", name=slug), hide=["navigation", "toc"], search={"exclude": True}
        ),
        slug=slug,
        first=views[0] if views else None,
        others=views[1:],
        last_title=title,
        last_description=description,
    )


def _view(problem: Diagnostic) -> ProblemView:
    place = ""
    frame: tuple[FrameLine, ...] = ()
    if problem.span:
        line, column = problem.source.locate(problem.span.start)
        place = t("line {line}, column {column}", line=line, column=column)
        frame = _frame(problem, line, column)
    message = problem.message
    return ProblemView(
        code=problem.code,
        file=problem.source.name,
        place=place,
        headline=message[:1].upper() + message[1:],
        help=tuple((part, bool(i % 2)) for i, part in enumerate(problem.help.split("`")) if part),
        frame=frame,
    )


def _frame(problem: Diagnostic, line: int, column: int) -> tuple[FrameLine, ...]:
    assert problem.span is not None
    lines = []
    left = max(0, column - 1 - MAX_COLUMNS // 2)
    for number in range(max(1, line - CONTEXT), line + CONTEXT + 1):
        text = problem.source.line(number).replace("\t", " ")
        if not text and number > line:
            continue
        caret = None
        if number == line:
            width = min(len(problem.span), max(1, len(text) - column + 1), MAX_COLUMNS)
            caret = escape_preformatted(" " * (column - 1 - left) + "^" * width)
        lines.append(
            FrameLine(number=str(number), text=escape_preformatted(text[left : left + MAX_COLUMNS]), caret=caret)
        )
    return tuple(lines)


_FRONT = re.compile(r"---\n(\{.*\})\n---\n")


def _last(page: str | None) -> tuple[Markup | None, Markup | None]:
    """Title and description of the last good page, as its front matter has them: escaped already."""
    if not page:
        return None, None
    match = _FRONT.match(page)
    if not match:
        return escape(page[:200]), None
    fields = json.loads(match[1])
    description = fields.get("description")
    return Markup(fields["title"]), Markup(description) if description else None
