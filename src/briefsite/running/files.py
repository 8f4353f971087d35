"""Files wherever they lie: paths of this machine, and addresses such as `s3://…` through fsspec where it is there."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import BinaryIO

_PATTERN = frozenset("*?[")


def named_by(name: str) -> list[str]:
    """The files that a name or pattern stands for, in order of name; the name itself where it is no pattern.

    Raises:
        OSError: an address, and fsspec or what it needs for that address is not installed.
    """
    if not _PATTERN & set(name) or (not _is_address(name) and Path(name).exists()):
        return [name]
    if not _is_address(name):
        return sorted(
            str(path) for path in Path(Path(name).anchor).glob(str(Path(name).relative_to(Path(name).anchor)))
        )
    system, path = _system(name)
    return sorted(system.unstrip_protocol(found) for found in system.glob(path))


def placed(name: str, base: str) -> str:
    """A path as it counts from a folder; an address as it is."""
    return name if _is_address(name) else str(Path(base, name))


def open_to_read(name: str) -> BinaryIO:
    """The bytes of a file; those of a name that ends in .gz, .bz2, .xz or .zip as they were before they were packed.

    Raises:
        OSError: it cannot be read, or what its address needs is not installed.
    """
    if is_plain_path(name):
        return Path(name).open("rb")
    try:
        import fsspec

        opened: BinaryIO = fsspec.open(name, "rb", compression="infer").open()
    except (ImportError, ValueError) as error:
        raise _unknown(error) from None
    return opened


def size_of(name: str) -> int:
    """Bytes of a file as it lies there.

    Raises:
        OSError: there is none.
    """
    if not _is_address(name):
        return Path(name).stat().st_size
    system, path = _system(name)
    return int(system.size(path))


def is_plain_path(name: str) -> bool:
    """Whether this machine's own means read a file."""
    return not _is_address(name) and not is_packed(name)


def is_packed(name: str) -> bool:
    """Whether a file is read through a decompressor, from its beginning only."""
    return name.endswith((".gz", ".bz2", ".xz", ".zip", ".zst"))


def write(name: str, data: bytes) -> None:
    """Write a file whole or not at all; its folder is made where there is none."""
    if _is_address(name):
        system, path = _system(name)
        system.makedirs(system._parent(path), exist_ok=True)
        system.pipe_file(path, data)  # an object store shows an object when all of it is there
        return
    target = Path(name)
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=".")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _is_address(name: str) -> bool:
    return "://" in name


def _system(name: str) -> tuple[Any, str]:
    try:
        import fsspec

        system, path = fsspec.core.url_to_fs(name)
    except (ImportError, ValueError) as error:
        raise _unknown(error) from None
    return system, path


def _unknown(error: Exception) -> OSError:
    reason = OSError()
    reason.strerror = f"{error}; addresses and packed files need pip install 'briefsite[dask]', and what it asks for"
    return reason
