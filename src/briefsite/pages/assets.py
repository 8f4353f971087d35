"""What the pages are dressed in: stylesheets, fonts and their licences, scripts; package data, as files under docs/."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

FOLDER = "assets/briefsite"


def assets() -> dict[str, bytes]:
    """Path under docs/ → content, in the order of their paths."""
    return dict(_assets())


@cache
def _assets() -> tuple[tuple[str, bytes], ...]:
    return tuple(sorted(_walk(files("briefsite.pages") / "assets", FOLDER)))


def _walk(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _walk(entry, f"{path}/{entry.name}")
        else:
            yield f"{path}/{entry.name}", entry.read_bytes()
