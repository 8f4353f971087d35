"""Text as the page shows it, for formats in which it is plain text, and the letters that could do harm there.

White space is one space, what cannot be seen is left out, and an override of direction is shown by its name: as on
the page (see `escape`). That also leaves nothing that XML or a line of RIS could not hold.
"""

from __future__ import annotations

import html
import re

import nh3

from briefsite.pages.escape import escape
from briefsite.pages.notes import note_html


def shown(text: str | None) -> str:
    """A text in one line, character by character what a reader of the page sees."""
    # U+034F counts as printable, being a mark, and cannot be seen.
    if text and text.isprintable() and "  " not in text and "\u034f" not in text:
        return text.strip()
    return html.unescape(str(escape(text))).strip()


def note_text(note: str | None) -> str:
    """A person's note without its markup: what the page shows of it, as one line."""
    made = note_html(note)
    if not made:
        return ""
    # Blocks follow each other without a space: two paragraphs would become one word.
    apart = re.sub(r"(?=<(?:/?(?:p|li|ul|ol|blockquote|pre)|br|hr)>)", " ", str(made))
    return shown(html.unescape(nh3.clean(apart, tags=set())))
