"""The MkDocs plugin: MkDocs' events → the same stages → the same report. Holds no knowledge of articles.

`mkdocs build` renders before it builds and fails after it when a briefing has errors (the others are
published by then). `mkdocs serve` shows the errors on the pages instead, and brings the pages up to date
while it runs.
"""

from __future__ import annotations

import logging
import shutil
import socket
import tempfile
from copy import copy
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Literal

from mkdocs.config import config_options as options
from mkdocs.config.base import Config
from mkdocs.exceptions import ConfigurationError, PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.utils import get_relative_url
from mkdocs.utils.meta import get_data

from briefsite.diagnostic import Severity
from briefsite.live import Watch, guard, look
from briefsite.pages import feed_links, notice, search_labels
from briefsite.pipeline import ChangedSeeds, Renderer, Workspace, draft, site_of
from briefsite.report import report
from briefsite.search import FROM, PagefindError, SiteSearch
from briefsite.standalone import load_shim, name_files, script_search_index, shorten_canonical

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

    from briefsite.diagnostic import Diagnostic
    from briefsite.live.watch import Look

log = get_plugin_logger("briefsite")

_LEVELS = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.WARNING, Severity.NOTE: logging.INFO}


class Settings(Config):  # type: ignore[no-untyped-call]
    """What stands under `briefsite:` in mkdocs.yml. The workspace is the folder of that file."""

    pagefind_from = options.Type(int, default=FROM)
    """Briefings from which on the search is Pagefind's."""


class BriefsitePlugin(BasePlugin[Settings]):  # type: ignore[no-untyped-call]
    """Drafts new and changed seeds and renders the briefings into docs/ before MkDocs reads it."""

    is_alone = True
    """Whether it drafts, says what is wrong and fails a build for it; `briefsite build` does all of that itself."""
    problems: tuple[Diagnostic, ...] = ()
    """Everything wrong with what is shown now."""

    def __init__(self) -> None:
        self._serving = False
        self._renderer: Renderer | None = None
        self._changed_seeds: ChangedSeeds | None = None
        self._folders: tuple[Path, ...] = ()
        self._watch: Watch | None = None
        self._signal: Path | None = None
        self._lock = Lock()
        self._search = SiteSearch()
        self._built: tuple[Look, tuple[Diagnostic, ...]] | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember what runs; also makes MkDocs keep this object from one rebuild to the next."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> None:
        """Say at once that the port is taken: MkDocs would build the site first, and then raise."""
        if self._serving and self._watch is None:
            _claim(*config.dev_addr)
        if not self._serving:
            load_shim(config)
        briefings = Path(config.config_file_path or "mkdocs.yml").parent.glob("briefing/*.yaml")
        self._search.choose(config, briefings=sum(1 for _ in briefings), threshold=self.config.pagefind_from)

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Draft and render. `on_files` would be too late: MkDocs has listed docs/ by then."""
        if not config.config_file_path:
            raise PluginError("briefsite needs a mkdocs.yml in a file: its folder is the workspace")
        workspace = Workspace.at(Path(config.config_file_path).resolve().parent, Path(config.docs_dir))
        with self._lock:
            site = site_of(config)
            if self._renderer is None or (self._renderer.workspace, self._renderer.site) != (workspace, site):
                self._renderer = Renderer(workspace, site, show_errors=self._serving)
                self._changed_seeds = ChangedSeeds(workspace)
            theirs = (workspace.docs, *([Path(config.theme.custom_dir)] if config.theme.custom_dir else []))
            self._folders = (workspace.seeds, workspace.briefing, *theirs)
            if self._watch:
                self._watch.folders = self._folders
            self._built = self._bring_up_to_date()

    def on_files(self, files: Files, /, **_: object) -> None:
        """Let a built site open from a folder as well."""
        if not self._serving:
            name_files(files)

    def on_pre_page(self, page: Page, /, **_: object) -> Page:
        """The address that a page gives for itself stays the short one."""
        shorten_canonical(page)
        return page

    def on_page_content(self, html: str, /, *, page: Page, config: MkDocsConfig, **_: object) -> str:
        """While serving, show at the head of a page the errors that it does not show itself."""
        if not self._serving:
            return html
        here = page.file.src_uri.split("/")[1] if page.file.src_uri.startswith("b/") else None
        shown = []
        for problem in self.problems:
            slug = _slug_of_briefing(problem)
            # A briefing's page marks the words that its source does not have, and its error page shows everything.
            is_shown = slug is not None and slug == here and (problem.code[0] == "A" or "shows_problems" in page.meta)
            if problem.severity is Severity.ERROR and not is_shown:
                elsewhere = slug is not None and slug != here
                shown.append((problem, get_relative_url(f"b/{slug}/", page.url) if elsewhere else ""))
        return notice(shown, site_of(config)) + html

    def on_page_markdown(self, markdown: str, *, page: Page, **_: object) -> str:
        """While serving, show a source in full where its rights allow the published page an excerpt only."""
        full = self._renderer.in_full(page.file.src_uri) if self._serving and self._renderer else None
        return get_data(full)[0] if full else markdown

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
            context["pages"] = [
                _dated(file) for file in context["pages"] if file.page and not file.page.meta.get("unlisted")
            ]
        return context

    @event_priority(100)  # before the theme's search plugin
    def _take_page(self, context: TemplateContext, /, *, page: Page, **_: object) -> TemplateContext:
        self._search.take(page)
        return context

    @event_priority(-100)  # after it
    def _give_page_back(self, context: TemplateContext, /, *, page: Page, **_: object) -> TemplateContext:
        self._search.give_back(page)
        return context

    on_page_context = CombinedEvent(_take_page, _give_page_back)
    """Note every page for the search of a large site."""

    @event_priority(-100)  # after the theme's search plugin, which writes its index in the same event
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the search of a large site; fail a build with errors, once every good page is written."""
        site = site_of(config)
        try:
            self._search.write(
                Path(config.site_dir), language=site.language, labels=search_labels(site), behind=self._serving
            )
        except PagefindError as error:
            raise PluginError(f"the search index could not be made: {error}") from None
        if not self._serving:
            script_search_index(Path(config.site_dir))
        if self.is_alone and not self._serving and _has_errors(self.problems):
            raise PluginError("briefings with errors were left out of the site: see above, or run briefsite check")

    @event_priority(-100)  # other plugins may compare `server.builder`, which is guarded here, with the one they know
    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, **_: object) -> LiveReloadServer:
        """Watch all folders in MkDocs' stead, and give it one file to watch: it then rebuilds once an edit.

        Adding ours to its list would rebuild twice an edit: once for the YAML, once for its page. And a look of
        its own at docs/ while the pages of a briefing are being written would see half of them.
        """
        if self._renderer and self._watch is None:
            self._signal = Path(tempfile.mkdtemp(prefix="briefsite_")) / "edits"
            self._signal.touch()
            server.unwatch(config.docs_dir)
            server.watch(str(self._signal))
            guard(server, config=Path(config.config_file_path).resolve())
            self._watch = Watch(self._folders, self._follow)
            self._watch.start()
        return server

    def on_shutdown(self) -> None:
        """Stop watching, and what is made behind the server."""
        self._search.close()
        if self._watch:
            self._watch.stop()
            self._watch = None
        if self._signal:
            shutil.rmtree(self._signal.parent, ignore_errors=True)

    def _follow(self) -> None:
        """Bring the pages up to date after an edit, and ask MkDocs for a rebuild where that changed anything."""
        with self._lock:
            now = self._bring_up_to_date()
            if now != self._built and self._signal:
                self._built = now
                with self._signal.open("a") as edits:
                    edits.write(".")

    def _bring_up_to_date(self) -> tuple[Look, tuple[Diagnostic, ...]]:
        """Draft new and changed seeds, render all: what a build then finds, and the problems that it shows."""
        assert self._renderer
        assert self._changed_seeds
        drafted = self._draft(self._renderer.workspace, self._changed_seeds) if self.is_alone else ()
        rendering = self._renderer.render()
        found = tuple(dict.fromkeys((*drafted, *rendering.problems)))
        if self.is_alone and found != self.problems:  # a rebuild says only what is new
            self._report(found)
        self.problems = found
        return look(self._folders[2:]) if self._serving else {}, found

    def _draft(self, workspace: Workspace, changed_seeds: ChangedSeeds) -> tuple[Diagnostic, ...]:
        drafting = draft(workspace, only_new=True)
        fates = dict(drafting.fates)
        if changed := changed_seeds.slugs():
            again = draft(workspace, changed)
            fates |= again.fates
            # An error in a seed is one of the briefing that cites it, and stays until it is mended.
            self._report([problem for problem in again.problems if problem.severity is not Severity.ERROR])
        for slug, fate in fates.items():
            log.info("%s: briefing/%s.yaml", fate, slug)
        return drafting.problems

    def _report(self, problems: Sequence[Diagnostic]) -> None:
        for problem in problems:
            # While serving nothing is logged as a warning: `serve --strict` would stop at it.
            level = logging.INFO if self._serving else _LEVELS[problem.severity]
            log.log(level, "%s", report([problem], "text").rstrip())


def _dated(file: File) -> File:
    """A file whose page has the day on which it changed, or none; the page itself keeps the day of the build."""
    dated = copy(file)
    assert dated.page
    dated.page = copy(dated.page)
    dated.page.update_date = str(dated.page.meta.get("lastmod", ""))
    return dated


def _has_errors(problems: Sequence[Diagnostic]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)


def _slug_of_briefing(problem: Diagnostic) -> str | None:
    """Of the briefing that a problem lies in; None where it lies in another file."""
    folder, _, name = problem.source.name.rpartition("/")
    return name.removesuffix(".yaml") if folder == "briefing" and name.endswith(".yaml") else None


def _claim(host: str, port: int) -> None:
    """Make sure that nobody else listens at an address.

    Raises:
        ConfigurationError: somebody does, or it is not an address of this machine.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as MkDocs does: a server just ended is none
        try:
            probe.bind((host, port))
        except OSError as error:
            reason = error.strerror or str(error)
            help = f"choose another address, such as --dev-addr {host}:{port + 1}"
            raise ConfigurationError(f"cannot serve on {host}:{port}: {reason}; {help}") from None
