"""Long texts made short enough for where they stand."""

from __future__ import annotations


def clip(text: str, length: int) -> str:
    """The text, or its first words and an ellipsis: at most `length` code points, never half a word."""
    if len(text) <= length:
        return text
    start = text[:length]
    # One word longer than the room there is has to be cut, all the same.
    words = start.rsplit(None, 1)[0] if len(start.split()) > 1 else start[:-1]
    return words.rstrip(" ,;:—–-") + "…"
