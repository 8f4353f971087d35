"""An input in parts, each answered into a file of its own; parts that are done are not done again.

Parts of the same input are the same in every run, and the files of the parts one behind the other are what one process
would have printed. What is done stands in `manifest.json` beside them, with the digests of what was read and written:
a run that was stopped goes on where it was, and one whose input, output or code has changed does that part again.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, Protocol

from briefsite.running.files import is_packed, open_to_read, placed, size_of, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from briefsite.running import Run

BYTES = 4_000_000
"""Of lines in a part: about a thousand articles, a quarter of a minute of work."""
FILES = 200
"""Whole files in a part."""


class Part(NamedTuple):
    """Some files; or of one file the lines that begin in a range of bytes."""

    files: tuple[str, ...]
    """As they were named."""
    base: str
    """The folder that paths among them count from."""
    start: int = 0
    end: int | None = None
    """None: to the end."""
    first: int = 1
    """The number of its first line."""


class Written(NamedTuple):
    """What is known of a part that is done."""

    read: str
    """The digest of what was read, and of where it stood."""
    written: str
    failed: int


class Answered(Protocol):
    """The answer to one item of a part."""

    @property
    def text(self) -> str:
        """What is written for it."""

    @property
    def has_failed(self) -> bool:
        """Whether that says that the item is bad."""


def parts_of(names: Iterable[tuple[str, bool]], base: str, *, most: int = BYTES) -> Iterator[Part]:
    """The parts of (file, whether it is read line by line), in their order; paths count from `base`.

    Raises:
        OSError: a file whose lines are to be read is not there.
    """
    whole: list[str] = []
    for name, is_lines in names:
        if not is_lines:
            whole.append(name)
        if whole and (is_lines or len(whole) == FILES):
            yield Part(tuple(whole), base)
            whole = []
        if is_lines and is_packed(name):
            yield Part((name,), base)
        elif is_lines:
            size = size_of(placed(name, base))
            yield from (Part((name,), base, at, min(at + most, size)) for at in range(0, size, most))
    if whole:
        yield Part(tuple(whole), base)


def lines_of(part: Part) -> Iterator[tuple[int, bytes]]:
    """The lines of a part of one file, with their numbers."""
    with open_to_read(placed(part.files[0], part.base)) as stream:
        at = 0
        if part.start:
            # The line that ends at or runs over the start belongs to the part before.
            stream.seek(part.start - 1)
            at = part.start - 1 + len(stream.readline())
        number = part.first
        while part.end is None or at < part.end:
            line = stream.readline()
            if not line:
                return
            at += len(line)
            yield number, line
            number += 1


def write_parts(
    parts: Sequence[Part],
    folder: str,
    answers: Callable[[Part], Iterable[Answered]],
    salvage: Callable[[Part], Iterable[Answered]],
    *,
    made_with: str,
    run: Run,
) -> Iterator[tuple[str, Written, bool]]:
    """(file, what is known of it, whether it was done already) of each part, as they are done, in order.

    `answers` is called where it runs; `salvage`, here, for a part that its process or worker did not live through.

    Raises:
        OSError: the folder cannot be written.
    """
    files = [f"{folder.rstrip('/')}/part-{number:05}.jsonl" for number in range(len(parts))]
    before = _read_manifest(folder, made_with)
    known = {file: before[file] for file in files if file in before}
    seen = list(run(zip(parts, files, strict=True), _look, _unseen, chunk=1))
    numbered, lines = [], defaultdict[tuple[str, ...], int](int)
    for part, (count, _, _) in zip(parts, seen, strict=True):
        numbered.append(part._replace(first=lines[part.files] + 1))
        lines[part.files] += count
    todo = []
    for part, file, (_, read, written) in zip(numbered, files, seen, strict=True):
        found = known.get(file)
        if found is None or (found.read, found.written) != (_key(part, read), written):
            known.pop(file, None)
            todo.append((part, file, _key(part, read)))
    work, give_up = partial(_work, answers), partial(_work, salvage)
    done = run(todo, work, give_up, chunk=1)
    for file in files:
        is_old = file in known
        if not is_old:
            known[file] = next(done)
            _write_manifest(folder, made_with, known)
        yield file, known[file], is_old
    _write_manifest(folder, made_with, known)


def _look(task: tuple[Part, str]) -> tuple[int, str, str]:
    """How many lines a part has, the digest of what it holds, and that of its file as it stands."""
    part, file = task
    digest, count = hashlib.sha256(), 0
    if len(part.files) == 1:
        try:
            for count, line in lines_of(part._replace(first=1)):  # noqa: B007 (the last one's number is their count)
                digest.update(line)
        except OSError:
            digest.update(b"cannot be read")
    else:
        for name in part.files:
            digest.update(f"{name}\0{_digest(placed(name, part.base))}\0".encode("utf-8", "surrogateescape"))
    return count, digest.hexdigest(), _digest(file)


def _unseen(task: tuple[Part, str]) -> tuple[int, str, str]:
    raise OSError(f"{task[0].files[0]} could not be looked at: its process was ended from outside")


def _work(answers: Callable[[Part], Iterable[Answered]], task: tuple[Part, str, str]) -> Written:
    part, file, read = task
    texts, failed = [], 0
    for answer in answers(part):
        texts.append(answer.text)
        failed += answer.has_failed
    data = "".join(texts).encode("utf-8")
    write(file, data)
    return Written(read, hashlib.sha256(data).hexdigest(), failed)


def _key(part: Part, digest: str) -> str:
    return hashlib.sha256(json.dumps([part, digest]).encode()).hexdigest()


def _digest(name: str) -> str:
    """Of a whole file; empty where there is none."""
    try:
        with open_to_read(name) as stream:
            return hashlib.sha256(stream.read()).hexdigest()
    except OSError:
        return ""


def _read_manifest(folder: str, made_with: str) -> dict[str, Written]:
    try:
        with open_to_read(_manifest(folder)) as stream:
            data = json.loads(stream.read())
        if data["made_with"] != made_with:
            return {}
        return {
            str(file): Written(str(read), str(wrote), int(bad)) for file, (read, wrote, bad) in data["parts"].items()
        }
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}


def _write_manifest(folder: str, made_with: str, known: dict[str, Written]) -> None:
    data = {"made_with": made_with, "parts": {file: list(known[file]) for file in sorted(known)}}
    write(_manifest(folder), (json.dumps(data, indent=0) + "\n").encode())


def _manifest(folder: str) -> str:
    return f"{folder.rstrip('/')}/manifest.json"
