"""What is shown in place of what cannot be shown: what is wrong, where, and the ways out.

A briefing that cannot be read gets a page of its own; problems that no page is about stand at the head of
every page; a site that MkDocs cannot build gives one page, which needs nothing of the site.
"""

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

MOST = 5
"""Problems at the head of a page; the check lists them all."""
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
            title=t("Problem in {name}", name=slug),
            hide=["navigation", "toc"],
            search={"exclude": True},
            shows_problems=True,
        ),
        slug=slug,
        first=views[0] if views else None,
        others=views[1:],
        last_title=title,
        last_description=description,
    )


def notice(problems: Sequence[tuple[Diagnostic, str]], site: Site) -> str:
    """HTML for the head of a page: problems of other files, each with the address of a page that shows it, or ""."""
    if not problems:
        return ""
    shown = [(_view(problem), address) for problem, address in problems[:MOST]]
    with speaking(site.language):
        return render("notice.html.jinja", problems=shown, more=len(problems) - len(shown))


def failure_page(problem: Diagnostic) -> str:
    """A whole HTML page for a site that cannot be built; it comes back by itself, as by `returning`."""
    return returning(render("failure.html.jinja", problem=_view(problem)))


def returning(page: str) -> str:
    """An HTML page that asks MkDocs' live server for later builds, and is then loaded again.

    MkDocs itself does this for pages that are there, not for what stands in for a missing one.
    """
    before, end, after = page.rpartition("</body>")
    return f"{before}{_RETURN}{end}{after}" if end else page + _RETURN


_RETURN = """<script>
(async () => {
  const pause = () => new Promise((done) => setTimeout(done, 1000));
  let build = 0; // asked for 0, the server answers at once with the present one; else when there is a later one
  for (;;) {
    if (document.hidden) { await pause(); continue; }
    try {
      const now = Number(await (await fetch(`/livereload/${build}/1`)).text());
      // A build may have ended between this page and its first question: then the page is there by now.
      if (build ? now > build : (await fetch(location.href)).ok) { location.reload(); return; }
      build = now;
    } catch { await pause(); } // the server is stopped; it may come back
  }
})();
</script>"""


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
