"""A live server on a workspace of its own."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from command import CHANNEL

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def heed_control_c() -> None:
    """In the child: a shell lets what it runs in the background ignore Ctrl-C, and that is inherited."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@dataclass(frozen=True)
class Live:
    """A server that runs."""

    root: Path
    address: str
    process: subprocess.Popen[bytes]

    @property
    def log(self) -> str:
        """What it said so far."""
        return (self.root / "serve.log").read_text(encoding="utf-8")

    @property
    def builds(self) -> int:
        """How often it has built the site, or what changed of it."""
        return len(re.findall(r"(?:Documentation built|Built .*) in [\d.]+ seconds", self.log))

    def settle(self, seconds: float = 0.9) -> int:
        """Wait until it has said nothing for so long (it looks for changes every half second); its builds so far."""
        log = self.log
        while True:
            time.sleep(seconds)
            if self.log == log:
                return self.builds
            log = self.log


@contextmanager
def serving(root: Path, *command: str, port: int | None = None, **environment: str) -> Iterator[Live]:
    """A server that runs `python -m COMMAND` in a workspace."""
    port = port or free_port()
    log = root / "serve.log"
    with log.open("wb") as out:
        server = subprocess.Popen(
            [sys.executable, "-m", *command, "--dev-addr", f"127.0.0.1:{port}"],
            cwd=root,
            stdout=out,
            stderr=subprocess.STDOUT,
            env={**os.environ, "PYTHONUNBUFFERED": "1", **environment},
            preexec_fn=heed_control_c,
        )
    address = f"http://127.0.0.1:{port}"
    try:
        until = time.monotonic() + 60
        while True:
            try:
                urllib.request.urlopen(address, timeout=5).close()
                break
            except OSError:
                assert server.poll() is None, log.read_text()
                assert time.monotonic() < until, log.read_text()
                time.sleep(0.1)
        yield Live(root, address, server)
    finally:
        server.terminate()
        server.wait(timeout=20)


def make_workspace(root: Path) -> Path:
    """A workspace with the real article, drafted."""
    subprocess.run([sys.executable, "-m", "briefsite", "new", str(root)], check=True, capture_output=True)
    shutil.copy(CHANNEL, root / "seeds")
    subprocess.run([sys.executable, "-m", "briefsite", "draft"], cwd=root, check=True, capture_output=True)
    return root
