"""The index of all pages, kept from build to build in `.briefsite/pagefind/`: of the same records it is not made again.

Pagefind takes a minute for 5,000 briefings. Taking the folder away costs that, and nothing else.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from briefsite.running.code import code_digest
from briefsite.search.joined import VERSION, can_join, places
from briefsite.search.pagefind import PagefindError, program, write_index

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefsite.search.spool import Spool

_RECORD = "made_of.json"
_INDEX = "index"


class Whole:
    """The index that was made last, of the site of a workspace, and what it was made of."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def digests(self, language: str) -> dict[str, str]:
        """Address → digest of what the index says of the page; nothing where there is no index of that language."""
        return dict(self._read(language)["pages"])

    def fragments(self, language: str) -> dict[str, str]:
        """Address → what Pagefind calls the page."""
        return dict(self._read(language)["fragments"])

    def make(self, spool: Spool) -> None:
        """Make it anew, of all records.

        Raises:
            PagefindError: it could not be made.
        """
        pages = spool.digests()
        self._folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="pagefind-", dir=self._folder.parent) as work:
            new = Path(work, "new")
            write_index(spool.pages(pages), new / _INDEX, language=spool.language)
            record = {"made_with": _made_with(spool.language), "pages": pages, "fragments": places(new / _INDEX)}
            (new / _RECORD).write_text(json.dumps(record), encoding="utf-8")
            try:
                if self._folder.exists():
                    self._folder.rename(Path(work, "old"))
                new.rename(self._folder)
            except OSError as error:
                raise PagefindError(f"another build has put its index there meanwhile: {error}") from None

    def put(self, out: Path, copy: Callable[[str, str], object]) -> None:
        """Put it into a site, file by file, in place of another that may stand there."""
        index = self._folder / _INDEX
        shutil.copytree(index, out, copy_function=copy, dirs_exist_ok=True)
        for path in list(out.rglob("*")):
            if path.is_file() and not (index / path.relative_to(out)).exists():
                path.unlink()

    def put_to_serve(self, out: Path) -> None:
        """Put it into a site that is only served, as the same files: nobody writes into those."""
        shutil.rmtree(out, ignore_errors=True)
        shutil.copytree(self._folder / _INDEX, out, copy_function=_link)

    def _read(self, language: str) -> dict[str, dict[str, str]]:
        with suppress(OSError, ValueError, KeyError, TypeError):
            record = json.loads((self._folder / _RECORD).read_bytes())
            if record["made_with"] == _made_with(language):
                return {"pages": dict(record["pages"]), "fragments": dict(record["fragments"])}
        return {"pages": {}, "fragments": {}}


def _made_with(language: str) -> list[object]:
    """What an index depends on besides the pages."""
    found = program()
    stat = found.stat() if found else None
    program_is = [str(found), stat.st_size, stat.st_mtime_ns] if stat else []
    return [code_digest(), can_join(VERSION), language, *program_is]


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy(source, target)
