"""The same function over many things, on all cores, where the system can split a process in two as it stands.

A forked process has all that this one knows (files, navigation, templates), and nothing has to be sent to it.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import threading
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Answer = TypeVar("Answer")
Thing = TypeVar("Thing")

FEW = 24
"""Things for which starting processes takes longer than it saves."""

_make: Callable[[int], object] | None = None
"""Set before the split."""


def in_processes(
    things: Sequence[Thing], make: Callable[[Thing], Answer | None], begin: Callable[[], object]
) -> Iterator[Answer]:
    """What is made of each thing, in any order; of none where it is better made by this process alone.

    `begin` is called once in each process. A thing that cannot be made is left out: whoever makes it again sees why.
    """
    global _make
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    # A split copies locks, but not the threads that would unlock them.
    if len(things) < FEW or cores < 2 or "fork" not in multiprocessing.get_all_start_methods():
        return
    if threading.active_count() > 1:
        return
    _make = lambda index: make(things[index])  # noqa: E731
    gc.freeze()  # or the collector of each process would copy all the memory
    try:
        with multiprocessing.get_context("fork").Pool(cores, begin) as pool:
            for answer in pool.imap_unordered(_answer, range(len(things)), chunksize=8):
                if answer is not None:
                    yield answer  # type: ignore[misc]
    finally:
        gc.unfreeze()
        _make = None


def _answer(index: int) -> object:
    assert _make
    try:
        return _make(index)
    except Exception:
        return None
