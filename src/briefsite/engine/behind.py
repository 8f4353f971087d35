"""What may follow an edit a moment later: the search index, and the pages that list all pages.

They are made in a thread, once a burst of edits is over, so that the edited page shows at once.
"""

from __future__ import annotations

import gzip
import io
import logging
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from jinja2 import TemplateNotFound
from mkdocs import utils
from mkdocs.commands.build import get_context

from briefsite.engine.search import PATH

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefsite.engine.kept import Kept

log = logging.getLogger("mkdocs.plugins.briefsite")

QUIET = 0.3
"""Seconds without an edit after which a burst counts as over."""
MOST = 1.0
"""Seconds for which a burst can put it off."""


class Behind:
    """Calls back once a burst of edits is over; never twice at a time."""

    def __init__(self, work: Callable[[], None]) -> None:
        self._work = work
        self._timer: threading.Timer | None = None
        self._since: float | None = None
        self._lock = threading.Lock()

    def ask(self, *, more_follows: bool = False) -> None:
        """There was an edit; where more of it follows, a time that is set already is not put off."""
        with self._lock:
            if more_follows and self._timer:
                return
            now = time.monotonic()
            self._since = self._since or now
            if self._timer:
                self._timer.cancel()
            self._timer = threading.Timer(min(QUIET, max(0.0, self._since + MOST - now)), self._run)
            self._timer.daemon = True
            self._timer.start()

    def drop(self) -> None:
        """Forget the edits: a whole build is under way."""
        with self._lock:
            if self._timer:
                self._timer.cancel()
            self._timer = self._since = None

    def _run(self) -> None:
        with self._lock:
            self._timer = self._since = None
        try:
            self._work()
        except Exception:
            log.exception("the search index could not follow the last edit; the next build makes it again")


def write_what_follows(kept: Kept) -> None:
    """Write the search index and the theme's own pages, as MkDocs and the search plugin do."""
    site = Path(kept.config.site_dir)
    if kept.index.is_made:
        text = kept.index.text(file.src_uri for file in kept.pages)
        _replace(site / PATH, text.encode("utf-8"))
    for name in kept.config.theme.static_templates:
        _write_template(kept, name, site / name)


def _write_template(kept: Kept, name: str, path: Path) -> None:
    config, plugins = kept.config, kept.config.plugins
    try:
        template = kept.env.get_template(name)
    except TemplateNotFound:
        return
    template = plugins.on_pre_template(template, template_name=name, config=config)
    is_error_page = utils.is_error_template(name)
    base = urlsplit(config.site_url or "/").path if is_error_page else utils.get_relative_url(".", name)
    context = get_context(kept.nav, kept.pages, config, base_url=base)
    context = plugins.on_template_context(context, template_name=name, config=config)
    output = plugins.on_post_template(template.render(context), template_name=name, config=config)
    if not output.strip():
        return
    data = output.encode("utf-8")
    _replace(path, data)
    if name == "sitemap.xml":
        day = utils.get_build_timestamp(pages=[file.page for file in kept.pages if file.page])
        packed = io.BytesIO()
        with gzip.GzipFile(fileobj=packed, filename=f"{path}.gz", mode="wb", mtime=day) as sitemap:
            sitemap.write(data)
        _replace(Path(f"{path}.gz"), packed.getvalue())


def _replace(path: Path, data: bytes) -> None:
    """Write a file whole: a browser may be reading it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}")
    new.write_bytes(data)
    new.replace(path)
