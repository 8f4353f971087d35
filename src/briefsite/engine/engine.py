"""MkDocs' events of a whole build → what is kept of it; edits → the pages that they change."""

from __future__ import annotations

import logging
import time
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from mkdocs.utils import get_build_date

from briefsite.engine.behind import Behind, write_what_follows
from briefsite.engine.edits import Followed, WholeBuildNeeded, follow
from briefsite.engine.kept import AskedFiles, Kept, source_digest
from briefsite.engine.search import KeptIndex
from briefsite.engine.understood import doubled, why_not
from briefsite.live.watch import look

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

    from briefsite.live.watch import Look

log = logging.getLogger("mkdocs.plugins.briefsite")


class Engine:
    """Keeps what a live server's last whole build was made of, and follows edits from there.

    `ours` is the plugin that hands on MkDocs' events, in their order. `search_followed` is called, with the
    addresses of all pages, when the theme's search index was written after an edit.
    """

    def __init__(self, ours: object, search_followed: Callable[[MkDocsConfig, Collection[str]], object]) -> None:
        self._ours = ours
        self._search_followed = search_followed
        self._kept: Kept | None = None
        """None while a build runs, after one that failed, and of a site that is not understood."""
        self._files: AskedFiles | None = None
        self._nav: Navigation | None = None
        self._sources: dict[str, bytes] = {}
        self._making: Kept | None = None
        self._config: MkDocsConfig | None = None
        """Of the site as it is built; None while it is not."""
        self._settings: Look = {}
        self._said: str | None = None
        self._is_amid = False
        """Whether pages are left of an edit."""
        self._lock = Lock()
        self._behind = Behind(self._write_what_follows)

    # --- the events of a whole build

    def begin(self, config: MkDocsConfig) -> None:
        """A whole build begins: what was kept is of no use."""
        self._behind.drop()
        with self._lock:
            self._kept = self._making = self._files = self._nav = self._config = None
            self._sources = {}
            self._is_amid = False
            self._settings = _settings(config)

    def files(self, files: Files, config: MkDocsConfig) -> Files:
        """The files of the build, such that they know who asks for them."""
        reason = why_not(config, self._ours) or _why_not_served(config)
        if reason is None and (place := doubled(file.dest_uri for file in files)):
            reason = f"two of its files go to {place}"
        if reason != self._said:
            self._said = reason
            if reason:
                log.info("every edit builds the whole site anew: %s", reason)
        self._files = None if reason else AskedFiles(files)
        return self._files or files

    def navigation(self, nav: Navigation) -> None:
        """The navigation of the build."""
        self._nav = nav

    def reading(self, page: Page, markdown: str) -> None:
        """A page is about to be rendered from this Markdown."""
        if self._files:
            self._files.asking = page.file.src_uri
            self._sources[page.file.src_uri] = source_digest(page, markdown)

    def templates(self, env: jinja2.Environment, config: MkDocsConfig) -> None:
        """All pages are read, and are written from now on."""
        if self._files and self._nav:
            self._files.asking = None
            index = KeptIndex(config)
            self._making = Kept(config, self._files, self._nav, env, get_build_date(), index, self._sources)

    def writing(self, page: Page) -> None:
        """The search plugin has seen a page."""
        if self._making:
            self._making.index.take(page.file.src_uri)

    def end(self, config: MkDocsConfig) -> None:
        """The build is done."""
        self._files = None
        self._config = config
        if self._making:
            self._making.index.forget_objects()
            self._making.slim()
            with self._lock:
                self._kept, self._making = self._making, None

    # --- edits

    def follow(self, edits: Collection[Path]) -> Followed | None:
        """Bring the built site up to date with files that changed, came or went; None where it must be built whole.

        Pages are taken in the order of the edits, and some may be left. The search index and the sitemap follow within
        two seconds the pages that came first, and again the last one.
        """
        begun = time.monotonic()
        with self._lock:
            if self._config is None or _settings(self._config) != self._settings:
                return None
            if not edits:
                return Followed([], frozenset(), [], [])
            kept, self._kept = self._kept, None
            if kept is None or kept.day != get_build_date():
                return None
            try:
                done = follow(kept, edits)
            except WholeBuildNeeded as reason:
                log.info("building the whole site: %s", reason)
                return None
            self._kept = kept
            was_amid, self._is_amid = self._is_amid, bool(done.left)
        if not (was_amid and done.left):
            self._behind.ask(more_follows=bool(done.left))
        log.info("Built %s in %.2f seconds", ", ".join(done.rendered[:3]) or "no page", time.monotonic() - begun)
        return done

    def catch_up(self) -> None:
        """Have what follows an edit done now."""
        self._behind.drop()
        self._write_what_follows()

    def stop(self) -> None:
        """Let what is under way end, and begin nothing more."""
        self._behind.drop()
        with self._lock:
            self._kept = None

    def _write_what_follows(self) -> None:
        with self._lock:
            if self._kept:
                write_what_follows(self._kept)
                if self._kept.index.is_made:
                    self._search_followed(self._kept.config, {file.url for file in self._kept.pages})


def _why_not_served(config: MkDocsConfig) -> str | None:
    if config.draft_docs:
        return "it has draft_docs"
    return "it is served strictly, and every build looks at every link" if config.strict else None


def _settings(config: MkDocsConfig) -> Look:
    """What MkDocs watches itself besides docs/: its configuration, and what that names."""
    found: Look = {}
    for path in (Path(name) for name in (config.config_file_path, *config.watch)):
        if path.is_dir():
            found |= look([path])
        elif path.is_file():
            found[str(path)] = (path.stat().st_mtime_ns, path.stat().st_size)
    return found
