"""Running one function over many items: on the processes of one machine, or on a cluster. Knows nothing of articles."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeVar

from briefsite.running.cluster import NoClusterError, cluster, over_cluster
from briefsite.running.processes import over

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

__all__ = ["HERE", "NoClusterError", "Run", "running"]

Item = TypeVar("Item")
Answer = TypeVar("Answer")


class Run(Protocol):
    """`over`, wherever it runs."""

    def __call__(
        self,
        items: Iterable[Item],
        answer: Callable[[Item], Answer],
        given_up: Callable[[Item], Answer],
        *,
        chunk: int = ...,
    ) -> Iterator[Answer]:
        """The answer to each item, in the order of the items."""


HERE: Run = partial(over, jobs=1)
"""In this process."""


@contextmanager
def running(jobs: int = 1, dask: str | None = None) -> Iterator[Run]:
    """Where to run: on so many processes here, or on the cluster of the Dask scheduler at an address.

    Raises:
        NoClusterError: there is no cluster there to run on, or it went away.
    """
    if dask is None:
        yield partial(over, jobs=jobs)
    else:
        with cluster(dask) as client:
            yield partial(over_cluster, client=client)
