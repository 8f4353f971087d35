"""seeds/ → briefing/: new seeds drafted, changed ones merged into what people wrote."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Literal

from briefsite.article import read_article
from briefsite.briefing import Draft, Sidecar, assemble, decode, encode, merge, schema
from briefsite.diagnostic import BriefsiteError, Diagnostic, Severity
from briefsite.facts import find_facts
from briefsite.mentions import find_mentions
from briefsite.pipeline.digests import digest
from briefsite.pipeline.drafted import Drafted, state
from briefsite.pipeline.many import Attempt, Task, draft_many
from briefsite.pipeline.seeds import seeds_by_slug
from briefsite.running import HERE
from briefsite.source import Source

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from briefsite.article import Article
    from briefsite.pipeline.workspace import Workspace
    from briefsite.running import Run

Fate = Literal["new", "redrafted", "unchanged", "kept"]
"""`kept`: people edited the briefing, so the new draft was not written over it."""
SCHEMA_FILE = "briefing.schema.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafting:
    """What a run of the draft stage did, or with `plan` would do."""

    fates: dict[str, Fate]
    """By slug."""
    problems: tuple[Diagnostic, ...]


def draft_article(article: Article, *, slug: str, file: str) -> Draft:
    """The machine's briefing of one article: a pure function."""
    return assemble(article, find_facts(article, find_mentions(article)), slug=slug, file=file)


def draft(
    workspace: Workspace,
    slugs: Sequence[str] = (),
    *,
    plan: bool = False,
    only_new: bool = False,
    run: Run = HERE,
) -> Drafting:
    """Draft every seed (or those of the slugs named) into briefing/.

    A seed that a briefing cites already belongs to it. A briefing that a person deleted stays deleted as long
    as its sidecar is there, unless its slug is named. `only_new` leaves seeds with a briefing alone; `plan`
    writes nothing; `run` says where it is done. What is up to date is not drafted again (see `drafted`).
    """
    problems: list[Diagnostic] = []
    seeds = seeds_by_slug(workspace, problems)
    if unknown := [slug for slug in slugs if slug not in seeds]:
        raise BriefsiteError(_no_such_seed(workspace, unknown[0], list(seeds)))
    secondary = _cited_by_others(workspace, seeds)
    todo: dict[str, Path] = {}
    for slug, seed in seeds.items():
        target, sidecar = workspace.briefing_file(slug), workspace.sidecar_file(slug)
        deleted_by_hand = sidecar.exists() and not target.exists() and slug not in slugs
        is_wanted = slug in slugs if slugs else not (only_new and target.exists())
        if is_wanted and not deleted_by_hand and seed not in secondary:
            todo[slug] = seed
    fates: dict[str, Fate] = {}
    unchanged: Fate = "unchanged"
    attempt = partial(_draft_one, workspace, plan)
    # A run over some of the seeds is asked to draft those, and has no say in what is remembered of the others.
    memory = None if slugs or only_new else Drafted.load(workspace)
    for slug, done in draft_many(workspace, todo, attempt, unchanged, memory=memory, run=run):
        is_quiet = done.result == unchanged
        problems.extend(found for found in done.problems if not (is_quiet and found.severity is Severity.NOTE))
        if done.result:
            fates[slug] = done.result
    if memory and not plan:
        memory.save()
    if not plan and (fates or workspace.briefing_files()):
        workspace.write(workspace.briefing / SCHEMA_FILE, schema())
    return Drafting(fates=fates, problems=tuple(problems))


def _draft_one(workspace: Workspace, plan: bool, task: Task) -> Attempt[Fate]:
    slug, seed = task
    name = workspace.name(seed)
    source = Source.read(seed, name)
    article = read_article(source)
    problems = list(article.problems)
    if any(problem.severity is Severity.ERROR for problem in problems):
        return Attempt(result=None, problems=tuple(problems))
    drafted = draft_article(article, slug=slug, file=name)
    theirs = encode(drafted.briefing)
    target, sidecar_file = workspace.briefing_file(slug), workspace.sidecar_file(slug)
    base = Sidecar.load(sidecar_file)
    of_seed = digest(seed.read_bytes())
    sidecar = Sidecar.of(drafted, text=theirs, sha256={"s1": of_seed})
    text = theirs
    fate: Fate = "new"
    if target.exists():
        mine = Source.read(target, workspace.name(target)).text
        merged = merge(base.text if base else None, mine, theirs)
        text = merged.text
        fate = "kept" if merged.kept_edits else "unchanged" if text == mine else "redrafted"
        if fate == "kept" and base and base.sha256 != sidecar.sha256:
            problems.append(_kept(workspace, seed, target))
    if not plan:
        workspace.write(target, text)
        if fate != "kept":
            workspace.write(sidecar_file, sidecar.dump())
    is_settled = fate != "kept" and all(problem.severity is Severity.NOTE for problem in problems)
    # Of what was written here, not of what stands there: somebody may have saved the file in between.
    now = state(name, of_seed, digest(text.encode()), digest(sidecar.dump().encode())) if is_settled else None
    return Attempt(result=fate, problems=tuple(problems), state=now)


def _cited_by_others(workspace: Workspace, seeds: dict[str, Path]) -> set[Path]:
    """Seeds without a briefing of their name that some briefing cites: renamed ones, and further sources."""
    without = {path: slug for slug, path in seeds.items() if not workspace.briefing_file(slug).exists()}
    if not without:
        return set()
    cited: set[Path] = set()
    for file in workspace.briefing_files():
        try:
            decoded = decode(Source.read(file, workspace.name(file)))
        except BriefsiteError:
            continue  # the check stage reports it
        for source in decoded.briefing.sources if decoded.briefing else ():
            cited.add(workspace.root / source.file)
    return cited & set(without)


def _no_such_seed(workspace: Workspace, slug: str, known: list[str]) -> Diagnostic:
    return Diagnostic(
        code="W002",
        severity=Severity.ERROR,
        message=f"there is no seed for “{slug}”",
        source=Source(workspace.name(workspace.seeds), ""),
        span=None,
        help=f"seeds here: {', '.join(known[:20]) or 'none yet'}",
    )


def _kept(workspace: Workspace, seed: Path, target: Path) -> Diagnostic:
    return Diagnostic(
        code="W005",
        severity=Severity.WARNING,
        message=f"{workspace.name(seed)} has changed, but people edited this briefing: it was left as it is",
        source=Source(workspace.name(target), ""),
        span=None,
        help="briefsite check lists the words that the source no longer has; to start anew, move the YAML away",
    )
