"""seeds/ → briefing/: new seeds drafted, changed ones merged into what people wrote."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from briefsite.briefing import Sidecar, decode, schema
from briefsite.diagnostic import BriefsiteError, Diagnostic, Severity
from briefsite.pipeline import clock
from briefsite.pipeline.drafted import Drafted
from briefsite.pipeline.many import Attempt, Task, draft_many
from briefsite.pipeline.redraft import Fate, Redraft, draft_article, redraft
from briefsite.pipeline.seeds import seeds_by_slug
from briefsite.running import HERE
from briefsite.source import Source

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from briefsite.pipeline.workspace import Workspace
    from briefsite.running import Run

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
    run: Run = HERE,
) -> Drafting:
    """Draft every seed (or those of the slugs named) into briefing/.

    A seed belongs to the briefing of its name, or to a renamed one that has it for its first source. A briefing
    that a person deleted stays deleted as long as its sidecar is there, unless its slug is named. `only_new`
    leaves seeds with a briefing alone; `plan` writes nothing; `keep_mine` settles the conflicts for the person's
    values. `today` (2025-07-10) dates the changes of published briefings; left out, it is the day of
    SOURCE_DATE_EPOCH, or of the clock. `run` says where it is done. What is up to date is not drafted again (see
    `drafted`).
    """
    problems: list[Diagnostic] = []
    seeds = _by_briefing(workspace, seeds_by_slug(workspace, problems))
    day = today or clock.today().isoformat()
    if unknown := [slug for slug in slugs if slug not in seeds]:
        raise BriefsiteError(_no_such_seed(workspace, unknown[0], list(seeds)))
    todo: dict[str, Path] = {}
    for slug, seed in seeds.items():
        is_wanted = slug in slugs if slugs else not (only_new and workspace.briefing_file(slug).exists())
        if is_wanted and (slug in slugs or not _is_deleted(workspace, slug)):
            todo[slug] = seed
    # A run over some of the seeds is asked to draft those, and has no say in what is remembered of the others.
    memory = None if slugs or only_new or keep_mine else Drafted.load(workspace)
    one = partial(_draft_one, workspace, day, plan, keep_mine, is_told_anyway=bool(slugs))
    quiet = Redraft(fate="unchanged", source=Source("", ""), merged=None, problems=())
    redrafts: dict[str, Redraft] = {}
    for slug, done in draft_many(workspace, todo, one, quiet, memory=memory, run=run):
        problems.extend(done.problems)
        if done.result:
            redrafts[slug] = done.result
    if memory and not plan:
        memory.save()
    if not plan and (redrafts or workspace.briefing_files()):
        workspace.write(workspace.briefing / SCHEMA_FILE, schema())
    return Drafting(redrafts=redrafts, problems=tuple(problems))


def _draft_one(
    workspace: Workspace, day: str, plan: bool, keep_mine: bool, task: Task, *, is_told_anyway: bool
) -> Attempt[Redraft]:
    slug, seed = task
    done = redraft(workspace, seed, slug, today=day, plan=plan, keep_mine=keep_mine)
    is_quiet = done.fate == "unchanged"
    problems = tuple(found for found in done.problems if not (is_quiet and found.severity is Severity.NOTE))
    if done.fate == "unread":
        return Attempt(result=None, problems=problems)
    has_conflicts = bool(done.merged and done.merged.conflicts)
    is_settled = not has_conflicts and all(problem.severity is Severity.NOTE for problem in problems)
    state = done.state if is_settled else None
    if is_quiet and not has_conflicts and not is_told_anyway:
        done = replace(done, merged=None, source=Source(done.source.name, ""))  # nobody asks: it stays light
    return Attempt(result=done, problems=problems, state=state)


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
