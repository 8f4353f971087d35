"""MkDocs' events of a whole build → pages taken from what builds before it made."""

from __future__ import annotations

import logging
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING

from material.plugins.search.plugin import SearchPlugin
from mkdocs.commands.build import get_context
from mkdocs.structure.files import Files

from briefsite.engine.cached_output import CachedEnvironment, CachedIndex, Output
from briefsite.engine.cached_page import CachedPage, be_quiet
from briefsite.engine.key import digest, of_markdown, of_navigation, of_templates, version, why_not_cached
from briefsite.engine.processes import in_processes
from briefsite.engine.store import Store, pack
from briefsite.engine.understood import doubled, why_not
from briefsite.search import BUNDLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File
    from mkdocs.structure.nav import Navigation

    from briefsite.engine.standing import Standing

log = logging.getLogger("mkdocs.plugins.briefsite")

PLACE = ".briefsite/pages.sqlite"
AHEAD = 600
"""Pages that are read before their turn: their Markdown is held, and processes are begun for them."""


class Warm:
    """A build that makes only what no build has made before. `ours` is our plugin."""

    def __init__(self, ours: object, standing: Standing) -> None:
        self._ours = ours
        self._standing = standing
        self._store: Store | None = None
        self._nav: Navigation | None = None
        self._files = Files(())
        self._pages: list[CachedPage] = []
        self._unread: deque[CachedPage] = deque()

    def begin(self, config: MkDocsConfig) -> None:
        """A build of a site that is not served begins, and MkDocs is about to clear the folder of the last one."""
        if self._why_not(config) is None:
            site = Path(config.site_dir).resolve() if not Path(config.site_dir).is_symlink() else Path(config.site_dir)
            self._standing.lift(site, _root(config) / ".briefsite", version())

    def files(self, files: Files, config: MkDocsConfig) -> Files:
        """Its files are known: let the folder stand, but for what is not among them."""
        places = {file.dest_uri for file in files}
        if doubled(file.dest_uri for file in files):
            places = set()
        self._standing.set_down(lambda place: place in places or place.startswith(f"{BUNDLE}/"))
        return self._standing.files(files, config.theme.static_templates) if places else files

    def _why_not(self, config: MkDocsConfig) -> str | None:
        if config.draft_docs:
            return "it has draft_docs"
        if log.isEnabledFor(logging.DEBUG):
            return "all that MkDocs has to say is wanted"
        return why_not(config, self._ours) or why_not_cached(config)

    def navigation(self, nav: Navigation, files: Files, config: MkDocsConfig) -> None:
        """The build begins to read: let pages that are not in the navigation be taken from the store."""
        self.end()
        if reason := self._why_not(config):
            log.debug("every page is rendered anew: %s", reason)
            return
        self._nav, self._files = nav, files
        self._store = Store(_root(config) / PLACE, version())
        settings = of_markdown(config)
        in_nav = {id(page) for page in nav.pages}
        self._unread = deque(
            CachedPage(file, config, files, self._store, settings, self._read_ahead)
            for file in files.documentation_pages()
            if id(file.page) not in in_nav
        )
        self._pages = list(self._unread)

    def _read_ahead(self) -> None:
        """Read pages before their turn, and make on all cores what is missing; no more than memory has room for."""
        if self._store is None or not self._unread:
            return  # a page that is edited while the site is served
        pages = [self._unread.popleft() for _ in range(min(AHEAD, len(self._unread)))]
        missing = [(key, page) for page in pages if (key := page.read_ahead())]

        def made(one: tuple[bytes, CachedPage]) -> tuple[bytes, bytes] | None:
            made = one[1].make(self._files)
            return None if made is None else (one[0], pack(made))

        for key, packed in in_processes(missing, made, self._begin_split):
            self._store.put_packed(key, packed)

    def templates(
        self, env: jinja2.Environment, config: MkDocsConfig, files: Files, *, has_index: bool
    ) -> jinja2.Environment:
        """The build begins to write; `has_index`: the search plugin takes part in it."""
        if self._store is None or self._nav is None:
            return env
        output = Output(self._store, digest(b"html", of_templates(config), of_navigation(self._nav, config)))
        index = None
        for plugin in config.plugins.values():
            if has_index and type(plugin) is SearchPlugin and plugin.config.enabled:
                index = plugin.search_index = CachedIndex(output, plugin.config)
        missing = [(key, page) for page in self._pages if (key := output.missing(page))]
        listed = [file for file in files.documentation_pages() if file.page]
        for file in listed:
            if not isinstance(file.page, CachedPage):
                self._standing.free(file.dest_uri)
        nav = self._nav

        def made(one: tuple[bytes, CachedPage]) -> tuple[bytes, bytes]:
            return one[0], pack(_written(one[1], config, env, nav, listed, index))

        self._store.write()
        for key, packed in in_processes(missing, made, self._begin_split):
            self._store.put_packed(key, packed)
        return CachedEnvironment(env, output, index, self._standing)

    def _begin_split(self) -> None:
        assert self._store
        self._store.leave_to_parent()
        be_quiet()

    def end(self) -> None:
        """The build is done, or given up."""
        if self._store:
            self._store.close()
        self._store = self._nav = None
        self._files = Files(())
        self._pages = []
        self._unread = deque()


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).resolve().parent


def _written(
    page: CachedPage,
    config: MkDocsConfig,
    env: jinja2.Environment,
    nav: Navigation,
    listed: Sequence[File],
    index: CachedIndex | None,
) -> dict[str, str]:
    """What MkDocs makes of a page that is read, as the store keeps it."""
    page.active = True
    try:
        context = get_context(nav, listed, config, page)
        template = env.get_template(page.meta.get("template", "main.html"))
        context = config.plugins.on_page_context(context, page=page, config=config, nav=nav)
        return {"entries": index.last if index else "", "html": template.render(context)}
    finally:
        page.active = False
