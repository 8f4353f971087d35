"""A site as `mkdocs serve` builds it, without the server: edits are seen and followed when the test says so."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.commands.build import build
from mkdocs.config import load_config

from briefsite.live import differences, look

if TYPE_CHECKING:
    from briefsite.plugin import BriefsitePlugin

ADDRESS = "http://127.0.0.1:8000/"


class Served:
    """A workspace that is served; `whole` counts how often all of it was built."""

    def __init__(self, root: Path, site: Path) -> None:
        self.root = root
        self.site = site
        self.whole = 0
        self._build(first=True)
        self._seen = self._look()

    def save(self) -> bool:
        """See what was edited, and have the site follow; whether only what changed was built."""
        before, self._seen = self._seen, self._look()
        changed = differences(before, self._seen)
        is_asked_for = bool(changed) and self.plugin.following.see(changed)
        self._seen = self._look()  # the pages that were written are seen, too
        following = self.plugin.following
        while is_asked_for:
            if not following.follow_edits():
                self._build()
                return False
            is_asked_for = following.has_edits
        return True

    def catch_up(self) -> None:
        """Have the search index and the sitemap follow, which a server lets wait for a moment."""
        self.plugin.engine.catch_up()

    def _look(self) -> dict[str, tuple[int, int]]:
        return look([self.root / name for name in ("seeds", "briefing", "docs", "overrides")])

    def _build(self, *, first: bool = False) -> None:
        self.whole += 1
        config = load_config(config_file=str(self.root / "mkdocs.yml"), site_dir=str(self.site))
        config.site_url = ADDRESS
        if first:
            config.plugins.on_startup(command="serve", dirty=False)
        self.plugin: BriefsitePlugin = config.plugins["briefsite"]
        build(config, serve_url=ADDRESS)


def built_anew(root: Path, to: Path) -> dict[str, bytes]:
    """What MkDocs makes of the same files in another process, which knows nothing of this one: path → bytes."""
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(root, to / "workspace")
    shutil.rmtree(to / "workspace/.briefsite", ignore_errors=True)
    command = [sys.executable, __file__, str(to / "workspace"), str(to / "site")]
    subprocess.run(command, check=True, capture_output=True)
    return tree(to / "site")


def tree(site: Path) -> dict[str, bytes]:
    """Every file of a built site, and every folder."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes() if path.is_file() else b"a folder"
        for path in sorted(site.rglob("*"))
    }


if __name__ == "__main__":
    Served(Path(sys.argv[1]), Path(sys.argv[2]))
