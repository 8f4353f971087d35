r"""Texts as YAML scalars on one line: plain wherever every YAML reader takes them for that same text.

    About 37,000 people   → About 37,000 people
    no                    → "no"            (YAML 1.1 reads false)
    12:30                 → "12:30"         (YAML 1.1 reads 750)
    He said: "never"      → 'He said: "never"'

Known limit: (1) a value of several lines becomes one line with `\n` in double quotes; block scalars are
read, never written.
"""

from __future__ import annotations

import re

_UNPRINTABLE = r"\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff"
"""Control characters, line ends that only some readers know, and marks that turn the direction of writing."""
_ESCAPED = re.compile(rf'[{_UNPRINTABLE}"\\]')
_NEEDS_ESCAPES = re.compile(rf"[{_UNPRINTABLE}]|\A\s|\s\Z")
_NEEDS_QUOTES = re.compile(
    r"""
      \A (?: [,\[\]{}#&*!|>'"%@`=<~] | [-?:] (?:\s|\Z) | --- | \.\.\. )    # begins as something else
    | : (?:\s|\Z)                                                             # reads as a key
    | \s \#                                                                   # reads as a comment
    | \A (?:                                                                  # another type than text:
        (?i: y | n | yes | no | on | off | true | false | null )
      | [-+]? \.? [0-9] [0-9_.,:xXoObBeEa-fA-F+-]*                            # numbers, clock times, dates
      | [-+]? \. (?i: inf | nan )
      | [0-9]{4} - [0-9]{1,2} - [0-9]{1,2} (?: [Tt\ ] .* )?                   # points in time
      ) \Z
    """,
    flags=re.VERBOSE,
)
_PLAIN_VALUE = re.compile(r"(?!(?i:y|n|yes|no|on|off|true|false|null)\Z)[A-Za-z0-9./-][A-Za-z0-9~?%/.:_-]*(?<!:)")
_SHORT = {"\0": "\\0", "\a": "\\a", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\v": "\\v", "\f": "\\f", "\r": "\\r"}
_SHORT |= {"\x1b": "\\e", '"': '\\"', "\\": "\\\\"}


def scalar(text: str) -> str:
    """A text as it stands behind a key or a dash."""
    if _NEEDS_ESCAPES.search(text) or not text:
        return '"' + _ESCAPED.sub(_escape, text) + '"'
    if not _NEEDS_QUOTES.search(text):
        return text
    return quoted(text)


def value_scalar(text: str) -> str:
    """A number, date or reference (`37000`, `2018~`, `p6`): plain, for it reads as what it is."""
    return text if _PLAIN_VALUE.fullmatch(text) else scalar(text)


def quoted(text: str) -> str:
    """A text in the quotation marks that need the least escaping."""
    if _NEEDS_ESCAPES.search(text) or ('"' not in text and "\\" not in text):
        return '"' + _ESCAPED.sub(_escape, text) + '"'
    return "'" + text.replace("'", "''") + "'"


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    if character in _SHORT:
        return _SHORT[character]
    code = ord(character)
    if 0xD800 <= code <= 0xDFFF:
        return "\N{REPLACEMENT CHARACTER}"  # half a pair stands for no character, and YAML has no word for it
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}"
