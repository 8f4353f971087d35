"""A fault of ours in the work on one of many files: told as a problem of that file, so that it costs no other."""

from __future__ import annotations

import traceback
from pathlib import Path


def fault_of_ours(error: Exception) -> str:
    """What a report needs of an exception: "by a fault of ours: KeyError: 'p3' (made.py, line 90)"."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(frame.filename).name}, line {frame.lineno}"
    return f"by a fault of ours: {type(error).__name__}: {error} ({where})"
