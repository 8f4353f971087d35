"""What a build before left in site/ and is still right: it is let stand, where MkDocs clears the folder first.

Creating a file costs more than taking its page from the store: more than half of a build in which nothing changed
went into files that were there before, byte for byte. So the folder is moved aside while MkDocs clears the place, and
moved back; what nobody vouches for is deleted, and what stands is not written again.

A file is vouched for if it is, by its size, times and inode, the one that a build left there, and if that build made
it of the same key as this one would. The record of it, `.briefsite/site.json`, is taken away when a build begins and
written when it is done: after one that was stopped, everything is written anew.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import Files, InclusionLevel

from briefsite.engine.key import digest

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from mkdocs.structure.files import File

_RECORD = "site.json"
_ASIDE = "site"
_BUILD_LOG = logging.getLogger("mkdocs.commands.build")

Stat = list[int]
"""Size, times of change in nanoseconds, inode."""


class Standing:
    """The files of a site that stand while it is built; nothing does until `lift` is called."""

    def __init__(self) -> None:
        self._site: Path | None = None
        self._scratch = Path()
        self._version = ""
        self._is_lifted = False
        self._stands: dict[str, tuple[str, Stat]] = {}
        """Place in the site → the key of what stands there; of those that this build has not come to."""
        self._made: dict[str, str] = {}
        """The same of what this build vouches for, whether it stood or is written."""
        self._unsaid = _Unsaid()

    def lift(self, site: Path, scratch: Path, version: str) -> None:
        """Move a site aside, before MkDocs clears its place. `scratch` is `.briefsite/`, on the same file system.

        A folder with hidden entries stays where it is: MkDocs keeps those (a `.git`, say), and a machine that stops
        now must not have moved them away. So does one that is a link.
        """
        self.give_up()
        shutil.rmtree(scratch / _ASIDE, ignore_errors=True)  # of a build that was stopped
        stands = _read(scratch / _RECORD, [version, str(site)])
        try:
            (scratch / _RECORD).unlink(missing_ok=True)
            if site.is_symlink() or (site.exists() and any(path.name.startswith(".") for path in site.iterdir())):
                return
            scratch.mkdir(parents=True, exist_ok=True)
            if stands and site.exists():
                site.rename(scratch / _ASIDE)
                self._is_lifted = True
        except OSError:  # another file system, or no right to it: MkDocs clears it
            return
        self._site, self._scratch, self._version, self._stands = site, scratch, version, stands
        _BUILD_LOG.addFilter(self._unsaid)

    def set_down(self, wanted: Callable[[str], bool]) -> None:
        """Move the site back, once its place is cleared, without what changed there or is not wanted any more."""
        if self._site is None or not self._is_lifted:
            self._stands = {}
            return
        self._is_lifted = False
        try:
            (self._scratch / _ASIDE).rename(self._site)
        except OSError:  # somebody has put something there meanwhile
            self._stands = {}
            shutil.rmtree(self._scratch / _ASIDE, ignore_errors=True)
            return
        stood, self._stands = self._stands, {}
        for place, stat in _files(self._site):
            known = stood.get(place)
            if known and known[1] == stat and wanted(place):
                self._stands[place] = known
            else:
                (self._site / place).unlink()
        _remove_empty_folders(self._site)

    def files(self, files: Files, rewritten: Collection[str]) -> Files:
        """The files of a build, of which those that stand are not copied; templates write over the `rewritten`."""
        return files if self._site is None else _StandingFiles(files, self, rewritten)

    def has(self, place: str, key: bytes, shown_as: str = "") -> bool:
        """Whether what is made of the key stands at that place; else the place is free, to be written by the caller.

        `shown_as` is the page of which MkDocs then says that it is empty, which is nothing to be said.
        """
        if self._site is None:
            return False
        key_text = key.hex()
        self._made[place] = key_text
        stood = self._stands.pop(place, None)
        if stood and stood[0] == key_text:
            self._unsaid.pages.add(shown_as)
            return True
        if stood:
            # Not written over: it may have another name, in a copy of the site that shares its files.
            (self._site / place).unlink(missing_ok=True)
        return False

    def has_copy(self, source: Path, place: str) -> bool:
        """The same of a copy of a file."""
        return self.has(place, digest(b"copy", str(source), _stat(source.stat())))

    def copy(self, source: str, target: str) -> None:
        """Copy a file into the site, unless its copy stands there."""
        if self._site is None or not self.has_copy(Path(source), Path(target).relative_to(self._site).as_posix()):
            shutil.copyfile(source, target)

    def free(self, place: str) -> None:
        """Have nothing stand at a place that is written in any case."""
        if self._site and self._stands.pop(place, None):
            (self._site / place).unlink(missing_ok=True)

    def finish(self) -> None:
        """The build is done: delete what it did not come to, and keep the record of the rest for the next."""
        if self._site is None:
            return
        files: dict[str, list[object]] = {}
        for place, stat in _files(self._site):
            stood = self._stands.get(place)
            if stood and stood[1] == stat:
                (self._site / place).unlink()
            elif place in self._made:
                files[place] = [self._made[place], stat]
        _remove_empty_folders(self._site)
        record = {"made_with": [self._version, str(self._site)], "files": files}
        with contextlib.suppress(OSError):
            (self._scratch / _RECORD).write_text(json.dumps(record), encoding="utf-8")
        self._stands = {}
        self.give_up()

    def give_up(self) -> None:
        """The build is over. Where it was not done, the site holds what it wrote until then, as it does without us."""
        if self._site:
            if self._is_lifted:
                shutil.rmtree(self._scratch / _ASIDE, ignore_errors=True)
            else:
                for place in list(self._stands):
                    self.free(place)
        self._site, self._is_lifted = None, False
        self._stands, self._made = {}, {}
        self._unsaid.pages.clear()
        _BUILD_LOG.removeFilter(self._unsaid)


class _StandingFiles(Files):
    """Files that are copied where they do not stand."""

    def __init__(self, files: Files, standing: Standing, rewritten: Collection[str]) -> None:
        super().__init__(files)
        self._standing = standing
        self._rewritten = frozenset(rewritten)

    def copy_static_files(
        self, dirty: bool = False, *, inclusion: Callable[[InclusionLevel], bool] = InclusionLevel.is_included
    ) -> None:
        for file in self:
            if not file.is_documentation_page() and inclusion(file.inclusion) and not self._has(file):
                file.copy_file(dirty)

    def _has(self, file: File) -> bool:
        if file.abs_src_path is None or file.dest_uri in self._rewritten:
            self._standing.free(file.dest_uri)
            return False
        return self._standing.has_copy(Path(file.abs_src_path), file.dest_uri)


class _Unsaid(logging.Filter):
    """Keeps MkDocs from saying that the pages which stand are empty, for it is told so."""

    def __init__(self) -> None:
        super().__init__()
        self.pages: set[str] = set()

    def filter(self, record: logging.LogRecord) -> bool:
        said = record.getMessage()
        return not (said.startswith("Page skipped: '") and said.split("'")[1] in self.pages)


def _read(record: Path, made_with: list[str]) -> dict[str, tuple[str, Stat]]:
    """What a build before left; nothing where the record is damaged, or of other programs or another site."""
    with contextlib.suppress(OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        data = json.loads(record.read_bytes())
        if data["made_with"] == made_with:
            return {place: (key, stat) for place, (key, stat) in data["files"].items()}
    return {}


def _files(folder: Path, within: str = "") -> Iterator[tuple[str, Stat]]:
    """Every file below a folder, links among them, by its place with slashes."""
    with os.scandir(folder) as entries:
        found = list(entries)
    for entry in found:
        if entry.is_dir(follow_symlinks=False):
            yield from _files(Path(entry.path), f"{within}{entry.name}/")
        else:
            yield f"{within}{entry.name}", _stat(entry.stat(follow_symlinks=False))


def _stat(found: os.stat_result) -> Stat:
    # ctime, because a file can be changed and given back its size and its mtime.
    return [found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino]


def _remove_empty_folders(site: Path) -> None:
    for folder, _, _ in os.walk(site, topdown=False):
        if Path(folder) != site:
            with contextlib.suppress(OSError):  # it is not empty
                Path(folder).rmdir()
