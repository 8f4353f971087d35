"""What Pagefind is given of a page, and the index that comes of it."""

from __future__ import annotations

import gzip
import hashlib
import json
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from briefsite.search import pagefind
from briefsite.search.pagefind import PagefindError, write_index
from briefsite.search.records import Record, place_of, record_html
from briefsite.search.spool import Spool

if TYPE_CHECKING:
    from pathlib import Path

PAGE = """\
<h1 id="top">A bridge<a class="headerlink" href="#top">#</a></h1>
<p id="q-1">It is tangible.<span class="bs-ev" id="ev_q-1" data-search-exclude="1">Hidden words</span></p>
"""
BRIDGE = Record(place="b/bridge/", title="A bridge", content=PAGE, facets={"person": ['Ann "the builder" & Bo']})
FERRY = Record(place="b/ferry/", title="A ferry", content="<p id='f'>It sank.</p>")


def write(records: list[Record], out: Path, *, language: str) -> None:
    with closing(Spool(language)) as spool:
        for record in records:
            spool.put(record)
        write_index(spool.pages(spool.digests()), out, language=language)


def fragments(folder: Path) -> list[dict[str, object]]:
    """What the index holds of each page."""
    paths = sorted((folder / "fragment").iterdir())
    return [json.loads(gzip.decompress(path.read_bytes())[len("pagefind_dcd") :]) for path in paths]


def digests(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_the_index_knows_words_places_address_and_filters_and_leaves_out_what_is_excluded(tmp_path: Path) -> None:
    write([BRIDGE], tmp_path / "out", language="en")
    (page,) = fragments(tmp_path / "out")
    assert page["meta"] == {"title": "A bridge"}
    assert place_of(page) == "b/bridge/"
    assert page["filters"] == {"person": ["Ann ”the builder” & Bo"]}
    assert "It is tangible." in str(page["content"])
    assert "Hidden" not in str(page["content"])
    assert "#" not in str(page["content"])
    assert [anchor["id"] for anchor in page["anchors"]] == ["at:b/bridge/", "top", "q-1"]  # type: ignore[attr-defined]


def test_the_same_records_in_any_order_give_the_same_files_and_none_of_an_index_before(tmp_path: Path) -> None:
    write([BRIDGE, FERRY], tmp_path / "one", language="de-AT")
    write([BRIDGE], tmp_path / "two", language="de-AT")
    write([FERRY, BRIDGE], tmp_path / "two", language="de-AT")
    assert digests(tmp_path / "one") == digests(tmp_path / "two")
    entry = json.loads((tmp_path / "one/pagefind-entry.json").read_text("utf-8"))
    assert list(entry["languages"]) == ["de"]
    assert not [name for name in digests(tmp_path / "one") if "ui" in name]


def test_a_weight_is_written_only_where_it_is_not_one() -> None:
    assert "weight" not in record_html(FERRY, "en")
    heavy = Record(place="a/", title="A", content="<p>x</p>", weight=2.5)
    assert 'data-pagefind-weight="2.5"' in record_html(heavy, "en")


def test_without_the_program_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pagefind, "program", lambda: None)
    with pytest.raises(PagefindError, match=r"pip install 'briefsite\[search\]'"):
        write([FERRY], tmp_path / "out", language="en")


def test_what_the_program_says_is_passed_on_and_the_last_index_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write([FERRY], tmp_path / "out", language="en")
    before = digests(tmp_path / "out")
    broken = tmp_path / "pagefind"
    broken.write_text("#!/bin/sh\necho no space left >&2\nexit 3\n", encoding="utf-8")
    broken.chmod(0o755)
    monkeypatch.setattr(pagefind, "program", lambda: broken)
    with pytest.raises(PagefindError, match="no space left"):
        write([BRIDGE], tmp_path / "out", language="en")
    assert digests(tmp_path / "out") == before
