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
from functools import lru_cache

from markupsafe import Markup

_RISKY = re.compile("[^0-9A-Za-z ]")
_SPACE = re.compile(r"[\s\x1c-\x1f\x85]+")
_STRAY_JOINER = re.compile(r"(?<![^\x00-\x7f])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\x7f])")
_INVISIBLE = frozenset("\u00ad\u034f\u180e\u200b\u2060\u2061\u2062\u2063\u2064\ufeff")
_REPLACEMENT = "&#65533;"
MOST_REMEMBERED = 4096
"""Texts whose escaped form is kept: labels come again on every page, a sentence several times on one."""
LONGEST_REMEMBERED = 400
"""Code points of such a text."""


class _References(dict[str, str]):
    """What stands for a character on a page; filled as characters are met."""

    def __missing__(self, character: str) -> str:
        self[character] = written = _reference(character)
        return written


def _reference(character: str) -> str:
    code = ord(character)
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
    if type(text) is Markup or isinstance(text, Markup):
        return text
    plain = "" if text is None else str(text)
    return _remembered(plain) if len(plain) <= LONGEST_REMEMBERED else _escaped(plain)


def _escaped(plain: str) -> Markup:
    if "  " in plain or not plain.isprintable():
        # Nearly no text has any of this: breaks of a line, runs of spaces, characters that cannot be seen.
        plain = _SPACE.sub(" ", plain)
        if "\u200c" in plain or "\u200d" in plain:
            plain = _STRAY_JOINER.sub("", plain)
    return markup(_RISKY.sub(lambda match: _REFERENCES[match[0]], plain))


_remembered = lru_cache(MOST_REMEMBERED)(_escaped)


def markup(safe: str) -> Markup:
    """What is safe as `Markup`; its own constructor first asks whether it was given something else than a text."""
    return str.__new__(Markup, safe)


_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


@lru_cache(MOST_REMEMBERED)
def anchor_name(text: str) -> Markup:
    """An id or class as it is, because MkDocs and CSS must be able to read it; escaped, should it be none."""
    return markup(text) if _NAME.fullmatch(text) else escape(text)


def escape_preformatted(text: str) -> Markup:
    """The same for text whose spaces and line breaks count; to be put into `<pre>`."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return markup("&#10;".join("&#32;".join(map(escape, line.expandtabs(4).split(" "))) for line in lines))
