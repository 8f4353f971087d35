"""Running a command and saying what it cost: seconds on the clock, seconds of the processors, and memory."""

from __future__ import annotations

import ctypes
import os
import resource
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run of a command took."""

    seconds: float
    """On the clock: on a machine that others use as well, more than it would be alone."""
    cpu: float
    """Of all processors together, its children's included: what a busy machine changes least."""
    megabytes: float
    """Resident memory of its largest process, at its peak."""

    def as_json(self) -> dict[str, float]:
        """For the file of results."""
        return {key: round(value, 3) for key, value in asdict(self).items()}


class FailedError(Exception):
    """A command failed, and what it said."""


def environment() -> dict[str, str]:
    """That in which this very code is run, from its sources."""
    paths = [str(REPOSITORY / "src"), *os.environ.get("PYTHONPATH", "").split(os.pathsep)]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths)), "NO_MKDOCS_2_WARNING": "1"}


def briefsite(*arguments: str) -> list[str]:
    """The command line of briefsite."""
    return [sys.executable, "-m", "briefsite", *arguments]


def mkdocs(*arguments: str) -> list[str]:
    """The command line of MkDocs."""
    return [sys.executable, "-m", "mkdocs", *arguments]


def cost(command: list[str], folder: Path) -> Cost:
    """Run a command in a folder, to its end.

    Raises:
        FailedError: its exit status is not 0.
    """
    log = folder / "bench.log"
    _adopt_orphans()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with log.open("wb") as out:
        begun = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env=environment(), stdout=out, stderr=out)
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    largest = used.ru_maxrss
    while True:  # processes that it left behind, with what their own children took
        try:
            largest = max(largest, os.wait4(-1, 0)[2].ru_maxrss)
        except ChildProcessError:
            break
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if process.returncode:
        raise FailedError(f"{' '.join(command)}: {log.read_text(encoding='utf-8', errors='replace')[-800:]}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(seconds, cpu, largest / 1024)


def _adopt_orphans() -> None:
    """Let what a command leaves behind be waited for here, where the system can do that: else it is not counted."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)  # PR_SET_CHILD_SUBREAPER
