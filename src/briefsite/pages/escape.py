r"""Any text → characters that no Markdown parser, template or browser takes for anything but text.

Every character that is neither alphanumeric nor a space becomes `&#N;`. Backslashes protect in some Markdown
contexts and HTML entities in others; a numeric reference is inert in all of them, attributes and front matter
included.

For example: `a|b <i>` → `a&#124;b &#60;i&#62;`; `a\tb\u202e` → `a b&#91;U&#43;202E&#93;`.

Known limits:
 1. White space of any length and kind becomes one space, so line breaks inside a text are not kept.
 2. Characters that cannot be seen and mean nothing (zero-width spaces, soft hyphens) are left out. Joiners stay
    between characters that are not ASCII, where they spell (Persian, emoji); elsewhere they are left out too.
"""

from __future__ import annotations

import re
import unicodedata

from markupsafe import Markup

_SPACE = re.compile(r"[\s\x1c-\x1f\x85]+")
_STRAY_JOINER = re.compile(r"(?<![^\x00-\x7f])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\x7f])")
_INVISIBLE = frozenset("\u00ad\u034f\u180e\u200b\u2060\u2061\u2062\u2063\u2064\ufeff")
_REPLACEMENT = "&#65533;"


class _References(dict[int, str]):
    """What stands for a code point on a page; filled as code points are met."""

    def __missing__(self, code: int) -> str:
        self[code] = written = _reference(code)
        return written


def _reference(code: int) -> str:
    character = chr(code)
    if character == " " or character.isalnum():
        return character
    if character in _INVISIBLE:
        return ""
    category = unicodedata.category(character)
    # HTML reads &#128; to &#159; as Windows-1252, and has no reference for NUL, surrogates and noncharacters.
    if category in {"Cc", "Cs"} or code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF:
        return _REPLACEMENT
    # An override of direction makes a reader see other words than the source has; shown, it does nothing.
    if category == "Cf" and character not in "\u200c\u200d":
        return f"&#91;U&#43;{code:04X}&#93;"
    return f"&#{code};"


_REFERENCES = _References()


def escape(text: object) -> Markup:
    """The text as inert markup: one line, no character with a meaning; what is `Markup` already stays as it is."""
    if isinstance(text, Markup):
        return text
    if text is None:
        return Markup("")
    plain = _SPACE.sub(" ", str(text))
    if "\u200c" in plain or "\u200d" in plain:
        plain = _STRAY_JOINER.sub("", plain)
    return Markup(plain.translate(_REFERENCES))


_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


def anchor_name(text: str) -> Markup:
    """An id or class as it is, because MkDocs and CSS must be able to read it; escaped, should it be none."""
    return Markup(text) if _NAME.fullmatch(text) else escape(text)


def escape_preformatted(text: str) -> Markup:
    """The same for text whose spaces and line breaks count; to be put into `<pre>`."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return Markup("&#10;").join(
        Markup("&#32;").join(escape(part) for part in line.expandtabs(4).split(" ")) for line in lines
    )
