from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefsite.diagnostic import BriefsiteError
from briefsite.source import MAX_BYTES, Source

if TYPE_CHECKING:
    from pathlib import Path

REFUSED = {
    "a PDF": (b"%PDF-1.7 ...", "S003", None),
    "a DOCX": (b"PK\x03\x04....", "S003", None),
    "an RTF document": (b"{\\rtf1 text}", "S003", None),
    "a NUL": (b"text\x00more", "S003", (1, 5)),
    "UTF-16 without its mark": ("text".encode("utf-16-le"), "S003", (1, 2)),
    "Latin-1": ("Caf\xe9 Merrin\n".encode("latin-1"), "S004", (1, 4)),
    "Windows quotation marks": (b"one\nsaid \x93no\x94\n", "S004", (2, 6)),
    "half a character at the end": (b"ab\xe2\x82", "S004", (1, 3)),
    "a bad byte behind a mark": (codecs.BOM_UTF8 + b"ab\nc\xff", "S004", (2, 2)),
    "half a pair in UTF-16": (codecs.BOM_UTF16_LE + b"a\x00\x00\xd8b\x00", "S004", (1, 2)),
}


@pytest.mark.parametrize(("data", "code", "place"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_text_is_refused_at_its_place(data: bytes, code: str, place: tuple[int, int] | None) -> None:
    with pytest.raises(BriefsiteError) as caught:
        Source.decode(data, "seeds/a.txt")
    problem = caught.value.diagnostic
    assert problem.code == code
    assert problem.source.name == "seeds/a.txt"
    assert (problem.source.locate(problem.span.start) if problem.span else None) == place


READ = {
    "nothing": (b"", ""),
    "a byte order mark": (codecs.BOM_UTF8 + "é".encode(), "é"),
    "UTF-16, little end first": (codecs.BOM_UTF16_LE + "é“x”".encode("utf-16-le"), "é“x”"),
    "UTF-16, big end first": (codecs.BOM_UTF16_BE + "é“x”".encode("utf-16-be"), "é“x”"),
    "line ends of all kinds": (b"a\r\nb\rc\nd", "a\r\nb\rc\nd"),
}


@pytest.mark.parametrize(("data", "text"), READ.values(), ids=READ)
def test_text_is_decoded_and_not_altered(data: bytes, text: str) -> None:
    assert Source.decode(data, "x").text == text


def test_a_file_is_read_under_the_name_that_messages_use(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"a\r\nb")
    assert Source.read(path, "seeds/a.txt") == Source("seeds/a.txt", "a\r\nb")
    assert Source.read(path).name == str(path)


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    for path in (tmp_path / "none.txt", tmp_path):
        with pytest.raises(BriefsiteError) as caught:
            Source.read(path)
        assert caught.value.diagnostic.code == "S001"


def test_a_file_too_large_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    path.write_bytes(b"a" * (MAX_BYTES + 1))
    with pytest.raises(BriefsiteError) as caught:
        Source.read(path)
    assert caught.value.diagnostic.code == "S002"


@pytest.mark.parametrize(
    ("offset", "place"), [(0, (1, 1)), (1, (1, 2)), (2, (1, 3)), (3, (2, 1)), (5, (3, 1)), (7, (4, 1)), (99, (4, 2))]
)
def test_lines_and_columns_are_counted_from_one(offset: int, place: tuple[int, int]) -> None:
    assert Source("x", "a\r\nb\rc\nd").locate(offset) == place


def test_columns_are_code_points() -> None:
    assert Source("x", "é😀\u0301b").locate(3) == (1, 4)


def test_lines_come_without_their_ends() -> None:
    source = Source("x", "a\r\nb\rc\n\nd\u2028e")
    assert [source.line(number) for number in range(7)] == ["", "a", "b", "c", "", "d\u2028e", ""]


@given(st.text(alphabet="a\r\n\u2028é"), st.integers(0, 30))
def test_every_place_leads_back_to_its_offset(text: str, offset: int) -> None:
    source = Source("x", text)
    offset = min(offset, len(text))
    line, column = source.locate(offset)
    before = "".join(source.line(number) for number in range(1, line))
    ends = sum(character in "\r\n" for character in text[:offset]) - (text[offset - 1 : offset + 1] == "\r\n")
    assert len(before) + ends + column - 1 == offset
