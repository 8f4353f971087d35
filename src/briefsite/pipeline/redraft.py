"""One seed → its briefing: drafted where there is none, merged into what people wrote where there is.

Three files are written, in an order in which a crash between any two of them does no harm: the snapshot of
the source, which nothing else depends on; the sidecar with what is pending, the YAML, and the sidecar again
(see `briefing.sidecar`).
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from briefsite.article import read_article
from briefsite.briefing import Draft, Merged, MergeError, Sidecar, assemble, decode, encode, merge
from briefsite.briefing.record import snapshot_name
from briefsite.diagnostic import BriefsiteError, Diagnostic, Severity
from briefsite.facts import find_facts
from briefsite.mentions import find_mentions
from briefsite.pipeline.digests import digest
from briefsite.pipeline.drafted import state
from briefsite.pipeline.workspace import slug_of
from briefsite.source import Source

if TYPE_CHECKING:
    from pathlib import Path

    from briefsite.article import Article
    from briefsite.briefing import Decoded
    from briefsite.pipeline.workspace import Workspace

Fate = Literal["new", "updated", "unchanged", "left", "unread"]
"""`left`: the file cannot be brought up to date, and is as it was. `unread`: the seed is no article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Redraft:
    """What became of one briefing, or with a plan would become of it."""

    fate: Fate
    source: Source
    """The YAML file as it was; empty where there was none."""
    merged: Merged | None
    """None for a new briefing, and for one that was left as it was."""
    problems: tuple[Diagnostic, ...]
    state: str | None = None
    """That in which it leaves the files (see `drafted.state`); None where they could not be read or written."""


def draft_article(article: Article, *, slug: str, file: str) -> Draft:
    """The machine's briefing of one article: a pure function."""
    return assemble(article, find_facts(article, find_mentions(article)), slug=slug, file=file)


def redraft(
    workspace: Workspace, seed: Path, slug: str, *, today: str, plan: bool = False, keep_mine: bool = False
) -> Redraft:
    """Bring the briefing of a seed up to date.

    Raises:
        BriefsiteError: the seed or the briefing cannot be read at all.
    """
    name = workspace.name(seed)
    article = read_article(Source.read(seed, name))
    data = seed.read_bytes()
    is_same = Source.decode(data, name) == article.source  # nobody saved it in between
    sha256 = digest(data)
    target = workspace.briefing_file(slug)
    if any(problem.severity is Severity.ERROR for problem in article.problems):
        return Redraft(fate="unread", source=article.source, merged=None, problems=article.problems)
    mine = Source.read(target, workspace.name(target)) if target.exists() else None
    # A briefing that was renamed keeps the title that the name of the seed gives.
    drafted = draft_article(article, slug=slug_of(seed.stem), file=name)
    base = Sidecar.load(workspace.sidecar_file(slug), mine.text if mine else None)
    merged = None
    problems = list(article.problems)
    if mine is None:
        text = encode(drafted.briefing)
        sidecar = Sidecar.of(drafted, text=text, sha256={"s1": sha256})
        fate: Fate = "new"
    else:
        decoded = decode(mine)
        try:
            merged = merge(
                base,
                decoded,
                drafted,
                article,
                sha256=sha256,
                today=today,
                snapshots=_snapshots(workspace, slug, base, without=snapshot_name(sha256)),
                keep_mine=keep_mine,
            )
        except MergeError as error:
            return Redraft(fate="left", source=mine, merged=None, problems=(*problems, _left(decoded, error)))
        text, sidecar = merged.text, merged.sidecar
        fate = "unchanged" if text == mine.text else "updated"
    # Of what is written here, not of what stands there afterwards: somebody may have saved the file in between.
    briefing = digest(_encoded(text, like=target))
    now = state(name, sha256, briefing, digest(sidecar.dump().encode("utf-8"))) if is_same else None
    if not plan:
        workspace.write(workspace.snapshot_file(slug, snapshot_name(sha256)), data, durable=mine is not None)
        _write(workspace, slug, base if mine else None, sidecar, mine, text)
    before = mine or Source(workspace.name(target), "")
    return Redraft(fate=fate, source=before, merged=merged, problems=tuple(problems), state=now)


def _write(
    workspace: Workspace, slug: str, base: Sidecar | None, sidecar: Sidecar, mine: Source | None, text: str
) -> None:
    target, memory = workspace.briefing_file(slug), workspace.sidecar_file(slug)
    # What nobody has edited yet can be made again: an archive of articles is not drafted at the pace of the disk.
    durable = mine is not None
    if mine is None or text != mine.text:
        workspace.write(memory, sidecar.dump_pending(base, text), durable=durable)
        workspace.write(target, _encoded(text, like=target), durable=durable)
    workspace.write(memory, sidecar.dump(), durable=durable)


def _encoded(text: str, *, like: Path) -> bytes:
    """The text in the encoding of the file as it stands: with the byte order mark that some editors put there."""
    try:
        head = like.read_bytes()[:3]
    except FileNotFoundError:
        head = b""
    for mark, codec in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if head.startswith(mark):
            return mark + text.encode(codec)
    return text.encode("utf-8")


def _snapshots(workspace: Workspace, slug: str, base: Sidecar | None, *, without: str) -> dict[str, Article]:
    """The old texts of the source that the memory speaks of, as far as they are kept."""
    found = {}
    for name in sorted(base.snapshots - {without} if base else ()):
        path = workspace.snapshot_file(slug, name)
        try:
            found[name] = read_article(Source.read(path, workspace.name(path)))
        except BriefsiteError:
            continue  # without it, the same words count as the same item
    return found


def _left(decoded: Decoded, error: MergeError) -> Diagnostic:
    return Diagnostic(
        code="M002",
        severity=Severity.WARNING if decoded.briefing else Severity.ERROR,
        message=f"cannot be brought up to date: {error}; it was left as it is",
        source=decoded.source,
        span=None,
        help="see what briefsite check says of it, mend that, and draft again",
    )
