"""What people type to name a briefing."""

from __future__ import annotations

from pathlib import Path


def slug_named(written: str) -> str:
    """The slug meant by `flood`, `flood.yaml`, `briefing/flood.yaml` or `seeds/flood.txt`."""
    return Path(written).stem if "/" in written or written.endswith((".yaml", ".txt", ".md")) else written
