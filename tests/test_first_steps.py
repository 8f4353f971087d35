"""The handbook's first steps and its tour of editing, followed word for word as a newcomer would.

What stands on the page is done: a console block is typed, a text block saved, a diff applied; and what it says
comes of it is looked for: the output of each command, and in a block quote the words of the page that is open.
"""

from __future__ import annotations

import html
import re
import signal
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from browser.serving import free_port, heed_control_c
from command import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

PAGE = (REPOSITORY / "docs/handbook/index.md").read_text(encoding="utf-8")
FOLLOWED = ("## See your first own page in a minute", "## Say what you know of the article")
ADDRESS = "http://127.0.0.1:8000/"
STEP = re.compile(
    r"""
      ^```(?P<kind>console|diff|text)\n (?P<block>.*?) ^```$
    | ^>\ (?P<words>[^\n]+)$
    | <(?P<address>http://[^>]+)>
    | `(?P<file>(?:seeds|briefing)/[\w.-]+\.\w+)`
    """,
    flags=re.VERBOSE | re.MULTILINE | re.DOTALL,
)
PATIENCE = 20
"""Seconds that a machine with much to do may need for what the page promises at once."""


@dataclass
class Newcomer:
    """Somebody who does what the page says."""

    folder: Path
    port: int
    server: subprocess.Popen[bytes] | None = None
    address: str = ""
    file: str = ""
    done: list[str] = field(default_factory=list)

    def follow(self, step: re.Match[str]) -> None:
        if step["kind"]:
            {"console": self.type, "diff": self.edit, "text": self.save}[step["kind"]](step["block"])
            self.done.append(step["kind"])
        elif step["words"]:
            self.see(step["words"])
            self.done.append("words")
        elif step["address"]:
            self.address = step["address"].replace(ADDRESS, f"http://127.0.0.1:{self.port}/")
        else:
            self.file = step["file"]

    def type(self, block: str) -> None:
        for command, expected in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, flags=re.MULTILINE):
            program, *arguments = command.split()
            if program == "cd":
                self.folder /= arguments[0]
                continue
            assert program == "briefsite", command
            if arguments == ["serve"]:
                self.serve()
                continue
            if arguments == ["build"]:
                self.stop()  # "Stop the server with Ctrl-C"
            result = subprocess.run(
                [sys.executable, "-m", program, *arguments],
                cwd=self.folder,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                check=False,
            )
            assert without_lines(result.stdout) == without_lines(expected), command

    def serve(self) -> None:
        with (self.folder / "serve.log").open("wb") as log:
            # The one word that is not on the page: another port, should 8000 be taken on this machine.
            command = [sys.executable, "-m", "briefsite", "serve", "--dev-addr", f"127.0.0.1:{self.port}"]
            self.server = subprocess.Popen(
                command, cwd=self.folder, stdout=log, stderr=subprocess.STDOUT, preexec_fn=heed_control_c
            )

    def stop(self) -> None:
        if self.server and self.server.poll() is None:
            self.server.send_signal(signal.SIGINT)
            assert self.server.wait(timeout=PATIENCE) == 0

    def save(self, block: str) -> None:
        path = self.folder / self.file
        assert not path.exists()
        path.write_text(block, encoding="utf-8")

    def edit(self, block: str) -> None:
        head, *lines = block.splitlines(keepends=True)
        path = self.folder / head.removeprefix("--- ").strip()
        old, new = ("".join(line[1:] for line in lines if line[0] == sign) for sign in "-+")
        text = path.read_text(encoding="utf-8")
        assert text.count(f"\n{old}") == 1, f"{block} does not fit {path.name}:\n{text}"
        path.write_text(text.replace(f"\n{old}", f"\n{new}"), encoding="utf-8")

    def see(self, words: str) -> None:
        end, shown = time.monotonic() + PATIENCE, ""
        while words not in shown:
            assert time.monotonic() < end, f"{self.address} does not show “{words}”:\n{shown}"
            time.sleep(0.1)
            try:
                with urllib.request.urlopen(self.address, timeout=PATIENCE) as response:
                    shown = plain(response.read().decode())
            except OSError:
                pass  # the server is only beginning


def plain(page: str) -> str:
    """What a reader sees of the main part of a page."""
    main = page.partition("<main")[2].partition("</main>")[0]
    return " ".join(
        html.unescape(re.sub(r"<(?:style|script).*?</(?:style|script)>|<[^>]+>", "", main, flags=re.DOTALL)).split()
    )


def without_lines(output: str) -> str:
    """Numbers of lines taken away: how much the machine drafts above an item is not what the tour is about."""
    output = re.sub(r":\d+:(\d+):", r":N:\1:", output)
    output = re.sub(r"\.yaml:\d+$", ".yaml:N", output, flags=re.MULTILINE)
    return re.sub(r"^ *\d* *([|=])", r"\1", output, flags=re.MULTILINE)


def test_the_first_steps_are_as_the_handbook_says(tmp_path: Path) -> None:
    start, end = (PAGE.index(f"{heading}\n") for heading in FOLLOWED)
    newcomer = Newcomer(tmp_path, free_port())
    try:
        for step in STEP.finditer(PAGE, start, end):
            newcomer.follow(step)
    finally:
        if newcomer.server and newcomer.server.poll() is None:
            newcomer.server.kill()
            newcomer.server.wait()
    assert newcomer.done.count("diff") >= 6
    assert newcomer.done.count("words") >= 8
    assert newcomer.done.count("console") >= 4
    briefing = (newcomer.folder / "briefing/ferry-fares.yaml").read_text(encoding="utf-8")
    assert "s-5d5d" not in briefing  # deleted, while the server drafted
    assert (newcomer.folder / "site/b/ferry-fares/index.html").is_file()


def test_the_tour_is_as_long_as_it_says() -> None:
    tour = PAGE[PAGE.index("## A five-minute tour") : PAGE.index(f"{FOLLOWED[1]}\n")]
    assert len(re.findall(r"\w+", tour)) < 700  # at 140 words a minute
