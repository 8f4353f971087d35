"""check --fix: the files of a workspace, mended byte for byte."""

from __future__ import annotations

import codecs
import datetime as dt
import io
from typing import TYPE_CHECKING

import pytest

from briefsite.cli.checking import shows_colour, today
from briefsite.pipeline import Workspace, mend_briefings, mending
from command import run

if TYPE_CHECKING:
    from pathlib import Path

SEED = "date: 2026-03-09\n\nThe river Merrin rose on Monday.\n\nIt’s hard, and we go on, said Ada Kell of Harrow.\n"
BROKEN = """\
# what we know
title:   "Flood"
sources:
  - file: seeds/flood.txt   # as received
sumary:
  - text: It's hard, and we go on
    source: p1
  - text: Bananas
    source: p1
"""
WHOLE = """\
# what we know
title:   "Flood"
sources:
  - file: seeds/flood.txt   # as received
summary:
  - text: It’s hard, and we go on
    source: p2
  - text: Bananas
    source: p1
"""


@pytest.fixture
def briefing(workspace: Path) -> Path:
    (workspace / "seeds/flood.txt").write_text(SEED, encoding="utf-8")
    path = workspace / "briefing/flood.yaml"
    path.write_bytes(BROKEN.encode())
    return path


def test_each_mend_is_shown_and_what_is_left_decides_the_exit_status(briefing: Path) -> None:
    result = run("check", "--fix")
    assert briefing.read_bytes() == WHOLE.encode()
    assert result.exit_code == 1
    assert (
        result.stdout
        == """\
briefing/flood.yaml:5: mended[B002]: “sumary” is no key of a briefing
  - sumary:
  + summary:
briefing/flood.yaml:7: mended[A004]: these words stand in p2, not in p1
  -     source: p1
  +     source: p2
briefing/flood.yaml:6: mended[A009]: the source has ’ for '
  -   - text: It's hard, and we go on
  +   - text: It’s hard, and we go on

briefing/flood.yaml:8:11: error[A001]: these words do not stand in p1
  |
8 |   - text: Bananas
  |           ^^^^^^^
  = help: evidence is copied from the source, word for word; your own words go into text
"""
    )
    assert result.stderr == "1 briefing, 1 error, 0 warnings; 3 mended\n"


def test_a_second_run_changes_nothing(briefing: Path) -> None:
    run("check", "--fix")
    before = briefing.stat().st_mtime_ns
    result = run("check", "--fix")
    assert "mended" not in result.output
    assert briefing.stat().st_mtime_ns == before


def test_without_fix_it_says_what_could_be_mended_and_touches_nothing(briefing: Path) -> None:
    result = run("check")
    assert "“sumary” is no key of a briefing [fixable with --fix]" in result.stdout
    assert result.stderr.endswith("; 1 fixable with --fix\n")
    assert briefing.read_bytes() == BROKEN.encode()


def test_a_file_with_nothing_left_is_clean(briefing: Path) -> None:
    briefing.write_bytes(BROKEN.replace("  - text: Bananas\n    source: p1\n", "").encode())
    assert run("check").exit_code == 1
    assert run("check", "--fix").exit_code == 0
    assert run("check").exit_code == 0


@pytest.mark.parametrize(
    ("mark", "codec"),
    [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")],
    ids=["utf-8 with a mark", "utf-16-le", "utf-16-be"],
)
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_encoding_and_line_ends_stay(briefing: Path, mark: bytes, codec: str, ends: str) -> None:
    briefing.write_bytes(mark + BROKEN.replace("\n", ends).encode(codec))
    run("check", "--fix")
    assert briefing.read_bytes() == mark + WHOLE.replace("\n", ends).encode(codec)


def test_a_script_gets_the_report_alone_on_standard_output(briefing: Path) -> None:
    result = run("check", "--fix", "--format", "json")
    assert result.stdout.startswith("[\n")
    assert "mended[B002]" in result.stderr


def test_only_the_briefings_named_are_mended(briefing: Path) -> None:
    other = briefing.with_name("other.yaml")
    other.write_bytes(BROKEN.encode())
    run("check", "--fix", "briefing/other.yaml")
    assert briefing.read_bytes() == BROKEN.encode()
    assert other.read_bytes() == WHOLE.encode()


def test_nothing_is_written_over_what_somebody_saved_meanwhile(
    briefing: Path, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = BROKEN + "# one more line\n"
    real = mending.mend

    def slow(*arguments):
        briefing.write_bytes(saved.encode())
        return real(*arguments)

    monkeypatch.setattr(mending, "mend", slow)
    result = mend_briefings(Workspace.at(workspace))
    assert result.changed_meanwhile == (briefing,)
    assert result.mends == ()
    assert briefing.read_bytes() == saved.encode()
    assert "B002" in {problem.code for problem in result.problems}


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "settings", "expected"),
    [
        (Terminal(), {}, True),
        (Terminal(), {"NO_COLOR": "1"}, False),
        (Terminal(), {"NO_COLOR": ""}, True),
        (Terminal(), {"TERM": "dumb"}, False),
        (io.StringIO(), {}, False),
    ],
)
def test_colours_are_for_terminals(
    stream: io.StringIO, settings: dict[str, str], expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    assert shows_colour(stream) is expected


def test_the_day_is_the_clocks_or_the_one_that_a_build_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1773273600")
    assert today() == dt.date(2026, 3, 12)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "never")
    assert today() >= dt.date(2026, 1, 1)


def test_questions_are_overdue_by_that_day(briefing: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    question = "open_questions:\n  - {question: Why?, kind: decision, due: 2026-03-12, source: editor}\n"
    briefing.write_text(f"title: x\nstatus: reviewed\nsources: [{{file: seeds/flood.txt}}]\n{question}", "utf-8")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1773273600")
    assert run("check").stdout == ""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1773273600 + 86400))
    assert "A015" in run("check").stdout
