"""Edit → visible and found: a live server is started, a file is saved, and its page and search are watched for it."""

from __future__ import annotations

import signal
import subprocess
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from typing import TYPE_CHECKING

from commands import FailedError, environment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HOST = "127.0.0.1"
PATIENCE = 900
"""Seconds."""
SETTLES = 10
"""Seconds in which a server follows its last edit."""


SEARCHES = "pagefind-edits.json", "search/search_index.json"
"""What changes when the search follows an edit: the first is there where the search is Pagefind's."""


def edit_to_visible(server: list[str], folder: Path, file: Path, page: str, edits: int, port: int) -> dict[str, object]:
    """Seconds until the server answers at first, and from each edit of a file until page and search show it."""
    begun = time.perf_counter()
    original = file.read_text(encoding="utf-8")
    old = next(line for line in original.splitlines() if line.startswith(("title: ", '{"title": "')))
    with _running([*server, "--dev-addr", f"{HOST}:{port}"], folder):
        url = f"http://{HOST}:{port}/{page}"
        _until(url, "<html")
        first = time.perf_counter() - begun
        seconds, found = [], []
        try:
            for number in range(edits):
                token = f"Edition{number}of{port}"
                before = _search(f"http://{HOST}:{port}/")
                saved = time.perf_counter()
                new = (
                    old.replace("itle: ", f"itle: {token} ", 1)
                    if old[0] == "t"
                    else old.replace('": "', f'": "{token} ', 1)
                )
                file.write_text(original.replace(old, new, 1), encoding="utf-8")
                _until(url, token)
                seconds.append(round(time.perf_counter() - saved, 3))
                while _search(f"http://{HOST}:{port}/") == before and time.perf_counter() - saved < PATIENCE:
                    time.sleep(0.02)
                found.append(round(time.perf_counter() - saved, 3))
                time.sleep(SETTLES)  # as long as a person takes to write the next one
        finally:
            file.write_text(original, encoding="utf-8")
            time.sleep(SETTLES)
    return {"first page": round(first, 3), "edit to visible": seconds, "edit to found": found}


@contextmanager
def _running(command: list[str], folder: Path) -> Iterator[None]:
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a command in the background would not hear of Ctrl-C
    with (folder / "serve.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, env=environment(), stdout=log, stderr=log)
        try:
            yield
        finally:
            process.send_signal(signal.SIGINT)  # Ctrl-C, as a person ends it
            process.wait(timeout=600)


def _search(site: str) -> bytes:
    for path in SEARCHES:
        try:
            with urllib.request.urlopen(site + path, timeout=PATIENCE) as answer:
                return bytes(answer.read())
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            pass
    return b""


def _until(url: str, wanted: str) -> None:
    last = time.monotonic() + PATIENCE
    while time.monotonic() < last:
        try:
            with urllib.request.urlopen(url, timeout=PATIENCE) as answer:
                if wanted in answer.read().decode("utf-8", "replace"):
                    return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            pass
        time.sleep(0.02)
    raise FailedError(f"{url} did not show “{wanted}” within {PATIENCE} s")
