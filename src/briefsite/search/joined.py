"""Indexes that Pagefind made of the pieces of a site → one: that which it would have made of all pages in one run.

Pagefind holds in memory whatever it reads, 1.7 GB for 5,000 briefings, so a large site is given to it piece by piece.
The pages of the joined index are numbered by their addresses, so that it is the same however a site was divided;
Pagefind numbers them as the file system happens to list them.

Each file is a mark and CBOR (or JSON, for a page), packed by gzip. Of version 1.5:

    *.pf_meta      [version, [[fragment, words]], [[first word, last word, chunk]], [[filter, file]], sorts, fields]
    *.pf_index     [[[word, pages, [[spelling, pages]]]]]
                   pages: [[number less the number before, places, places in the fields]]
    *.pf_filter    [filter, [[value, [number]]]]
    *.pf_fragment  the words of a page, and the ids in it
"""

from __future__ import annotations

import gc
import gzip
import hashlib
import heapq
import json
import shutil
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from itertools import groupby, pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from briefsite.search.records import place_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

VERSION = "1.5."
"""How the versions of Pagefind begin whose files are as above."""
CHUNK = 20_000
"""Numbers in a chunk, from which on the next one begins; Pagefind's own."""
_MARK = b"pagefind_dcd"

_Pages = list[list[Any]]
_Word = tuple[str, _Pages, list[list[Any]]]


class _Piece(NamedTuple):
    """An index of some of the pages."""

    folder: Path
    pages: list[list[Any]]
    chunks: list[list[str]]
    filters: list[list[str]]
    fields: list[str]
    places: list[str]
    """The address of each of the pages."""


def can_join(version: str) -> bool:
    """Whether the files of this version of Pagefind can be read and written here."""
    return version.startswith(VERSION) and find_spec("cbor2") is not None


def places(index: Path) -> dict[str, str]:
    """Address → what Pagefind calls the page, of an index."""
    return {
        place_of(json.loads(_read(path))): path.name.partition(".")[0]
        for path in sorted((index / "fragment").iterdir())
    }


def join(folders: Sequence[Path], out: Path) -> None:
    """Write the index of all their pages into a folder; the pieces are used up."""
    entry = json.loads((folders[0] / "pagefind-entry.json").read_bytes())
    ((language, of_language),) = entry["languages"].items()
    pieces = [_piece(folder) for folder in folders]
    order = sorted((place, which, at) for which, piece in enumerate(pieces) for at, place in enumerate(piece.places))
    numbers = [[0] * len(piece.places) for piece in pieces]
    for number, (_, which, at) in enumerate(order):
        numbers[which][at] = number
    files = _Files(out, language)
    fragments = []
    for _, which, at in order:
        name, words = pieces[which].pages[at]
        path = pieces[which].folder / f"fragment/{name}.pf_fragment"
        fragments.append([files.move(path, name), words])
    streams = [_words(piece, numbers[which]) for which, piece in enumerate(pieces)]
    with _no_collection():
        chunks = [
            [words[0][0], words[-1][0], files.write("index", "pf_index", [words])]
            for words in _chunks(_joined(heapq.merge(*streams, key=itemgetter(0))))
        ]
    _shorten(chunks)
    filters = [[name, files.write("filter", "pf_filter", [name, values])] for name, values in _filters(pieces, numbers)]
    meta = _pack([entry["version"], fragments, chunks, filters, [], pieces[0].fields])
    of_language["hash"] = f"{language}_{hashlib.sha256(meta).hexdigest()[:10]}"
    of_language["page_count"] = len(fragments)
    (out / f"pagefind.{of_language['hash']}.pf_meta").write_bytes(meta)
    (out / "pagefind-entry.json").write_text(json.dumps(entry, ensure_ascii=False), encoding="utf-8")


@contextmanager
def _no_collection() -> Iterator[None]:
    """Python looks for circles among millions of lists that have none, which would be a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Files:
    """The files of an index, named for what is in them."""

    def __init__(self, out: Path, language: str) -> None:
        self._out = out
        self._language = language
        self._taken: set[str] = set()
        for folder in ("index", "filter", "fragment"):
            (out / folder).mkdir(parents=True, exist_ok=True)

    def write(self, folder: str, ending: str, data: object) -> str:
        """Write a file; its name comes out."""
        packed = _pack(data)
        name = self._free(f"{self._language}_{hashlib.sha256(packed).hexdigest()[:7]}")
        (self._out / folder / f"{name}.{ending}").write_bytes(packed)
        return name

    def move(self, fragment: Path, name: str) -> str:
        """Take over the file of a page; another page may have its name, which is short."""
        name = self._free(name)
        shutil.move(fragment, self._out / "fragment" / f"{name}.pf_fragment")
        return name

    def _free(self, name: str) -> str:
        free, more = name, 1
        while free in self._taken:
            more += 1
            free = f"{name}{more:x}"
        self._taken.add(free)
        return free


def _piece(folder: Path) -> _Piece:
    (meta,) = folder.glob("*.pf_meta")
    _, pages, chunks, filters, _, fields = _unpack(meta)
    places = [place_of(json.loads(_read(folder / f"fragment/{name}.pf_fragment"))) for name, _ in pages]
    return _Piece(folder, pages, chunks, filters, fields, places)


def _words(piece: _Piece, numbers: Sequence[int]) -> Iterator[_Word]:
    """The words of a piece in their order, with the new numbers of their pages."""
    for _, _, chunk in piece.chunks:
        (words,) = _unpack(piece.folder / f"index/{chunk}.pf_index")
        for word, pages, spellings in words:
            yield word, _renumbered(pages, numbers), [[form, _renumbered(of, numbers)] for form, of in spellings]


def _renumbered(pages: _Pages, numbers: Sequence[int]) -> _Pages:
    at = 0
    for page in pages:
        at += page[0]
        page[0] = numbers[at]
    return pages


def _joined(words: Iterable[_Word]) -> Iterator[list[Any]]:
    """Words as they come out of several pieces → each once, as Pagefind writes it."""
    for word, same in groupby(words, key=itemgetter(0)):
        pages: _Pages = []
        spellings: dict[str, _Pages] = {}
        for _, of_word, of_spellings in same:
            pages += of_word
            for form, of_form in of_spellings:
                spellings.setdefault(form, []).extend(of_form)
        yield [word, _in_steps(pages), [[form, _in_steps(spellings[form])] for form in sorted(spellings)]]


def _in_steps(pages: _Pages) -> _Pages:
    before = 0
    pages.sort(key=itemgetter(0))
    for page in pages:
        number = page[0]
        page[0] = number - before
        before = number
    return pages


def _chunks(words: Iterable[list[Any]]) -> Iterator[list[list[Any]]]:
    """As many words together as a reader's browser is to load for one of them."""
    chunk, size = [], 0
    for word in words:
        chunk.append(word)
        lists = [word[1], *(pages for _, pages in word[2])]
        size += sum(len(places) + len(fields) + 1 for pages in lists for _, places, fields in pages) + len(word[2])
        if size >= CHUNK:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _shorten(chunks: Sequence[list[str]]) -> None:
    """Cut the first and last words of chunks as far as they still tell a chunk from the next one, as Pagefind does it.

    A reader may type the beginning of a word, "compa" where the last word is "compare": a browser that has the whole
    word would not find the chunk.
    """
    for one, other in pairwise(chunks):
        same = next((at for at, (a, b) in enumerate(zip(one[1], other[0], strict=False)) if a != b), len(one[1]))
        if one[1][: same + 1] >= one[0]:
            one[1] = one[1][: same + 1]
        other[0] = other[0][: same + 1]


def _filters(pieces: Sequence[_Piece], numbers: Sequence[Sequence[int]]) -> Iterator[tuple[str, list[list[Any]]]]:
    """What pages can be filtered by, and the numbers of the pages of each value."""
    found: dict[str, dict[str, list[int]]] = {}
    for piece, new in zip(pieces, numbers, strict=True):
        for _, file in piece.filters:
            name, values = _unpack(piece.folder / f"filter/{file}.pf_filter")
            for value, pages in values:
                found.setdefault(name, {}).setdefault(value, []).extend(new[page] for page in pages)
    for name in sorted(found):
        yield name, [[value, sorted(found[name][value])] for value in sorted(found[name])]


def _read(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes()).removeprefix(_MARK)


def _unpack(path: Path) -> Any:
    return import_module("cbor2").loads(_read(path))


def _pack(data: object) -> bytes:
    # Of level 9, the files are 2 % smaller, and take three times as long.
    return gzip.compress(_MARK + import_module("cbor2").dumps(data), 6, mtime=0)
