"""Pages → the files of a Pagefind index: what a reader's browser loads, piece by piece, as it searches.

The program is run once over a folder of small files. (Pagefind's Python interface takes one page at a time, and waits a
tenth of a second for each answer: eight minutes for 5,000 pages.) Same pages, same files.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from briefsite.search.records import EXCLUDED

if TYPE_CHECKING:
    from collections.abc import Iterable

KEPT = ("pagefind.js", "pagefind-entry.json", "*.pf_meta", "wasm.*.pagefind", "index", "filter", "fragment")
"""Of what Pagefind writes, what our search box uses; the rest are other search boxes."""


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
    """Write the index of these pages (see `records`), in their order, into a folder, which is made anew.

    All are indexed in one language, that of the site: an index for each would show a reader of a German site nothing
    of what its English sources say.

    Raises:
        PagefindError: the program is missing, or it failed.
    """
    found = program()
    if found is None:
        raise PagefindError("Pagefind is not installed: pip install 'briefsite[search]'")
    with tempfile.TemporaryDirectory(prefix="briefsite_search_") as work:
        given, made = Path(work, "given"), Path(work, "made")
        given.mkdir()
        for number, page in enumerate(pages):
            (given / f"{number:06}.html").write_bytes(page)
        command = [str(found), "--site", str(given), "--output-path", str(made), "--silent"]
        command += ["--exclude-selectors", EXCLUDED, "--force-language", language.partition("-")[0].lower()]
        run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", errors="replace")
        if run.returncode or not (made / "pagefind-entry.json").is_file():
            raise PagefindError(f"Pagefind failed: {(run.stderr or run.stdout).strip() or f'exit {run.returncode}'}")
        if out.exists():
            shutil.rmtree(out)
        out.mkdir(parents=True)
        for pattern in KEPT:
            for path in made.glob(pattern):
                shutil.move(path, out / path.name)
