"""briefing/people.yml: read for the pages, and given new proposals when drafting. What stands in it is never altered.

A proposal is written once, at the end of `proposed`. Whether it is then accepted, refused, reworded or commented on,
the program only ever adds below.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefsite.briefing import Joins, proposals, read_joins, unknown_names
from briefsite.briefing.scalars import scalar
from briefsite.diagnostic import BriefsiteError, Diagnostic, Severity
from briefsite.pipeline.digests import digest, digest_of
from briefsite.running.code import code_digest
from briefsite.source import Source

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from briefsite.briefing import Join, Named
    from briefsite.pipeline.workspace import Workspace

FILE = "people.yml"
HEAD = """\
# Who is one person, or one organisation, across briefings. A program cannot know that: you say so here.
#
# briefsite draft adds to `proposed` what may be one, with the reason. Move an entry to `accepted`, and the site gives
# them one page; move it to `refused`, and it is not proposed again. What you write here is never changed.
#
#   - name: Maud Ferrant                        what the page is called
#     named:                                    where: briefing (file name without .yaml), and the name in it
#       2026-03-12-flood: Maud Ferrant
#       2026-03-26-inquiry: [Maud Ferrant, Ferrant]
#     by: R. Amsel                              who looked, and when; shown on the page
#     date: 2026-03-28

accepted:

refused:

proposed:
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposing:
    """What looking for people who may be one came to."""

    added: int
    problems: tuple[Diagnostic, ...]


def read_people(workspace: Workspace, named: Sequence[Named]) -> Joins:
    """What the workspace's file says of those whom the briefings name; nothing where there is none.

    What is wrong with it is in `problems`.
    """
    source = _source(workspace)
    if source is None or isinstance(source, Diagnostic):
        return Joins(problems=(source,) if source else ())
    joins = read_joins(source)
    known = frozenset(one.entry for one in named)
    return Joins(
        accepted=joins.accepted,
        proposed=joins.proposed,
        refused=joins.refused,
        problems=(*joins.problems, *unknown_names(source, joins, known)),
        places=joins.places,
    )


def propose_people(workspace: Workspace, named: Sequence[Named], *, plan: bool = False) -> Proposing:
    """Add to `proposed` whoever may be one and stands nowhere in the file; nothing at all to a file with errors.

    Where the same names were looked at before, and nothing was to be added or said, they are not looked at again.
    """
    settled = workspace.scratch / "people.txt"
    if _is_settled(settled, _state(workspace, named)):
        return Proposing(added=0, problems=())
    found = _propose(workspace, named, plan=plan)
    if not (plan or found.problems or found.added):
        workspace.write(settled, _state(workspace, named))
    return found


def _propose(workspace: Workspace, named: Sequence[Named], *, plan: bool) -> Proposing:
    joins = read_people(workspace, named)
    if not joins.is_readable:
        return Proposing(added=0, problems=joins.problems)
    added = proposals(named, joins)
    if added and not plan:
        source = _source(workspace)
        old = source.text if isinstance(source, Source) else HEAD
        new = _with(old, joins, added)
        now = read_joins(Source(FILE, new))
        # Where the file is written in a way that a line cannot simply be added to, it is left as it is.
        if not now.is_readable or (now.accepted, now.refused, now.proposed) != (
            joins.accepted, joins.refused, (*joins.proposed, *added),
        ):  # fmt: skip
            return Proposing(added=0, problems=(*joins.problems, _not_added(workspace, len(added))))
        workspace.write(workspace.briefing / FILE, new)
    return Proposing(added=len(added), problems=joins.problems)


def _state(workspace: Workspace, named: Sequence[Named]) -> str:
    """All that proposing depends on, as a digest."""
    names = "\n".join("\0".join(one) for one in named)
    return digest(f"{code_digest()} {digest_of(workspace.briefing / FILE)}\n{names}".encode("utf-8", "surrogatepass"))


def _is_settled(file: Path, state: str) -> bool:
    try:
        return file.read_text(encoding="ascii") == state
    except (OSError, ValueError):
        return False


def _source(workspace: Workspace) -> Source | Diagnostic | None:
    path = workspace.briefing / FILE
    if not path.exists():
        return None
    try:
        return Source.read(path, workspace.name(path))
    except BriefsiteError as error:
        return error.diagnostic


def _with(text: str, joins: Joins, added: Sequence[Join]) -> str:
    """The text with the entries behind the last proposal."""
    text = text if text.endswith("\n") or not text else f"{text}\n"
    lines = re.split(r"(?<=\n)", text.removesuffix("\n"))
    lines = [*lines[:-1], f"{lines[-1]}\n"] if lines[-1] else lines[:-1]
    at = next((number for number, line in enumerate(lines) if line.startswith("proposed:")), None)
    if at is None:
        lines.append("\nproposed:\n" if text.strip() else "proposed:\n")
        at = len(lines) - 1
    indent = 2
    if joins.proposed and joins.places:
        source = Source(FILE, text)
        last = joins.places["proposed", len(joins.proposed) - 1]
        at = source.locate(last.end - 1).line - 1
        indent = max(source.locate(joins.places["proposed", 0].start).column - 3, 0)
    elif lines[at].split("#")[0].split(":", 1)[1].strip() == "[]":
        lines[at] = lines[at].replace("[]", "", 1)
    entries = "".join(" " * indent + line + "\n" for join in added for line in _lines(join))
    return "".join((*lines[: at + 1], entries, *lines[at + 1 :]))


def _lines(join: Join) -> list[str]:
    lines = [f"- name: {scalar(join.name)}", "  named:"]
    for slug, names in join.named.items():
        shown = scalar(names[0]) if len(names) == 1 else f"[{', '.join(_in_list(name) for name in names)}]"
        lines.append(f"    {scalar(slug)}: {shown}")
    return [*lines, f"  why: {scalar(join.why or '')}"]


def _in_list(name: str) -> str:
    # A comma or a bracket ends a plain text inside a list.
    return f'"{name}"' if any(mark in name for mark in ",[]{}") and '"' not in name else scalar(name)


def _not_added(workspace: Workspace, count: int) -> Diagnostic:
    people = "person" if count == 1 else "people"
    return Diagnostic(
        code="P003",
        severity=Severity.NOTE,
        message=f"{count} {people} in several briefings could not be added to “proposed” without altering the file",
        source=Source(workspace.name(workspace.briefing / FILE), ""),
        span=None,
        help="write the list with one entry below the other, each with a dash",
    )
