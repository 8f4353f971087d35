"""One function over many items on a Dask cluster: in order, in bounded memory, whatever dies on the way.

The same promise as `over` of this machine's processes. Dask itself does a chunk again whose worker has gone; one that
took several workers down with it is taken apart, and the item that does so alone is given up.
"""

from __future__ import annotations

from collections import deque
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from briefsite.running.code import code_digest
from briefsite.running.processes import CHUNK, UNDER_WAY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Item = TypeVar("Item")
Answer = TypeVar("Answer")

WAIT = 10
"""Seconds until a scheduler must answer and a worker be there."""
EXTRA = "pip install 'briefsite[dask]'"


class NoClusterError(Exception):
    """There is no cluster to run on, and why."""


@contextmanager
def cluster(address: str) -> Iterator[Any]:
    """A client of the scheduler at an address.

    Raises:
        NoClusterError: Dask is not installed, nobody answers there, or there is no worker, or it went away.
    """
    try:
        from distributed import Client
        from distributed.client import FutureCancelledError
        from distributed.comm import resolve_address
    except ImportError as error:
        raise NoClusterError(f"--dask needs {error.name}, which is not installed: {EXTRA}") from None
    try:
        resolve_address(address)  # a client of an impossible address waits for it at exit
        client = Client(address, timeout=WAIT, set_as_default=False)
        client.wait_for_workers(1, timeout=WAIT)
    except (OSError, TimeoutError, ValueError) as error:
        raise NoClusterError(f"no Dask scheduler with a worker at {address}: {error}") from None
    with client:
        try:
            yield client
        except FutureCancelledError as error:
            raise NoClusterError(f"the Dask scheduler at {address} went away: {error}") from None


def over_cluster(
    items: Iterable[Item],
    answer: Callable[[Item], Answer],
    given_up: Callable[[Item], Answer],
    *,
    client: Any,
    chunk: int = CHUNK,
) -> Iterator[Answer]:
    """The answer to each item, in the order of the items; see `over`."""
    from distributed.scheduler import KilledWorker

    iterator = iter(items)
    # More than the workers there are now can do: others may join.
    most = 2 * UNDER_WAY * max(1, sum(client.nthreads().values()))
    under_way: deque[tuple[list[Item], Any]] = deque()
    while True:
        while len(under_way) < most and (next_ones := list(islice(iterator, chunk))):
            under_way.append((next_ones, client.submit(_all, code_digest(), answer, next_ones, pure=False)))
        if not under_way:
            return
        asked, future = under_way.popleft()
        try:
            yield from future.result()
        except KilledWorker:
            if len(asked) > 1:
                yield from over_cluster(asked, answer, given_up, client=client, chunk=1)
            else:
                yield given_up(asked[0])


def _all(code: str, answer: Callable[[Item], Answer], chunk: list[Item]) -> list[Answer]:
    if code != code_digest():
        raise NoClusterError("a worker of the cluster has another version of briefsite, or of what it stands on")
    return [answer(item) for item in chunk]
