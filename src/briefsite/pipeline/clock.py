"""The day on which a command runs: the one thing that the shells ask a clock for, and hand to the pure functions."""

from __future__ import annotations

import datetime as dt
import os


def today() -> dt.date:
    """The day of SOURCE_DATE_EPOCH (seconds since 1970) where it is set (so that a run can be repeated), or today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isascii() and epoch.isdigit() and len(epoch) < 12:
        return dt.datetime.fromtimestamp(int(epoch), tz=dt.UTC).date()
    return dt.datetime.now().astimezone().date()
