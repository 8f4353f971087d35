"""What a server needs that runs while people edit: noticing changes, and surviving a site that cannot be built."""

from briefsite.live.bell import Bell
from briefsite.live.failure import Overheard, explain, is_in_files
from briefsite.live.guard import guard
from briefsite.live.heads import PLACE, show_heads
from briefsite.live.reload import Reload
from briefsite.live.served import InUseError, LastServed
from briefsite.live.waiting import Waiting
from briefsite.live.watch import Look, Watch, differences, look, look_again

__all__ = [
    "PLACE",
    "Bell",
    "InUseError",
    "LastServed",
    "Look",
    "Overheard",
    "Reload",
    "Waiting",
    "Watch",
    "differences",
    "explain",
    "guard",
    "is_in_files",
    "look",
    "look_again",
    "show_heads",
]
