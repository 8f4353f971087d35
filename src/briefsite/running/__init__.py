"""Running one function over many items: on the processes of one machine, or on a cluster. Knows nothing of articles."""

from briefsite.running.processes import over

__all__ = ["over"]
