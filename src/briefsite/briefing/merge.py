"""A new draft and a file that people edit, made one, without ever losing what a person wrote.

A file that nobody touched takes the new draft; a file that somebody touched stays as it is, byte for byte.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """The file as it should stand."""

    text: str
    kept_edits: bool
    """Whether a person's edits stand in the way of the new draft, so that it was not used."""


def merge(base: str | None, mine: str, theirs: str) -> Merged:
    """`mine`, the file as it stands, brought up to date with the new draft `theirs`.

    `base` is the draft that the file began as; None where nobody knows, and then the file counts as edited
    unless it is the new draft itself.
    """
    if mine in (base, theirs):
        return Merged(text=theirs, kept_edits=False)
    return Merged(text=mine, kept_edits=True)
