"""The MkDocs plugin: MkDocs' events → the same stages → the same report. Holds no knowledge of articles.

`mkdocs build` renders before it builds and fails after it when a briefing has errors (the others are
published by then). `mkdocs serve` shows the errors on the pages instead, and brings the pages up to date
while it runs.
"""

from __future__ import annotations

from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Literal

from mkdocs.config import config_options as options
from mkdocs.config.base import Config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority

from briefsite.diagnostic import Severity
from briefsite.engine import Engine, Standing, Warm
from briefsite.live import PLACE
from briefsite.pages import feed_links
from briefsite.pipeline import site_of
from briefsite.plugin.current import Current, folders, workspace_of
from briefsite.plugin.following import Following
from briefsite.plugin.port import claim
from briefsite.plugin.sitemap import listed
from briefsite.search import FROM, PagefindError, SiteSearch
from briefsite.standalone import load_shim, name_files, script_search_index, shorten_canonical

if TYPE_CHECKING:
    from collections.abc import Collection

    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

    from briefsite.diagnostic import Diagnostic
    from briefsite.engine import Followed


class Settings(Config):  # type: ignore[no-untyped-call]
    """What stands under `briefsite:` in mkdocs.yml. The workspace is the folder of that file."""

    pagefind_from = options.Type(int, default=FROM)
    """Briefings from which on the search is Pagefind's."""


class BriefsitePlugin(BasePlugin[Settings]):  # type: ignore[no-untyped-call]
    """Drafts new and changed seeds and renders the briefings into docs/ before MkDocs reads it."""

    is_alone = True
    """Whether it drafts, says what is wrong and fails a build for it; `briefsite build` does all of that itself."""
    jobs = 1
    """Processes to use where many briefings are to be rendered.

    Our own commands set it. Whoever calls MkDocs from a program need not have guarded it against being imported by
    another process, and would find it running many times over.
    """

    def __init__(self) -> None:
        self._serving = False
        self._is_clean = True
        self.current: Current | None = None
        self.folders: tuple[Path, ...] = ()
        """Where people edit."""
        self.following = Following(self)
        self._search = SiteSearch()
        self.engine = Engine(self, self._search_follows)
        self._standing = Standing()
        self._warm = Warm(self, self._standing)
        self._is_over = False
        self.lock = Lock()
        """Held while docs/ is brought up to date."""

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        """Everything wrong with what is shown now."""
        return self.current.problems if self.current else ()

    # --- a build

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember what runs; also makes MkDocs keep this object from one rebuild to the next."""
        self._serving, self._is_over, self._is_clean = command == "serve", False, not dirty

    def on_config(self, config: MkDocsConfig) -> None:
        """Say at once that the port is taken: MkDocs would build the site first, and then raise."""
        if self._serving and not self.following.has_server:
            claim(*config.dev_addr)
        if not self._serving:
            load_shim(config)
        workspace, threshold = workspace_of(config), self.config.pagefind_from
        briefings, kept = len(workspace.briefing_files()), workspace.scratch / "pagefind"
        self._search.choose(config, site_of(config), briefings=briefings, threshold=threshold, kept=kept)

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Draft and render. `on_files` would be too late: MkDocs has listed docs/ by then."""
        if not config.config_file_path:
            raise PluginError("briefsite needs a mkdocs.yml in a file: its folder is the workspace")
        self.folders = folders(config)
        with self.lock:
            made_for = workspace_of(config), site_of(config), self.folders[2:]
            if self.current is None or self.current.made_for != made_for:
                self.current = Current(*made_for, is_alone=self.is_alone, is_served=self._serving, jobs=self.jobs)
            self.current.bring_up_to_date()
            self.following.begin_anew()
        self.engine.begin(config)
        if self._is_clean and not self._serving:
            self._warm.begin(config)

    @event_priority(-100)  # what other plugins change is then known
    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """While serving, keep the build: an edit then goes on from it. Let a built site open from a folder as well."""
        if self._serving:
            return self.engine.files(files, config)
        name_files(files)
        return self._warm.files(files, config)

    @event_priority(-100)
    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> None:
        """Keep the navigation, and take the pages that were made before."""
        self.engine.navigation(nav)
        self._warm.navigation(nav, files, config)

    def on_pre_page(self, page: Page, /, **_: object) -> Page:
        """The address that a page gives for itself stays the short one. A server that ends waits for no build."""
        if self._is_over:
            raise SystemExit
        shorten_canonical(page)
        return page

    @event_priority(-100)
    def on_page_markdown(self, markdown: str, /, *, page: Page, **_: object) -> str:
        """While serving, show a source in full where its rights allow the published page an excerpt only."""
        assert self.current
        shown = self.current.markdown(page.file.src_uri, markdown)
        self.engine.reading(page, shown)
        return shown

    def on_page_content(self, html: str, /, *, page: Page, **_: object) -> str:
        """While serving, leave a place at the head of every page for what is wrong elsewhere."""
        if not self._serving:
            return html
        assert self.current
        self.current.note(page.url, shows_problems="shows_problems" in page.meta)
        return PLACE + html

    @event_priority(-100)
    def on_env(self, env: jinja2.Environment, /, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Keep the templates, and take what they made before."""
        self.engine.templates(env, config)
        return self._warm.templates(env, config, files, has_index=not self._search.is_on)

    @event_priority(100)  # before the theme's search plugin
    def _take_page(self, context: TemplateContext, /, *, page: Page, **_: object) -> TemplateContext:
        if self._is_over:
            raise SystemExit
        self._search.take(page)
        return context

    @event_priority(-100)  # after it
    def _give_page_back(self, context: TemplateContext, /, *, page: Page, **_: object) -> TemplateContext:
        self._search.give_back(page)
        self.engine.writing(page)
        return context

    on_page_context = CombinedEvent(_take_page, _give_page_back)
    """Note every page for the search: of a large site, and for the edits after this build."""

    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        """Put into the head of a page what its front matter holds for it, and links to the feeds."""
        made = f"{feed_links(site_of(config))}{page.meta.get('head', '')}"
        # A template of the site's own may print the same, for engines that run no plugin.
        return output if not made or made in output else output.replace("</head>", f"{made}</head>", 1)

    def on_template_context(
        self, context: TemplateContext, /, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """List in the sitemap what may be found, with the day on which it changed, not that of the build."""
        if template_name == "sitemap.xml":
            context["pages"] = listed(context["pages"])
        return context

    @event_priority(-100)  # after the theme's search plugin, which writes its index in the same event
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the search of a large site; fail a build with errors, once every good page is written."""
        self.engine.end(config)
        self._warm.end()
        try:
            self._search.write(Path(config.site_dir), behind=self._serving, copy=self._standing.copy)
        except PagefindError as error:
            raise PluginError(f"the search index could not be made: {error}") from None
        if not self._serving:
            script_search_index(Path(config.site_dir))
            self._standing.finish()
        if self.is_alone and not self._serving and any(one.severity is Severity.ERROR for one in self.problems):
            raise PluginError("briefings with errors were left out of the site: see above, or run briefsite check")

    # --- a live server

    @event_priority(-100)  # other plugins may compare `server.builder`, which is guarded here, with the one they know
    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, **_: object) -> LiveReloadServer:
        """Watch all folders in MkDocs' stead, and have the site follow what is edited.

        Adding ours to its list would rebuild twice an edit: once for the YAML, once for its page. And a look of
        its own at docs/ while the pages of a briefing are being written would see half of them.
        """
        if not self.following.has_server:
            server.unwatch(config.docs_dir)
            self.following.attach(server, Path(config.config_file_path).resolve())
            if self.current:
                self.following.watch()
        return server

    def on_shutdown(self) -> None:
        """Stop watching, and what is made behind the server."""
        self._is_over = True
        self.following.stop()
        self.engine.stop()
        self._warm.end()
        self._standing.give_up()
        self._search.close()
        self.is_alone, self.jobs = True, 1  # MkDocs may use this object again, for another site

    def follow(self, edits: Collection[Path]) -> Followed | None:
        """Have the site follow edits of its files: what it did; None where all of it must be built."""
        if self.current is None or not self._search.fits(self.current.briefings):
            return None
        return self.engine.follow(edits)

    def _search_follows(self, config: MkDocsConfig, places: Collection[str]) -> None:
        """The theme's search index has followed an edit; `places` are the addresses of all pages."""
        self._search.keep(places)
        self._search.write(Path(config.site_dir), behind=True)
