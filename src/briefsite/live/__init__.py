"""What a server needs that runs while people edit: noticing changes, and surviving a site that cannot be built."""

from briefsite.live.failure import Overheard, explain, is_in_files
from briefsite.live.guard import guard
from briefsite.live.watch import Watch, look

__all__ = ["Overheard", "Watch", "explain", "guard", "is_in_files", "look"]
