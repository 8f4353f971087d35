"""Word lists: data, one folder a language, one list a file, so that a second language is data and not code.

A list file holds one entry a line; `#` starts a comment; blank lines part groups. An entry may carry a
value after a tab.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def languages() -> tuple[str, ...]:
    """The ISO 639-1 codes of the languages that have a folder, in order of code."""
    return tuple(sorted(folder.name for folder in files(__name__).iterdir() if len(folder.name) == 2))


@cache
def entries(name: str, language: str = "en") -> tuple[str, ...]:
    """The entries of a list, in the file's order, comments left out."""
    text = (files(__name__) / language / f"{name}.txt").read_text(encoding="utf-8")
    lines = (line.split("#", 1)[0].rstrip() for line in text.splitlines())
    return tuple(line for line in lines if line)


@cache
def words(name: str, language: str = "en") -> frozenset[str]:
    """The entries of a list as a set, values left out."""
    return frozenset(line.split("\t", 1)[0] for line in entries(name, language))


@cache
def table(name: str, language: str = "en") -> dict[str, str]:
    """The entries of a list that carry a value: entry → value."""
    return dict(line.split("\t", 1) for line in entries(name, language) if "\t" in line)
