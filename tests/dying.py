"""Functions that other processes are asked to run, and what happens to those that run them."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

from briefsite.pipeline.many import Attempt

if TYPE_CHECKING:
    from pathlib import Path


def doubled(number: int) -> int:
    """Kills its process for 13 and every number above 1,000."""
    if number == 13 or number > 1000:
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


def refused(number: int) -> int:
    raise ValueError(f"no {number}")


def failing(task: tuple[str, Path]) -> Attempt[str]:
    """Fails for line-05, and kills its process for line-06."""
    if task[0] == "line-05":
        raise ZeroDivisionError("a fault")
    if task[0] == "line-06":
        os.kill(os.getpid(), signal.SIGKILL)
    return Attempt(result="new")
