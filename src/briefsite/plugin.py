"""The MkDocs plugin: MkDocs' events → the same stages → the same report. Holds no knowledge of articles.

`mkdocs build` renders before it builds and fails after it when a briefing has errors (the others are
published by then). `mkdocs serve` shows the errors on the page instead, and brings the pages up to date
while it runs.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mkdocs.config.base import Config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.utils.meta import get_data

from briefsite.diagnostic import Severity
from briefsite.live import Watch
from briefsite.pipeline import Renderer, Workspace, draft, site_of
from briefsite.report import report

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.pages import Page

    from briefsite.diagnostic import Diagnostic

log = get_plugin_logger("briefsite")

_LEVELS = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.WARNING, Severity.NOTE: logging.INFO}


class NoSettings(Config):  # type: ignore[no-untyped-call]
    """The plugin has no settings: its workspace is the folder of mkdocs.yml."""


class BriefsitePlugin(BasePlugin[NoSettings]):  # type: ignore[no-untyped-call]
    """Drafts new seeds and renders the briefings into docs/ before MkDocs reads it."""

    reports = True
    """Whether it says what is wrong, and fails a build for it; `briefsite build` does both itself."""

    def __init__(self) -> None:
        self._serving = False
        self._renderer: Renderer | None = None
        self._watch: Watch | None = None
        self._has_errors = False
        self._reported: tuple[Diagnostic, ...] = ()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember what runs; also makes MkDocs keep this object from one rebuild to the next."""
        self._serving = command == "serve"

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Draft and render. `on_files` would be too late: MkDocs has listed docs/ by then."""
        has_errors = self._bring_up_to_date(self._renderer_of(config))
        self._has_errors = has_errors and not self._serving

    def on_page_markdown(self, markdown: str, *, page: Page, **_: object) -> str:
        """While serving, show a source in full where its rights allow the published page an excerpt only."""
        full = self._renderer.in_full(page.file.src_uri) if self._serving and self._renderer else None
        return get_data(full)[0] if full else markdown

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Fail a build with errors, once every good page is written."""
        if self._has_errors and self.reports:
            raise PluginError("briefings with errors were left out of the site: see above, or run briefsite check")

    def on_serve(self, server: LiveReloadServer, /, **_: object) -> LiveReloadServer:
        """Watch seeds/ and briefing/ beside MkDocs.

        Adding them to MkDocs' own list would rebuild twice an edit: once for the YAML, once for its page.
        """
        renderer = self._renderer
        if renderer and self._watch is None:
            workspace = renderer.workspace
            self._watch = Watch((workspace.seeds, workspace.briefing), lambda: self._bring_up_to_date(renderer))
            self._watch.start()
        return server

    def on_shutdown(self) -> None:
        """Stop watching."""
        if self._watch:
            self._watch.stop()
            self._watch = None

    def _renderer_of(self, config: MkDocsConfig) -> Renderer:
        if not config.config_file_path:
            raise PluginError("briefsite needs a mkdocs.yml in a file: its folder is the workspace")
        workspace = Workspace.at(Path(config.config_file_path).resolve().parent, Path(config.docs_dir))
        site = site_of(config)
        if self._renderer is None or (self._renderer.workspace, self._renderer.site) != (workspace, site):
            self._renderer = Renderer(workspace, site, show_errors=self._serving)
        return self._renderer

    def _bring_up_to_date(self, renderer: Renderer) -> bool:
        """Draft new seeds, render all; whether there are errors."""
        drafting = draft(renderer.workspace, only_new=True)
        for slug in drafting.fates:
            log.info("drafted briefing/%s.yaml", slug)
        rendering = renderer.render()
        problems = tuple(dict.fromkeys((*drafting.problems, *rendering.problems)))
        if self.reports and problems != self._reported:  # a rebuild says only what is new
            self._report(problems)
            self._reported = problems
        return any(problem.severity is Severity.ERROR for problem in problems)

    def _report(self, problems: Sequence[Diagnostic]) -> None:
        for problem in problems:
            # While serving nothing is logged as a warning: `serve --strict` would stop at it.
            level = logging.INFO if self._serving else _LEVELS[problem.severity]
            log.log(level, "%s", report([problem], "text").rstrip())
