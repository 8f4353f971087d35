"""Whether a server can have an address, asked before a site is built for it."""

from __future__ import annotations

import socket

from mkdocs.exceptions import ConfigurationError


def claim(host: str, port: int) -> None:
    """Make sure that nobody else listens at an address.

    Raises:
        ConfigurationError: somebody does, or it is not an address of this machine.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as MkDocs does: a server just ended is none
        try:
            probe.bind((host, port))
        except OSError as error:
            reason = error.strerror or str(error)
            help = f"choose another address, such as --dev-addr {host}:{port + 1}"
            raise ConfigurationError(f"cannot serve on {host}:{port}: {reason}; {help}") from None
