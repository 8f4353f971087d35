"""A workspace: the folders that are the stages, and writing into them without harm."""

from __future__ import annotations

import os
import re
import tempfile
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefsite.diagnostic import BriefsiteError, Diagnostic, Severity
from briefsite.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable

CONFIG_NAMES = ("mkdocs.yml", "mkdocs.yaml")


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder with `seeds/`, `briefing/`, `docs/` and a `mkdocs.yml`."""

    root: Path
    docs: Path

    @classmethod
    def at(cls, root: Path, docs: Path | None = None) -> Workspace:
        """The workspace at a folder; `docs` where MkDocs is configured to look elsewhere."""
        return cls(root, docs or root / "docs")

    @classmethod
    def find(cls, start: Path) -> Workspace:
        """The workspace that a folder lies in.

        Raises:
            BriefsiteError: neither the folder nor one above it holds a mkdocs.yml.
        """
        start = start.resolve()
        for folder in (start, *start.parents):
            if any((folder / name).is_file() for name in CONFIG_NAMES):
                return cls.at(folder)
        raise BriefsiteError(
            Diagnostic(
                code="W001",
                severity=Severity.ERROR,
                message="is not a workspace: neither it nor a folder above it holds a mkdocs.yml",
                source=Source(str(start), ""),
                span=None,
                help="go to your workspace, or make one: briefsite new DIR",
            )
        )

    @property
    def seeds(self) -> Path:
        """Source articles, exactly as received."""
        return self.root / "seeds"

    @property
    def briefing(self) -> Path:
        """One YAML file a briefing, and its sidecar."""
        return self.root / "briefing"

    @property
    def scratch(self) -> Path:
        """Where files are written before they are moved into place: nothing watches it, git ignores it."""
        return self.root / ".briefsite"

    @property
    def config(self) -> Path:
        """The configuration of MkDocs."""
        return next((p for name in CONFIG_NAMES if (p := self.root / name).is_file()), self.root / CONFIG_NAMES[0])

    def name(self, path: Path) -> str:
        """What messages and `sources: file:` call a file: its path from the root, with forward slashes."""
        try:
            return path.relative_to(self.root).as_posix()
        except ValueError:
            return str(path)

    def below_docs(self, paths: Iterable[Path]) -> frozenset[str]:
        """Those of the files that lie in docs/, as paths below it, with forward slashes."""
        return frozenset(path.relative_to(self.docs).as_posix() for path in paths if path.is_relative_to(self.docs))

    def seed_files(self) -> tuple[Path, ...]:
        """Every seed, in order of name; hidden files, editors' own files and a README are none."""
        if not self.seeds.is_dir():
            return ()
        found = (path for path in self.seeds.rglob("*") if path.is_file())
        return tuple(
            sorted(
                path
                for path in found
                if not any(is_editors_own(part) for part in path.relative_to(self.seeds).parts)
                and path.stem.lower() != "readme"
            )
        )

    def briefing_files(self) -> tuple[Path, ...]:
        """Every briefing, in order of name."""
        return tuple(sorted(self.briefing.glob("*.yaml"))) if self.briefing.is_dir() else ()

    def briefing_file(self, slug: str) -> Path:
        """The briefing of that name, whether it is there or not."""
        return self.briefing / f"{slug}.yaml"

    def sidecar_file(self, slug: str) -> Path:
        """What only the machine needs of it."""
        return self.briefing / f"{slug}.lock.json"

    def snapshot_file(self, slug: str, name: str) -> Path:
        """A source of a briefing as it was when it was drafted, byte for byte."""
        return self.briefing / "snapshots" / slug / f"{name}.txt"

    def write(self, path: Path, content: str | bytes, *, durable: bool = False) -> bool:
        """Write a file whole or not at all, and only when its bytes differ; whether it was written.

        An unchanged file keeps its time, or a live server that watches it would rebuild for ever. The new
        content is written beside the workspace's folders and moved into place, so that a crash leaves the old
        file or the new one, and a watcher never sees half a file. `durable` waits until it is on the disk: for
        what nobody could make again, and where the order of several files matters.
        """
        data = content.encode("utf-8") if isinstance(content, str) else content
        try:
            if path.read_bytes() == data:
                return False
        except FileNotFoundError:
            pass
        path.parent.mkdir(parents=True, exist_ok=True)
        self.scratch.mkdir(exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=self.scratch)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                if durable:
                    file.flush()
                    os.fsync(file.fileno())
            Path(temporary).chmod(0o666 & ~_umask())
            Path(temporary).replace(path)
            if durable:
                _sync_folder(path.parent)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
        return True


def is_editors_own(name: str) -> bool:
    """Whether a name is that of a hidden file, or of a copy that an editor keeps beside the file it saves."""
    return name.startswith((".", "#")) or name.endswith(("~", ".bak", ".orig", ".swp", ".tmp"))


def slug_of(name: str) -> str:
    """A name for paths and URLs: lower-case ASCII letters, digits and hyphens; never empty.

    `Été à Paris (2).txt` without its suffix gives `ete-a-paris-2`.
    """
    ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_name.lower()).strip("-")[:80].strip("-") or "article"


def _sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk, where the system can do that."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:  # Windows opens no folders, and needs no such thing
        return
    try:
        os.fsync(handle)
    except OSError:
        pass
    finally:
        os.close(handle)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
