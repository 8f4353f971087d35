"""What stops a command before it could do its work."""

from __future__ import annotations

import click


class CannotRun(click.ClickException):
    """A reason in words, and exit status 2; click's own would say 1, which means problems in files."""

    exit_code = 2
