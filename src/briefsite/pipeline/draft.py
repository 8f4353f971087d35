"""seeds/ → briefing/: new seeds drafted, changed ones merged into what people wrote."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefsite.briefing import Sidecar, decode, schema
from briefsite.diagnostic import BriefsiteError, Diagnostic, Severity
from briefsite.pipeline import clock
from briefsite.pipeline.redraft import Fate, Redraft, draft_article, redraft
from briefsite.pipeline.seeds import seeds_by_slug
from briefsite.source import Source

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from briefsite.pipeline.workspace import Workspace

__all__ = ["Drafting", "draft", "draft_article"]

SCHEMA_FILE = "briefing.schema.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafting:
    """What a run of the draft stage did, or with `plan` would do."""

    redrafts: dict[str, Redraft]
    """By slug."""
    problems: tuple[Diagnostic, ...]

    @property
    def fates(self) -> dict[str, Fate]:
        """What became of each briefing, by slug."""
        return {slug: done.fate for slug, done in self.redrafts.items()}


def draft(
    workspace: Workspace,
    slugs: Sequence[str] = (),
    *,
    plan: bool = False,
    only_new: bool = False,
    keep_mine: bool = False,
    today: str | None = None,
) -> Drafting:
    """Draft every seed (or those of the slugs named) into briefing/.

    A seed belongs to the briefing of its name, or to a renamed one that has it for its first source. A briefing
    that a person deleted stays deleted as long as its sidecar is there, unless its slug is named. `only_new`
    leaves seeds with a briefing alone; `plan` writes nothing; `keep_mine` settles the conflicts for the person's
    values. `today` (2025-07-10) dates the changes of published briefings; left out, it is the day of
    SOURCE_DATE_EPOCH, or of the clock.
    """
    problems: list[Diagnostic] = []
    seeds = _by_briefing(workspace, seeds_by_slug(workspace, problems))
    day = today or clock.today().isoformat()
    if unknown := [slug for slug in slugs if slug not in seeds]:
        raise BriefsiteError(_no_such_seed(workspace, unknown[0], list(seeds)))
    redrafts: dict[str, Redraft] = {}
    for slug, seed in seeds.items():
        if slugs and slug not in slugs:
            continue
        is_there = workspace.briefing_file(slug).exists()
        if (slug not in slugs and _is_deleted(workspace, slug)) or (only_new and is_there):
            continue
        try:
            done = redraft(workspace, seed, slug, today=day, plan=plan, keep_mine=keep_mine)
        except BriefsiteError as error:
            problems.append(error.diagnostic)
            continue
        is_quiet = done.fate == "unchanged"
        problems.extend(found for found in done.problems if not (is_quiet and found.severity is Severity.NOTE))
        if done.fate != "unread":
            redrafts[slug] = done
    if not plan and (redrafts or workspace.briefing_files()):
        workspace.write(workspace.briefing / SCHEMA_FILE, schema())
    return Drafting(redrafts=redrafts, problems=tuple(problems))


def _is_deleted(workspace: Workspace, slug: str) -> bool:
    """Whether a person took the briefing away: its sidecar is there, and speaks of a file that was written."""
    sidecar = workspace.sidecar_file(slug)
    return sidecar.exists() and not workspace.briefing_file(slug).exists() and not Sidecar.is_unfinished(sidecar)


def _by_briefing(workspace: Workspace, seeds: dict[str, Path]) -> dict[str, Path]:
    """The seeds by the briefing that they belong to.

    One without a briefing of its name may have become a further source of another, and then none is drafted
    from it; or a person renamed its briefing, and the sidecar with it.
    """
    without = {path: slug for slug, path in seeds.items() if not workspace.briefing_file(slug).exists()}
    if not without:
        return seeds
    found = {slug: path for slug, path in seeds.items() if path not in without}
    cited: set[Path] = set()
    for file in workspace.briefing_files():
        try:
            decoded = decode(Source.read(file, workspace.name(file)))
        except BriefsiteError:
            continue  # the check stage reports it
        sources = [workspace.root / source.file for source in decoded.briefing.sources] if decoded.briefing else []
        cited.update(sources)
        is_renamed = file.stem not in seeds and workspace.sidecar_file(file.stem).exists()
        if is_renamed and sources[0] in without and sources[0] not in found.values():
            found[file.stem] = sources[0]
    found |= {slug: path for path, slug in without.items() if path not in cited}
    return dict(sorted(found.items()))


def _no_such_seed(workspace: Workspace, slug: str, known: list[str]) -> Diagnostic:
    return Diagnostic(
        code="W002",
        severity=Severity.ERROR,
        message=f"there is no seed for “{slug}”",
        source=Source(workspace.name(workspace.seeds), ""),
        span=None,
        help=f"seeds here: {', '.join(known[:20]) or 'none yet'}",
    )
