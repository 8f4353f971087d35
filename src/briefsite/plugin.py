"""The MkDocs plugin: MkDocs' events → the same stages → the same report. Holds no knowledge of articles.

`mkdocs build` renders before it builds and fails after it when a briefing has errors (the others are
published by then). `mkdocs serve` shows the errors on the pages instead, and brings the pages up to date
while it runs.
"""

from __future__ import annotations

import logging
import socket
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Literal

from mkdocs.config.base import Config
from mkdocs.exceptions import ConfigurationError, PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.utils import get_relative_url
from mkdocs.utils.meta import get_data

from briefsite.diagnostic import Severity
from briefsite.engine import Engine, Warm
from briefsite.live import PLACE, Bell, Watch, differences, guard, look, look_again, show_heads
from briefsite.pages import notice
from briefsite.pipeline import ChangedSeeds, Renderer, Workspace, draft, site_of
from briefsite.report import report

if TYPE_CHECKING:
    from collections.abc import Sequence

    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

    from briefsite.diagnostic import Diagnostic
    from briefsite.live import Look
    from briefsite.pages import Site

log = get_plugin_logger("briefsite")

_LEVELS = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.WARNING, Severity.NOTE: logging.INFO}


class NoSettings(Config):  # type: ignore[no-untyped-call]
    """The plugin has no settings: its workspace is the folder of mkdocs.yml."""


class BriefsitePlugin(BasePlugin[NoSettings]):  # type: ignore[no-untyped-call]
    """Drafts new and changed seeds and renders the briefings into docs/ before MkDocs reads it."""

    reports = True
    """Whether it says what is wrong, and fails a build for it; `briefsite build` does both itself."""

    def __init__(self) -> None:
        self._serving = False
        self._renderer: Renderer | None = None
        self._changed_seeds: ChangedSeeds | None = None
        self._folders: tuple[Path, ...] = ()
        self._watch: Watch | None = None
        self._bell: Bell | None = None
        self.engine = Engine(self)
        self._warm = Warm(self)
        self._lock = Lock()
        self._drafting_problems: tuple[Diagnostic, ...] = ()
        self._problems: tuple[Diagnostic, ...] = ()
        self._site: Site | None = None
        self._built: Look = {}
        """docs/ and the theme's own folder, as a build finds them."""
        self._edits: set[Path] | None = None
        """Files that changed since the last build and that the bell was rung for; None where it was not."""
        self._in_full: dict[str, str] = {}
        self._showing: set[str] = set()
        """Addresses of pages that show the problems of their own briefing."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember what runs; also makes MkDocs keep this object from one rebuild to the next."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> None:
        """Say at once that the port is taken: MkDocs would build the site first, and then raise."""
        if self._serving and self._watch is None:
            _claim(*config.dev_addr)

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
            self._site = site
            self._folders = (workspace.seeds, workspace.briefing, *theirs)
            if self._watch:
                self._watch.folders = self._folders
            self._bring_up_to_date(None)
            self._edits = None
        self.engine.begin(config)

    @event_priority(-100)  # what other plugins change is then known
    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """While serving, keep the build: an edit then goes on from it."""
        return self.engine.files(files, config) if self._serving else files

    @event_priority(-100)
    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> None:
        """Keep the navigation, and take the pages that were made before."""
        self.engine.navigation(nav)
        self._warm.navigation(nav, files, config)

    @event_priority(-100)
    def on_env(self, env: jinja2.Environment, /, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Keep the templates, and take what they made before."""
        self.engine.templates(env, config)
        return self._warm.templates(env, config, files)

    @event_priority(-100)
    def on_page_context(self, context: object, /, *, page: Page, **_: object) -> None:
        """Keep what the search plugin found on a page."""
        self.engine.writing(page)

    def on_page_content(self, html: str, /, *, page: Page, **_: object) -> str:
        """While serving, leave a place at the head of every page for what is wrong elsewhere."""
        if not self._serving:
            return html
        (self._showing.add if "shows_problems" in page.meta else self._showing.discard)(page.url)
        return PLACE + html

    @event_priority(-100)
    def on_page_markdown(self, markdown: str, /, *, page: Page, **_: object) -> str:
        """While serving, show a source in full where its rights allow the published page an excerpt only."""
        full = self._renderer.in_full(page.file.src_uri) if self._serving and self._renderer else None
        shown = get_data(full)[0] if full else markdown
        self.engine.reading(page, shown)
        return shown

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Fail a build with errors, once every good page is written."""
        self.engine.end()
        self._warm.end()
        if self.reports and not self._serving and _has_errors(self._problems):
            raise PluginError("briefings with errors were left out of the site: see above, or run briefsite check")

    @event_priority(-100)  # other plugins may compare `server.builder`, which is guarded here, with the one they know
    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, **_: object) -> LiveReloadServer:
        """Watch all folders in MkDocs' stead, and ring when it shall build: once an edit.

        Adding ours to its list would rebuild twice an edit: once for the YAML, once for its page. And a look of
        its own at docs/ while the pages of a briefing are being written would see half of them.
        """
        if self._renderer and self._watch is None:
            server.unwatch(config.docs_dir)
            self._bell = Bell(server)
            whole = server.builder
            server.builder = lambda: None if self.follow_edits() else whole()
            guard(server, config=Path(config.config_file_path).resolve())
            show_heads(server, self.notice_at)
            self._watch = Watch(self._folders, self.see)
            self._watch.start()
        return server

    def on_shutdown(self) -> None:
        """Stop watching."""
        if self._watch:
            self._watch.stop()
            self._watch = None
        self.engine.stop()
        self._warm.end()

    def see(self, changed: frozenset[Path] | None) -> bool:
        """Bring docs/ up to date after an edit, and have the site follow where that changed anything; whether it did.

        `changed` are the files that changed since the last time, None where that is not known.
        """
        with self._lock:
            problems = self._problems
            edits = self._bring_up_to_date(changed)
            if edits or problems != self._problems:
                self._edits = (self._edits or set()) | edits
                if self._bell:
                    self._bell.ring()
                return True
            return False

    def follow_edits(self) -> bool:
        """Whether the site has followed the edits since its last build; else all of it must be built."""
        with self._lock:
            edits, self._edits = self._edits, None
        return edits is not None and self.engine.follow(edits)

    def notice_at(self, address: str) -> str:
        """The errors that the page at an address does not show itself: HTML for its head."""
        address = address.removesuffix("index.html")
        here = address.split("/")[1] if address.startswith("b/") else None
        shows_problems = address in self._showing
        shown = []
        for problem in self._problems:
            slug = _slug_of_briefing(problem)
            # A briefing's page marks the words that its source does not have, and its error page shows everything.
            is_shown = slug is not None and slug == here and (problem.code[0] == "A" or shows_problems)
            if problem.severity is Severity.ERROR and not is_shown:
                elsewhere = slug is not None and slug != here
                shown.append((problem, get_relative_url(f"b/{slug}/", address) if elsewhere else ""))
        assert self._site
        return notice(shown, self._site)

    def _bring_up_to_date(self, changed: frozenset[Path] | None) -> set[Path]:
        """Draft new and changed seeds, render what they change: the files of the site that are not as they were.

        `changed` are the files that changed since the last time, None where that is not known.
        """
        assert self._renderer
        workspace = self._renderer.workspace
        if changed is None or any(_may_draft(workspace, path) for path in changed):
            self._draft(workspace)
            changed = None
        rendering = self._renderer.render(changed=changed)
        found = tuple(dict.fromkeys((*self._drafting_problems, *rendering.problems)))
        if self.reports and found != self._problems:  # a rebuild says only what is new
            self._report(found)
        self._problems = found
        if not self._serving:
            return set()
        if changed is None:
            now = look(self._folders[2:])
        else:
            paths = (*rendering.written, *rendering.removed)
            touched = (*changed, *(workspace.docs / path for path in paths))
            now = look_again(self._built, map(str, touched), self._folders[2:])
        edits, self._built = differences(self._built, now), now
        if changed is None:
            return set(edits)
        return {*edits, *(workspace.docs / path for path in rendering.made if self._is_other_in_full(path))}

    def _is_other_in_full(self, path: str) -> bool:
        """Whether a page shows more here than is published, and shows otherwise now."""
        assert self._renderer
        now = self._renderer.in_full(path)
        if now is None or self._in_full.get(path) == now:
            return False
        self._in_full[path] = now
        return True

    def _draft(self, workspace: Workspace) -> None:
        assert self._changed_seeds
        drafting = draft(workspace, only_new=True)
        fates = dict(drafting.fates)
        if changed := self._changed_seeds.slugs():
            again = draft(workspace, changed)
            fates |= again.fates
            # An error in a seed is one of the briefing that cites it, and stays until it is mended.
            self._report([problem for problem in again.problems if problem.severity is not Severity.ERROR])
        for slug, fate in fates.items():
            log.info("%s: briefing/%s.yaml", fate, slug)
        self._drafting_problems = drafting.problems

    def _report(self, problems: Sequence[Diagnostic]) -> None:
        for problem in problems:
            # While serving nothing is logged as a warning: `serve --strict` would stop at it.
            level = logging.INFO if self._serving else _LEVELS[problem.severity]
            log.log(level, "%s", report([problem], "text").rstrip())


def _has_errors(problems: Sequence[Diagnostic]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)


def _may_draft(workspace: Workspace, path: Path) -> bool:
    """Whether a change of a file may be a new or changed seed, or a briefing that came or went."""
    if path.is_relative_to(workspace.seeds):
        return True
    return path.parent == workspace.briefing and not path.exists()


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
