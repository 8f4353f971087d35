"""One function over many items on the cores of this machine: in order, in bounded memory, whatever dies on the way.

Items go to the workers in chunks, and a bounded number of chunks is under way: an archive larger than memory
is read as fast as it is answered. A worker that the system kills (out of memory, a crash in a C library) takes
all workers of its pool with it, and nobody can tell which item it was: so the chunks that were under way are done
again, item by item where it comes to that, and the one item that kills its worker again is given up.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, TypeVar, cast

from briefsite.running.collecting import collect_rarely, collecting_rarely

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from multiprocessing.context import BaseContext
    from multiprocessing.process import BaseProcess

Item = TypeVar("Item")
Answer = TypeVar("Answer")

CHUNK = 8
"""Items handed to a worker at a time: enough to hide the cost of handing over, few enough to share out evenly."""
UNDER_WAY = 4
"""Chunks under way for each worker: none waits while the oldest answer is being written."""


def over(
    items: Iterable[Item],
    answer: Callable[[Item], Answer],
    given_up: Callable[[Item], Answer],
    *,
    jobs: int,
    chunk: int = CHUNK,
) -> Iterator[Answer]:
    """The answer to each item, in the order of the items.

    With one job everything runs here. With several, `answer`, items and answers are pickled: keep them light.
    `given_up` answers, here, for an item that kills the process it is answered in. An exception of `answer` is
    raised where its item's turn is.
    """
    if jobs == 1:
        with collecting_rarely():
            yield from map(answer, items)
        return
    iterator = iter(items)
    under_way: deque[tuple[list[Item], Future[list[Answer]]]] = deque()
    first = list(islice(iterator, 1))
    if not first:
        return  # no processes for nothing
    iterator = chain(first, iterator)
    pool = _pool(jobs, answer)
    try:
        while True:
            while len(under_way) < UNDER_WAY * jobs and (next_ones := list(islice(iterator, chunk))):
                under_way.append((next_ones, _submit(pool, answer, next_ones)))
            if not under_way:
                return
            asked, future = under_way.popleft()
            try:
                answers = future.result()
            except BrokenProcessPool:
                pool.end()
                answers = _one_by_one(asked, answer, given_up)
                pool = _pool(jobs, answer)
                again = [(c, f if _is_answered(f) else _submit(pool, answer, c)) for c, f in under_way]
                under_way = deque(again)
            yield from answers
    finally:
        pool.shutdown(cancel_futures=True)


def _one_by_one(
    chunk: list[Item], answer: Callable[[Item], Answer], given_up: Callable[[Item], Answer]
) -> list[Answer]:
    answers: list[Answer] = []
    while len(answers) < len(chunk):
        with _pool(1, answer) as pool:
            for item in chunk[len(answers) :]:
                try:
                    answers += _submit(pool, answer, [item]).result()
                except BrokenProcessPool:
                    pool.end()
                    answers.append(given_up(item))
                    break
    return answers


class _Pool(ProcessPoolExecutor):
    """A pool of processes that ends when it is told to."""

    def __init__(self, jobs: int, context: BaseContext) -> None:
        self._workers = _Workers(context)
        super().__init__(jobs, cast("BaseContext", self._workers), initializer=_begin)

    def end(self) -> None:
        """End a broken pool.

        A process that it started while it was breaking is one that Python does not end, and waits for without end.
        """
        for worker in self._workers.started:
            if worker.is_alive():
                worker.kill()
        self.shutdown()


class _Workers:
    """A context of multiprocessing that knows the processes it was asked for."""

    def __init__(self, context: BaseContext) -> None:
        self._context: Any = context
        self.started: list[BaseProcess] = []

    def Process(self, *given: Any, **named: Any) -> BaseProcess:  # noqa: N802 (the name that Python calls)
        """A process, not yet started."""
        process: BaseProcess = self._context.Process(*given, **named)
        self.started.append(process)
        return process

    def __getattr__(self, name: str) -> Any:
        return getattr(self._context, name)


def _pool(jobs: int, answer: Callable[[Item], Answer]) -> _Pool:
    # A plain fork would copy the locks of threads that hold them. The fork server has none, and imports once.
    ways = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in ways else "spawn")
    function = answer.func if isinstance(answer, partial) else answer
    context.set_forkserver_preload([function.__module__])
    return _Pool(jobs, context)


def _begin() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # it is for the parent
    collect_rarely()


def _submit(pool: ProcessPoolExecutor, answer: Callable[[Item], Answer], chunk: list[Item]) -> Future[list[Answer]]:
    try:
        return pool.submit(_all, answer, chunk)
    except BrokenProcessPool as error:
        broken: Future[list[Answer]] = Future()
        broken.set_exception(error)
        return broken


def _all(answer: Callable[[Item], Answer], chunk: list[Item]) -> list[Answer]:
    return [answer(item) for item in chunk]


def _is_answered(future: Future[list[Answer]]) -> bool:
    return future.done() and not isinstance(future.exception(), BrokenProcessPool)
