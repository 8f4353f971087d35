"""Drafting many seeds: only those that are not up to date, wherever they are read, and whatever happens to one of them.

A seed that cannot be drafted is a problem of that seed: unreadable, a fault of ours, or one that takes its process
down with it. The others are drafted all the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from briefsite.diagnostic import BriefsiteError, Diagnostic, Severity
from briefsite.pipeline.faults import fault_of_ours
from briefsite.running import HERE
from briefsite.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from briefsite.pipeline.drafted import Drafted
    from briefsite.pipeline.workspace import Workspace
    from briefsite.running import Run

Result = TypeVar("Result")
Task = tuple[str, Path]
"""A slug and its seed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt(Generic[Result]):
    """What came of drafting one seed; it may come from another process, so it is light."""

    result: Result | None
    """None where the seed could not be drafted."""
    problems: tuple[Diagnostic, ...] = ()
    state: str | None = None
    """That in which drafting would change nothing and say nothing (see `drafted.state`); None where it would."""


def draft_many(
    workspace: Workspace,
    seeds: Mapping[str, Path],
    attempt: Callable[[Task], Attempt[Result]],
    unchanged: Result,
    *,
    memory: Drafted | None = None,
    run: Run = HERE,
) -> Iterator[tuple[str, Attempt[Result]]]:
    """What came of each seed, in their order.

    `unchanged` is the result of one that is up to date as far as the `memory` goes: `attempt` is not called for it.
    """
    todo = {slug: seed for slug, seed in seeds.items() if not (memory and memory.is_up_to_date(slug, seed))}
    safely, given_up = partial(_safely, workspace, attempt), partial(_given_up, workspace)
    answers = run(todo.items(), safely, given_up)
    for slug in seeds:
        if slug not in todo:
            yield slug, Attempt(result=unchanged)
            continue
        done = next(answers)
        if memory and done.state:
            memory.remember(slug, done.state)
        yield slug, done


def _safely(workspace: Workspace, attempt: Callable[[Task], Attempt[Result]], task: Task) -> Attempt[Result]:
    try:
        return attempt(task)
    except BriefsiteError as error:
        return Attempt(result=None, problems=(error.diagnostic,))
    except Exception as error:  # a fault of ours must not cost the other 4,999
        return _failed(workspace, task, f"could not be drafted, {fault_of_ours(error)}")


def _given_up(workspace: Workspace, task: Task) -> Attempt[Result]:
    return _failed(workspace, task, "could not be drafted: the process that read it was ended from outside, twice")


def _failed(workspace: Workspace, task: Task, message: str) -> Attempt[Result]:
    problem = Diagnostic(
        code="W009",
        severity=Severity.ERROR,
        message=message,
        source=Source(workspace.name(task[1]), ""),
        span=None,
        help="the others were drafted; please report it, with the article where you may give it away",
    )
    return Attempt(result=None, problems=(problem,))
