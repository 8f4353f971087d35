"""Golden files: what the software gave when somebody last read it and found it good.

UPDATE_GOLDENS=1 pytest tests/…    rewrites them; read the difference as a change of behaviour
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


def assert_golden(text: str, golden: Path) -> None:
    """The text is the golden file's, byte for byte."""
    if os.environ.get("UPDATE_GOLDENS"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_bytes(text.encode("utf-8"))
    if not golden.exists():
        pytest.fail(f"{golden.name} is not there: run with UPDATE_GOLDENS=1, and read it")
    assert text == golden.read_bytes().decode("utf-8")
