"""The index of a site that Pagefind was given in pieces is the one that it makes of all pages in one run."""

from __future__ import annotations

import gzip
import json
import random
from typing import TYPE_CHECKING, Any

import cbor2
import pytest

from briefsite.search import joined, pagefind
from briefsite.search.joined import can_join, join, places
from briefsite.search.pagefind import write_index
from briefsite.search.records import Record, record_html
from engine.served import tree

if TYPE_CHECKING:
    from pathlib import Path

WORDS = [
    *("bridge", "bridges", "Brücke", "ferry", "café", "cafe", "Café", "naïve", "well-known", "wellKnown"),
    *("1,250", "£4", "O’Neill", "São", "東京", "compare", "compass"),
]


def pages(count: int) -> list[bytes]:
    """Pages of words that have other spellings, in other places, with other weights, and what they are filtered by."""
    chance = random.Random(7)
    made = []
    for number in range(count):
        said = [*chance.choices(WORDS, k=30), *(f"word{chance.randrange(400)}" for _ in range(60))]
        content = f'<h2 id="a">{" ".join(said[:5])}</h2><p id="b">{" ".join(said)}</p>'
        facets = {"person": chance.sample(["Ann", "Bo", "Siân"], k=2), "year": [str(2020 + number % 3)]}
        place = f"b/{number * 37 % 601:03}/"
        made.append(
            Record(place=place, title=" ".join(said[-3:]), content=content, facets=facets, weight=number % 2 + 1)
        )
    return [record_html(record, "en").encode() for record in made]


def unpacked(path: Path) -> Any:
    return cbor2.loads(gzip.decompress(path.read_bytes())[12:])


def meaning(index: Path) -> dict[str, Any]:
    """What an index says, with the addresses of pages in the place of their numbers and files."""
    (meta,) = index.glob("*.pf_meta")
    version, fragments, chunks, filters, sorts, fields = unpacked(meta)
    address = {name: place for place, name in places(index).items()}
    at = [address[name] for name, _ in fragments]

    def listed(pages: list[Any]) -> dict[str, Any]:
        number, found = 0, {}
        for step, words, in_fields in pages:
            number += step
            found[at[number]] = (words, in_fields)
        assert len(found) == len(pages)
        return found

    return {
        "version": version,
        "pages": {address[name]: words for name, words in fragments},
        "words": [
            (word, listed(of), {form: listed(on) for form, on in forms})
            for _, _, name in chunks
            for (words,) in [unpacked(index / f"index/{name}.pf_index")]
            for word, of, forms in words
        ],
        "filters": {
            name: {value: {at[number] for number in numbers} for value, numbers in values}
            for name, file in filters
            for _, values in [unpacked(index / f"filter/{file}.pf_filter")]
        },
        "rest": (sorts, fields),
        "entry": {
            language: (of["wasm"], of["page_count"], (index / f"pagefind.{of['hash']}.pf_meta").is_file())
            for language, of in json.loads((index / "pagefind-entry.json").read_bytes())["languages"].items()
        },
        "program": {path.name for path in index.iterdir() if path.suffix in {".js", ".pagefind"}},
    }


def test_it_says_what_pagefind_s_own_index_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = pages(300)
    write_index(given, tmp_path / "ours", language="en")
    monkeypatch.setattr(pagefind, "can_join", lambda _: False)
    write_index(given, tmp_path / "theirs", language="en")
    assert meaning(tmp_path / "ours") == meaning(tmp_path / "theirs")


@pytest.mark.parametrize("piece", [1, 5_000, 17_000])
def test_pieces_of_any_size_in_any_order_give_the_same_files(
    piece: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = pages(40)
    write_index(given, tmp_path / "whole", language="en")
    run, runs = pagefind._run, []

    def noted(command: list[str]) -> str:
        runs.append("--site" in command)
        return run(command)

    monkeypatch.setattr(pagefind, "_run", noted)
    monkeypatch.setattr(pagefind, "PIECE", piece)
    write_index(given[::-1], tmp_path / "pieces", language="en")
    assert sum(runs) == {1: 40, 5_000: 6, 17_000: 2}[piece]
    assert tree(tmp_path / "pieces") == tree(tmp_path / "whole")


def test_two_pages_of_one_short_name_are_both_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pagefind, "can_join", lambda _: False)
    for number, page in enumerate(pages(2)):
        index = tmp_path / str(number)
        write_index([page], index, language="en")
        (meta,) = index.glob("*.pf_meta")
        version, [[name, words]], *rest = unpacked(meta)
        (index / f"fragment/{name}.pf_fragment").rename(index / "fragment/en_0000000.pf_fragment")
        meta.write_bytes(gzip.compress(b"pagefind_dcd" + cbor2.dumps([version, [["en_0000000", words]], *rest])))
    join([tmp_path / "0", tmp_path / "1"], tmp_path / "out")
    assert places(tmp_path / "out") == {"b/000/": "en_0000000", "b/037/": "en_00000002"}
    assert listed_pages(tmp_path / "out") == {"b/000/", "b/037/"}


def listed_pages(index: Path) -> set[str]:
    (meta,) = index.glob("*.pf_meta")
    address = {name: place for place, name in places(index).items()}
    return {address[name] for name, _ in unpacked(meta)[1]}


@pytest.mark.parametrize(("version", "can"), [("1.5.2", True), ("1.5.10", True), ("1.6.0", False), ("2.0", False)])
def test_files_of_another_version_are_left_as_they_are(version: str, can: bool) -> None:
    assert can_join(version) is can


@pytest.mark.parametrize(
    ("chunks", "shortened"),
    [
        ([("apple", "apple"), ("apricot", "banana"), ("peach", "peach")], ["apple apple", "apr b", "p peach"]),
        ([("a", "compare"), ("complain", "z")], ["a compa", "compl z"]),
        ([("a", "april"), ("april”", "z")], ["a april", "april” z"]),
        ([("only", "one")], ["only one"]),
    ],
    ids=["not below its first word", "a beginning that is typed", "a word and more of it", "one"],
)
def test_chunks_are_told_apart_by_as_little_as_pagefind_does(
    chunks: list[tuple[str, str]], shortened: list[str]
) -> None:
    found = [[first, last, "name"] for first, last in chunks]
    joined._shorten(found)
    assert [f"{first} {last}" for first, last, _ in found] == shortened
