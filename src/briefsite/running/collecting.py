"""Looking for garbage less often, while many things are made.

An article or a page leaves thousands of small objects, hardly any of which hold each other in circles: to look for
those after every few hundred, as Python does, costs a tenth of the time and more.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

NEW_ONES = 20_000
"""New objects after which is looked."""


def collect_rarely() -> None:
    """Look rarely from now on, and never at what is there already."""
    gc.freeze()
    gc.set_threshold(NEW_ONES)


@contextmanager
def collecting_rarely() -> Iterator[None]:
    """Look rarely for a while."""
    before = gc.get_threshold()
    collect_rarely()
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
