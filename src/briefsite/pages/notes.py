"""A person's own note: Markdown → the HTML that is safe to show, inert in any Markdown around it.

This is the one place where HTML comes from text. Python-Markdown makes it, nh3 cleans it, and then every text
in it is escaped once more: the note stands inside a Markdown page, where `{: onclick=… }` at the end of a
paragraph would otherwise become an attribute after the cleaning.
"""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

import nh3
from markdown import Markdown
from markupsafe import Markup

from briefsite.pages.escape import escape, escape_preformatted

if TYPE_CHECKING:
    from collections.abc import Sequence

_TAGS = {"p", "em", "strong", "a", "code", "pre", "ul", "ol", "li", "blockquote", "br", "hr", "sub", "sup", "del"}
"""No pictures: they would be requests to other hosts. No headings: the page's outline is ours."""
_SCHEMES = {"http", "https", "mailto"}
_EMPTY = {"br", "hr"}


class _Writer(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[Markup] = []
        self._preformatted = 0

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        written = Markup().join(
            Markup(' {}="{}"').format(Markup(name), escape((value or "").replace(" ", "%20")))
            for name, value in attrs
            if name in {"href", "rel"}
        )
        self.parts.append(Markup("<{}{}>").format(Markup(tag), written))
        self._preformatted += tag == "pre"

    def handle_endtag(self, tag: str) -> None:
        if tag not in _EMPTY:
            self.parts.append(Markup("</{}>").format(Markup(tag)))
        self._preformatted -= tag == "pre"

    def handle_data(self, data: str) -> None:
        self.parts.append(escape_preformatted(data) if self._preformatted else escape(data))


def note_html(markdown: str | None) -> Markup | None:
    """The note as one line of safe HTML; None where there is none."""
    if not markdown:
        return None
    made = Markdown(extensions=["sane_lists"], output_format="html").convert(markdown)
    cleaned = nh3.clean(
        made, tags=_TAGS, attributes={"a": {"href"}}, url_schemes=_SCHEMES, link_rel="noopener nofollow"
    )
    writer = _Writer()
    writer.feed(cleaned)
    writer.close()
    return Markup().join(writer.parts)
