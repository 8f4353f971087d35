"""briefing/ and the sources it cites → verified briefings, read again only when a file changed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path  # noqa: TC003 (a NamedTuple looks its types up)
from typing import TYPE_CHECKING, NamedTuple

from briefsite.article import Article, read_article
from briefsite.briefing import Decoded, Sidecar, decode, verify
from briefsite.briefing.merge import conflict_problems
from briefsite.briefing.values import Status
from briefsite.diagnostic import BriefsiteError, Diagnostic, Severity
from briefsite.source import Source

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from briefsite.briefing import VerifiedBriefing
    from briefsite.pipeline.workspace import Workspace


class Stamp(NamedTuple):
    """What a change of a file is told by."""

    path: Path
    modified: int
    """Nanoseconds; 0 where there is no file."""
    size: int
    """Bytes; -1 where there is no file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """One briefing file as it stands."""

    slug: str
    verified: VerifiedBriefing | None
    """None where the file cannot be read as a briefing."""
    problems: tuple[Diagnostic, ...]
    """Everything wrong with the file, its anchors and the sources it cites."""
    stamps: tuple[Stamp, ...]
    """Of the files it was read from, as they were."""

    @property
    def has_errors(self) -> bool:
        """Whether something is wrong that must not be published."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)

    @property
    def may_be_published(self) -> bool:
        """Whether its pages may: nothing is wrong with it, or it is withdrawn, and nothing of it is shown.

        A briefing is withdrawn because something was wrong; its notice must not vanish with the source, say.
        """
        is_notice = self.verified is not None and self.verified.briefing.status is Status.WITHDRAWN
        return is_notice or not self.has_errors


@dataclass
class Library:
    """The briefings of a workspace; remembers what it read, and reads again what has changed."""

    workspace: Workspace
    today: dt.date | None = None
    """The day by which questions are overdue; without it none is."""
    _loaded: dict[Path, Loaded] = field(default_factory=dict)

    def load(self, slugs: Sequence[str] = ()) -> tuple[Loaded, ...]:
        """Every briefing (or those named), in order of name. Bad files are reported, never raised.

        Raises:
            BriefsiteError: a slug that is named has no file.
        """
        paths = [self._named(slug) for slug in slugs] if slugs else self.workspace.briefing_files()
        if not slugs:
            self._loaded = {path: self._loaded[path] for path in paths if path in self._loaded}
        return tuple(self._one(path) for path in paths)

    def _named(self, slug: str) -> Path:
        path = self.workspace.briefing_file(slug)
        if not path.is_file():
            raise BriefsiteError(no_such_briefing(self.workspace, slug))
        return path

    def _one(self, path: Path) -> Loaded:
        known = self._loaded.get(path)
        if known is None or any(stamp != stamp_of(stamp.path) for stamp in known.stamps):
            known = self._loaded[path] = load_briefing(self.workspace, path, self.today)
        return known


def no_such_briefing(workspace: Workspace, slug: str) -> Diagnostic:
    """What is said where a briefing is named that there is none of."""
    known = ", ".join(path.stem for path in workspace.briefing_files()[:20]) or "none yet"
    return Diagnostic(
        code="W002",
        severity=Severity.ERROR,
        message="there is no such briefing",
        source=Source(workspace.name(workspace.briefing_file(slug)), ""),
        span=None,
        help=f"briefings here: {known}",
    )


def load_briefing(workspace: Workspace, path: Path, today: dt.date | None = None) -> Loaded:
    """One briefing file, held against the sources it cites."""
    # Stamped before it is read: a change in between is then noticed at the next look, not missed.
    stamp = stamp_of(path)
    try:
        source = Source.read(path, workspace.name(path))
    except BriefsiteError as error:
        return Loaded(slug=path.stem, verified=None, problems=(error.diagnostic,), stamps=(stamp,))
    loaded = load_text(workspace, path.stem, source, today)
    return replace(loaded, stamps=(stamp, *loaded.stamps))


def load_text(workspace: Workspace, slug: str, source: Source, today: dt.date | None = None) -> Loaded:
    """The text of a briefing, saved or not, held against the sources it cites."""
    stamps: list[Stamp] = []
    verified = None
    decoded = decode(source)
    problems = list(decoded.problems)
    # Of a file with errors the sound items are checked in the same run, but no page is made of it.
    if decoded.sound:
        articles: dict[str, Article] = {}
        for index, cited in enumerate(decoded.sound.sources):
            seed = workspace.root / cited.file
            stamps.append(stamp_of(seed))
            try:
                articles[cited.id] = read_article(_read_inside(workspace, seed))
            except BriefsiteError as error:
                problems.append(_missing_source(decoded, index, error.diagnostic))
            else:
                problems.extend(articles[cited.id].problems)
        checked = verify(decoded, slug=slug, articles=articles, today=today)
        problems.extend(checked.problems[len(decoded.problems) :])
        memory = workspace.sidecar_file(slug)
        stamps.append(stamp_of(memory))
        if sidecar := Sidecar.load(memory, source.text):
            problems.extend(conflict_problems(sidecar, decoded, slug))
        verified = checked if decoded.briefing else None
    return Loaded(
        slug=slug,
        verified=verified,
        problems=tuple(sorted(problems, key=lambda problem: problem.sort_key)),
        stamps=tuple(stamps),
    )


def check(workspace: Workspace, slugs: Sequence[str] = (), *, today: dt.date | None = None) -> tuple[Diagnostic, ...]:
    """Every problem of every briefing (or of those named), file by file, in order of place."""
    return tuple(problem for loaded in Library(workspace, today).load(slugs) for problem in loaded.problems)


def _read_inside(workspace: Workspace, file: Path) -> Source:
    """A source file of the workspace.

    One outside of it is refused: whoever may edit a briefing could else publish any file of the machine that
    builds the site.
    """
    name = workspace.name(file)
    if not file.resolve().is_relative_to(workspace.root.resolve()):
        raise BriefsiteError(
            Diagnostic(
                code="S001",
                severity=Severity.ERROR,
                message="lies outside the workspace, and is not read",
                source=Source(name, ""),
                span=None,
                help="put the file into seeds/, and name it from the workspace’s folder: seeds/NAME.txt",
            )
        )
    return Source.read(file, name)


def _missing_source(decoded: Decoded, index: int, cause: Diagnostic) -> Diagnostic:
    """The trouble with a cited source, shown where the briefing cites it."""
    return Diagnostic(
        code=cause.code,
        severity=Severity.ERROR,
        message=f"the source {cause.source.name} {cause.message}",
        source=decoded.source,
        span=decoded.places.get(("sources", index, "file")),
        help=cause.help or "put the file back, or mend its path here (it counts from the workspace’s folder)",
    )


def stamp_of(path: Path) -> Stamp:
    """What a change of the file would be told by."""
    try:
        stat = path.stat()
    except OSError:
        return Stamp(path, 0, -1)
    return Stamp(path, stat.st_mtime_ns, stat.st_size)
