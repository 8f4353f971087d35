"""Where the parts of a file stand, looked up by their way down from the root."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefsite.span import Span

Path = tuple[str | int, ...]
"""The way down from the root: `("quotes", 2, "speaker")`."""


class Places(Mapping[Path, Span]):
    """Path → its place. A place becomes a span when it is asked for: of a sound file hardly any is."""

    __slots__ = ("_offsets", "_shift")

    def __init__(self, offsets: Mapping[Path, tuple[int, int]], shift: int) -> None:
        """`offsets` are start and end; `shift` is added to both."""
        self._offsets, self._shift = offsets, shift

    def __getitem__(self, path: Path) -> Span:
        start, end = self._offsets[path]
        return Span(start + self._shift, end + self._shift)

    def __contains__(self, path: object) -> bool:
        return path in self._offsets

    def __iter__(self) -> Iterator[Path]:
        return iter(self._offsets)

    def __len__(self) -> int:
        return len(self._offsets)
