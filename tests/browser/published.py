"""A site as a plain web server publishes it."""

from __future__ import annotations

import functools
import http.server
import shutil
import subprocess
import sys
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from command import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def published(root: Path) -> Iterator[str]:
    """The address of a workspace's published site behind a plain web server."""
    subprocess.run([sys.executable, "-m", "briefsite", "build"], cwd=root, check=True, capture_output=True)
    with serving_folder(root / "site") as address:
        yield address


@contextmanager
def serving_folder(folder: Path) -> Iterator[str]:
    """The address of a plain web server on a folder."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def copy_of_the_repository(root: Path) -> Path:
    """This repository as a workspace: what people write, nothing that is generated."""
    for name in ("seeds", "briefing"):
        shutil.copytree(REPOSITORY / name, root / name)
    generated = shutil.ignore_patterns("b", "briefsite", ".briefsite.json")
    shutil.copytree(REPOSITORY / "docs", root / "docs", ignore=generated)
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    return root


@dataclass(frozen=True)
class OwnSite:
    """The repository's own site, built."""

    address: str
    folder: Path

    @property
    def briefings(self) -> list[str]:
        """The paths of their pages."""
        return [f"/b/{path.parent.name}/" for path in sorted(self.folder.glob("b/*/index.html"))]

    @property
    def pages(self) -> list[Path]:
        """Every page that was built."""
        return sorted(self.folder.rglob("*.html"))

    @property
    def kinds(self) -> list[str]:
        """The path of one page of each kind: pages of one kind lie beside each other, and have the same body class.

        Read off the folder, so that a kind that is new is looked at as well.
        """
        kinds: dict[tuple[str, ...], str] = {}
        for page in self.pages:
            path = page.relative_to(self.folder)
            parts = path.parent.parts
            # b/SLUG, b/SLUG/source, people/NAME: whatever is called by a name is one of many.
            kind = (*parts[:1], *("*" if depth == 1 else part for depth, part in enumerate(parts[1:], 1)), path.name)
            kinds.setdefault(kind, f"/{path.as_posix()}")
        return list(kinds.values())
