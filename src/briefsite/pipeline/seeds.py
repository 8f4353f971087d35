"""Which briefing a seed belongs to, and which seeds have changed since they were drafted.

A seed gives its name to its briefing, and each of the two may be renamed later: the briefing that cites the
seed first, or that was drafted from its very bytes, goes on being the seed's own.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefsite.briefing import Sidecar, decode
from briefsite.diagnostic import BriefsiteError, Diagnostic, Severity
from briefsite.pipeline.workspace import slug_of
from briefsite.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from briefsite.pipeline.workspace import Workspace

OWN = "s1"
"""The id of the source that a briefing is drafted from."""


def seeds_by_slug(workspace: Workspace, problems: list[Diagnostic]) -> dict[str, Path]:
    """Every seed by the slug of its briefing; a second seed of one name is a problem."""
    seeds: dict[str, list[Path]] = defaultdict(list)
    for path in workspace.seed_files():
        seeds[slug_of(path.stem)].append(path)
    for slug, paths in seeds.items():
        problems.extend(_same_name(workspace, slug, paths[0], path) for path in paths[1:])
    return _with_renamed(workspace, {slug: paths[0] for slug, paths in seeds.items()})


@dataclass
class ChangedSeeds:
    """Tells, look by look, whose seeds are no longer those that they were drafted from."""

    workspace: Workspace
    _seen: dict[str, tuple[Path, int, int]] = field(default_factory=dict, init=False)

    def slugs(self) -> tuple[str, ...]:
        """The briefings to be drafted again; one is named once, until its seed changes once more."""
        return tuple(slug for slug, seed in seeds_by_slug(self.workspace, []).items() if self._has_changed(slug, seed))

    def _has_changed(self, slug: str, seed: Path) -> bool:
        if not self.workspace.briefing_file(slug).exists():
            return False  # new, which is another matter, or deleted by a person, and stays so
        try:
            stat = seed.stat()
            stamp = (seed, stat.st_mtime_ns, stat.st_size)
            if self._seen.get(slug) == stamp:
                return False
            self._seen[slug] = stamp
            sidecar = Sidecar.load(self.workspace.sidecar_file(slug))
            # Without a record of the machine's draft, all of the briefing is a person's.
            return sidecar is not None and (
                sidecar.sha256.get(OWN) != _digest(seed) or _cited(self.workspace, slug) not in {seed, None}
            )
        except OSError:
            return False  # it has gone: its briefing's page says so


def _with_renamed(workspace: Workspace, seeds: dict[str, Path]) -> dict[str, Path]:
    unowned = {
        slug: seed
        for slug, seed in seeds.items()
        if not workspace.briefing_file(slug).exists() and not workspace.sidecar_file(slug).exists()
    }
    orphans = [slug for slug in _known(workspace) if slug not in seeds] if unowned else []
    renamed: dict[str, str] = {}
    for orphan in orphans:
        slug = _slug_of_its_seed(workspace, orphan, {s: p for s, p in unowned.items() if s not in renamed})
        if slug:
            renamed[slug] = orphan
    return {renamed.get(slug, slug): seed for slug, seed in seeds.items()}


def _known(workspace: Workspace) -> Iterable[str]:
    """Every briefing there is, and those that people deleted."""
    names = {path.stem for path in workspace.briefing_files()}
    return sorted(names | {path.name.removesuffix(".lock.json") for path in workspace.briefing.glob("*.lock.json")})


def _slug_of_its_seed(workspace: Workspace, orphan: str, unowned: dict[str, Path]) -> str | None:
    cited = _cited(workspace, orphan)
    sidecar = Sidecar.load(workspace.sidecar_file(orphan))
    digest = sidecar.sha256.get(OWN) if sidecar else None
    for slug, seed in unowned.items():
        if seed == cited or (digest and digest == _digest(seed)):
            return slug
    return None


def _cited(workspace: Workspace, slug: str) -> Path | None:
    """The file that a briefing names as its first source; None where it cannot be read."""
    path = workspace.briefing_file(slug)
    try:
        briefing = decode(Source.read(path, workspace.name(path))).briefing
    except BriefsiteError:
        return None
    return workspace.root / briefing.sources[0].file if briefing and briefing.sources else None


def _digest(seed: Path) -> str | None:
    try:
        return hashlib.sha256(seed.read_bytes()).hexdigest()
    except OSError:
        return None


def _same_name(workspace: Workspace, slug: str, first: Path, second: Path) -> Diagnostic:
    return Diagnostic(
        code="W003",
        severity=Severity.ERROR,
        message=f"would become briefing/{slug}.yaml, as {workspace.name(first)} does already",
        source=Source(workspace.name(second), ""),
        span=None,
        help="give one of the two files another name",
    )
