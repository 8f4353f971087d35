"""Pages → the files of a Pagefind index: what a reader's browser loads, piece by piece, as it searches.

The program is run over folders of small files. (Pagefind's Python interface takes one page at a time, and waits a
tenth of a second for each answer: eight minutes for 5,000 pages.) Same pages, same files, in whatever order.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import tempfile
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from briefsite.search.joined import can_join, join
from briefsite.search.records import EXCLUDED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PROGRAM = ("pagefind.js", "wasm.*.pagefind")
KEPT = (*PROGRAM, "pagefind-entry.json", "*.pf_meta", "index", "filter", "fragment")
"""Of what Pagefind writes, what our search box uses; the rest are other search boxes."""

PIECE = 8_000_000
"""Bytes of text that it reads in one run: it takes 20 to 75 times as much memory, for the places of every word."""
_TAG = re.compile(rb"<[^<>]*>")


class PagefindError(Exception):
    """The index could not be made; says why."""


def program() -> Path | None:
    """Pagefind's program; None where it is not installed (`pip install briefsite[search]`)."""
    try:
        found = import_module("pagefind_bin").get_executable()
    except ImportError:
        found = shutil.which("pagefind")
    return Path(found) if found else None


def write_index(pages: Iterable[bytes], out: Path, *, language: str) -> None:
    """Write the index of these pages (see `records`) into a folder, which is made anew.

    All are indexed in one language, that of the site: an index for each would show a reader of a German site nothing
    of what its English sources say.

    Raises:
        PagefindError: the program is missing, or it failed.
    """
    found = program()
    if found is None:
        raise PagefindError("Pagefind is not installed: pip install 'briefsite[search]'")
    command = [str(found), "--exclude-selectors", EXCLUDED, "--force-language", language.partition("-")[0].lower()]
    joins = can_join(_version(found))
    with tempfile.TemporaryDirectory(prefix="briefsite_search_") as work:
        made: list[Path] = []
        for piece in _pieces(pages, Path(work, "given"), at_most=PIECE if joins else None):
            made.append(Path(work, f"made{len(made)}"))
            _run([*command, "--site", str(piece), "--output-path", str(made[-1]), "--silent"])
            if not (made[-1] / "pagefind-entry.json").is_file():
                raise PagefindError("Pagefind failed: it has written no index")
        if out.exists():
            shutil.rmtree(out)
        out.mkdir(parents=True)
        if joins:
            join(made, out)
        for pattern in PROGRAM if joins else KEPT:
            for path in made[0].glob(pattern):
                shutil.move(path, out / path.name)


def _pieces(pages: Iterable[bytes], folder: Path, *, at_most: int | None) -> Iterator[Path]:
    """The folder with as many of the pages at a time as Pagefind is to read in one run; at least once."""
    folder.mkdir()
    size = 0
    for page in pages:
        text = len(_TAG.sub(b"", page))
        if size and at_most and size + text > at_most:
            yield folder
            shutil.rmtree(folder)
            folder.mkdir()
            size = 0
        # Pagefind keeps the name, and calls the page after all that it keeps: only a page that changes gets a new one.
        (folder / f"{hashlib.blake2b(page, digest_size=12).hexdigest()}.html").write_bytes(page)
        size += text
    yield folder


def _version(found: Path) -> str:
    return _run([str(found), "--version"]).rpartition(" ")[2].strip()


def _run(command: list[str]) -> str:
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", errors="replace")
    if run.returncode:
        raise PagefindError(f"Pagefind failed: {(run.stderr or run.stdout).strip() or f'exit {run.returncode}'}")
    return run.stdout
