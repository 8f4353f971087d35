"""What the output of a stage depends on beside its input: this code, its word lists, and what it stands on."""

from __future__ import annotations

import hashlib
import sys
import unicodedata
from functools import cache
from importlib.metadata import version
from pathlib import Path

_STANDS_ON = ("babel", "jinja2", "markdown", "nh3", "pydantic", "pyyaml")
"""Packages that have a part in what is written to briefing/ and docs/."""


@cache
def code_digest() -> str:
    """A digest of all of it: another one, and nothing remembered from an earlier run holds.

    The files are read, not the version alone: whoever changes a rule sees it at work in the next run.
    """
    package = Path(__file__).resolve().parent.parent
    digest = hashlib.sha256(f"{sys.version_info[:2]} {unicodedata.unidata_version}".encode())
    for name in _STANDS_ON:
        digest.update(f" {name} {version(name)}".encode())
    for path in sorted(package.rglob("*")):
        if path.suffix != ".pyc" and path.is_file():
            data = path.read_bytes()
            digest.update(f"\n{path.relative_to(package).as_posix()} {len(data)}\n".encode() + data)
    return digest.hexdigest()
