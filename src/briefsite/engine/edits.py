"""Changed files of docs/ → the pages that they change, rendered and written as MkDocs does it.

A page changes when its own file does, and when a file that it links to or shows comes or goes. Everything that
could change other pages (the navigation, a file of the theme, two files with one place) needs a whole build.

A server answers nobody while a site is being changed. So what changes many pages of a large site (the title of a
briefing stands in tables and on other pages) is followed slice by slice.
"""

from __future__ import annotations

import contextlib
import os
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mkdocs import utils
from mkdocs.commands.build import get_context
from mkdocs.structure.files import File, Files, set_exclusions
from mkdocs.structure.pages import Page

from briefsite.engine.kept import is_served, slim
from briefsite.engine.understood import meta_seen_by_others

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefsite.engine.kept import Kept


SLICE = 0.3
"""Seconds after which no further page is begun; what is read by then is still written."""
FEW = 100
"""Pages below which a site is followed in one piece."""


class WholeBuildNeeded(Exception):  # noqa: N818 (nothing is wrong)
    """An edit may change any page; says why."""


@dataclass
class _Plan:
    """What has to be done for the files that changed."""

    pages: dict[str, None] = field(default_factory=dict)
    """To be read in this order, and rendered where their words differ."""
    linking: set[str] = field(default_factory=set)
    """To be rendered in any case: what they link to came or went."""
    copied: list[File] = field(default_factory=list)
    added: list[File] = field(default_factory=list)
    removed: list[File] = field(default_factory=list)


class Followed(NamedTuple):
    """What of a built site was brought up to date."""

    rendered: list[str]
    """Pages, by their path below docs/."""
    addresses: frozenset[str]
    """Of the pages that changed, came or went."""
    copied: list[str]
    """Other files, by their path below docs/."""
    left: list[Path]
    """Pages that are still to follow."""


def follow(kept: Kept, paths: Iterable[Path]) -> Followed:
    """Bring the built site up to date with files that changed, came or went; with pages in their order.

    Raises:
        WholeBuildNeeded: nothing was written yet, and all of the site has to be built.
    """
    plan = _plan(kept, paths)
    if plan.added or plan.removed:
        kept.replace_files(plan.added, [file.src_uri for file in plan.removed])
    for file in plan.removed:
        kept.sources.pop(file.src_uri, None)
        kept.index.drop(file.src_uri)
    rendered, left = _render(kept, plan)
    files = (kept.files.get_file_from_path(uri) for uri in rendered)
    addresses = frozenset(file.url for file in (*files, *plan.removed) if file)
    for file in plan.removed:
        _remove(kept, file)
    for file in plan.copied:
        file.copy_file()
    docs = Path(kept.config.docs_dir)
    return Followed(rendered, addresses, [file.src_uri for file in plan.copied], [docs / uri for uri in left])


def _plan(kept: Kept, paths: Iterable[Path]) -> _Plan:
    plan = _Plan()
    docs = Path(kept.config.docs_dir)
    for path in paths:
        if not path.is_relative_to(docs):
            raise WholeBuildNeeded(f"{path.name} changed")
        uri = path.relative_to(docs).as_posix()
        known = kept.files.get_file_from_path(uri)
        if known and known.src_dir != kept.config.docs_dir:
            known = None
            if path.is_file():
                raise WholeBuildNeeded(f"{uri} stands in for a file of the theme")
        if known and path.is_file():
            _changed(plan, known)
        elif known:
            _check_removal(kept, known, path)
            plan.removed.append(known)
        elif path.is_file():
            _added(kept, plan, uri)
    for file in (*plan.added, *plan.removed):
        plan.linking |= kept.files.askers.get(file.src_uri, set())
    gone = {file.src_uri for file in plan.removed}
    plan.linking -= gone
    return plan


def _changed(plan: _Plan, file: File) -> None:
    if file.is_documentation_page():
        if is_served(file):
            plan.pages[file.src_uri] = None
    elif is_served(file):
        plan.copied.append(file)


def _added(kept: Kept, plan: _Plan, uri: str) -> None:
    config = kept.config
    file = File(uri, config.docs_dir, config.site_dir, config.use_directory_urls)
    set_exclusions(Files([file]), config)
    if is_served(file):
        _check_navigation(kept, file)
        if os.path.lexists(file.abs_dest_path) or any(new.dest_uri == file.dest_uri for new in plan.added):
            raise WholeBuildNeeded(f"{uri} goes where another file is")
        if file.is_documentation_page():
            Page(None, file, config)
        _changed(plan, file)
    plan.added.append(file)


def _check_removal(kept: Kept, file: File, path: Path) -> None:
    if is_served(file):
        _check_navigation(kept, file)
    if any(Path(folder, file.src_uri).is_file() for folder in kept.config.theme.dirs):
        raise WholeBuildNeeded(f"{file.src_uri} no longer stands in for a file of the theme")
    if file.name == "index" and any(path.parent.glob("README.*")):
        raise WholeBuildNeeded(f"{file.src_uri} no longer stands in for a README")


def _check_navigation(kept: Kept, file: File) -> None:
    if file.src_uri in kept.listed_in_nav():
        raise WholeBuildNeeded(f"the navigation names {file.src_uri}")
    if kept.config.nav is None and file.is_documentation_page():
        raise WholeBuildNeeded("the navigation lists every page")


def _render(kept: Kept, plan: _Plan) -> tuple[list[str], list[str]]:
    """The pages that were rendered, and those that are left."""
    in_nav = {page.file.src_uri for page in kept.nav.pages}
    changed = []
    always = plan.linking | kept.due
    todo = list(dict.fromkeys([*plan.pages, *sorted(plan.linking)]))
    left: list[str] = []
    last = time.monotonic() + SLICE if len(kept.pages) >= FEW else float("inf")
    # As in a build, all pages are read before one is written: a page's title may show on others.
    for at, uri in enumerate(todo):
        if at and time.monotonic() > last:
            left = todo[at:]
            break
        if (file := kept.files.get_file_from_path(uri)) is None:
            continue
        page = file.page
        assert page
        before = _shown_elsewhere(kept, page) if file.src_uri in in_nav else None
        if not _read(kept, page, always=file.src_uri in always):
            continue
        if before is not None and before != _shown_elsewhere(kept, page):
            raise WholeBuildNeeded(f"{file.src_uri} is in the navigation, and shows otherwise there")
        changed.append(page)
    for page in changed:
        _write(kept, page)
    for page in changed:
        page.validate_anchor_links(files=kept.files, log_level=kept.config.validation.links.anchors)
        if page.file.src_uri not in in_nav:
            slim(page)
    kept.due = always.intersection(left)
    return [page.file.src_uri for page in changed], left


def _read(kept: Kept, page: Page, *, always: bool) -> bool:
    """Read a page and render its Markdown, where that is other than before; whether it is."""
    config, files, plugins = kept.config, kept.files, kept.config.plugins
    page = plugins.on_pre_page(page, config=config, files=files)
    page.read_source(config)
    page.markdown = plugins.on_page_markdown(page.markdown or "", page=page, config=config, files=files)
    if not (kept.is_changed(page) or always):
        return False
    for asked in files.askers.values():
        asked.discard(page.file.src_uri)
    files.asking = page.file.src_uri
    page.render(config, files)
    files.asking = None
    page.content = plugins.on_page_content(page.content or "", page=page, config=config, files=files)
    return True


def _write(kept: Kept, page: Page) -> None:
    config, plugins = kept.config, kept.config.plugins
    page.active = True
    try:
        context = get_context(kept.nav, kept.pages, config, page)
        template = kept.env.get_template(page.meta.get("template", "main.html"))
        context = plugins.on_page_context(context, page=page, config=config, nav=kept.nav)
        output = plugins.on_post_page(template.render(context), page=page, config=config)
    finally:
        page.active = False
    kept.index.take(page.file.src_uri)
    kept.index.forget_objects()
    if output.strip():
        utils.write_file(output.encode("utf-8", errors="xmlcharrefreplace"), page.file.abs_dest_path)
    else:
        Path(page.file.abs_dest_path).unlink(missing_ok=True)


def _shown_elsewhere(kept: Kept, page: Page) -> object:
    """What templates show of a page on other pages: they draw the navigation on each."""
    keys = meta_seen_by_others(kept.config)
    meta = {key: value for key, value in page.meta.items() if keys is None or key in keys}
    return page.title, page.is_homepage, meta


def _remove(kept: Kept, file: File) -> None:
    """Take away what was built of a file, and the folders that are empty without it."""
    site, path = Path(kept.config.site_dir), Path(file.abs_dest_path)
    path.unlink(missing_ok=True)
    with contextlib.suppress(OSError):  # not empty
        for folder in path.parents:
            if folder == site:
                break
            folder.rmdir()
