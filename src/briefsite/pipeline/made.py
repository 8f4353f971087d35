"""One briefing file → its files in docs/, and what the pages across briefings need to know of it.

This is the part of rendering that looks at one briefing alone. So it runs in any process, of as many briefings at a
time as there are cores, and what it gives back is light: the files are written where they are made.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefsite.briefing import named_in
from briefsite.diagnostic import Diagnostic, Severity
from briefsite.pages import Listing, briefing_files, briefing_pages, error_page, record_of, share_of, sources_in_full
from briefsite.pipeline.digests import UNSETTLED, digest, digest_of
from briefsite.pipeline.faults import fault_of_ours
from briefsite.pipeline.load import load_briefing, stamp_of
from briefsite.source import Source

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from briefsite.briefing import Named
    from briefsite.pages import Share, Site
    from briefsite.pipeline.load import Loaded
    from briefsite.pipeline.workspace import Workspace

IN_FULL = "in-full"
"""The folder of `.briefsite/` with the views of sources that show everything, whatever may be published of them.

They are for a person's own machine, and never in docs/: what lies there may be published at any time, by another
process or program.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What was made of one briefing file as it stood."""

    slug: str
    read: Mapping[str, str]
    """The files that it was read from, by name in the workspace, and their digests."""
    problems: tuple[Diagnostic, ...]
    """Everything wrong with the file, its anchors and the sources it cites."""
    listing: Listing | None = None
    """None where the briefing cannot be shown."""
    share: Share | None = None
    named: tuple[Named, ...] = ()
    page: bytes = b""
    """Its own page, packed, without what it says of other briefings; empty where it has none."""
    files: Mapping[str, str]
    """Its other files: path below docs/ and digest."""
    last_good: bytes = b""
    """The last page of it that could be made: an error page shows what it was."""

    @property
    def path(self) -> str:
        """Of its own page, below docs/."""
        return f"b/{self.slug}/index.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """What was made of one briefing, and what that changed on the disk."""

    made: Made
    written: tuple[str, ...] = ()
    """Paths below docs/ whose bytes changed."""
    other_in_full: tuple[str, ...] = ()
    """Paths below docs/ of pages that show other words in full than before, to a person who edits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A briefing file that is to be made."""

    file: Path
    last_good: bytes = b""
    is_wanted: bool = True
    """Whether its files are to be written; else only what is to be known of it."""


def make(workspace: Workspace, site: Site, show_errors: bool, task: Task) -> Making:
    """Make and write the files of a briefing; what is wrong with it, a fault of ours included, is in its problems.

    `show_errors`: people look at it while they edit. A broken briefing then has a page that says so, and a source is
    also to be seen in full where its rights allow the published page an excerpt only.
    """
    try:
        return _make(workspace, site, show_errors, task)
    except Exception as error:  # a fault of ours must not cost the others
        return given_up(workspace, task, fault_of_ours(error))


def given_up(
    workspace: Workspace, task: Task, reason: str = "the process that read it was ended from outside, twice"
) -> Making:
    """What there is of a briefing that could not be made."""
    problem = Diagnostic(
        code="W009",
        severity=Severity.ERROR,
        message=f"could not be made into a page: {reason}",
        source=Source(workspace.name(task.file), ""),
        span=None,
        help="the others were; please report it, with the file where you may give it away",
    )
    read = {workspace.name(task.file): UNSETTLED}
    return Making(made=Made(slug=task.file.stem, read=read, problems=(problem,), files={}, last_good=task.last_good))


def unpacked(page: bytes) -> str:
    """A page as it was before it was packed."""
    return zlib.decompress(page).decode("utf-8") if page else ""


def _make(workspace: Workspace, site: Site, show_errors: bool, task: Task) -> Making:
    loaded = load_briefing(workspace, task.file)
    verified = loaded.verified
    is_shown = verified is not None and (show_errors or loaded.may_be_published)
    record = None
    pages: dict[str, str] = {}
    in_full: dict[str, str] = {}
    own = f"b/{loaded.slug}/index.md"
    if verified and is_shown:
        record = record_of(verified, site)
        pages = {**briefing_pages(verified, record), **briefing_files(record)} if record else {}
        page = last_good = _packed(pages.pop(own, ""))
        in_full = sources_in_full(verified, site) if show_errors else {}
    else:
        last_good = task.last_good
        errors = [problem for problem in loaded.problems if problem.severity is Severity.ERROR]
        page = _packed(
            error_page(loaded.slug, errors, last_good=unpacked(last_good), site=site)[own] if show_errors else ""
        )
    written = _write(workspace, pages) if task.is_wanted else ()
    return Making(
        made=Made(
            slug=loaded.slug,
            read=_read(workspace, loaded),
            problems=loaded.problems,
            listing=Listing.of(verified, site) if verified and is_shown else None,
            share=share_of(record) if record else None,
            named=tuple(named_in(loaded.slug, verified.briefing)) if verified else (),
            page=page,
            files={path: digest(content.encode("utf-8")) for path, content in pages.items()},
            last_good=last_good,
        ),
        written=written,
        other_in_full=_write_in_full(workspace, loaded.slug, in_full) if show_errors and task.is_wanted else (),
    )


def _packed(page: str) -> bytes:
    return zlib.compress(page.encode("utf-8"), 1) if page else b""


def _read(workspace: Workspace, loaded: Loaded) -> dict[str, str]:
    return {
        # What was saved by somebody since it was read must not count as read.
        workspace.name(one.path): of if stamp_of(one.path) == one else UNSETTLED
        for one in loaded.stamps
        for of in (digest_of(one.path),)
    }


def _write(workspace: Workspace, files: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(path for path, content in files.items() if workspace.write(workspace.docs / path, content))


def _write_in_full(workspace: Workspace, slug: str, views: Mapping[str, str]) -> tuple[str, ...]:
    """Keep these views and no others of the briefing; which of them are other than before."""
    top = workspace.scratch / IN_FULL
    folder = top / f"b/{slug}"
    before = {path.relative_to(top).as_posix() for path in folder.glob("*.md")}
    for path in sorted(before - views.keys()):
        (top / path).unlink(missing_ok=True)
    changed = {path for path, content in views.items() if workspace.write(top / path, content)}
    return tuple(sorted(changed | (before - views.keys())))
