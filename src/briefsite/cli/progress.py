"""A progress bar on a terminal, silence in a pipe."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from contextlib import AbstractContextManager

T = TypeVar("T")


def progress(
    items: Iterable[T], label: str = "articles", *, length: int | None = None
) -> AbstractContextManager[Iterator[T]]:
    """The items, counted on the terminal as they are taken.

    Hidden where standard error is no terminal, and where the answers go to the same terminal, which the bar
    would garble.
    """
    hidden = not sys.stderr.isatty() or (sys.stdout.isatty() and label == "articles")
    return click.progressbar(items, length=length, label=label, file=sys.stderr, hidden=hidden, show_pos=True)
