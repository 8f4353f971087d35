"""Long texts made short enough for where they stand."""

from __future__ import annotations

import re


def clip(text: str, length: int) -> str:
    """The text, or its first words and an ellipsis: at most `length` code points, never half a word."""
    if len(text) <= length:
        return text
    words = re.match(r".*(?=\s)", text[:length], flags=re.DOTALL)
    whole = words[0].rstrip(" ,;:—–-") if words else ""
    # A single word that is longer than the room has to be cut, all the same.
    return f"{whole or text[: length - 1]}…"
