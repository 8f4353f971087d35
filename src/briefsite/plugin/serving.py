"""MkDocs' `serve`, but that the site which was served last is shown at once, while all of it is built behind.

Requests are answered from the old site meanwhile; a page whose Markdown has changed since waits for the new one. Then
that takes its place, and open browsers load their pages again. Where no such site is kept, the build comes first.
"""

from __future__ import annotations

import logging
import os
from contextlib import suppress
from pathlib import Path
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from mkdocs.commands.build import build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File

from briefsite.engine import of_site
from briefsite.live import InUseError, LastServed, Waiting, differences, look
from briefsite.plugin.current import folders
from briefsite.plugin.plugin import BriefsitePlugin
from briefsite.plugin.port import claim

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from briefsite.live import Look

log = logging.getLogger("mkdocs.plugins.briefsite")

PLACE = ".briefsite/served"


def serve(config_file: Path, *, open_browser: bool, strict: bool, **options: Any) -> None:
    """Serve the site of a mkdocs.yml until Ctrl-C; `options` are settings that stand in for those of the file."""
    options |= {"config_file": str(config_file)} | ({"strict": True} if strict else {})
    with suppress(InUseError):
        if not strict:  # which is to stop at a warning, and so builds first
            config = load_config(**options)
            plugin = config.plugins.get("briefsite")
            if isinstance(plugin, BriefsitePlugin):
                plugin.jobs = os.cpu_count() or 1
                with LastServed(config_file.parent / PLACE) as last:
                    _Serving(config, plugin, last, options).run(open_browser=open_browser)
                return
    # livereload is said here: with some versions of click its default on MkDocs' own command line is off.
    mkdocs_serve(livereload=True, open_in_browser=open_browser, **options)


class _Serving:
    """A server, and the two sites that it may show: the one that was served last, and the one that it builds."""

    def __init__(
        self, config: MkDocsConfig, plugin: BriefsitePlugin, last: LastServed, options: dict[str, Any]
    ) -> None:
        host, port = config.dev_addr
        claim(host, port)
        mount = urlsplit(config.site_url or "/").path
        self._server = LiveReloadServer(builder=self._build, host=host, port=port, root="", mount_path=mount)
        self._server.error_handler = self._error_page
        self._config = config
        self._plugin = plugin
        self._last = last
        self._options = options
        self._made_with = self._prepare(config)
        self._found = last.find(self._made_with)
        self._site = last.place()
        self._is_whole = False
        """Whether the site that it builds is built."""
        self._building = Lock()

    def run(self, *, open_browser: bool) -> None:
        """Serve until Ctrl-C."""
        plugins = self._config.plugins
        plugins.on_startup(command="serve", dirty=False)
        try:
            if self._found is None:
                self._build(self._config)
            self._watch()
            if self._found is not None:
                self._build_behind(*self._found)
            try:
                self._server.serve(open_in_browser=open_browser)  # type: ignore[no-untyped-call]
            except KeyboardInterrupt:
                log.info("Shutting down...")
            finally:
                self._server.shutdown()
        finally:
            plugins.on_shutdown()
            if self._is_whole and (sources := self._plugin.following.sources()):
                self._last.complete(self._site, self._made_with, sources)

    def _prepare(self, config: MkDocsConfig) -> str:
        """Let a configuration be that of the served site; the digest of what it says."""
        config.site_url = self._server.url
        return of_site(config)

    def _build(self, config: MkDocsConfig | None = None) -> None:
        """Build all of the site, and show it."""
        log.info("Building documentation...")
        config = config or load_config(**self._options)
        self._made_with = self._prepare(config)
        config.site_dir = str(self._site)
        self._is_whole = False
        self._last.begin(self._site)
        try:
            build(config, serve_url=self._server.url)
        finally:
            self._server.root = str(self._site)
        if sources := self._plugin.following.sources():
            self._last.complete(self._site, self._made_with, sources)
            self._is_whole = True

    def _watch(self) -> None:
        """Have edits followed, as MkDocs does."""
        config, server = self._config, self._server
        server.watch(config.docs_dir)
        server.watch(str(config.config_file_path))
        server = config.plugins.on_serve(server, config=config, builder=self._build)
        for path in config.watch:
            server.watch(path)

    def _build_behind(self, old: Path, sources: Look) -> None:
        """Show a site that was built of these files, until all of it is built again."""
        self._server.root = str(old)
        stale = self._changed_since(sources)
        waiting = Waiting(self._server, lambda address: address.startswith(stale) or f"{address}index.html" in stale)
        follow = self._server.builder

        def build_one_at_a_time() -> None:
            with self._building:
                follow()

        def build_first() -> None:
            with self._building:
                try:
                    self._build(self._config)
                except Exception:
                    log.debug("the site cannot be built", exc_info=True)  # it is tried again at once, and explained
            waiting.end()
            self._plugin.following.watch(tell=True)
            self._last.tidy()

        self._server.builder = build_one_at_a_time
        Thread(target=build_first, name="briefsite-first-build", daemon=True).start()

    def _changed_since(self, sources: Look) -> tuple[str, ...]:
        """How the addresses begin of what is not as it was."""
        config, found = self._config, set()
        docs, root = Path(config.docs_dir), Path(str(config.config_file_path)).parent
        for path in differences(sources, look(folders(config))):
            if path.is_relative_to(docs):
                uri = path.relative_to(docs).as_posix()
                found.add(File(uri, config.docs_dir, config.site_dir, config.use_directory_urls).dest_uri)
            elif path.parent == root / "briefing":
                found.add(f"b/{path.name.partition('.')[0]}/")
        return tuple(sorted(found))

    def _error_page(self, code: int) -> bytes | None:
        """The site's own page for an error."""
        path = Path(self._server.root, f"{code}.html")
        return path.read_bytes() if code in {404, 500} and path.is_file() else None
