"""`llms.txt` at the top of the site: what is here, for language models and their tools, by https://llmstxt.org.

A heading, what the site is in one quoted paragraph, then lists of links: the newest briefings as Markdown, and under
"Optional" what a short context can do without.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.briefing.values import Status
from briefsite.pages.dates import date_words
from briefsite.pages.labels import t
from briefsite.pages.twins.addresses import file_address
from briefsite.pages.twins.markdown_twin import NAME, plain
from briefsite.pages.words import clip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.pages.settings import Site
    from briefsite.pages.twins.record import Record

PATH = "llms.txt"
BRIEFINGS = 100
"""Listed, the newest first: a file of this kind is read whole."""
MAX_LINE = 160
"""Code points of a bottom line in the list."""
_MARK = '<!-- "generator": "briefsite" -->'
"""Tells the file from one written by hand, should the manifest be lost."""


def llms_txt(lines: Sequence[str], others: Sequence[str], site: Site) -> str:
    """The file. `lines`: those of the briefings, newest first; `others`: paths of what stands under "Optional"."""
    about = t(
        "Briefings of source articles. Every item holds words of its source, character by character, and says in which "
        "paragraph they stand. Quote from them with speaker, source and permalink."
    )
    blocks = [f"# {plain(site.name)}", f"> {about}", _MARK]
    if lines:
        blocks.append(f"## {t('Briefings')}\n\n" + "\n".join(lines))
    links = "\n".join(f"- [{path.rpartition('/')[2]}]({file_address(site, path)})" for path in others)
    # The word is the format's own, whatever the language.
    blocks.append(f"## Optional\n\n{links}")
    return "\n\n".join(blocks) + "\n"


def line(record: Record) -> str:
    """A briefing in the list; "" for one that was withdrawn."""
    if record.status is Status.WITHDRAWN:
        return ""
    address = file_address(record.site, f"b/{record.slug}/{NAME}")
    day = date_words(record.date) if record.date else ""
    said = plain(clip(" ".join(record.bottom_line.split()), MAX_LINE))
    status = record.words.status if record.status is Status.DRAFT else ""
    beside = ". ".join(part for part in (status, day, said) if part)
    return f"- [{plain(record.title)}]({address})" + (f": {beside}" if beside else "")
